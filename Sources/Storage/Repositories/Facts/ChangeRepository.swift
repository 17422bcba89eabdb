package import LoanProducts
package import Postgres
package import Quantities

/// What waits for a second officer.
package struct OpenProposal: Hashable, Sendable {
  package let number: Int64
  package let loanNumber: String
  /// Of the fact that is proposed.
  package let kind: FactKind
  package let effectiveOn: Day
  package let bookedOn: Day
  package let amount: Money?
  /// The code of who proposed it.
  package let officer: String
  package let reason: String

  init(_ row: Row) throws(PostgresError) {
    number = try row.get("fact_number")
    loanNumber = try row.get("loan_number")
    kind = try row.value("kind")
    effectiveOn = try row.get("effective_on")
    bookedOn = try row.get("booked_on")
    amount = try row.optional("amount")
    officer = try row.get("officer")
    reason = try row.optional("reason") ?? ""
  }
}

/// The loans that changes are asked for, and the changes that wait.
package struct ChangeRepository {
  private static let listDecreedLoans = Statement.file("servicing/list_decreed_loans")
  private static let listOpenProposals = Statement.file("servicing/list_open_proposals")

  private let connection: Connection

  package init(_ connection: Connection) { self.connection = connection }

  /// The numbers of the active loans whose borrowers live in a division, and of a line.
  package func decreedLoans(
    bankID: Int64, divisionPrefix: String?, line: ProductLine?
  ) throws(PostgresError) -> [String] {
    var numbers: [String] = []
    let parameters: [(any PostgresEncodable)?] = [bankID, divisionPrefix, line?.rawValue]
    for row in try connection.query(Self.listDecreedLoans, parameters) {
      numbers.append(try row.get("loan_number"))
    }
    return numbers
  }

  /// The proposals of a loan, or of all, that nobody has decided on.
  package func openProposals(bankID: Int64, loanID: Int64?) throws(PostgresError) -> [OpenProposal]
  {
    var proposals: [OpenProposal] = []
    for row in try connection.query(Self.listOpenProposals, [bankID, loanID]) {
      proposals.append(try OpenProposal(row))
    }
    return proposals
  }
}
