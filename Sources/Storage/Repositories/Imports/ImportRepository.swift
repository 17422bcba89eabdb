package import Postgres
package import Scheduling

/// A loan taken over from another book, with all that is stored of it beside its transfers.
package struct ImportedLoan: Sendable {
  package var loan: LoanRecord
  package var schedule: RepaymentSchedule
  package var fact: FactRecord
  package var state: LoanState
  package var outlook: OutlookRow

  package init(
    loan: LoanRecord, schedule: RepaymentSchedule, fact: FactRecord, state: LoanState,
    outlook: OutlookRow
  ) {
    self.loan = loan
    self.schedule = schedule
    self.fact = fact
    self.state = state
    self.outlook = outlook
  }
}

/// What taking over a book reads and writes in bulk.
package struct ImportRepository {
  private static let listImported = Statement.file("imports/list_imported")
  private static let listBorrowerIDs = Statement.file("imports/list_borrower_ids")
  private static let forgetPlans = Statement.file("imports/forget_plans")
  private static let takeSerials = Statement.file("imports/take_serials")

  private let connection: Connection

  package init(_ connection: Connection) { self.connection = connection }

  /// The requests recorded under these idempotency keys, by key, with the numbers of their loans.
  package func imported(
    bankID: Int64, keys: [String]
  ) throws(PostgresError) -> [String: (request: String, loanNumber: String)] {
    var found: [String: (request: String, loanNumber: String)] = [:]
    for row in try connection.query(Self.listImported, [bankID, keys]) {
      found[try row.get("idempotency_key")] = (
        try row.get("request"), try row.optional("loan_number") ?? ""
      )
    }
    return found
  }

  /// The ids of the borrowers with these references, by reference.
  package func borrowerIDs(
    bankID: Int64, references: [String]
  ) throws(PostgresError) -> [String: Int64] {
    var ids: [String: Int64] = [:]
    for row in try connection.query(Self.listBorrowerIDs, [bankID, references]) {
      ids[try row.get("reference")] = try row.get("borrower_id", as: Int64.self)
    }
    return ids
  }

  /// Takes the next `count` serials of a year's loan numbers.
  package func takeSerials(
    bankID: Int64, year: Int, count: Int
  ) throws(PostgresError) -> ClosedRange<Int> {
    let last = try connection.query(Self.takeSerials, [bankID, year, count])[0]
      .get("last_serial", as: Int.self)
    return (last - count + 1)...last
  }

  /// Stores a batch of loans with schedule, fact and state, without waiting for each answer.
  ///
  /// Plans made before it are forgotten: the tables may have been empty then.
  package func insert(_ loans: [ImportedLoan]) throws(PostgresError) {
    var statements: [(Statement, [(any PostgresEncodable)?])] = []
    for imported in loans {
      statements += LoanRepository.insertions(imported.loan, schedule: imported.schedule)
      statements.append(FactRepository.insertion(imported.fact))
      statements.append(StateRepository.insertion(imported.state, of: imported.loan))
      statements.append(OutlookRepository.saving([imported.outlook], bankID: imported.loan.bankID))
    }
    try forgetPlans()
    _ = try connection.pipeline(statements)
  }

  /// Makes the plans of foreign keys anew, which scan a table that was empty when they were made.
  ///
  /// A unit of work that adds thousands of rows calls it now and then.
  package func forgetPlans() throws(PostgresError) {
    _ = try connection.execute(Self.forgetPlans)
  }
}
