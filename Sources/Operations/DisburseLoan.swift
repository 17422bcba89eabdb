import Banks
import LoanProducts
package import Postgres
package import Quantities
import Repositories
import Scheduling

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
      let (loan, _) = try work.open(request.loanNumber, allowed: [.approved])
      try work.requireOtherOfficer(than: .approved, of: loan)
      let startsOn = request.on ?? loan.terms.startsOn
      try work.requireNotAfterBusinessDate(startsOn)
      let contract = try LoanContract(loan.terms, market: try work.market())
      let allowed = loan.terms.startsOn...(contract.dueDays[0].on - 1)
      guard allowed.contains(startsOn) else {
        throw OperationError.disbursedOutsideFirstPeriod(startsOn, allowed: allowed)
      }
      let amount = loan.terms.principal
      _ = try ServiceLoan.record(
        ServiceLoan.Recording(
          draft: FactDraft(.disbursed, amount), number: request.loanNumber, on: startsOn,
          key: request.key, canonical: request.canonical), in: work)
      return true
    }
  }
}
