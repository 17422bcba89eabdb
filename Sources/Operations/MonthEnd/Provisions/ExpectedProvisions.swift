import Accrual
import Classification
import LoanProducts
import Quantities
import Repositories
import Risk
import Scheduling
import Servicing

/// What a run that posts expected losses finds of each loan, for whoever replays it.
///
/// Rule: a loan's facts known to the run, the rates published by its month's end, and the basis in
///       the run's fact; nothing else.
struct ExpectedProvisions: Sendable {
  private let month: Month
  private let model: ExpectedLossModel
  /// The rates published by the month's end, and known to the run.
  private let market: MarketRates

  /// - Parameters:
  ///   - basis: what the run's fact says; nil gives nil.
  ///   - month: of the run.
  ///   - factNumber: of the run's fact.
  ///   - market: all rates, with what facts of the bank did not know of them.
  /// - Throws: `ExpectedLossError` for a basis that no run has kept.
  init?(_ basis: LossBasis?, month: Month, factNumber: Int64, market: MarketRates) throws {
    guard let basis else { return nil }
    self.month = month
    model = try basis.model()
    self.market = market.published(by: month.lastDay, knownAt: factNumber)
  }

  /// Sets the provisions of a loan's position to what is expected to be lost of it.
  ///
  /// - Parameters:
  ///   - position: at the month's end.
  ///   - claim: likewise; under rates published later, too, if the loan's rate floats.
  ///   - loan: whose.
  ///   - facts: those that the run knows.
  ///   - debtor: what the loan has from who owes it.
  /// - Throws: `SchedulingError`, `ServicingError`, `ExpectedLossError`.
  func provide(
    _ position: inout LoanPosition, _ claim: Claim, of loan: LoanRecord, facts: [LoanFact],
    _ debtor: DebtorGrounds
  ) throws {
    var known = claim
    if loan.terms.rate.isFloating {
      let contract = try LoanContract(loan.terms, market: market, facts: facts)
      known = try contract.claim(of: facts, through: month.lastDay) ?? claim
    }
    let end = MonthEndLoan(
      loan: loan, claim: known, position: position,
      grounds: ClassGrounds(
        known, on: month.lastDay, isRestructured: loan.isRestructured, debtor),
      isFloating: false)
    position.provide(try model.loss(of: end.exposure(after: month, model)))
  }
}

extension MarketRates {
  /// The rates published by a day that were known at a fact.
  func published(by day: Day, knownAt factNumber: Int64) -> MarketRates {
    MarketRates(known(at: factNumber).publications.filter { $0.on <= day })
  }
}
