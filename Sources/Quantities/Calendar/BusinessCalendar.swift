/// Which days are working days: weekends, less the holidays and make-up workdays of each year.
///
/// In China the State Council moves weekend days each year (调休): a holiday may fall on a weekday,
/// and a Saturday or Sunday may be a workday.
public struct BusinessCalendar: Hashable, Sendable {
  /// Days off that no weekend makes so.
  public var holidays: Set<Day>
  /// Weekend days on which people work (调休).
  public var makeUpWorkdays: Set<Day>
  /// The years whose notices are loaded; in any other year only weekends are known.
  public var years: ClosedRange<Int>?

  /// A calendar of what the notices of some years say.
  public init(holidays: Set<Day> = [], makeUpWorkdays: Set<Day> = [], years: ClosedRange<Int>?) {
    self.holidays = holidays
    self.makeUpWorkdays = makeUpWorkdays
    self.years = years
  }

  /// Whether banks work on a day.
  public func isWorkday(_ day: Day) -> Bool {
    if makeUpWorkdays.contains(day) { return true }
    if holidays.contains(day) { return false }
    return day.weekday <= 5
  }

  /// Weekends and nothing else.
  public static let weekendsOnly = BusinessCalendar(years: nil)

  /// How many days a search for a working day goes: a calendar that closes every day for longer
  /// names none, and a day is then left where it is.
  public static let longestSearch = 366

  /// The day itself if it is a working day, else the next one.
  ///
  /// - Returns: the day itself, too, if no working day follows within `longestSearch` days.
  public func following(_ day: Day) -> Day { nearest(day, step: 1) }

  /// The day itself if it is a working day, else the last one before it.
  ///
  /// - Returns: the day itself, too, if no working day lies within `longestSearch` days before it.
  public func preceding(_ day: Day) -> Day { nearest(day, step: -1) }

  private func nearest(_ day: Day, step: Int) -> Day {
    for distance in 0...Self.longestSearch where isWorkday(day + distance * step) {
      return day + distance * step
    }
    return day
  }

  /// The number of working days in `[from, until)`; 0 unless `from` < `until`.
  ///
  /// The cost is that of the exceptions the calendar names, not of the days between.
  public func workdays(from: Day, until: Day) -> Int {
    guard from < until else { return 0 }
    var count = until.weekdaysBefore - from.weekdaysBefore
    for day in holidays
    where from <= day && day < until && day.weekday <= 5 && !makeUpWorkdays.contains(day) {
      count -= 1
    }
    for day in makeUpWorkdays where from <= day && day < until && day.weekday > 5 { count += 1 }
    return count
  }

  /// Whether the notices for this day's year are loaded; otherwise a shift is provisional.
  public func knows(_ day: Day) -> Bool { years?.contains(day.year) ?? false }
}

extension Day {
  /// How many days from Monday to Friday lie before this day, counted from a Monday long past.
  ///
  /// Only differences have a meaning.
  @inlinable
  public var weekdaysBefore: Int {
    let sinceMonday = Int(number) + 3
    let weeks = sinceMonday.flooredQuotient(7)
    return 5 * weeks + min(sinceMonday - 7 * weeks, 5)
  }
}
