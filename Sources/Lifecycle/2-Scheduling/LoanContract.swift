package import LoanProducts
package import Quantities

/// Signed terms with what follows from them, published rates and the calendar.
///
/// Its making is the one check that terms have a schedule.
package struct LoanContract: Hashable, Sendable {
  package let terms: LoanTerms
  package let rates: RatePath
  package let calendar: BusinessCalendar
  package let dueDays: [DueDay]

  /// The contract of terms, under the rates published so far.
  ///
  /// - Parameters:
  ///   - terms: as signed.
  ///   - market: the rates published.
  ///   - calendar: for due days that move.
  ///   - last: a later maturity that a change gives the loan; its rates are found until then.
  /// - Throws: the first `SchedulingError` that applies.
  package init(
    _ terms: LoanTerms, market: MarketRates,
    calendar: BusinessCalendar = BusinessCalendar(years: nil), reaching last: Day? = nil
  ) throws(SchedulingError) {
    dueDays = try terms.dueDays(calendar: calendar)
    var furthest = terms.reachingFurthest
    if let last, last > furthest.maturesOn { furthest.maturesOn = last }
    rates = try RatePath(furthest, market: market)
    self.terms = terms
    self.calendar = calendar
  }

  /// The contract of terms whose rates are given, not published.
  ///
  /// - Throws: the first `SchedulingError` that applies.
  package init(
    _ terms: LoanTerms, rates: RatePath, calendar: BusinessCalendar = BusinessCalendar(years: nil)
  ) throws(SchedulingError) {
    dueDays = try terms.dueDays(calendar: calendar)
    self.rates = rates
    self.terms = terms
    self.calendar = calendar
  }
}
