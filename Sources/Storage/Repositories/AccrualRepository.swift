package import Accrual
import Classification
package import Postgres
package import Quantities
package import Risk
package import Servicing

/// A run that posted something or moved a position.
package struct AccrualRun: Hashable, Sendable {
  package var number: Int32
  package var factNumber: Int64
  package var month: Month
  /// The version of the month's positions it wrote.
  package var version: Int32
  package var loanCount = 0
  package var transferCount = 0
  package var interest = Money.zero
  package var penalty = Money.zero

  package init(number: Int32, factNumber: Int64, month: Month, version: Int32) {
    self.number = number
    self.factNumber = factNumber
    self.month = month
    self.version = version
  }
}

/// A loan that a run looks at: as signed, as it stands, with its facts and what was posted so far.
package struct AccrualCandidate: Sendable {
  package var loan: LoanRecord
  /// The state as it is stored, but for `posted`, which is the last position's if there is one.
  package var state: LoanState
  package var hasPosition: Bool
  package var facts: [LoanFact] = []
  /// The last day on which a fact of the loan was booked: the use of money stands as of that day.
  package var lastBookedOn = Day.first
}

/// What accrual runs read and write in bulk.
package struct AccrualRepository {
  private static let lastRun = Statement.file("accrual/last_run")
  private static let insertRun = Statement.file("accrual/insert_run")
  private static let listCandidates = Statement.file("accrual/list_candidates")
  private static let listFactsOfBatch = Statement.file("accrual/list_facts_of_batch")
  private static let copyPositions = Statement.file("accrual/copy_positions")
  private static let positionsDiffer = Statement.file("accrual/positions_differ")

  private let connection: Connection

  package init(_ connection: Connection) { self.connection = connection }

  package func lastRun(bankID: Int64) throws(PostgresError) -> AccrualRun? {
    guard let row = try connection.first(Self.lastRun, [bankID]) else { return nil }
    let month: Day = try row.get("month")
    return AccrualRun(
      number: try row.get("run_number"), factNumber: try row.get("fact_number"),
      month: month.month, version: try row.get("version"))
  }

  package func insert(_ run: AccrualRun, bankID: Int64) throws(PostgresError) {
    _ = try connection.execute(
      Self.insertRun,
      [
        bankID, run.number, run.factNumber, run.month.firstDay, run.version, run.loanCount,
        run.transferCount, run.interest, run.penalty,
      ])
  }

  /// The next batch of loans a run looks at, by loan id.
  package func candidates(
    bankID: Int64, after loanID: Int64, count: Int, since run: AccrualRun?
  ) throws(PostgresError) -> [AccrualCandidate] {
    var candidates: [AccrualCandidate] = []
    let rows = try connection.query(
      Self.listCandidates,
      [
        bankID, loanID, count, run?.factNumber ?? 0, run?.month.firstDay, run?.version ?? 0,
      ])
    candidates.reserveCapacity(rows.count)
    for row in rows {
      candidates.append(
        AccrualCandidate(
          loan: try LoanRecord(row), state: try LoanState(row),
          hasPosition: try row.get("has_position")))
    }
    try addFacts(to: &candidates, bankID: bankID)
    return candidates
  }

  private func addFacts(
    to candidates: inout [AccrualCandidate], bankID: Int64
  ) throws(PostgresError) {
    var position = 0
    let ids = candidates.map(\.loan.loanID)
    for row in try connection.query(
      Self.listFactsOfBatch, [bankID, ids, FactKind.servicing.map(\.rawValue)])
    {
      let loanID: Int64 = try row.get("loan_id")
      while candidates[position].loan.loanID != loanID { position += 1 }
      if let fact = try FactRepository.loanFact(row) { candidates[position].facts.append(fact) }
      candidates[position].lastBookedOn = max(
        candidates[position].lastBookedOn, try row.get("booked_on"))
    }
  }

  /// Adds a month's positions of one bank, with what is posted of each loan.
  package func insert(
    _ positions: [(position: LoanPosition, posted: AccrualTarget)], month: Month, version: Int32
  ) throws {
    guard !positions.isEmpty else { return }
    _ = try connection.copyIn(Self.copyPositions) { writer in
      for (position, posted) in positions {
        try writer.row(Self.values(position, posted, month: month, version: version))
      }
    }
  }

  /// Whether two versions of a month's positions of a bank differ in any row.
  package func positionsDiffer(
    bankID: Int64, month: Month, _ version: Int32, _ other: Int32
  ) throws(PostgresError) -> Bool {
    try connection.query(Self.positionsDiffer, [bankID, month.firstDay, version, other])[0]
      .get("differ")
  }

  private static func values(
    _ position: LoanPosition, _ posted: AccrualTarget, month: Month, version: Int32
  ) -> [(any PostgresEncodable)?] {
    let owner: [(any PostgresEncodable)?] = [
      position.bankID, month.firstDay, version, position.loanID, position.branchID,
      position.borrowerID, position.line,
    ]
    let claim: [(any PostgresEncodable)?] = [
      position.principal, position.principalDue, position.interestDue, position.interestRunning,
      position.penaltyDue, position.credit, Int32(position.principalOverdueDays),
      Int32(position.interestOverdueDays), position.isRestructured,
    ]
    let risk: [(any PostgresEncodable)?] = [
      position.riskClass.rawValue, position.generalProvision, position.specialProvision,
      posted.interest.borrower, posted.interest.finance, posted.interest.programme,
      posted.penalty, posted.compound, posted.suspended, position.bookPrincipal,
      position.isNonAccrual,
    ]
    return owner + claim + risk
  }
}
