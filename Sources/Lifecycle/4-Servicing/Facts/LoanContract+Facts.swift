package import LoanProducts
package import Quantities
package import Scheduling

extension LoanContract {
  /// The contract of a loan with these facts, its rates found for as long as they make it run.
  ///
  /// - Throws: the first `SchedulingError` that applies.
  package init(
    _ terms: LoanTerms, market: MarketRates, facts: [LoanFact]
  ) throws(SchedulingError) {
    try self.init(terms, market: market, reaching: facts.latestMaturity)
  }

  /// The claim of a loan with these facts.
  ///
  /// - Parameters:
  ///   - facts: the loan's facts, reversed ones among them.
  ///   - day: the day whose end is asked for.
  ///   - observe: see `Claim.init`.
  /// - Returns: nil if no fact in force starts the loan by that day.
  /// - Throws: what `LoanLife` throws.
  package func claim(
    of facts: [LoanFact], through day: Day,
    observe: (_ fact: LoanFact, _ change: Repaid, _ claim: Claim) -> Void = { _, _, _ in }
  ) throws(ServicingError) -> Claim? {
    guard facts.inForce.contains(where: { $0.isStart && $0.effectiveOn <= day }) else {
      return nil
    }
    return try Claim(self, facts: facts, through: day, observe: observe)
  }
}
