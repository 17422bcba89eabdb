package import LoanProducts
package import Quantities

extension RatePath {
  /// The rates that terms and published LPR give: the agreed rate, then one step at each reset.
  ///
  /// A reset takes the LPR last published on or before it, adds the spread, and holds the sum to
  /// the bounds; the rate of the start is found likewise, from the LPR that the agreement keeps or,
  /// if it keeps none, from the one of its day. Resets later than the last publication repeat the
  /// last known value: the future is provisional.
  ///
  /// - Throws: `SchedulingError.rateBoundsNotAllowed` if the bounds contradict themselves, or bound
  ///   a fixed rate; `.indexNotPublished` if the index has no value by the agreement day;
  ///   `.rateOutOfRange` if a rate is negative or above 100 % a year.
  package init(_ terms: LoanTerms, market: MarketRates) throws(SchedulingError) {
    if let bounds = terms.rateBounds { try Self.check(bounds, of: terms.rate) }
    switch terms.rate {
    case .fixed(let rate):
      try Self.check(rate)
      self.init(steps: [Step(from: terms.startsOn, rate: rate)])
    case .floating(let index, let spread, let reset):
      guard let agreed = terms.agreedIndex ?? market.rate(index, by: terms.agreedOn) else {
        throw .indexNotPublished(index, on: terms.agreedOn)
      }
      var steps: [Step] = []
      let resets = Self.resets(reset, terms: terms, of: index, in: market)
      for (day, published) in [(terms.startsOn, agreed)] + resets {
        let rate = try Self.sum(published, spread, terms.rateBounds)
        if rate != steps.last?.rate { steps.append(Step(from: day, rate: rate)) }
      }
      self.init(steps: steps)
    }
  }

  private static func sum(
    _ published: AnnualRate, _ spread: AnnualRate, _ bounds: RateBounds?
  ) throws(SchedulingError) -> AnnualRate {
    try check(published)
    guard spread.trillionths.magnitude <= AnnualRate.largest.trillionths.magnitude else {
      throw .rateOutOfRange(spread, largest: .largest)
    }
    let sum = published + spread
    let rate = bounds?.bounding(sum) ?? sum
    try check(rate)
    return rate
  }

  private static func check(_ rate: AnnualRate) throws(SchedulingError) {
    guard rate >= .zero, rate <= .largest else {
      throw .rateOutOfRange(rate, largest: .largest)
    }
  }

  private static func check(
    _ bounds: RateBounds, of rate: RateTerms
  ) throws(SchedulingError) {
    if case .fixed = rate { throw .rateBoundsNotAllowed(bounds) }
    let floor = bounds.floor ?? .zero
    let cap = bounds.cap ?? .largest
    guard .zero <= floor, floor <= cap, cap <= .largest else {
      throw .rateBoundsNotAllowed(bounds)
    }
  }

  /// The resets after the start and before maturity, with the index as last published.
  private static func resets(
    _ reset: RateReset, terms: LoanTerms, of index: RateIndex, in market: MarketRates
  ) -> [(Day, AnnualRate)] {
    let years = 0...max(0, terms.maturesOn.year - terms.startsOn.year)
    let days: [Day]
    switch reset {
    case .publication:
      days = market.published(after: terms.startsOn, before: terms.maturesOn).map(\.on)
    case .anniversary: days = years.map { terms.startsOn.adding(months: 12 * $0) }
    case .yearly(let month, let dayOfMonth):
      days = years.map {
        Month(year: terms.startsOn.year + $0, month: month).day(dayOfMonth)
      }
    }
    return days.compactMap { day in
      guard day > terms.startsOn, day < terms.maturesOn else { return nil }
      return market.rate(index, by: day).map { (day, $0) }
    }
  }

  /// The first day after another on which the rate of terms is found anew; nil for a fixed one, and
  /// for one that each publication changes.
  package static func nextReset(_ terms: LoanTerms, after day: Day) -> Day? {
    guard case .floating(_, _, let reset) = terms.rate else { return nil }
    switch reset {
    case .publication: return nil
    case .anniversary:
      var years = max(0, day.year - terms.startsOn.year)
      while terms.startsOn.adding(months: 12 * years) <= day { years += 1 }
      return terms.startsOn.adding(months: 12 * years)
    case .yearly(let month, let dayOfMonth):
      let next = Month(year: day.year, month: month).day(dayOfMonth)
      return next > day ? next : Month(year: day.year + 1, month: month).day(dayOfMonth)
    }
  }
}
