import Accrual
import Banks
import Fixtures
import LoanProducts
import Logging
import Operations
import Postgres
import Posting
import Quantities
import Repositories
import Risk
import SQLScripts
import Scheduling
import Servicing
import Testing

/// Replays every claim of a bank from its facts and compares it with what was written.
///
/// It shares no step with the operations but the pure core: states, books and positions are read
/// as they stand, and each is held to the claim of the facts that were known when it was written.
struct Verification {
  private let village: Village
  private var problems: [String] = []

  /// Expects no difference in either bank, and no row of any query of `SQL/checks`.
  static func expectNone(
    _ village: Village, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    var problems = try await brokenChecks(village)
    for place in [village, village.neighbour] {
      var verification = Verification(village: place)
      try await verification.run()
      problems += verification.problems
    }
    #expect(problems == [], sourceLocation: sourceLocation)
  }

  private init(village: Village) { self.village = village }

  /// The rows that the queries of `SQL/checks` find.
  static func brokenChecks(_ village: Village) async throws -> [String] {
    try await village.pool.run { connection in
      var problems: [String] = []
      for path in SQLScripts.files(in: "checks") {
        let check = Statement(name: path, text: SQLScripts.text(path))
        for row in try connection.query(check) {
          problems.append("\(path): bank \(try row.get(0, as: Int64.self)) \(row.columnNames)")
        }
      }
      return problems
    }
  }

  private mutating func run() async throws {
    let bankID = village.bankID
    let (run, numbers) = try await village.pool.run { connection in
      let states = StateRepository(connection)
      return (
        try AccrualRepository(connection).lastRun(bankID: bankID),
        try [.applied, .approved, .active, .settled].flatMap { (status: LoanStatus) in
          try states.numbers(bankID: bankID, status: status)
        }
      )
    }
    var positions: [Int64: LoanPosition] = [:]
    if let run {
      let all = try await village.pool.run { connection in
        var all: [LoanPosition] = []
        try PositionRepository(connection)
          .each(bankID: bankID, month: run.month, version: run.version) { all.append($0) }
        return all
      }
      for position in all { positions[position.loanID] = position }
    }
    for number in numbers {
      let file = try await village.file(number)
      try compare(file, run, positions[file.loan.loanID])
    }
  }

  private mutating func compare(
    _ file: LoanFile, _ run: AccrualRun?, _ position: LoanPosition?
  ) throws {
    let facts = file.facts.compactMap(\.loanFact)
    guard let start = facts.first else {
      expect(file, "books before the disbursement", file.transfers.count, 0)
      expect(file, "outstanding", file.state.outstanding, .zero)
      return
    }
    // What is received is put to use when a fact is recorded, and at the end of a month's run.
    var day = file.facts.map(\.bookedOn).max() ?? start.effectiveOn
    if let run, start.effectiveOn <= run.month.lastDay { day = max(day, run.month.lastDay) }
    let claim = try Claim(file.contract, facts: facts, through: day)
    compareState(file, claim)
    guard let run else { return }
    let known = facts.filter { $0.number < run.factNumber }
    guard known.contains(where: { $0.effectiveOn <= run.month.lastDay }) else {
      expect(file, "position", position == nil, true)
      return compareAccrual(file, AccrualTarget(interest: .zero, penalty: .zero))
    }
    let then = try Claim(file.contract, facts: known, through: run.month.lastDay)
    compareAccrual(file, then.accrualTarget)
    comparePosition(file, position, then, on: run.month.lastDay)
  }

  private mutating func compareState(_ file: LoanFile, _ claim: Claim) {
    let state = file.state
    expect(file, "status", state.status, claim.isSettled ? .settled : .active)
    expect(file, "outstanding", state.outstanding, claim.principal)
    expect(file, "use of money", state.repaid, claim.repaid)
    let oldest = claim.isSettled ? nil : claim.oldestUnpaidDueOn
    expect(file, "oldest unpaid", state.oldestUnpaidDueOn, oldest ?? .last)
    let received = file.facts.filter { $0.kind == .repaid }.compactMap(\.amount)
    expect(file, "money received", received.reduce(.zero, +), claim.repaid.sum)
    let booked: [(TransferKind, Money)] = [
      (.principalRepaid, claim.repaid.principal), (.interestRepaid, claim.repaid.interest),
      (.penaltyRepaid, claim.repaid.penalty), (.credit, claim.repaid.credit),
      (.disbursement, file.loan.terms.principal),
    ]
    for (kind, amount) in booked {
      expect(file, "booked \(kind)", file.posted(kind), amount)
    }
  }

  private mutating func compareAccrual(_ file: LoanFile, _ target: AccrualTarget) {
    for payer in Payer.allCases {
      expect(file, "interest of \(payer)", file.posted(.interest, payer), target.interest[payer])
    }
    expect(file, "penalty", file.posted(.penalty), target.penalty)
  }

  private mutating func comparePosition(
    _ file: LoanFile, _ position: LoanPosition?, _ claim: Claim, on day: Day
  ) {
    guard let position else {
      return expect(file, "settled without a position", claim.isSettled, true)
    }
    expect(file, "position while settled", claim.isSettled, false)
    expect(file, "position's principal", position.principal, claim.principal)
    expect(file, "position's principal due", position.principalDue, claim.principalDue)
    expect(file, "position's interest due", position.interestDue, claim.interestDue)
    expect(file, "position's running interest", position.interestRunning, claim.running.borrower)
    expect(file, "position's penalty", position.penaltyDue, claim.penaltyDue)
    expect(file, "position's credit", position.credit, claim.repaid.credit)
    let overdue = claim.overdueDays(of: \.principal, on: day)
    expect(file, "position's overdue days", position.principalOverdueDays, overdue)
  }

  private mutating func expect<Value: Equatable>(
    _ file: LoanFile, _ what: String, _ found: Value, _ expected: Value
  ) {
    guard found != expected else { return }
    problems.append("\(file.loan.number) \(what): \(found), not \(expected)")
  }
}

extension LoanFile {
  /// What the books hold of a kind and payer, in the kind's own direction.
  func posted(
    _ kind: TransferKind, _ payer: Payer = .borrower, through day: Day = .last
  ) -> Money {
    let debit: [TransferKind: String] = [
      .disbursement: "1303", .interest: "1132", .penalty: "1132", .principalRepaid: "2011",
      .interestRepaid: "2011", .penaltyRepaid: "2011", .credit: "2011",
    ]
    return transfers.filter {
      $0.kind == kind.rawValue && $0.payer == payer.rawValue && $0.bookedOn <= day
    }
    .reduce(.zero) { sum, transfer in
      transfer.debit.hasPrefix(debit[kind] ?? "") ? sum + transfer.amount : sum - transfer.amount
    }
  }

  /// What a run posted, as `interest borrower 93.00`.
  func lines(ofRun run: Int32?) -> [String] {
    transfers.filter { $0.runNumber == run }.map {
      "\($0.bookedOn) \($0.kind) \($0.debit)→\($0.credit) \($0.amount)"
    }
  }
}
