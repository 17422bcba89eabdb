import Banks
package import Postgres

/// Who owes loans and is no retail customer.
package struct DebtorRepository {
  private static let listNonRetail = Statement.file("borrowers/list_non_retail")
  private static let listActiveLoans = Statement.file("borrowers/list_active_loans")
  private static let listOtherLoans = Statement.file("borrowers/list_other_loans")

  private let connection: Connection

  package init(_ connection: Connection) { self.connection = connection }

  /// The ids of a bank's borrowers that are no retail customers.
  package func nonRetail(bankID: Int64) throws(PostgresError) -> Set<Int64> {
    var ids: Set<Int64> = []
    let kinds = BorrowerKind.allCases.filter { !$0.isNatural }.map(\.rawValue)
    for row in try connection.query(Self.listNonRetail, [bankID, kinds]) {
      ids.insert(try row.get("borrower_id"))
    }
    return ids
  }

  /// The ids of the active loans of some borrowers, by borrower.
  package func activeLoans(
    bankID: Int64, borrowerIDs: [Int64]
  ) throws(PostgresError) -> [Int64: [Int64]] {
    guard !borrowerIDs.isEmpty else { return [:] }
    var loans: [Int64: [Int64]] = [:]
    for row in try connection.query(Self.listActiveLoans, [bankID, borrowerIDs]) {
      loans[try row.get("borrower_id"), default: []].append(try row.get("loan_id"))
    }
    return loans
  }

  /// The ids of a borrower's loans that are or were paid out, but for one.
  package func otherLoans(
    bankID: Int64, borrowerID: Int64, than loanID: Int64
  ) throws(PostgresError) -> [Int64] {
    var ids: [Int64] = []
    for row in try connection.query(Self.listOtherLoans, [bankID, borrowerID, loanID]) {
      ids.append(try row.get("loan_id"))
    }
    return ids
  }
}
