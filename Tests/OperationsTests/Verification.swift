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
        try LoanStatus.allCases.flatMap { (status: LoanStatus) in
          try states.numbers(bankID: bankID, status: status)
        }
      )
    }
    var positions: [Int64: LoanPosition] = [:]
    if let run {
      let all = try await village.pool.run { connection in
        var all: [LoanPosition] = []
        let version = CountedVersion(
          month: run.month, version: run.version ?? 0, factNumber: run.factNumber)
        try TraitRepository(connection, bankID: bankID).eachEntry(of: version) {
          all.append($0.position)
        }
        return all
      }
      for position in all { positions[position.loanID] = position }
    }
    for number in numbers {
      let file = try await village.file(number)
      try compare(file, run, positions[file.loan.loanID])
    }
    problems += try await village.listedOtherwise()
  }

  private mutating func compare(
    _ file: LoanFile, _ run: AccrualRun?, _ position: LoanPosition?
  ) throws {
    let facts = file.facts.loanFacts
    guard let start = facts.inForce.first(where: \.isStart) else {
      for (kind, payer) in TransferKind.moved {
        expect(file, "\(kind) before the disbursement", file.posted(kind, payer), .zero)
      }
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
    guard let then = try file.contract.claim(of: known, through: run.month.lastDay) else {
      expect(file, "position", position == nil, true)
      return compareAccrual(file, AccrualTarget(interest: .zero, penalty: .zero))
    }
    compareAccrual(file, then.bookTarget)
    comparePosition(file, position, then, on: run.month.lastDay)
  }

  private mutating func compareState(_ file: LoanFile, _ claim: Claim) {
    let state = file.state
    let running: LoanStatus = claim.isWrittenOff ? .writtenOff : .active
    expect(file, "status", state.status, claim.isSettled ? .settled : running)
    expect(file, "outstanding", state.outstanding, claim.principal)
    expect(file, "on the books", state.bookPrincipal, claim.bookPrincipal)
    expect(file, "non-accrual", state.isNonAccrual, claim.nonAccrual != nil)
    expect(file, "moved", state.moved, Moved(claim))
    let oldest = claim.isSettled ? nil : claim.oldestUnpaidDueOn
    expect(file, "oldest unpaid", state.oldestUnpaidDueOn, oldest ?? .last)
    let received = file.facts.inForce.filter { $0.kind == .repaid }.compactMap(\.amount)
    let refunded = file.facts.inForce.filter { $0.kind == .refunded }.compactMap(\.amount)
    expect(
      file, "money received", received.reduce(.zero, +) - refunded.reduce(.zero, +),
      claim.repaid.sum)
    for (kind, payer) in TransferKind.moved {
      expect(file, "booked \(kind) \(payer)", file.posted(kind, payer), Moved(claim)[kind, payer])
    }
  }

  private mutating func compareAccrual(_ file: LoanFile, _ target: AccrualTarget) {
    for payer in Payer.allCases {
      expect(file, "interest of \(payer)", file.posted(.interest, payer), target.interest[payer])
    }
    expect(file, "penalty", file.posted(.penalty), target.penalty)
    expect(file, "compound", file.posted(.compound), target.compound)
    expect(file, "suspended", file.posted(.suspended), target.suspended)
  }

  private mutating func comparePosition(
    _ file: LoanFile, _ position: LoanPosition?, _ claim: Claim, on day: Day
  ) {
    guard let position else {
      let isOver = claim.isSettled || claim.isWrittenOff
      return expect(file, "settled without a position", isOver, true)
    }
    expect(file, "position while settled", claim.isSettled || claim.isWrittenOff, false)
    let lost = claim.writtenOff - claim.recovered
    expect(file, "position's principal", position.principal, claim.principal - lost)
    expect(file, "position's books", position.bookPrincipal, claim.bookPrincipal)
    expect(file, "position's interest due", position.interestDue, claim.interestDue)
    expect(file, "position's running interest", position.interestRunning, claim.running.borrower)
    expect(file, "position's penalty", position.penaltyDue, claim.penaltyDue + claim.compoundDue)
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
    let debit = kind.sides(payer).debit.rawValue
    return transfers.filter {
      $0.kind == kind.rawValue && $0.payer == payer.rawValue && $0.bookedOn <= day
    }
    .reduce(.zero) { sum, transfer in
      transfer.debit.hasPrefix(debit) ? sum + transfer.amount : sum - transfer.amount
    }
  }

  /// What a run posted, as `interest borrower 93.00`.
  func lines(ofRun run: Int32?) -> [String] {
    transfers.filter { $0.runNumber == run }.map {
      "\($0.bookedOn) \($0.kind) \($0.debit)→\($0.credit) \($0.amount)"
    }
  }
}
