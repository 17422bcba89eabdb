import Banks
import LoanProducts
package import Postgres
import Posting
package import Quantities
import Repositories
import Scheduling
import Servicing

/// One disbursement.
package struct DisbursementRequest: Hashable, Sendable {
  package var loanNumber: String
  /// From the agreed day to before the first due day; nil for the agreed day.
  package var on: Day?
  package var key: String

  package init(loanNumber: String, on day: Day?, key: String) {
    self.loanNumber = loanNumber
    self.on = day
    self.key = key
  }

  var canonical: String {
    "disburse\nloan=\(loanNumber)\non=\(on.map { "\($0)" } ?? "")"
  }
}

/// The principal is paid out by another officer than the one who approved.
package enum DisburseLoan {
  /// - Returns: whether the disbursement is new; the same key again changes nothing.
  /// - Throws: `OperationError`, `SchedulingError`, `PostgresError`.
  package static func run(
    _ request: DisbursementRequest, bank: String, caller: Caller, on pool: ConnectionPool
  ) async throws -> Bool {
    try await BankWork.perform(pool, bank: bank, caller: caller) { work in
      try work.require(.cashier)
      if try work.earlier(key: request.key, request: request.canonical) != nil { return false }
      var (loan, state) = try work.open(request.loanNumber, allowed: [.approved])
      try work.requireOtherOfficer(than: .approved, of: loan)
      let startsOn = request.on ?? loan.terms.startsOn
      try work.requireNotAfterBusinessDate(startsOn)
      let contract = try LoanContract(loan.terms, market: try work.market())
      let allowed = loan.terms.startsOn...(contract.dueDays[0].on - 1)
      guard allowed.contains(startsOn) else {
        throw OperationError.disbursedOutsideFirstPeriod(startsOn, allowed: allowed)
      }
      let fact = try work.record(
        .disbursed, effectiveOn: startsOn, key: request.key, request: request.canonical
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
