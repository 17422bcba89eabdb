import Banks
package import Postgres
import Quantities

/// Pages of a bank's loans, each read from the index of its order.
package struct LoanListRepository {
  private static let settings = Statement.file("list/page_settings")
  private static let settingsEnd = Statement.file("list/page_settings_end")
  private static let totals = Statement.file("list/totals")
  private static let listByFacts = Statement.file("list/list_by_facts")
  private static let banksOfOfficer = Statement.file("list/list_banks_of_officer")
  private static let byNumber = Statement.file("list/page_by_number")
  private static let byDisbursement = Statement.file("list/page_by_disbursed")
  private static let byMaturity = Statement.file("list/page_by_matures")
  private static let byOutstanding = Statement.file("list/page_by_outstanding")
  private static let byOverdue = Statement.file("list/page_by_overdue")

  private let connection: Connection

  package init(_ connection: Connection) { self.connection = connection }

  /// Has pages read from their indexes until the transaction ends.
  package func usePageSettings() throws(PostgresError) {
    try connection.script(Self.settings.text, name: Self.settings.name)
  }

  /// Has statements planned as ever again.
  package func endPageSettings() throws(PostgresError) {
    try connection.script(Self.settingsEnd.text, name: Self.settingsEnd.name)
  }

  /// At most `count` loans in an order, the first ones or those after a place of that order.
  package func page(
    _ filter: LoanFilter, by order: LoanOrder, after place: LoanPlace?, count: Int
  ) throws(PostgresError) -> [LoanEntry] {
    let (statement, parameters) = Self.page(filter, by: order, after: place, count: count)
    var entries: [LoanEntry] = []
    for row in try connection.query(statement, parameters) { entries.append(try LoanEntry(row)) }
    return entries
  }

  /// The statement of a page with its parameters.
  package static func page(
    _ filter: LoanFilter, by order: LoanOrder, after place: LoanPlace?, count: Int
  ) -> (statement: Statement, parameters: [(any PostgresEncodable)?]) {
    let start: [(any PostgresEncodable)?]
    switch order {
    case .number: start = [place?.number]
    case .outstanding: start = [place?.value, place?.number]
    case .disbursed, .matures, .overdue:
      start = [place.map { Day(number: Int32(clamping: $0.value)) }, place?.number]
    }
    return (Self.statement(order), filter.parameters + start + [count])
  }

  private static func statement(_ order: LoanOrder) -> Statement {
    switch order {
    case .number: byNumber
    case .disbursed: byDisbursement
    case .matures: byMaturity
    case .outstanding: byOutstanding
    case .overdue: byOverdue
    }
  }

  /// The whole of what a filter leaves; it reads all of it.
  package func totals(_ filter: LoanFilter) throws(PostgresError) -> LoanTotals {
    let row = try connection.query(Self.totals, filter.parameters)[0]
    var totals = LoanTotals()
    totals.loans = try row.get("loans")
    totals.principal = try row.get("principal")
    totals.outstanding = try row.get("outstanding")
    return totals
  }

  /// Those active loans of a filter whose class goes by facts: by their own, or as one of several
  /// of a debtor who is no retail customer.
  package func byFacts(_ filter: LoanFilter) throws(PostgresError) -> [LoanEntry] {
    var ids: [Int64] = []
    let firms = BorrowerKind.allCases.filter { !$0.isNatural }.map(\.rawValue)
    for row in try connection.query(Self.listByFacts, [filter.bankID, firms]) {
      ids.append(try row.get("loan_id"))
    }
    var filter = filter
    filter.chosen = .only(ids)
    return try page(filter, by: .number, after: nil, count: ids.count)
  }

  /// The codes of the banks where an officer works, known by code or else by login.
  package func banks(
    ofOfficer code: String?, login: String?
  ) throws(PostgresError) -> [String] {
    var codes: [String] = []
    for row in try connection.query(Self.banksOfOfficer, [code, code == nil ? login : nil]) {
      codes.append(try row.get("code"))
    }
    return codes
  }
}
