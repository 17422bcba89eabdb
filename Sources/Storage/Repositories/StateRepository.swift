package import Accrual
import LoanProducts
package import Postgres
package import Posting
package import Quantities
package import Servicing

/// Where a loan stands.
package enum LoanStatus: String, Hashable, Sendable, CaseIterable {
  case applied = "applied"
  case approved = "approved"
  case signed = "signed"
  case active = "active"
  /// Nothing is owed any more.
  case settled = "settled"
  /// No principal is on the books any more, and the claim stays.
  case writtenOff = "written-off"
  case refused = "refused"
  case withdrawn = "withdrawn"
  /// Approved, and not signed in time.
  case expired = "expired"

  /// Those of a loan that was paid out and is owed.
  package static let running: [LoanStatus] = [.active, .writtenOff]

  /// Of a loan that was paid out.
  static func paidOut(isSettled: Bool, isWrittenOff: Bool) -> LoanStatus {
    if isSettled { return .settled }
    return isWrittenOff ? .writtenOff : .active
  }
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
  /// As signed, until facts move them.
  package var maturesOn: Day
  package var borrowerID: Int64
  package var branchID: Int64
  package var isRestructured: Bool
  /// Of the outstanding, what stands on the books.
  package var bookPrincipal = Money.zero
  package var isNonAccrual = false
  /// See `Claim.isClassedByFacts`.
  package var isClassedByFacts = false
  /// What facts have booked so far.
  package var moved = Moved()
  /// Accruals posted, of a loan that has no position: taken over, or settled.
  package var posted: AccrualTarget

  /// The state of a loan that was not paid out yet.
  package init(_ loan: LoanRecord, status: LoanStatus, lastFactNumber: Int64) {
    self.status = status
    startsOn = loan.terms.startsOn
    maturesOn = loan.terms.maturesOn
    borrowerID = loan.borrowerID
    branchID = loan.branchID
    isRestructured = loan.isRestructured
    outstanding = .zero
    oldestUnpaidDueOn = .last
    self.lastFactNumber = lastFactNumber
    posted = AccrualTarget(interest: .zero, penalty: .zero)
  }

  /// Takes over what a claim says.
  package mutating func follow(_ claim: Claim, on day: Day, of loan: LoanRecord) {
    status = .paidOut(isSettled: claim.isSettled, isWrittenOff: claim.isWrittenOff)
    if claim.takenOver == nil { startsOn = claim.startsOn }
    maturesOn = claim.terms.maturesOn
    outstanding = claim.principal
    bookPrincipal = claim.bookPrincipal
    isNonAccrual = claim.nonAccrual != nil
    isRestructured = loan.isRestructured || claim.isObserved(on: day)
    isClassedByFacts = claim.isClassedByFacts(on: day)
    oldestUnpaidDueOn = claim.unpaidSince
    moved = Moved(claim)
  }

  /// Takes over what an outlook says.
  package mutating func follow(_ told: ToldState) {
    status = told.status
    outstanding = told.outstanding
    bookPrincipal = told.bookPrincipal
    isNonAccrual = told.isNonAccrual
    isRestructured = told.isRestructured
    isClassedByFacts = told.isClassedByFacts
    oldestUnpaidDueOn = told.oldestUnpaidDueOn
    moved = told.moved
    posted = told.posted ?? posted
  }

  /// Takes a loan back to before its disbursement, which was undone.
  package mutating func unstart(_ loan: LoanRecord) {
    let posted = posted
    self = LoanState(loan, status: .signed, lastFactNumber: lastFactNumber)
    self.posted = posted
  }

  init(_ row: Row) throws(PostgresError) {
    status = try row.value("status")
    startsOn = try row.get("starts_on")
    outstanding = try row.get("outstanding")
    oldestUnpaidDueOn = try row.get("oldest_unpaid_due_on")
    lastFactNumber = try row.get("last_fact_number")
    maturesOn = try row.get("state_matures_on")
    borrowerID = try row.get("state_borrower_id")
    branchID = try row.get("state_branch_id")
    isRestructured = try row.get("state_is_restructured")
    bookPrincipal = try row.get("book_principal")
    isNonAccrual = try row.get("is_non_accrual")
    isClassedByFacts = try row.get("class_by_facts")
    moved = Moved(sums: try row.get("moved"))
    posted = AccrualTarget(
      interest: InterestByPayer(
        borrower: try row.get("posted_borrower"), finance: try row.get("posted_finance"),
        programme: try row.get("posted_programme")),
      penalty: try row.get("posted_penalty"), compound: try row.get("posted_compound"),
      suspended: try row.get("posted_suspended"))
  }
}

