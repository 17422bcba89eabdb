import Banks
import LoanProducts
package import Postgres
import Posting
package import Quantities
import Repositories
import Scheduling
import Servicing

/// The principal is paid out by another officer than the one who approved.
package enum DisburseLoan {
  /// - Parameters:
  ///   - number: the loan's number.
  ///   - day: the day of the disbursement, from the agreed one to before the first due day; nil for
  ///     the agreed day.
  ///   - key: the idempotency key.
  ///   - bank: the bank's code.
  ///   - caller: who asks.
  ///   - pool: where.
  /// - Returns: whether the disbursement is new; the same key again changes nothing.
  /// - Throws: `OperationError`, `SchedulingError`, `PostgresError`.
  package static func run(
    _ number: String, on day: Day? = nil, key: String, bank: String, caller: Caller,
    pool: ConnectionPool
  ) async throws -> Bool {
    try await BankWork.perform(pool, bank: bank, caller: caller) { work in
      try work.require(.cashier)
      let request = "disburse\nloan=\(number)\non=\(day.map { "\($0)" } ?? "")"
      if try work.earlier(key: key, request: request) != nil { return false }
      var (loan, state) = try work.open(number, allowed: [.approved])
      try work.requireOtherOfficer(than: .approved, of: loan)
      let startsOn = day ?? loan.terms.startsOn
      try work.requireNotAfterBusinessDate(startsOn)
      let contract = try LoanContract(loan.terms, market: try work.market())
      let allowed = loan.terms.startsOn...(contract.dueDays[0].on - 1)
      guard allowed.contains(startsOn) else {
        throw OperationError.disbursedOutsideFirstPeriod(startsOn, allowed: allowed)
      }
      let fact = try work.record(
        .disbursed, effectiveOn: startsOn, key: key, request: request
      ) { fact in
        fact.loanID = loan.loanID
        fact.amount = loan.terms.principal
      }
      let facts = try work.facts(of: loan).compactMap(\.loanFact)
      state.startsOn = startsOn
      state.follow(try Claim(contract, facts: facts, through: work.head.businessDate))
      state.lastFactNumber = fact.number
      try work.states.update(state, bankID: work.bank.id, loanID: loan.loanID)
      if let transfer = Transfer(.disbursement, change: loan.terms.principal) {
        try work.book([TransferRecord(fact: fact, loanID: loan.loanID, transfer)])
      }
      return true
    }
  }
}
