package import Postgres
import Quantities

/// A contract's text as it was signed.
package struct SignedContract: Hashable, Sendable {
  package let factNumber: Int64
  package let text: String
  /// Of the text in UTF-8, as 64 digits.
  package let sha256: String

  package init(factNumber: Int64, text: String, sha256: String) {
    self.factNumber = factNumber
    self.text = text
    self.sha256 = sha256
  }
}

/// Contracts as they were signed; they are never changed.
package struct ContractRepository {
  private static let digestContract = Statement.file("origination/contract_digest")
  private static let insertContract = Statement.file("origination/insert_contract")
  private static let findContract = Statement.file("origination/find_contract")
  private static let countSettled = Statement.file("origination/count_settled")

  private let connection: Connection

  package init(_ connection: Connection) { self.connection = connection }

  /// The SHA-256 of a text.
  package func digest(_ text: String) throws(PostgresError) -> String {
    try connection.query(Self.digestContract, [text])[0].get("sha256")
  }

  package func insert(
    _ contract: SignedContract, bankID: Int64, loanID: Int64
  ) throws(PostgresError) {
    _ = try connection.execute(
      Self.insertContract,
      [bankID, loanID, contract.factNumber, contract.text, contract.sha256])
  }

  package func find(bankID: Int64, loanID: Int64) throws(PostgresError) -> SignedContract? {
    guard let row = try connection.first(Self.findContract, [bankID, loanID]) else { return nil }
    return SignedContract(
      factNumber: try row.get("fact_number"), text: try row.get("contract"),
      sha256: try row.get("sha256"))
  }

  /// How many loans a borrower has paid back.
  package func settledLoans(bankID: Int64, borrowerID: Int64) throws(PostgresError) -> Int {
    try connection.query(Self.countSettled, [bankID, borrowerID])[0].get("loans")
  }
}
