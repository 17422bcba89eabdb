package import LoanProducts

/// Signed terms with what follows from them and published rates.
///
/// Its making is the one check that terms have a schedule.
package struct LoanContract: Hashable, Sendable {
  package let terms: LoanTerms
  package let rates: RatePath
  package let dueDays: [DueDay]

  /// The contract of terms, under the rates published so far.
  ///
  /// - Throws: the first `SchedulingError` that applies.
  package init(_ terms: LoanTerms, market: MarketRates) throws(SchedulingError) {
    self.terms = terms
    self.dueDays = try terms.dueDays()
    self.rates = try RatePath(terms.reachingFurthest, market: market)
  }
}
