package import LoanProducts
package import Quantities

/// An interest period `[from, until)` and how its days count.
package struct InterestPeriod: Hashable, Sendable {
  package let from: Day
  package let until: Day
  /// What one counted day weighs: 1, or more where the period as a whole has a weight of its own
  /// that is spread evenly over its days.
  package let dayWeight: Int64
  /// What the weights are parts of: the days of a year, or those times the days of the period.
  package let denominator: Int64
  package let dayCount: DayCount

  /// The weight of `[from, until)`: ÷ `denominator`, the fraction of a year.
  @inline(__always)
  package func weight(from: Day, until: Day) -> Int64 {
    dayCount.weight(from: from, until: until) * dayWeight
  }

  /// `[from, until)` as a fraction of a year: for the whole of a period with a weight of its own
  /// that weight, so that equal months are equal fractions.
  @inline(__always)
  func fraction(from: Day, until: Day) -> (weight: Int64, denominator: Int64) {
    if from < until, from == self.from, until == self.until, dayCount == .actual365,
      denominator != 365
    {
      return (dayWeight, denominator / Int64(until - from))
    }
    return (weight(from: from, until: until), denominator)
  }

  /// A period by the contract's basis.
  ///
  /// - Parameters:
  ///   - from: its first day.
  ///   - until: the day after its last.
  ///   - wholeMonths: the months of the period, if it is whole months from its nominal start; nil
  ///     for an odd one.
  ///   - basis: the contract's.
  @inline(__always)
  package init(from: Day, until: Day, wholeMonths: Int?, basis: InterestBasis) {
    switch (basis, wholeMonths) {
    case (.days(let dayCount), _):
      self.init(from: from, until: until, dayCount: dayCount)
    case (.months, let months?), (.monthsAndDays, let months?):
      self.init(from: from, until: until, weight: Int64(months), of: 12)
    case (.monthsOfThirtyDays(let yearDays), let months?):
      self.init(from: from, until: until, weight: 30 * Int64(months), of: Int64(yearDays))
    case (.months, nil):
      self.init(from: from, until: until, dayCount: .actual360)
    case (.monthsOfThirtyDays(let yearDays), nil):
      self.init(from: from, until: until, dayCount: yearDays == 365 ? .actual365 : .actual360)
    case (.monthsAndDays, nil):
      var months = until.month - from.month
      if from.adding(months: months) > until { months -= 1 }
      let odd = until - from.adding(months: months)
      self.init(from: from, until: until, weight: 30 * Int64(months) + Int64(odd), of: 360)
    }
  }

  /// A period that counts by days; a convention that looks at the period as a whole gives it one
  /// weight, spread evenly over its days.
  @inline(__always)
  private init(from: Day, until: Day, dayCount: DayCount) {
    if dayCount.isAdditive {
      self.init(
        from: from, until: until, dayWeight: 1, denominator: dayCount.denominator,
        dayCount: dayCount)
    } else {
      var weight = dayCount.weight(from: from, until: until)
      var year = dayCount.denominator
      // Years of 365 or 366 days share one denominator; in lowest terms the sums stay small.
      for days: Int64 in [365, 366] where weight % days == 0 && year % days == 0 {
        weight /= days
        year /= days
      }
      self.init(from: from, until: until, weight: weight, of: year)
    }
  }

  /// A period of `weight` ÷ `year` years, spread evenly over its actual days.
  @inline(__always)
  private init(from: Day, until: Day, weight: Int64, of year: Int64) {
    self.init(
      from: from, until: until, dayWeight: weight, denominator: year * max(1, Int64(until - from)),
      dayCount: .actual365)
  }

  @inline(__always)
  private init(
    from: Day, until: Day, dayWeight: Int64, denominator: Int64, dayCount: DayCount
  ) {
    self.from = from
    self.until = until
    self.dayWeight = dayWeight
    self.denominator = denominator
    self.dayCount = dayCount
  }
}
