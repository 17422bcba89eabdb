import Quantities

/// A moment: microseconds since 1970-01-01T00:00:00Z.
///
/// It says when something was recorded, never when it is effective: that is a `Day`.
package struct Instant: Hashable, Comparable, Sendable {
  package var microseconds: Int64

  package init(microseconds: Int64) { self.microseconds = microseconds }

  package static func < (left: Instant, right: Instant) -> Bool {
    left.microseconds < right.microseconds
  }

  private static let perSecond: Int64 = 1_000_000
  private static let perDay: Int64 = 86_400 * perSecond

  /// The instant that ISO 8601 text in UTC names: `2026-03-31T08:15:30Z`, with at most six
  /// decimals of the second; years 1900…2199.
  package init?(_ text: some StringProtocol) {
    let halves = text.split(separator: "T", omittingEmptySubsequences: false)
    guard halves.count == 2, let day = Day(halves[0]), halves[1].hasSuffix("Z") else { return nil }
    let parts = halves[1].dropLast().split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 2, parts[1].utf8.count == 2,
      parts[2].prefix(while: { $0 != "." }).utf8.count == 2,
      let hour = FixedPoint.parse(parts[0], decimals: 0), (0..<24).contains(hour),
      let minute = FixedPoint.parse(parts[1], decimals: 0), (0..<60).contains(minute),
      let second = FixedPoint.parse(parts[2], decimals: 6),
      (0..<60 * Self.perSecond).contains(second)
    else { return nil }
    let time = (hour * 60 + minute) * 60 * Self.perSecond + second
    self.init(microseconds: Int64(day.number) * Self.perDay + time)
  }
}

extension Instant: CustomStringConvertible {
  /// ISO 8601 in UTC: `2026-03-31T08:15:30Z`, with six decimals if there are any.
  package var description: String {
    var (days, time) = microseconds.quotientAndRemainder(dividingBy: Self.perDay)
    if time < 0 {
      days -= 1
      time += Self.perDay
    }
    func two(_ value: Int64) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let (seconds, fraction) = time.quotientAndRemainder(dividingBy: Self.perSecond)
    var text = "\(Day(number: Int32(days)))T\(two(seconds / 3_600)):\(two(seconds / 60 % 60))"
    text += ":\(two(seconds % 60))"
    if fraction > 0 { text += FixedPoint.text(Int128(fraction), decimals: 6).dropFirst() }
    return text + "Z"
  }
}
