package import Quantities

/// The period at whose end interest is added, by the actuarial method.
///
/// Source: 12 CFR 1026 Appendix J (b)(3) to (b)(5), in own words.
package struct UnitPeriod: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case day = "day"
    case week = "week"
    case semimonth = "semimonth"
    case month = "month"
    case year = "year"

    /// How many of them make a unit-period, which is one year at most.
    package var multiplesAllowed: ClosedRange<Int> {
      switch self {
      case .day: 1...366
      case .week: 1...52
      case .month: 1...12
      case .semimonth, .year: 1...1
      }
    }

    /// For putting lengths in order.
    fileprivate var days: Int {
      switch self {
      case .day: 1
      case .week: 7
      case .semimonth: 15
      case .month: 30
      case .year: 365
      }
    }
  }

  package let kind: Kind
  package let multiple: Int

  /// - Throws: `AnnualPercentageError.unitPeriodNotAllowed`; twelve months are a year.
  package init(_ kind: Kind, multiple: Int = 1) throws(AnnualPercentageError) {
    guard kind.multiplesAllowed.contains(multiple) else {
      throw .unitPeriodNotAllowed(kind, multiple: multiple, allowed: kind.multiplesAllowed)
    }
    self.init(known: kind, multiple)
  }

  private init(known kind: Kind, _ multiple: Int = 1) {
    let isYear = kind == .month && multiple == 12
    self.kind = isYear ? .year : kind
    self.multiple = isYear ? 1 : multiple
  }

  /// Unit-periods a year: 12 ÷ months, 24 semimonths, 52 ÷ weeks, 365 ÷ days.
  package var perYear: PeriodsPerYear {
    switch kind {
    case .day: PeriodsPerYear(numerator: 365, denominator: Int64(multiple))
    case .week: PeriodsPerYear(numerator: 52, denominator: Int64(multiple))
    case .semimonth: PeriodsPerYear(numerator: 24, denominator: 1)
    case .month: PeriodsPerYear(numerator: 12, denominator: Int64(multiple))
    case .year: PeriodsPerYear(numerator: 1, denominator: 1)
    }
  }

  /// The unit-periods of `[from, until)`: full ones counted back from its end, and an odd fraction.
  func count(from: Day, until: Day, _ series: MonthSeries) -> PeriodCount {
    switch kind {
    case .day, .week: return Self.split(until - from, by: kind.days * multiple)
    case .semimonth, .month:
      let (months, days) = series.months(from: from, until: until)
      if kind == .month, multiple == 1 {
        return PeriodCount(compounded: Double(months), odd: Double(days) / 30).carried
      }
      return Self.split(months * 30 + days, by: kind.days * multiple)
    case .year:
      let (months, days) = series.months(from: from, until: until)
      let rest = months % 12
      if days == 0 {
        return PeriodCount(compounded: Double(months / 12), odd: Double(rest) / 12)
      }
      let restDays = series.day(months - rest, monthsBefore: until) - from
      return PeriodCount(compounded: Double(months / 12), odd: Double(restDays) / 365).carried
    }
  }

  private static func split(_ days: Int, by length: Int) -> PeriodCount {
    let (whole, rest) = days.quotientAndRemainder(dividingBy: length)
    return PeriodCount(compounded: Double(whole), odd: Double(rest) / Double(length))
  }
}

extension PeriodCount {
  /// With an odd fraction below 1: thirty days of an odd month of 31 are a period of their own.
  fileprivate var carried: PeriodCount {
    odd < 1 ? self : PeriodCount(compounded: compounded + 1, odd: odd - 1)
  }
}

