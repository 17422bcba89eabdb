import Banks
package import Postgres

/// Who owes loans and is no retail customer.
package struct DebtorRepository {
  private static let listNonRetail = Statement.file("borrowers/list_non_retail")
  private static let listLoansOwed = Statement.file("borrowers/list_loans_owed")

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

  /// The ids of the loans in some statuses that some borrowers owe, by borrower.
  package func loansOwed(
    bankID: Int64, by borrowerIDs: [Int64], _ statuses: [LoanStatus]
  ) throws(PostgresError) -> [Int64: [Int64]] {
    guard !borrowerIDs.isEmpty else { return [:] }
    var loans: [Int64: [Int64]] = [:]
    let parameters: [(any PostgresEncodable)?] = [bankID, borrowerIDs, statuses.map(\.rawValue)]
    for row in try connection.query(Self.listLoansOwed, parameters) {
      loans[try row.get("borrower_id"), default: []].append(try row.get("loan_id"))
    }
    return loans
  }
}
