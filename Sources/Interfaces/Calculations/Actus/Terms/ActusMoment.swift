import Quantities

/// A point of time as ACTUS writes it: the start of a day, or its end, 23:59:59.
///
/// Source: ACTUS Technical Specification 1.1, section Date/Time: 23:59:59 is read as midnight.
struct ActusMoment: Hashable, Comparable {
  /// The day it is written with.
  let day: Day
  let endsDay: Bool

  init(day: Day, endsDay: Bool = false) {
    self.day = day
    self.endsDay = endsDay
  }

  /// The day up to which and from which interest counts: the next one for the end of a day.
  var counted: Day { endsDay ? day + 1 : day }

  static func < (left: ActusMoment, right: ActusMoment) -> Bool {
    left.day == right.day ? !left.endsDay && right.endsDay : left.day < right.day
  }

  static let allowed = "YYYY-MM-DD, with T00:00:00 or T23:59:59 or without, 1900…2199"

  /// - Returns: nil for any other text, and for an hour within a day.
  init?(_ text: String) {
    guard let day = Day(text.prefix(10)) else { return nil }
    var time = Array(text.dropFirst(10).utf8)
    if time.last == UInt8(ascii: "Z") { time.removeLast() }
    if time.isEmpty {
      self.init(day: day)
      return
    }
    guard time.removeFirst() == UInt8(ascii: "T") else { return nil }
    let parts = time.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), parts[0].count == 2, parts[1].count == 2 else {
      return nil
    }
    let digits = parts.joined().filter { $0 != UInt8(ascii: ".") }
    guard digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      return nil
    }
    switch String(decoding: digits.prefix(4), as: UTF8.self) {
    case "0000" where digits.allSatisfy({ $0 == UInt8(ascii: "0") }): self.init(day: day)
    case "2359": self.init(day: day, endsDay: true)
    case "2400" where digits.dropFirst(4).allSatisfy({ $0 == UInt8(ascii: "0") }):
      self.init(day: day, endsDay: true)
    default: return nil
    }
  }

  /// As the files write it.
  var text: String { "\(day)T\(endsDay ? "23:59:59" : "00:00")" }
}
