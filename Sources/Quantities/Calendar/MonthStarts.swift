/// The first day of each month of 1900…2199 and of the month after, worked out once.
public enum MonthStarts {
  /// How many months there are.
  public static let count = 300 * 12

  /// The number of each first day, by months since January 1900.
  public static let numbers: [Int32] = (0...count).map { index in
    Day.number(year: 1_900 + index / 12, month: index % 12 + 1, day: 1)
  }

  /// The number of a day of the month, or of its last day if it has no such day.
  ///
  /// - Parameters:
  ///   - dayOfMonth: 1 … 31.
  ///   - month: the months since January 1900, less than `count`.
  /// - Returns: days since 1970-01-01.
  @inlinable @inline(__always)
  public static func day(_ dayOfMonth: Int32, of month: Int) -> Int32 {
    let first = numbers[month]
    let after = numbers[month + 1]
    return min(first + dayOfMonth, after) - 1
  }
}
