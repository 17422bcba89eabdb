import Classification
package import Postgres
package import Quantities
package import Risk

/// Month-end positions, for reports.
package struct PositionRepository {
  private static let findVersion = Statement.file("reporting/find_version")
  private static let listPositions = Statement.file("reporting/list_positions")

  private let connection: Connection

  package init(_ connection: Connection) { self.connection = connection }

  /// The last version of a bank's positions of a month; nil if none was written.
  package func version(bankID: Int64, month: Month) throws(PostgresError) -> Int32? {
    try connection.first(Self.findVersion, [bankID, month.firstDay])?.get("version")
  }

  /// Calls `body` with each position of a version, by loan; memory stays bounded.
  package func each(
    bankID: Int64, month: Month, version: Int32, _ body: (LoanPosition) throws -> Void
  ) throws {
    try connection.each(Self.listPositions, [bankID, month.firstDay, version]) { row in
      try body(try position(row))
    }
  }

  private func position(_ row: Row) throws(PostgresError) -> LoanPosition {
    var position = LoanPosition(
      bankID: try row.get("bank_id"), branchID: try row.get("branch_id"),
      line: try row.get("line"), loanID: try row.get("loan_id"),
      borrowerID: try row.get("borrower_id"))
    position.principal = try row.get("principal")
    position.principalDue = try row.get("principal_due")
    position.interestDue = try row.get("interest_due")
    position.interestRunning = try row.get("interest_running")
    position.penaltyDue = try row.get("penalty_due")
    position.credit = try row.get("credit")
    position.principalOverdueDays = try row.get("principal_overdue_days", as: Int.self)
    position.interestOverdueDays = try row.get("interest_overdue_days", as: Int.self)
    position.isRestructured = try row.get("is_restructured")
    position.bookPrincipal = try row.get("book_principal")
    position.isNonAccrual = try row.get("is_non_accrual")
    position.riskClass = try row.value("risk_class")
    position.generalProvision = try row.get("general_provision")
    position.specialProvision = try row.get("special_provision")
    return position
  }
}
