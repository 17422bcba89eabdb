/// A calendar day: the number of days since 1970-01-01, proleptic Gregorian.
///
/// A day knows no hour and no time zone; the difference of two days is a number of days.
@frozen
public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01, negative before.
  public var number: Int32

  /// The day so many days after 1970-01-01.
  @inlinable
  public init(number: Int32) { self.number = number }

  /// The first and the last day the program accepts: 1900-01-01 and 2199-12-31.
  public static let first = Day(number: -25_567)
  /// The last day the program accepts: 2199-12-31.
  public static let last = Day(number: 84_005)

  /// The day with this year, month and day of the month.
  ///
  /// - Returns: nil if there is no such day (31 February) or it lies outside 1900…2199.
  @inlinable
  public init?(year: Int, month: Int, day: Int) {
    guard (1900...2199).contains(year), (1...12).contains(month),
      (1...Day.dayCount(year: year, month: month)).contains(day)
    else { return nil }
    self.number = Day.number(year: year, month: month, day: day)
  }

  /// The day that an ISO 8601 date `YYYY-MM-DD` names, and nothing but a date.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else {
      return nil
    }
    func value(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        value = value * 10 + Int(byte - UInt8(ascii: "0"))
      }
      return value
    }
    guard let year = value(0..<4), let month = value(5..<7), let day = value(8..<10) else {
      return nil
    }
    self.init(year: year, month: month, day: day)
  }

  /// Whether the left day is earlier.
  @inlinable
  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

  /// The number of days in `[right, left)`.
  @inlinable
  public static func - (left: Day, right: Day) -> Int { Int(left.number) - Int(right.number) }

  /// The day so many days later.
  @inlinable
  public static func + (day: Day, count: Int) -> Day { Day(number: day.number + Int32(count)) }

  /// The day so many days earlier.
  @inlinable
  public static func - (day: Day, count: Int) -> Day { Day(number: day.number - Int32(count)) }

  /// The day of the week, Monday 1 … Sunday 7.
  @inlinable
  public var weekday: Int { (Int(number) + 3).modulo(7) + 1 }

  /// The year that began on the last 1 March, and how many of its days lie before this one.
  ///
  /// Counted from a 1 March so long past that no number is negative; a century and a year within
  /// it are each one division, the year's by a multiplication with 2^32 ÷ 1,461.
  /// Source: C. Neri and L. Schneider, "Euclidean affine functions and their application to
  /// calendar algorithms", Software: Practice and Experience 53 (2023).
  @inlinable
  @inline(__always)
  public var marchYearAndDay: (year: Int, day: Int) {
    let quarters = 4 * UInt64(Int64(number) + 719_468 + 146_097 * 15_000) + 3
    let century = quarters / 146_097
    let quartersOfCentury = (quarters - 146_097 * century) | 3
    let scaled = 2_939_745 * quartersOfCentury
    let day = (scaled & 0xFFFF_FFFF) / (4 * 2_939_745)
    return (Int(100 * century + scaled >> 32) - 400 * 15_000, Int(day))
  }

  /// Year, month and day of the month.
  ///
  /// Months from March on begin where 153 ÷ 5 days each put them: 2141 ÷ 2^16 of a month a day.
  /// Source: as `marchYearAndDay`.
  @inlinable
  public var civil: (year: Int, month: Int, day: Int) {
    let (year, dayOfYear) = marchYearAndDay
    let scaled = 2_141 * UInt32(truncatingIfNeeded: dayOfYear) + 197_913
    let month = Int(scaled >> 16)
    let day = Int((scaled & 0xFFFF) / 2_141) + 1
    return dayOfYear >= 306 ? (year + 1, month - 12, day) : (year, month, day)
  }

  /// The calendar year.
  @inlinable
  public var year: Int {
    let (year, day) = marchYearAndDay
    return day >= 306 ? year + 1 : year
  }

  /// The year, and how many of its days lie before this one: 0 on 1 January.
  @inlinable
  public var yearAndDay: (year: Int, day: Int) {
    let (year, day) = marchYearAndDay
    if day >= 306 { return (year + 1, day - 306) }
    return (year, day + (Day.isLeap(year: year) ? 60 : 59))
  }

  /// How many times 29 February has come since year 0, up to and with this day.
  @inlinable
  public var leapDaysSoFar: Int {
    let (year, day) = marchYearAndDay
    let passed = year.flooredQuotient(4) - year.flooredQuotient(100) + year.flooredQuotient(400)
    return day == 365 ? passed + 1 : passed
  }

  /// The month this day lies in.
  @inlinable
  public var month: Month { Month(year: civil.year, month: civil.month) }

  /// The same day of the month `count` months later, or the month's last day if it has no such day.
  ///
  /// Count from the first day of a series, never from the day before: 31 January, 28 February,
  /// 31 March.
  @inlinable
  public func adding(months count: Int) -> Day {
    let date = civil
    return (Month(year: date.year, month: date.month) + count).day(date.day)
  }

  /// Whether this is the last day of its month.
  @inlinable
  public var isEndOfMonth: Bool { self == month.lastDay }

  /// Whether a year has a 29 February.
  @inlinable
  public static func isLeap(year: Int) -> Bool {
    // A multiple of 100 and of 16 is one of 400.
    year & (year % 100 == 0 ? 15 : 3) == 0
  }

  /// How many days a month has.
  @inlinable
  public static func dayCount(year: Int, month: Int) -> Int {
    if month == 2 { return isLeap(year: year) ? 29 : 28 }
    // Odd months to July and even ones from August have 31 days, the others 30.
    return 30 | (month ^ (month >> 3))
  }

  /// Days since 1970-01-01 of a civil date, which is not checked.
  ///
  /// Source: as `marchYearAndDay`; 979 ÷ 32 days are a month's share from March on.
  @inlinable
  public static func number(year: Int, month: Int, day: Int) -> Int32 {
    let isBeforeMarch = month <= 2
    let marchYear = UInt(year + 400 * 15_000 - (isBeforeMarch ? 1 : 0))
    let marchMonth = isBeforeMarch ? month + 12 : month
    let century = marchYear / 100
    let days = Int(1_461 * marchYear / 4 - century + century / 4)
    return Int32(
      days + (979 * marchMonth - 2_919) / 32 + day - 1 - 719_468 - 146_097 * 15_000)
  }
}

extension Day: CustomStringConvertible {
  /// ISO 8601: `2026-03-31`.
  public var description: String {
    let date = civil
    func padded(_ value: Int, _ width: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))"
  }
}

extension Int {
  /// The quotient rounded toward minus infinity; the divisor is positive.
  @inlinable
  @inline(__always)
  public func flooredQuotient(_ divisor: Int) -> Int {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }

  /// The remainder in `0..<divisor`; the divisor is positive.
  @inlinable
  @inline(__always)
  public func modulo(_ divisor: Int) -> Int { self - flooredQuotient(divisor) * divisor }
}
