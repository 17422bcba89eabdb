import Fixtures
import LoanProducts
import Operations
import Origination
import Postgres
import Quantities
import Repositories
import Servicing
import Testing

/// Goal: whoever comes at the same time, each thing is done once and nobody is turned away.
///
/// Method: pools of their own, as of two programs; what both did is verified from the facts.
@Suite("operations at the same time")
struct RaceTests {
  @Test("of two runs of a month one posts and the other finds nothing")
  func runs() async throws {
    let village = try await Village.opened()
    _ = try await village.lend(.simple("B1"))
    _ = try await village.lend(.simple("B2"))
    try await village.work(on: "2025-07-31")
    let other = Village.newPool(village.connectionInfo)
    async let first = village.accrue("2025-07")
    async let second = village.accrue("2025-07", on: other)
    let runs = try await [first, second].compactMap { $0 }
    #expect(runs.map(\.interest) == ["186.00"])
    try await Verification.expectNone(village)
    await other.close()
    await village.close()
  }

  /// The partitions of a month are made at its first need, here by several at once.
  @Test("banks run a new month at the same time")
  func banks() async throws {
    let village = try await Village.opened(connections: 4)
    let neighbour = village.neighbour
    for place in [village, neighbour] {
      _ = try await place.lend(.simple("B1"))
      try await place.work(on: "2025-12-31")
    }
    for month in ["2025-08", "2025-09", "2025-10", "2025-11", "2025-12"] as [Month] {
      async let first = village.accrue(month)
      async let second = neighbour.accrue(month)
      #expect(try await [first, second].compactMap { $0 }.count == 2)
    }
    try await Verification.expectNone(village)
    await village.close()
  }

  @Test("banks book on the first day of a new month at the same time")
  func firstBookings() async throws {
    let village = try await Village.opened(connections: 4)
    let neighbour = village.neighbour
    let loan = try await village.lend(.simple("B1"))
    let otherLoan = try await neighbour.lend(.simple("B1"))
    for day in ["2025-08-01", "2025-09-01", "2025-10-01"] as [Day] {
      try await village.work(on: day)
      try await neighbour.work(on: day)
      async let first = village.repay(loan, "10.00")
      async let second = neighbour.repay(otherLoan, "10.00")
      _ = try await (first, second)
    }
    try await Verification.expectNone(village)
    await village.close()
  }

