package import Postgres
package import Quantities

/// A fact of a whole bank from which runs and closes follow.
package struct MonthFact: Hashable, Sendable {
  package let number: Int64
  package let kind: FactKind
  package let month: Month
  package let key: String
  package let request: String
}

/// A fact of a loan before it is paid out.
package struct LoanStep: Hashable, Sendable {
  package let number: Int64
  package let kind: FactKind
}

/// Rows of whole tables as text, and what the books are rebuilt by.
package struct RebuildRepository {
  private static let listRows = Statement.file("rebuilding/list_rows")
  private static let insertRows = Statement.file("rebuilding/insert_rows")
  private static let findRow = Statement.file("rebuilding/find_row")
  private static let setTimeZone = Statement.file("rebuilding/set_time_zone")
  private static let checkNow = Statement.file("rebuilding/check_now")
  private static let makeMonths = Statement.file("rebuilding/make_months")
  private static let listMonthFacts = Statement.file("rebuilding/list_month_facts")
  private static let listSteps = Statement.file("rebuilding/list_steps")

  private let connection: Connection

  package init(_ connection: Connection) { self.connection = connection }

  /// Instants in UTC from here to the end of the transaction.
  package func setTimeZone() throws(PostgresError) {
    try connection.script(Self.setTimeZone.text, name: Self.setTimeZone.name)
  }

  /// Calls `body` with each row of a table as JSON.
  package func each(of table: String, _ body: (String) throws -> Void) throws {
    try connection.each(Self.statement(Self.listRows, table)) { row in
      try body(try row.get("row_text"))
    }
  }

  /// - Parameters:
  ///   - rows: a JSON array.
  ///   - table: a name of `SourceTables.names`.
  /// - Throws: `PostgresError`.
  package func insert(_ rows: String, into table: String) throws(PostgresError) {
    _ = try connection.execute(Self.statement(Self.insertRows, table), [rows])
  }

  /// The first table of source or derived rows that has one.
  package func firstFilled() throws(PostgresError) -> String? {
    let tables = SourceTables.names + SourceTables.derived + SourceTables.passing
    for table in tables where !SourceTables.partlyFixed.contains(table) {
      let row = try connection.query(Self.statement(Self.findRow, table))[0]
      if try row.get("is_there", as: Bool.self) { return table }
    }
    return nil
  }

  package func checkNow() throws(PostgresError) {
    try connection.script(Self.checkNow.text, name: Self.checkNow.name)
  }

  package func makeMonths() throws(PostgresError) {
    _ = try connection.query(Self.makeMonths)
  }

  /// The facts of runs, closes and reopenings of a bank, by number.
  package func monthFacts(bankID: Int64) throws(PostgresError) -> [MonthFact] {
    var facts: [MonthFact] = []
    for row in try connection.query(Self.listMonthFacts, [bankID]) {
      let day: Day = try row.get("effective_on")
      facts.append(
        MonthFact(
          number: try row.get("fact_number"), kind: try row.value("kind"), month: day.month,
          key: try row.get("idempotency_key"), request: try row.get("request")))
    }
    return facts
  }

  /// What happened to a range of loans before they were paid out, by loan.
  package func steps(
    bankID: Int64, _ range: ClosedRange<Int64>
  ) throws(PostgresError) -> [Int64: [LoanStep]] {
    var steps: [Int64: [LoanStep]] = [:]
    for row in try connection.query(
      Self.listSteps, [bankID, range.lowerBound, range.upperBound])
    {
      steps[try row.get("loan_id"), default: []].append(
        LoanStep(number: try row.get("fact_number"), kind: try row.value("kind")))
    }
    return steps
  }

  /// Under a name of its own: a connection keeps a statement by it.
  private static func statement(_ statement: Statement, _ table: String) -> Statement {
    Statement(
      name: "\(statement.name) \(table)", text: statement.with(["table": .table(table)]).text)
  }
}
