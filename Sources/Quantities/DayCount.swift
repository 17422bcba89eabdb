/// How the days of an interest period count: the fraction of a year in `[from, until)`.
///
/// Further conventions are added here, one case each with its source, and nowhere else.
package enum DayCount: String, Hashable, Sendable, CaseIterable {
  /// Actual days ÷ 360: the daily rate of a RMB loan is the annual rate ÷ 360.
  /// Source: 银发〔2005〕129号 (the text as quoted; number unconfirmed).
  case actual360 = "actual/360"
  /// Actual days ÷ 365, in every year.
  case actual365 = "actual/365"
  /// 30-day months ÷ 360, the 31st counting as the 30th. Source: ISDA 2006, 4.16 (g), 30E/360.
  case thirtyE360 = "30E/360"

  /// The days of `[from, until)` as this convention counts them.
  package func days(from: Day, until: Day) -> Int {
    switch self {
    case .actual360, .actual365: return until - from
    case .thirtyE360:
      let start = from.civil
      let end = until.civil
      return (end.year - start.year) * 360 + (end.month - start.month) * 30
        + min(end.day, 30) - min(start.day, 30)
    }
  }

  /// The days of a year: the denominator of the fraction.
  package var daysInYear: Int {
    switch self {
    case .actual360, .thirtyE360: return 360
    case .actual365: return 365
    }
  }

  package func weight(from: Day, until: Day) -> Int64 { Int64(days(from: from, until: until)) }
  package var denominator: Int64 { Int64(daysInYear) }
  package var isAdditive: Bool { true }
}