  @Test("of eight repayments with one key one is booked")
  func sameKey() async throws {
    let village = try await Village.opened(connections: 4)
    let loan = try await village.lend(.simple())
    try await village.work(on: "2025-08-01")
    let receipts = try await withThrowingTaskGroup(of: RepaymentReceipt.self) { group in
      for _ in 0..<8 { group.addTask { try await village.repay(loan, "93.00", key: "same") } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(receipts.count { $0.isNew } == 1)
    #expect(Set(receipts.map(\.used)).count == 1)
    #expect(try await village.file(loan).facts.filter { $0.kind == .repaid }.count == 1)
    try await Verification.expectNone(village)
    await village.close()
  }

  @Test("of eight applications with one key one makes a loan")
  func sameApplication() async throws {
    let village = try await Village.opened(connections: 4)
    let numbers = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<8 { group.addTask { try await village.apply(.simple(key: "same")) } }
      return try await group.reduce(into: Set()) { $0.insert($1) }
    }
    #expect(numbers == ["102202500000016"])
    await village.close()
  }

  @Test("repayments come in while a month is run")
  func repaymentsDuringRun() async throws {
    let village = try await Village.opened(connections: 4)
    var loans: [String] = []
    for number in 1...6 { loans.append(try await village.lend(.simple("B\(number)"))) }
    let lent = loans
    try await village.work(on: "2025-08-31")
    try await withThrowingTaskGroup(of: Void.self) { group in
      for loan in lent { group.addTask { try await village.repay(loan, "93.00") } }
      group.addTask { try await village.accrue("2025-08") }
      for loan in lent {
        group.addTask { try await village.repay(loan, "100.00", on: "2025-08-20") }
      }
      try await group.waitForAll()
    }
    try await Verification.expectNone(village)
    try await village.accrue("2025-08")
    try await Verification.expectNone(village)
    #expect(try await village.accrue("2025-08") == nil)
    await village.close()
  }
}

/// Goal: no order of events leaves the books and the facts apart.
///
/// Method: random lives of a few loans (payments late, partial, in advance, back-dated; days that
/// close; months run, run again, missed), the same for the same seed; each step may race with
/// the next. At the end, and in between, all is replayed from the facts.
@Suite("random interleavings")
struct InterleavingTests {
  @Test("books agree with the facts after every life", arguments: 1...30)
  func life(_ seed: Int) async throws {
    var random = SplitMix64(seed: UInt64(seed))
    let village = try await Village.opened(connections: 3)
    let loans = try await lend(village, &random)
    var day: Day = "2025-07-02"
    try await village.work(on: day)
    var month: Month = "2025-07"
    for step in 1...14 {
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 1...Int.random(in: 1...3, using: &random) {
          let payment = Payment(random.pick(loans[0], loans[1], loans[2]), by: day, &random)
          group.addTask { try await payment.make(village) }
        }
        let due = month
        if due.lastDay <= day, random.onceIn(2) {
          group.addTask { try await village.accrue(due) }
        }
        try await group.waitForAll()
      }
      if step % 7 == 0 { try await Verification.expectNone(village) }
      day = day + Int.random(in: 0...25, using: &random)
      try await village.work(on: day)
      // One month in three is missed, and some are run more than once.
      let reached = day.month.lastDay <= day ? day.month : day.month + -1
      if reached > month, !random.onceIn(3) { month = reached }
    }
    try await village.work(on: day.month.lastDay)
    try await village.accrue(day.month)
    try await Verification.expectNone(village)
    #expect(try await village.accrue(day.month) == nil)
    await village.close()
  }

  private func lend(_ village: Village, _ random: inout SplitMix64) async throws -> [String] {
    var loans: [String] = []
    for number in 1...3 {
      let months = Int.random(in: 1...7, using: &random)
      var request = ApplicationRequest.simple("B\(number)")
      request.application.principal = Money(
        minorUnits: Int64.random(in: 10_000...10_000_000, using: &random))
      request.application.maturesOn = request.application.startsOn.adding(months: months)
      request.application.repayment = random.pick(
        RepaymentTerms(method: .equalInstallments, interestEveryMonths: 1),
        RepaymentTerms(method: .interestThenPrincipal, interestEveryMonths: 1, settlementDay: 20),
        RepaymentTerms(method: .atMaturity, interestEveryMonths: 0))
      request.application.isSubsidised = random.onceIn(2)
      loans.append(try await village.lend(request))
    }
    return loans
  }
}

/// A random repayment, made unless its loan is settled or began later.
private struct Payment: Sendable {
  let loan: String
  let amount: Money
  let day: Day
  let inAdvance: Bool
  let key: String

  init(_ loan: String, by day: Day, _ random: inout SplitMix64) {
    self.loan = loan
    amount = Money(
      minorUnits: random.pick(
        1, .random(in: 1...20_000, using: &random), .random(in: 1...2_000_000, using: &random),
        .random(in: 1...12_000_000, using: &random)))
    self.day = random.onceIn(3) ? day - Int.random(in: 0...70, using: &random) : day
    inAdvance = random.onceIn(4)
    key = "\(random.next())"
  }

  func make(_ village: Village) async throws {
    do {
      try await village.repay(loan, amount, on: day, inAdvance: inAdvance, key: key)
    } catch OperationError.statusNotAllowed(_, .settled, _) {
      return
    } catch ServicingError.factBeforeStart {
      return
    }
  }
}
