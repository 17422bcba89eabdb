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
      position.principal = try row.get(9)
      position.principalDue = try row.get(10)
      position.interestDue = try row.get(11)
      position.interestRunning = try row.get(12)
      position.penaltyDue = try row.get(13)
      position.credit = try row.get(14)
      position.principalOverdueDays = Int(try row.get(15, as: Int32.self))
      position.interestOverdueDays = Int(try row.get(16, as: Int32.self))
      position.isRestructured = try row.get(17)
      position.bookPrincipal = try row.get(18)
      position.isNonAccrual = try row.get(19)
      position.riskClass = try row.value(20)
      position.generalProvision = try row.get(21)
      position.specialProvision = try row.get(22)
      try body(
        PositionEntry(
          position: position, loanNumber: try row.get(1), branch: try row.get(2),
          borrower: try row.get(4), group: try row.optional(5), granted: try row.get(6),
          startsOn: try row.get(7), maturesOn: try row.get(8)))
    }
  }
}
