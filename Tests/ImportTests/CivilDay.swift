import Quantities

/// A calendar day worked out anew, so that what the program says of days is checked by other means.
struct CivilDay: Hashable, Comparable, Sendable {
  let year: Int
  let month: Int
  let day: Int

  init(_ year: Int, _ month: Int, _ day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// `2018-12-31`, known to be well formed.
  init(_ text: some StringProtocol) {
    let parts = text.split(separator: "-").map { Int($0) ?? 0 }
    self.init(parts[0], parts[1], parts[2])
  }

  static func < (left: CivilDay, right: CivilDay) -> Bool { left.number < right.number }

  /// The Julian day number.
  ///
  /// Source: H. F. Fliegel and T. C. Van Flandern, CACM 11 (1968), 657.
  var number: Int {
    let shift = (month - 14) / 12
    return (1461 * (year + 4800 + shift)) / 4 + (367 * (month - 2 - 12 * shift)) / 12
      - (3 * ((year + 4900 + shift) / 100)) / 4 + day - 32075
  }

  /// The same day `count` months later, or the last day of a month that is shorter.
  func months(_ count: Int) -> CivilDay {
    let index = year * 12 + month - 1 + count
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    let (year, month) = (index / 12, index % 12 + 1)
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let length = month == 2 && isLeap ? 29 : lengths[month - 1]
    return CivilDay(year, month, min(day, length))
  }

  var text: String {
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(year)-\(two(month))-\(two(day))"
  }
}