/// What an outlook tells of the state of a loan on a day after something fell due.
package struct ToldState: Hashable, Sendable {
  let status: LoanStatus
  let outstanding: Money
  let bookPrincipal: Money
  let isNonAccrual: Bool
  let isRestructured: Bool
  let isClassedByFacts: Bool
  let oldestUnpaidDueOn: Day
  let moved: Moved
  /// Of a loan that has no position any more.
  let posted: AccrualTarget?

  /// At a place after the first.
  package init(_ stored: StoredOutlook, at place: Int, on day: Day) {
    let outlook = stored.outlook(at: place)
    status = .paidOut(isSettled: outlook.isSettled, isWrittenOff: outlook.isWrittenOff)
    outstanding = outlook.owed
    bookPrincipal = outlook.bookPrincipal
    isNonAccrual = outlook.isNonAccrual
    isRestructured = stored.isRestructured || outlook.isObserved
    isClassedByFacts = outlook.isClassedByFacts
    oldestUnpaidDueOn = stored.later[place - 1].oldestUnpaidDueOn
    moved = Moved(sums: stored.moved(at: place))
    posted = outlook.isOver ? outlook.bookTarget(on: day) : nil
  }
}

/// The current states of loans.
package struct StateRepository {
  /// The most states of one statement.
  package static let batchSize = 5_000

  private static let insertState = Statement.file("states/insert_state")
  private static let loadStates = Statement.file("states/load_states")
  private static let updateStates = Statement.file("states/update_states")
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
      loan.bankID, loan.loanID, loan.number, loan.officerID, loan.line.rawValue,
      loan.terms.principal,
    ]
    return (insertState, owner + values(state))
  }

  package func load(bankID: Int64, loanID: Int64) throws(PostgresError) -> LoanState? {
    try load(bankID: bankID, loanIDs: [loanID]).first?.state
  }

  /// The states of some loans of a bank, by loan.
  package func load(
    bankID: Int64, loanIDs: [Int64]
  ) throws(PostgresError) -> [(loanID: Int64, state: LoanState)] {
    var states: [(loanID: Int64, state: LoanState)] = []
    for row in try connection.query(Self.loadStates, [bankID, loanIDs]) {
      states.append((try row.get("loan_id"), try LoanState(row)))
    }
    return states
  }

  package func update(_ state: LoanState, bankID: Int64, loanID: Int64) throws(PostgresError) {
    try update([(loanID: loanID, state: state)], bankID: bankID)
  }

  /// Updates the states of different loans of a bank, many in one statement.
  package func update(
    _ rows: [(loanID: Int64, state: LoanState)], bankID: Int64
  ) throws(PostgresError) {
    for batch in rows.batches(of: Self.batchSize) { try update(batch, bankID: bankID) }
  }

  private func update(
    _ rows: ArraySlice<(loanID: Int64, state: LoanState)>, bankID: Int64
  ) throws(PostgresError) {
    let states = rows.map(\.state)
    let interest = states.map(\.posted.interest)
    let standing: [(any PostgresEncodable)?] = [
      states.map(\.status.rawValue), states.map(\.branchID), states.map(\.borrowerID),
      states.map(\.isRestructured), states.map(\.startsOn), states.map(\.maturesOn),
      states.map(\.outstanding), states.map(\.oldestUnpaidDueOn), states.map(\.lastFactNumber),
      states.map(\.bookPrincipal), states.map(\.isNonAccrual), states.map(\.isClassedByFacts),
      states.map { "{" + $0.moved.stored.map(String.init).joined(separator: ",") + "}" },
    ]
    let posted: [(any PostgresEncodable)?] = [
      interest.map(\.borrower), interest.map(\.finance), interest.map(\.programme),
      states.map(\.posted.penalty), states.map(\.posted.compound),
      states.map(\.posted.suspended),
    ]
    _ = try connection.execute(
      Self.updateStates, [bankID, rows.map(\.loanID)] + standing + posted)
  }

  /// The numbers of the loans in one status, ascending.
  package func numbers(bankID: Int64, status: LoanStatus) throws(PostgresError) -> [String] {
    var numbers: [String] = []
    for row in try connection.query(Self.listPending, [bankID, status.rawValue]) {
      numbers.append(try row.get("loan_number"))
    }
    return numbers
  }

  /// The columns that facts move, in the order of both statements.
  private static func values(_ state: LoanState) -> [(any PostgresEncodable)?] {
    let standing: [(any PostgresEncodable)?] = [
      state.status.rawValue, state.branchID, state.borrowerID, state.isRestructured,
      state.startsOn, state.maturesOn, state.outstanding, state.oldestUnpaidDueOn,
      state.lastFactNumber, state.bookPrincipal, state.isNonAccrual, state.isClassedByFacts,
      state.moved.stored,
    ]
    let interest = state.posted.interest
    let posted: [(any PostgresEncodable)?] = [
      interest.borrower, interest.finance, interest.programme, state.posted.penalty,
      state.posted.compound, state.posted.suspended,
    ]
    return standing + posted
  }
}
