package import Postgres
package import Quantities
package import Servicing

/// A run that posted something or moved a position.
package struct AccrualRun: Hashable, Sendable {
  package var number: Int32
  package var factNumber: Int64
  package var month: Month
  /// The version of the month's positions it wrote; nil if it stopped before them.
  package var version: Int32?
  package var loanCount = 0
  package var transferCount = 0
  package var interest = Money.zero
  package var penalty = Money.zero

  package init(number: Int32, factNumber: Int64, month: Month, version: Int32?) {
    self.number = number
    self.factNumber = factNumber
    self.month = month
    self.version = version
  }
}

/// A loan whose claim a run replays: as signed, as it stands, with its facts.
package struct AccrualCandidate: Sendable {
  package var loan: LoanRecord
  package var state: LoanState
  package var facts: [LoanFact] = []
  /// The last day on which a fact of the loan was booked: the use of money stands as of that day.
  package var lastBookedOn = Day.first
}

/// What accrual runs read and write, beside outlooks.
package struct AccrualRepository {
  private static let lastRun = Statement.file("accrual/last_run")
  private static let insertRun = Statement.file("accrual/insert_run")
  private static let listCandidates = Statement.file("accrual/list_candidates")
  private static let listFactsOfBatch = Statement.file("accrual/list_facts_of_batch")
  private static let positionsDiffer = Statement.file("accrual/positions_differ")

  private let connection: Connection

  package init(_ connection: Connection) { self.connection = connection }

  package func lastRun(bankID: Int64) throws(PostgresError) -> AccrualRun? {
    guard let row = try connection.first(Self.lastRun, [bankID]) else { return nil }
    let month: Day = try row.get("month")
    return AccrualRun(
      number: try row.get("run_number"), factNumber: try row.get("fact_number"),
      month: month.month, version: try row.optional("version"))
  }

  package func insert(_ run: AccrualRun, bankID: Int64) throws(PostgresError) {
    _ = try connection.execute(
      Self.insertRun,
      [
        bankID, run.number, run.factNumber, run.month.firstDay, run.version, run.loanCount,
        run.transferCount, run.interest, run.penalty,
      ])
  }

  /// Loans with their facts, by loan id.
  package func candidates(
    bankID: Int64, loanIDs: [Int64]
  ) throws(PostgresError) -> [AccrualCandidate] {
    var candidates: [AccrualCandidate] = []
    guard !loanIDs.isEmpty else { return candidates }
    let rows = try connection.query(Self.listCandidates, [bankID, loanIDs])
    candidates.reserveCapacity(rows.count)
    for row in rows {
      candidates.append(AccrualCandidate(loan: try LoanRecord(row), state: try LoanState(row)))
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

  /// Whether two versions of a month's positions of a bank differ in any row.
  package func positionsDiffer(
    bankID: Int64, month: Month, _ version: Int32, _ other: Int32
  ) throws(PostgresError) -> Bool {
    try connection.query(Self.positionsDiffer, [bankID, month.firstDay, version, other])[0]
      .get("differ")
  }
}
