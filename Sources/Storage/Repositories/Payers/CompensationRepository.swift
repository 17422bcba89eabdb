package import Postgres
package import Quantities

/// A loan that a risk-compensation fund covers, with what was moved of its cover.
package struct CoveredLoan: Hashable, Sendable {
  package let bankID: Int64
  package let loanID: Int64
  package let loanNumber: String
  package let borrowerID: Int64
  /// The oldest due day not paid in full, past or to come; `Day.last` for none.
  package let oldestUnpaidDueOn: Day
  package let fund: String
  /// The fund's share of the whole loan, in per cent.
  package let sharePercent: Int
  /// Claimed and not refused, paid or not.
  package let claimed: Money
  package let paid: Money
  /// The fund's share of what was recovered since it paid, given back or not.
  package let owedBack: Money
  package let returned: Money
}

/// What funds cover and have paid.
package struct CompensationRepository {
  private static let listCovered = Statement.file("compensation/list_covered")
  private static let listOwedBack = Statement.file("compensation/list_owed_back")

  private let connection: Connection
  private let bankID: Int64

  package init(_ connection: Connection, bankID: Int64) {
    self.connection = connection
    self.bankID = bankID
  }

  /// A loan that a fund covers; nil for one that none does.
  package func find(loanID: Int64) throws(PostgresError) -> CoveredLoan? {
    try covered([bankID, loanID, nil, false]).first
  }

  /// Loans with a due that fell before a day and is unpaid, by fund and number.
  package func overdue(since day: Day) throws(PostgresError) -> [CoveredLoan] {
    try covered([bankID, nil, day, false])
  }

  /// Loans of whose cover anything was claimed, by fund and number.
  package func claimed() throws(PostgresError) -> [CoveredLoan] {
    try covered([bankID, nil, nil, true])
  }

  private func covered(
    _ parameters: [(any PostgresEncodable)?]
  ) throws(PostgresError) -> [CoveredLoan] {
    var loans: [CoveredLoan] = []
    for row in try connection.query(Self.listCovered, parameters) {
      loans.append(
        CoveredLoan(
          bankID: bankID, loanID: try row.get("loan_id"), loanNumber: try row.get("loan_number"),
          borrowerID: try row.get("borrower_id"),
          oldestUnpaidDueOn: try row.get("oldest_unpaid_due_on"), fund: try row.get("fund"),
          sharePercent: try row.get("fund_share_percent"), claimed: try row.get("claimed"),
          paid: try row.get("paid"), owedBack: try row.get("owed_back"),
          returned: try row.get("returned")))
    }
    return loans
  }

  /// The fund's shares of what was recovered of loans, by loan, in the order they were booked.
  package func owedBack(
    loanIDs: [Int64]
  ) throws(PostgresError) -> [Int64: [(on: Day, amount: Money)]] {
    var shares: [Int64: [(on: Day, amount: Money)]] = [:]
    for row in try connection.query(Self.listOwedBack, [bankID, loanIDs]) {
      shares[try row.get("loan_id"), default: []]
        .append((try row.get("value_on"), try row.get("amount")))
    }
    return shares
  }
}
