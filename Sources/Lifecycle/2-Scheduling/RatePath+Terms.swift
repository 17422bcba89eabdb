package import LoanProducts
import Quantities

extension RatePath {
  /// The rates that terms and published LPR give: the agreed rate, then one step at each reset.
  ///
  /// A reset takes the LPR last published on or before it. Resets later than the last publication
  /// repeat the last known value: the future is provisional.
  ///
  /// - Throws: `SchedulingError.indexNotPublished` if the index has no value by the agreement day,
  ///   `.rateOutOfRange` if a rate is negative or above 100 % a year.
  package init(_ terms: LoanTerms, market: MarketRates) throws(SchedulingError) {
    guard case .floating(let index, let spread, let reset) = terms.rate else {
      guard case .fixed(let rate) = terms.rate else { preconditionFailure("unknown rate terms") }
      try Self.check(rate)
      self.init(steps: [Step(from: terms.startsOn, rate: rate)])
      return
    }
    guard let published = market.rate(index, by: terms.agreedOn) else {
      throw .indexNotPublished(index, on: terms.agreedOn)
    }
    var steps = [Step(from: terms.startsOn, rate: try Self.sum(published, spread))]
    for day in Self.resetDays(reset, terms: terms) {
      guard let published = market.rate(index, by: day) else { continue }
      let rate = try Self.sum(published, spread)
      if rate != steps[steps.count - 1].rate { steps.append(Step(from: day, rate: rate)) }
    }
    self.init(steps: steps)
  }

  private static func sum(
    _ published: AnnualRate, _ spread: AnnualRate
  ) throws(SchedulingError) -> AnnualRate {
    try check(published)
    guard spread.trillionths.magnitude <= AnnualRate.largest.trillionths.magnitude else {
      throw .rateOutOfRange(spread, largest: .largest)
    }
    let rate = published + spread
    try check(rate)
    return rate
  }

  private static func check(_ rate: AnnualRate) throws(SchedulingError) {
    guard rate >= .zero, rate <= .largest else {
      throw .rateOutOfRange(rate, largest: .largest)
    }
  }

  /// The reset days after the start and before maturity.
  private static func resetDays(_ reset: RateReset, terms: LoanTerms) -> [Day] {
    var days: [Day] = []
    for count in 0...max(0, terms.maturesOn.year - terms.startsOn.year) {
      let day: Day
      switch reset {
      case .anniversary: day = terms.startsOn.adding(months: 12 * count)
      case .yearly(let month, let dayOfMonth):
        day = Month(year: terms.startsOn.year + count, month: month).day(dayOfMonth)
      }
      if day > terms.startsOn, day < terms.maturesOn { days.append(day) }
    }
    return days
  }
}
