import Banks
import LoanProducts
package import Postgres
package import Quantities
package import Repositories
package import Servicing

/// A step of a fund's cover of one loan, as it is asked for.
package struct CompensationRequest: Hashable, Sendable {
  package var loanNumber: String
  package var step: CompensationStep
  /// Nil for all that the step allows.
  package var amount: Money?
  /// Of a claim: the whole loan was called due, so that all of it is shared.
  package var isAccelerated = false
  package var reason = ""
  /// Nil for the bank's business date.
  package var on: Day?
  package var key: String

  package init(_ loanNumber: String, _ step: CompensationStep, _ amount: Money?, key: String) {
    self.loanNumber = loanNumber
    self.step = step
    self.amount = amount
    self.key = key
  }
}

/// What a step did.
package struct CompensationOutcome: Hashable, Sendable {
  package let isNew: Bool
  package let fund: String
  package let effectiveOn: Day
  package let amount: Money
  /// The loan's cover after it.
  package let loan: CoveredLoan
}

/// A fund's cover of a loan, step by step: claimed, paid or refused, given back.
///
/// The borrower owes all the time what he owes.
package enum TakeCompensation {
  /// - Throws: `PayerError` of the loan's cover, `OperationError`, `ServicingError`,
  ///   `PostgresError`.
  package static func run(
    _ request: CompensationRequest, bank: String, caller: Caller, on pool: ConnectionPool
  ) async throws -> CompensationOutcome {
    try await BankWork.perform(pool, bank: bank, caller: caller) { work in
      let step = request.step
      try work.require(step == .paid || step == .returned ? .cashier : .accountOfficer)
      let (loan, _) = try work.open(request.loanNumber, allowed: LoanStatus.allCases)
      let repository = CompensationRepository(work.connection, bankID: work.bank.id)
      guard let covered = try repository.find(loanID: loan.loanID) else {
        throw PayerError.notCovered(loan: loan.number)
      }
      if let fact = try earlier(request, loan, work) {
        return CompensationOutcome(
          isNew: false, fund: covered.fund, effectiveOn: fact.effectiveOn,
          amount: fact.amount ?? .zero, loan: covered)
      }
      let amount = try amount(request, covered, work)
      var service = ServicingRequest(
        loan.number, .compensation(step, amount, fund: covered.fund), on: request.on,
        key: request.key)
      service.reason = request.reason
      let outcome = try RecordEvent.record(service, in: work)
      return CompensationOutcome(
        isNew: true, fund: covered.fund, effectiveOn: outcome.effectiveOn, amount: amount,
        loan: try repository.find(loanID: loan.loanID) ?? covered)
    }
  }

  /// The fact of the same request under the same key.
  ///
  /// What all of it was is not asked again: it may be another amount by now.
  private static func earlier(
    _ request: CompensationRequest, _ loan: LoanRecord, _ work: BankWork
  ) throws -> FactRecord? {
    guard
      let fact = try FactRepository(work.connection)
        .find(bankID: work.bank.id, key: request.key)
    else { return nil }
    let isSame =
      fact.kind == request.step.factKind && fact.loanID == loan.loanID
      && request.amount.map { $0 == fact.amount } ?? true
      && request.on.map { $0 == fact.effectiveOn } ?? true
    guard isSame else {
      throw OperationError.keyUsedForAnotherRequest(key: request.key, fact: fact.number)
    }
    return fact
  }

  private static func amount(
    _ request: CompensationRequest, _ covered: CoveredLoan, _ work: BankWork
  ) throws -> Money {
    switch request.step {
    case .claimed:
      guard covered.claimed.isZero else {
        throw PayerError.claimedAlready(loan: covered.loanNumber, covered.claimed)
      }
      let share = try LossShare(
        covered, try CatalogRepository(work.connection).funds(), try work.market(),
        on: request.on ?? work.head.businessDate, work.connection)
      let allowed = try share.claimable(isAccelerated: request.isAccelerated)
      let amount = request.amount ?? allowed
      guard amount.isPositive, amount <= allowed else {
        throw PayerError.aboveShare(amount, allowed: allowed, percent: covered.sharePercent)
      }
      return amount
    case .paid, .rejected:
      let open = covered.claimed - covered.paid
      let amount = request.amount ?? open
      guard amount.isPositive, amount <= open else {
        throw PayerError.moreThanClaimed(amount, open: open)
      }
      return amount
    case .returned:
      let owed = covered.owedBack - covered.returned
      let amount = request.amount ?? owed
      guard amount.isPositive, amount <= owed else {
        throw PayerError.moreThanOwedBack(amount, owed: owed)
      }
      return amount
    }
  }
}
