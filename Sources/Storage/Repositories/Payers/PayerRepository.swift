package import LoanProducts
package import Postgres
package import Quantities

/// Who pays beside the borrower of a loan: found when it was applied for, never changed.
package struct LoanPayers: Hashable, Sendable {
  /// The code of the programme that pays the subsidised interest; nil if none does.
  package var programme: String?
  /// The code of the fund that shares a loss, and its share of the whole loan in per cent.
  package var fund: String?
  package var fundSharePercent: Int?

  package init(programme: String? = nil, fund: String? = nil, fundSharePercent: Int? = nil) {
    self.programme = programme
    self.fund = fund
    self.fundSharePercent = fundSharePercent
  }
}

/// A loan with a subsidy of which it was not asked yet who pays it.
package struct UnassignedLoan: Hashable, Sendable {
  package let loanID: Int64
  package let line: ProductLine
  package let agreedOn: Day
  package let payer: Payer
  package let divisionCode: String
}

/// Who pays beside the borrowers, and what loans of a place came to.
package struct PayerRepository {
  private static let insertLoanPayers = Statement.file("payers/insert_loan_payers")
  private static let findLoanPayers = Statement.file("payers/find_loan_payers")
  private static let listLoanPayers = Statement.file("payers/list_loan_payers")
  private static let listUnassigned = Statement.file("payers/list_unassigned")
  private static let nonPerforming = Statement.file("payers/non_performing")

  private let connection: Connection

  package init(_ connection: Connection) { self.connection = connection }

  package func insert(
    _ payers: LoanPayers, bankID: Int64, loanID: Int64
  ) throws(PostgresError) {
    _ = try connection.execute(
      Self.insertLoanPayers,
      [bankID, loanID, payers.programme, payers.fund, payers.fundSharePercent])
  }

  package func find(bankID: Int64, loanID: Int64) throws(PostgresError) -> LoanPayers? {
    guard let row = try connection.first(Self.findLoanPayers, [bankID, loanID]) else { return nil }
    return try Self.payers(row)
  }

  /// Those of a range of loans, by the loan's id; of loans that nobody else pays for nothing.
  package func list(
    bankID: Int64, _ range: ClosedRange<Int64>
  ) throws(PostgresError) -> [Int64: LoanPayers] {
    var payers: [Int64: LoanPayers] = [:]
    let key: [(any PostgresEncodable)?] = [bankID, range.lowerBound, range.upperBound]
    for row in try connection.query(Self.listLoanPayers, key) {
      payers[try row.get("loan_id")] = try Self.payers(row)
    }
    return payers
  }

  private static func payers(_ row: Row) throws(PostgresError) -> LoanPayers {
    LoanPayers(
      programme: try row.optional("programme"), fund: try row.optional("fund"),
      fundSharePercent: try row.optional("fund_share_percent"))
  }

  package func unassigned(bankID: Int64) throws(PostgresError) -> [UnassignedLoan] {
    var loans: [UnassignedLoan] = []
    for row in try connection.query(Self.listUnassigned, [bankID]) {
      loans.append(
        UnassignedLoan(
          loanID: try row.get("loan_id"), line: try row.value("line"),
          agreedOn: try row.get("agreed_on"), payer: try row.value("subsidy_payer"),
          divisionCode: try row.get("division_code")))
    }
    return loans
  }

  /// Adds who pays for many loans, without waiting for each answer.
  package func insert(
    _ found: [(loanID: Int64, payers: LoanPayers)], bankID: Int64
  ) throws(PostgresError) {
    var batch = Batch(Self.insertLoanPayers)
    for (loanID, payers) in found {
      batch.add([bankID, loanID, payers.programme, payers.fund, payers.fundSharePercent])
    }
    try batch.run(connection)
  }

  /// The principal of a line's loans to borrowers of a place at a month's end, in minor units.
  package func nonPerforming(
    bankID: Int64, month: Month, version: Int32, line: ProductLine, divisionPrefix: String
  ) throws(PostgresError) -> (principal: Int128, nonPerforming: Int128) {
    let row = try connection.query(
      Self.nonPerforming, [bankID, month.firstDay, version, line.rawValue, divisionPrefix])[0]
    return (try row.get("principal"), try row.get("non_performing"))
  }
}