extension UnitPeriod {
  /// The unit-period of a credit: the period that occurs most often between payments or between
  /// advances, at most a year, the shorter of two that occur as often.
  ///
  /// Where none occurs twice: the average of them all, as the nearest number of weeks, semimonth or
  /// number of months. With one advance and one payment: the term, at most a year.
  package init(of credit: Credit<Day>) {
    let start = credit.start
    let paymentDays = Self.distinct(credit.payments.map(\.at), after: start)
    let advanceDays = Self.distinct(credit.advances.map(\.at), after: start)
    let series = MonthSeries(paymentDays)
    if advanceDays.isEmpty, paymentDays.count == 1 {
      self = Self.term(from: start, until: paymentDays[0], series)
      return
    }
    var counts: [UnitPeriod: Int] = [:]
    for days in [[start] + paymentDays, [start] + advanceDays] {
      for index in days.indices.dropFirst() {
        guard let period = Self.period(endingAt: index, of: days, series) else { continue }
        counts[period, default: 0] += 1
      }
    }
    let common = counts.filter { $0.value > 1 }
    let most = common.values.max()
    if let unit = common.filter({ $0.value == most }).keys.min(by: { $0.length < $1.length }) {
      self = unit
      return
    }
    let intervalCount = paymentDays.count + advanceDays.count
    let dayCount =
      ((paymentDays.last ?? start) - start) + ((advanceDays.last ?? start) - start)
    self = Self.nearest(dayCount: dayCount, intervalCount: max(1, intervalCount))
  }

  private var length: Int { kind.days * multiple }

  private static func distinct(_ days: [Day], after start: Day) -> [Day] {
    Set(days).filter { $0 > start }.sorted()
  }

  /// One advance and one payment: the months of the term, else its days; a year if it is longer.
  private static func term(from: Day, until: Day, _ series: MonthSeries) -> UnitPeriod {
    let (months, days) = series.months(from: from, until: until)
    if months >= 12 { return UnitPeriod(known: .year) }
    return days == 0
      ? UnitPeriod(known: .month, months) : UnitPeriod(known: .day, min(366, until - from))
  }

  /// The interval between a day and the one before it; nil if it is longer than a year.
  private static func period(
    endingAt index: Int, of days: [Day], _ series: MonthSeries
  ) -> UnitPeriod? {
    let from = days[index - 1]
    let until = days[index]
    let length = until - from
    if let months = series.wholeMonths(from: from, until: until) {
      return months <= 12 ? UnitPeriod(known: .month, months) : nil
    }
    let isHalf = [index, index + 1].contains { end in
      end > 1 && end < days.count && series.wholeMonths(from: days[end - 2], until: days[end]) == 1
    }
    if isHalf, (13...18).contains(length) { return UnitPeriod(known: .semimonth) }
    if length.isMultiple(of: 7), length <= 364 { return UnitPeriod(known: .week, length / 7) }
    return length <= 366 ? UnitPeriod(known: .day, length) : nil
  }

  /// The standard interval nearest to an average: a day, weeks, a semimonth or months; the shorter
  /// of two that are as near.
  private static func nearest(dayCount: Int, intervalCount: Int) -> UnitPeriod {
    let weeks = (1...52).map { UnitPeriod(known: .week, $0) }
    let months = (1...12).map { UnitPeriod(known: .month, $0) }
    let standard = [UnitPeriod(known: .day), UnitPeriod(known: .semimonth)] + weeks + months
    let sorted = standard.sorted { $0.length < $1.length }
    var best = sorted[0]
    var distance = Int.max
    for period in sorted {
      let found = abs(period.length * intervalCount - dayCount)
      if found < distance {
        best = period
        distance = found
      }
    }
    return best
  }
}

/// Unit-periods a year as a fraction: 365 ÷ 255 for a term of 255 days.
package struct PeriodsPerYear: Hashable, Sendable {
  /// Positive.
  let numerator: Int64
  let denominator: Int64

  init(numerator: Int64, denominator: Int64) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The number that a plain decimal or a fraction of two whole numbers names: `12`, `365/255`;
  /// decimals beyond sixteen are dropped.
  ///
  /// - Returns: nil for any other text, and unless it lies above 0 and is at most 366.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let isFraction = parts.count == 2
    guard isFraction || parts.count == 1 else { return nil }
    let decimals = isFraction ? 0 : 16
    let first = isFraction ? String(parts[0]) : parts[0].cut(decimals: decimals)
    guard let numerator = FixedPoint.parse(first, decimals: decimals),
      let denominator =
        isFraction ? FixedPoint.parse(parts[1], decimals: 0) : 10_000_000_000_000_000,
      numerator > 0, denominator > 0, Int128(numerator) <= 366 * Int128(denominator)
    else { return nil }
    self.init(numerator: numerator, denominator: denominator)
  }

  var value: Double { Double(numerator) / Double(denominator) }
}
