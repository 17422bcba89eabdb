package import Accrual
import LoanProducts
package import Postgres
package import Quantities
package import Servicing

/// Where a loan stands.
package enum LoanStatus: String, Hashable, Sendable, CaseIterable {
  case applied = "applied"
  case approved = "approved"
  case active = "active"
  /// Nothing is owed any more.
  case settled = "settled"
}

/// The current state of a loan: what lists filter and sort by, what servicing has posted.
package struct LoanState: Hashable, Sendable {
  package var status: LoanStatus
  /// The day of the disbursement; planned until it happens.
  package var startsOn: Day
  package var outstanding: Money
  /// `Day.last` when nothing will fall due.
  package var oldestUnpaidDueOn: Day
  package var lastFactNumber: Int64
  package var repaid: Repaid
  /// Accruals posted, of a loan that has no position: taken over, or settled.
  package var posted: AccrualTarget

  package init(status: LoanStatus, startsOn: Day, outstanding: Money, lastFactNumber: Int64) {
    self.status = status
    self.startsOn = startsOn
    self.outstanding = outstanding
    oldestUnpaidDueOn = .last
    self.lastFactNumber = lastFactNumber
    repaid = Repaid()
    posted = AccrualTarget(interest: .zero, penalty: .zero)
  }

  /// Takes over what a claim says.
  package mutating func follow(_ claim: Claim) {
    status = claim.isSettled ? .settled : .active
    outstanding = claim.principal
    oldestUnpaidDueOn = claim.isSettled ? .last : claim.oldestUnpaidDueOn ?? .last
    repaid = claim.repaid
  }

  init(_ row: Row) throws(PostgresError) {
    status = try row.value("status")
    startsOn = try row.get("starts_on")
    outstanding = try row.get("outstanding")
    oldestUnpaidDueOn = try row.get("oldest_unpaid_due_on")
    lastFactNumber = try row.get("last_fact_number")
    repaid = Repaid()
    repaid.principal = try row.get("repaid_principal")
    repaid.interest = try row.get("repaid_interest")
    repaid.penalty = try row.get("repaid_penalty")
    repaid.credit = try row.get("credit")
    posted = AccrualTarget(
      interest: InterestByPayer(
        borrower: try row.get("posted_borrower"), finance: try row.get("posted_finance"),
        programme: try row.get("posted_programme")),
      penalty: try row.get("posted_penalty"))
  }
}

/// The current states of loans.
package struct StateRepository {
  private static let insertState = Statement.file("states/insert_state")
  private static let loadState = Statement.file("states/load_state")
  private static let updateState = Statement.file("states/update_state")
  private static let listPending = Statement.file("states/list_pending")

  private let connection: Connection

  package init(_ connection: Connection) { self.connection = connection }

  package func insert(_ state: LoanState, of loan: LoanRecord) throws(PostgresError) {
    let (statement, parameters) = Self.insertion(state, of: loan)
    _ = try connection.execute(statement, parameters)
  }

  /// What `insert` runs.
  static func insertion(
    _ state: LoanState, of loan: LoanRecord
  ) -> (Statement, [(any PostgresEncodable)?]) {
    let owner: [(any PostgresEncodable)?] = [
      loan.bankID, loan.loanID, loan.number, loan.branchID, loan.officerID, loan.borrowerID,
      loan.line.rawValue, state.status.rawValue, loan.isRestructured, state.startsOn,
      loan.terms.maturesOn, loan.terms.principal, state.outstanding, state.oldestUnpaidDueOn,
      state.lastFactNumber,
    ]
    return (insertState, owner + amounts(state))
  }

  package func load(bankID: Int64, loanID: Int64) throws(PostgresError) -> LoanState? {
    guard let row = try connection.first(Self.loadState, [bankID, loanID]) else { return nil }
    return try LoanState(row)
  }

  package func update(_ state: LoanState, bankID: Int64, loanID: Int64) throws(PostgresError) {
    let owner: [(any PostgresEncodable)?] = [
      bankID, loanID, state.status.rawValue, state.startsOn, state.outstanding,
      state.oldestUnpaidDueOn, state.lastFactNumber,
    ]
    _ = try connection.execute(Self.updateState, owner + Self.amounts(state))
  }

  /// The numbers of the loans in one status, ascending.
  package func numbers(bankID: Int64, status: LoanStatus) throws(PostgresError) -> [String] {
    var numbers: [String] = []
    for row in try connection.query(Self.listPending, [bankID, status.rawValue]) {
      numbers.append(try row.get("loan_number"))
    }
    return numbers
  }

  private static func amounts(_ state: LoanState) -> [(any PostgresEncodable)?] {
    [
      state.repaid.principal, state.repaid.interest, state.repaid.penalty, state.repaid.credit,
      state.posted.interest.borrower, state.posted.interest.finance,
      state.posted.interest.programme, state.posted.penalty,
    ]
  }
}
