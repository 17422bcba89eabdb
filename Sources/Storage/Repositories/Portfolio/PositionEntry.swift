import Classification
import Postgres
package import Quantities
package import Risk

/// A position with what belongs to its loan: a row that anyone can recompute a report from.
package struct PositionEntry: Hashable, Sendable {
  package let position: LoanPosition
  package let loanNumber: String
  package let branch: String
  /// The borrower's reference, who owes it at the time.
  package let borrower: String
  /// The group that answers for the borrower, if any.
  package let group: String?
  /// The principal granted.
  package let granted: Money
  package let startsOn: Day
  package let maturesOn: Day
}

extension TraitRepository {
  private static let copyEntries = Statement.file("portfolio/copy_entries")

  /// Calls `body` with each position of a version and what belongs to its loan, by loan.
  package func eachEntry(
    of version: CountedVersion, _ body: (PositionEntry) throws -> Void
  ) throws {
    try connection.copyOut(Self.copyEntries.with(naming(version))) { row in
      var position = LoanPosition(
        bankID: bankID, branchID: try row.get(23), line: try row.get(24), loanID: try row.bigint(0),
        borrowerID: try row.bigint(3))
      try position.take(row, from: 9)
      try body(
        PositionEntry(
          position: position, loanNumber: try row.get(1), branch: try row.get(2),
          borrower: try row.get(4), group: try row.optional(5), granted: try row.get(6),
          startsOn: try row.get(7), maturesOn: try row.get(8)))
    }
  }
}

extension LoanPosition {
  /// Takes the columns of `positions` from `principal` to `special_provision`, the first of which
  /// is the field at `first`.
  mutating func take(_ row: CopyRow, from first: Int) throws(PostgresError) {
    principal = try row.get(first)
    principalDue = try row.get(first + 1)
    interestDue = try row.get(first + 2)
    interestRunning = try row.get(first + 3)
    penaltyDue = try row.get(first + 4)
    credit = try row.get(first + 5)
    principalOverdueDays = Int(try row.integer(first + 6))
    interestOverdueDays = Int(try row.integer(first + 7))
    isRestructured = try row.boolean(first + 8)
    bookPrincipal = try row.get(first + 9)
    isNonAccrual = try row.boolean(first + 10)
    riskClass = try row.value(first + 11)
    generalProvision = try row.get(first + 12)
    specialProvision = try row.get(first + 13)
  }
}
