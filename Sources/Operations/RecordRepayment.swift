import Banks
package import Postgres
import Posting
package import Quantities
import Repositories
import Scheduling
package import Servicing

/// One repayment.
package struct RepaymentRequest: Hashable, Sendable {
  package var loanNumber: String
  package var amount: Money
  /// The day it is effective; nil for the bank's business date.
  package var on: Day?
  /// What is left after everything due repays principal in advance; otherwise it is held for the
  /// next due days.
  package var inAdvance: Bool
  package var key: String

  package init(loanNumber: String, amount: Money, on day: Day?, inAdvance: Bool, key: String) {
    self.loanNumber = loanNumber
    self.amount = amount
    self.on = day
    self.inAdvance = inAdvance
    self.key = key
  }

  var canonical: String {
    """
    repay
    loan=\(loanNumber)
    amount=\(amount.minorUnits)
    on=\(on.map { "\($0)" } ?? "")
    in_advance=\(inAdvance)
    """
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

/// Money comes in and is used in the contract's order.
package enum RecordRepayment {
  /// - Returns: what the money went to; the same key again returns the same and changes nothing.
  /// - Throws: `OperationError`, `ServicingError`, `SchedulingError`, `PostgresError`.
  package static func run(
    _ request: RepaymentRequest, bank: String, caller: Caller, on pool: ConnectionPool
  ) async throws -> RepaymentReceipt {
    try await BankWork.perform(pool, bank: bank, caller: caller) { work in
      try work.require(.cashier)
      if let fact = try work.earlier(key: request.key, request: request.canonical) {
        return try receipt(fact, request, work, isNew: false)
      }
      guard request.amount.isPositive, request.amount <= .largestAmount else {
        throw OperationError.amountOutsideRange(request.amount, largest: .largestAmount)
      }
      let (loan, _) = try work.open(request.loanNumber, allowed: [.active])
      let day = request.on ?? work.head.businessDate
      try work.requireNotAfterBusinessDate(day)
      let fact = try work.record(
        .repaid, effectiveOn: day, key: request.key, request: request.canonical
      ) { fact in
        fact.loanID = loan.loanID
        fact.amount = request.amount
        fact.inAdvance = request.inAdvance
      }
      return try receipt(fact, request, work, isNew: true)
    }
  }

  /// Replays the claim with the fact in it and, for a new one, books what that changes.
  private static func receipt(
    _ fact: FactRecord, _ request: RepaymentRequest, _ work: BankWork, isNew: Bool
  ) throws -> RepaymentReceipt {
    var (loan, state) = try work.open(request.loanNumber, allowed: [.active, .settled])
    let contract = try LoanContract(loan.terms, market: try work.market())
    let facts = try work.facts(of: loan).compactMap(\.loanFact)
    var used = Repaid()
    let claim = try Claim(contract, facts: facts, through: work.head.businessDate) {
      known, change in
      if known.number == fact.number { used = change }
    }
    if isNew {
      let transfers = Posting.repayment(target: claim.repaid, posted: state.repaid)
      state.follow(claim)
      state.lastFactNumber = fact.number
      try work.states.update(state, bankID: work.bank.id, loanID: loan.loanID)
      try work.book(transfers.map { TransferRecord(fact: fact, loanID: loan.loanID, $0) })
    }
    return RepaymentReceipt(
      isNew: isNew, effectiveOn: fact.effectiveOn, used: used, outstanding: claim.principal,
      isSettled: claim.isSettled)
  }
}
