/// A calendar day: the number of days since 1970-01-01, proleptic Gregorian.
///
/// A day knows no hour and no time zone; the difference of two days is a number of days.
@frozen
package struct Day: Hashable, Comparable, Sendable {
  package var number: Int32

  @inlinable
  package init(number: Int32) { self.number = number }

  /// The first and the last day the program accepts: 1900-01-01 and 2199-12-31.
  package static let first = Day(number: -25_567)
  package static let last = Day(number: 84_005)

  /// The day with this year, month and day of the month.
  ///
  /// - Returns: nil if there is no such day (31 February) or it lies outside 1900…2199.
  @inlinable
  package init?(year: Int, month: Int, day: Int) {
    guard (1900...2199).contains(year), (1...12).contains(month),
      (1...Day.dayCount(year: year, month: month)).contains(day)
    else { return nil }
    self.number = Day.number(year: year, month: month, day: day)
  }

  /// The day that an ISO 8601 date `YYYY-MM-DD` names, and nothing but a date.
  package init?(_ text: some StringProtocol) {
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

  @inlinable
  package static func < (left: Day, right: Day) -> Bool { left.number < right.number }

  /// The number of days in `[right, left)`.
  @inlinable
  package static func - (left: Day, right: Day) -> Int { Int(left.number) - Int(right.number) }

  @inlinable
  package static func + (day: Day, count: Int) -> Day { Day(number: day.number + Int32(count)) }

  @inlinable
  package static func - (day: Day, count: Int) -> Day { Day(number: day.number - Int32(count)) }

  /// The day of the week, Monday 1 … Sunday 7.
  @inlinable
  package var weekday: Int { (Int(number) + 3).modulo(7) + 1 }

  /// Year, month and day of the month.
  ///
  /// Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days.
  @inlinable
  package var civil: (year: Int, month: Int, day: Int) {
    let shifted = Int(number) + 719_468
    let era = shifted.flooredQuotient(146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  @inlinable
  package var year: Int { yearAndDay.year }

  /// The year, and how many of its days lie before this one: 0 on 1 January.
  ///
  /// Counts whole cycles of 400, 100, 4 years and 1 year from 1 January of year 1.
  @inlinable
  package var yearAndDay: (year: Int, day: Int) {
    let sinceYearOne = Int(number) + 719_162
    let era = sinceYearOne.flooredQuotient(146_097)
    var day = sinceYearOne - era * 146_097
    let centuries = min(day / 36_524, 3)
    day -= centuries * 36_524
    let leapCycles = day / 1_461
    day -= leapCycles * 1_461
    let years = min(day / 365, 3)
    return (400 * era + 100 * centuries + 4 * leapCycles + years + 1, day - years * 365)
  }

  /// How many times 29 February has come since year 1, up to and with this day.
  @inlinable
  package var leapDaysSoFar: Int {
    let (year, day) = yearAndDay
    let before = year - 1
    let whole =
      before.flooredQuotient(4) - before.flooredQuotient(100) + before.flooredQuotient(400)
    return Day.isLeap(year: year) && day >= 59 ? whole + 1 : whole
  }

  /// The month this day lies in.
  @inlinable
  package var month: Month { Month(year: civil.year, month: civil.month) }

  /// The same day of the month `count` months later, or the month's last day if it has no such day.
  ///
  /// Count from the first day of a series, never from the day before: 31 January, 28 February,
  /// 31 March.
  @inlinable
  package func adding(months count: Int) -> Day {
    let date = civil
    return (Month(year: date.year, month: date.month) + count).day(date.day)
  }

  @inlinable
  package var isEndOfMonth: Bool { self == month.lastDay }

  @inlinable
  package static func isLeap(year: Int) -> Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }

  @inlinable
  package static func dayCount(year: Int, month: Int) -> Int {
    switch month {
    case 2: return isLeap(year: year) ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }

  /// Days since 1970-01-01 of a civil date.
  ///
  /// Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
  @inlinable
  package static func number(year: Int, month: Int, day: Int) -> Int32 {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear.flooredQuotient(400)
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int32(era * 146_097 + dayOfEra - 719_468)
  }
}

extension Day: CustomStringConvertible {
  /// ISO 8601: `2026-03-31`.
  package var description: String {
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
  package func flooredQuotient(_ divisor: Int) -> Int {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }

  /// The remainder in `0..<divisor`; the divisor is positive.
  @inlinable
  @inline(__always)
  package func modulo(_ divisor: Int) -> Int { self - flooredQuotient(divisor) * divisor }
}
