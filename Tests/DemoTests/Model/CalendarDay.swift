/// A day of the calendar, counted with a table of months; knows nothing of the program's `Day`.
struct CalendarDay: Hashable, Comparable, Sendable, CustomStringConvertible {
  var year: Int
  var month: Int
  var day: Int

  init(_ year: Int, _ month: Int, _ day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// - Parameter text: `YYYY-MM-DD`.
  init?(_ text: String) {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    self.init(parts[0], parts[1], parts[2])
  }

  var description: String {
    "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  static func < (left: CalendarDay, right: CalendarDay) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  private static func days(in month: Int, of year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  var isLastOfMonth: Bool { day == Self.days(in: month, of: year) }

  var next: CalendarDay {
    if !isLastOfMonth { return CalendarDay(year, month, day + 1) }
    return month == 12 ? CalendarDay(year + 1, 1, 1) : CalendarDay(year, month + 1, 1)
  }

  /// The same day so many months later; none of the demo's days is missing in a month.
  func adding(months: Int) -> CalendarDay {
    let index = year * 12 + month - 1 + months
    return CalendarDay(index / 12, index % 12 + 1, day)
  }

  /// The days from this one until a later one, counted one by one.
  func days(until end: CalendarDay) -> Int {
    var (count, at) = (0, self)
    while at < end { (count, at) = (count + 1, at.next) }
    return count
  }
}
