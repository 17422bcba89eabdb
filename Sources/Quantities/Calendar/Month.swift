/// A calendar month.
@frozen
public struct Month: Hashable, Comparable, Sendable {
  /// Months since January of year 0.
  public var index: Int

  /// A month of a year, 1 for January.
  @inlinable
  public init(year: Int, month: Int) { index = year * 12 + month - 1 }

  /// The month that `YYYY-MM` names, within 1900…2199.
  public init?(_ text: some StringProtocol) {
    guard text.utf8.count == 7, let day = Day("\(text)-01") else { return nil }
    self = day.month
  }

  /// The calendar year.
  @inlinable
  public var year: Int { index.flooredQuotient(12) }

  /// 1 for January … 12 for December.
  @inlinable
  public var monthOfYear: Int { index.modulo(12) + 1 }

  /// The first day of the month.
  @inlinable
  public var firstDay: Day { Day(number: Day.number(year: year, month: monthOfYear, day: 1)) }

  /// The last day of the month.
  @inlinable
  public var lastDay: Day { (self + 1).firstDay - 1 }

  /// This day of the month, or the last day if the month has no such day.
  @inlinable
  public func day(_ dayOfMonth: Int) -> Day {
    firstDay + (min(dayOfMonth, Day.dayCount(year: year, month: monthOfYear)) - 1)
  }

  /// Whether the left month is earlier.
  @inlinable
  public static func < (left: Month, right: Month) -> Bool { left.index < right.index }

  /// The month so many months later.
  @inlinable
  public static func + (month: Month, count: Int) -> Month {
    var result = month
    result.index += count
    return result
  }

  /// The number of months from `right` to `left`.
  @inlinable
  public static func - (left: Month, right: Month) -> Int { left.index - right.index }
}

extension Month: CustomStringConvertible {
  /// ISO 8601: `2026-03`.
  public var description: String { String(firstDay.description.prefix(7)) }
}
