import Quantities

/// How months are counted back from the days of a series.
///
/// Full months go from a day to the same day of another month. A series on the last day of each
/// month is counted from month end to month end; for one on the 29th or 30th the last day of
/// February stands for that day. Source: 12 CFR 1026 Appendix J (b)(3), in own words.
struct MonthSeries: Hashable, Sendable {
  /// The day of the month that every month end of the series stands for; 0 where none does.
  private let dayOfMonth: Int

  /// The series of payment days, of which two at least have to be month ends.
  init(_ days: [Day]) {
    let late = days.map(\.civil).filter { $0.day >= 28 }
    let nominal = late.map(\.day).max() ?? 0
    let isSeries = late.allSatisfy { date in
      date.day == min(nominal, Day.dayCount(year: date.year, month: date.month))
    }
    dayOfMonth = isSeries && late.count > 1 ? nominal : 0
  }

  /// The full months of `[from, until)` counted back from its end, and the days before them.
  func months(from: Day, until: Day) -> (months: Int, days: Int) {
    let count = until.month - from.month
    let first = day(count, monthsBefore: until)
    if first >= from { return (count, first - from) }
    return (count - 1, day(count - 1, monthsBefore: until) - from)
  }

  /// The number of months of `[from, until)` if they are full; nil if not.
  func wholeMonths(from: Day, until: Day) -> Int? {
    let (months, days) = months(from: from, until: until)
    return days == 0 ? months : nil
  }

  /// The day `count` full months before a day.
  func day(_ count: Int, monthsBefore day: Day) -> Day {
    let date = day.civil
    let nominal = day.isEndOfMonth ? max(date.day, dayOfMonth) : date.day
    return (Month(year: date.year, month: date.month) + -count).day(nominal)
  }
}
