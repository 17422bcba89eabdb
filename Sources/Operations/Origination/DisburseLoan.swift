import Banks
import LoanProducts
package import Postgres
package import Quantities
import Repositories
import Scheduling

/// One disbursement.
package struct DisbursementRequest: Hashable, Sendable {
  package var loanNumber: String
  /// The first part: from the agreed day to before the first due day.
  ///
  /// Nil for the agreed day, or that of the signature if it is later; for a further part nil is the
  /// bank's business date.
  package var on: Day?
  /// Nil for all that is not paid out yet.
  package var amount: Money?
  /// The account that the money goes to, by its holder's words.
  package var account: String?
  /// Nil for the step's own: all is paid out at once.
  package var key: String?

  package init(loanNumber: String, on day: Day?, key: String?) {
    self.loanNumber = loanNumber
    self.on = day
    self.key = key
  }

  var canonical: String {
    """
    disburse
    loan=\(loanNumber)
    on=\(on.map { "\($0)" } ?? "")
    amount=\(amount.map { "\($0.minorUnits)" } ?? "")
    account=\(account ?? "")
    """
  }
}

/// A signed loan is paid out, whole or in parts, by another officer than approved it.
///
/// The first part starts the loan; open conditions keep the next part back.
package enum DisburseLoan {
  /// - Returns: whether the disbursement is new; the same key again changes nothing.
  /// - Throws: `OperationError`, `ApprovalError`, `SchedulingError`, `ServicingError`,
  ///   `PostgresError`.
  package static func run(
    _ request: DisbursementRequest, bank: String, caller: Caller, on pool: ConnectionPool
  ) async throws -> Bool {
    try await BankWork.perform(pool, bank: bank, caller: caller) { work in
      try work.require(.cashier)
      let (loan, state) = try work.open(request.loanNumber, allowed: LoanStatus.allCases)
      let facts = try work.facts(of: loan)
      let (key, earlier) = try work.earlier(
        key: request.key, own: ownKey(request.loanNumber, facts), request: request.canonical)
      if earlier != nil { return false }
      let part = try Part(request, loan, state, facts.inForce)
      try work.requireOtherOfficer(than: [.approved, .voted], of: part.facts)
      try part.check(work)
      _ = try RecordEvent.record(
        RecordEvent.Recording(
          draft: FactDraft(.disbursed, part.amount) { $0.account = request.account },
          number: loan.number, on: part.day(work), key: key, canonical: request.canonical),
        in: work)
      return true
    }
  }

  /// A disbursement that was undone leaves its key used: the next one has another.
  private static func ownKey(_ number: String, _ facts: [FactRecord]) -> String {
    let all = facts.count { $0.kind == .disbursed }
    let undone = all - facts.inForce.count { $0.kind == .disbursed }
    return undone == 0 ? "disburse/\(number)" : "disburse/\(number)/\(undone + 1)"
  }
}

/// What is to be paid out of a loan now.
private struct Part {
  let request: DisbursementRequest
  let loan: LoanRecord
  let facts: [FactRecord]
  let amount: Money
  private let left: Money
  private var isFirst: Bool { left == loan.terms.principal }
  private var signedOn: Day? { facts.last { $0.kind == .signed }?.effectiveOn }

  /// - Throws: `OperationError.statusNotAllowed` for a loan of which nothing can be paid out.
  init(
    _ request: DisbursementRequest, _ loan: LoanRecord, _ state: LoanState, _ facts: [FactRecord]
  ) throws {
    self.request = request
    self.loan = loan
    self.facts = facts
    left = facts.filter { $0.kind == .disbursed }.compactMap(\.amount)
      .reduce(loan.terms.principal, -)
    amount = request.amount ?? left
    let isOpen = state.status == .signed || (state.status == .active && signedOn != nil)
    guard isOpen, left.isPositive else {
      throw OperationError.statusNotAllowed(
        loan: loan.number, found: state.status, allowed: [.signed])
    }
  }

  func day(_ work: BankWork) -> Day {
    if let day = request.on { return day }
    guard isFirst else { return work.head.businessDate }
    return max(loan.terms.startsOn, signedOn ?? loan.terms.startsOn)
  }

  func check(_ work: BankWork) throws {
    let open = facts.openConditions
    guard open.isEmpty else { throw ApprovalError.conditionsNotMet(open) }
    guard amount.isPositive, amount <= left else {
      throw ApprovalError.partOutsideRange(amount, left: left)
    }
    let day = day(work)
    try work.requireNotAfterBusinessDate(day)
    if isFirst {
      let contract = try LoanContract(loan.terms, market: try work.market())
      let allowed = loan.terms.startsOn...(contract.dueDays[0].on - 1)
      guard allowed.contains(day) else {
        throw OperationError.disbursedOutsideFirstPeriod(day, allowed: allowed)
      }
    }
    if let signedOn, day < signedOn {
      throw ApprovalError.dayBeforeStep(day, step: .signed, on: signedOn)
    }
  }
}
