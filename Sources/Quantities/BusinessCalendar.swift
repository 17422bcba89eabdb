/// Which days are working days: weekends, less the holidays and make-up workdays of each year.
///
/// In China the State Council moves weekend days each year (调休): a holiday may fall on a weekday,
/// and a Saturday or Sunday may be a workday.
package struct BusinessCalendar: Hashable, Sendable {
  package var holidays: Set<Day>
  package var makeUpWorkdays: Set<Day>
  /// The years whose notices are loaded; in any other year only weekends are known.
  package var years: ClosedRange<Int>?

  package init(holidays: Set<Day> = [], makeUpWorkdays: Set<Day> = [], years: ClosedRange<Int>?) {
    self.holidays = holidays
    self.makeUpWorkdays = makeUpWorkdays
    self.years = years
  }

  package func isWorkday(_ day: Day) -> Bool {
    if makeUpWorkdays.contains(day) { return true }
    if holidays.contains(day) { return false }
    return day.weekday <= 5
  }

  /// The day itself if it is a working day, else the next one.
  package func following(_ day: Day) -> Day {
    var day = day
    while !isWorkday(day) { day = day + 1 }
    return day
  }

  /// Whether the notices for this day's year are loaded; otherwise a shift is provisional.
  package func knows(_ day: Day) -> Bool { years?.contains(day.year) ?? false }
}
