import Banks
package import Postgres
package import Quantities
package import Servicing

/// One repayment.
package struct RepaymentRequest: Hashable, Sendable {
  package var loanNumber: String
  package var amount: Money
  /// The day it is effective; nil for the bank's business date.
  package var on: Day?
  /// What is left after everything due repays principal in advance, and what that does to the
  /// instalments to come; nil to hold it for the next due days.
  package var inAdvance: Advance?
  /// Who brought the money, if not the borrower: co-borrower, guarantor, group, heir, fund; and
  /// his reference.
  package var from: String?
  package var party: String?
  /// A repayment like one recorded already, on purpose.
  package var acceptsDuplicate = false
  package var key: String

  package init(
    loanNumber: String, amount: Money, on day: Day?, inAdvance: Advance? = nil, key: String
  ) {
    self.loanNumber = loanNumber
    self.amount = amount
    self.on = day
    self.inAdvance = inAdvance
    self.key = key
  }

  package var event: ServicingRequest {
    var request = ServicingRequest(
      loanNumber, .repaid(amount, inAdvance: inAdvance, from: from, party: party), on: on,
      key: key)
    request.acceptsDuplicate = acceptsDuplicate
    return request
  }
}

/// What a repayment did.
package struct RepaymentReceipt: Hashable, Sendable {
  package let isNew: Bool
  package let effectiveOn: Day
  /// What the repayment went to on its day.
  package let used: Repaid
  /// What is left to pay after it, on the bank's business date.
  package let outstanding: Money
  package let isSettled: Bool
}

extension RepaymentReceipt {
  package init(_ outcome: ServicingOutcome) {
    isNew = outcome.isNew
    effectiveOn = outcome.effectiveOn
    used = outcome.used
    outstanding = outcome.after?.claim.principal ?? .zero
    isSettled = outcome.after?.claim.isSettled ?? true
  }
}

/// Money comes in and is used in the contract's order.
package enum RecordRepayment {
  /// - Returns: what the money went to; the same key again returns the same and changes nothing.
  /// - Throws: `OperationError`, `ServicingError`, `SchedulingError`, `PostgresError`.
  package static func run(
    _ request: RepaymentRequest, bank: String, caller: Caller, on pool: ConnectionPool
  ) async throws -> RepaymentReceipt {
    RepaymentReceipt(
      try await RecordEvent.run(request.event, bank: bank, caller: caller, on: pool))
  }
}
