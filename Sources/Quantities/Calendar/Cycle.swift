/// How often something falls due: every so many days, weeks or months.
///
/// A due day is counted from the anchor, never from the due day before: from 31 January monthly,
/// 28 February, 31 March.
public struct Cycle: Hashable, Sendable {
  /// What a cycle is counted in.
  public enum Unit: Hashable, Sendable, CaseIterable {
    case day
    case week
    /// A year is twelve months.
    case month
  }

  /// How many units lie between two due days; at least 1.
  public let count: Int
  /// What `count` counts.
  public let unit: Unit

  /// No cycle is longer than the three centuries that the program knows.
  public static let largestCount = 110_000

  /// - Returns: nil unless `count` is 1 … `largestCount`.
  @inlinable
  public init?(count: Int, unit: Unit) {
    guard 1 <= count, count <= Cycle.largestCount else { return nil }
    self.count = count
    self.unit = unit
  }

  /// The cycle that an ISO 8601 duration names: `P15D`, `P2W`, `P1M`, `P1Y`, `P1Y6M`.
  ///
  /// - Returns: nil for any other text: fractions, signs, times, days beside months, a count of 0.
  public init?(iso8601 text: some StringProtocol) {
    var rest = Array(text.utf8)[...]
    guard rest.popFirst() == UInt8(ascii: "P"), !rest.isEmpty else { return nil }
    var parts: [(count: Int, letter: UInt8)] = []
    while !rest.isEmpty {
      let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      rest = rest.dropFirst(digits.count)
      guard (1...6).contains(digits.count), let letter = rest.popFirst() else { return nil }
      parts.append((digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }, letter))
    }
    switch parts.map(\.letter) {
    case [UInt8(ascii: "D")]: self.init(count: parts[0].count, unit: .day)
    case [UInt8(ascii: "W")]: self.init(count: parts[0].count, unit: .week)
    case [UInt8(ascii: "M")]: self.init(count: parts[0].count, unit: .month)
    case [UInt8(ascii: "Y")]: self.init(count: 12 * parts[0].count, unit: .month)
    case [UInt8(ascii: "Y"), UInt8(ascii: "M")]:
      self.init(count: 12 * parts[0].count + parts[1].count, unit: .month)
    default: return nil
    }
  }

  /// The due day `number` cycles after the anchor; before it, if `number` is negative.
  ///
  /// - Parameters:
  ///   - number: how many cycles; 0 is the anchor itself.
  ///   - anchor: the day that the cycles are counted from.
  ///   - endOfMonth: whether an anchor on the last day of its month makes every due day the last of
  ///     its month: 30 April, 31 May. Has no meaning for days and weeks.
  /// - Returns: nil if the day lies outside 1900…2199.
  @inlinable
  public func day(_ number: Int, from anchor: Day, endOfMonth: Bool = false) -> Day? {
    CycleDays(self, from: anchor, endOfMonth: endOfMonth).day(number)
  }
}

/// The due days of a cycle from one anchor, whose civil date is worked out once.
public struct CycleDays: Hashable, Sendable {
  /// The units between two due days: days (a week is seven) or months.
  @usableFromInline let step: Int
  @usableFromInline let isMonths: Bool
  /// The anchor's number of days or months.
  @usableFromInline let origin: Int
  /// The due day of each month; 31 where it is always the last.
  @usableFromInline let dayOfMonth: Int

  /// The due days of `cycle` counted from `anchor`.
  @inlinable
  public init(_ cycle: Cycle, from anchor: Day, endOfMonth: Bool) {
    switch cycle.unit {
    case .day, .week:
      step = cycle.unit == .week ? 7 * cycle.count : cycle.count
      isMonths = false
      origin = Int(anchor.number)
      dayOfMonth = 0
    case .month:
      let date = anchor.civil
      step = cycle.count
      isMonths = true
      origin = Month(year: date.year, month: date.month).index
      let isLast = date.day == Day.dayCount(year: date.year, month: date.month)
      dayOfMonth = endOfMonth && isLast ? 31 : date.day
    }
  }

  /// As `Cycle.day`: nil outside 1900…2199.
  @inlinable
  public func day(_ number: Int) -> Day? {
    let (distance, overflow) = number.multipliedReportingOverflow(by: step)
    guard !overflow else { return nil }
    let (place, carry) = origin.addingReportingOverflow(distance)
    guard !carry else { return nil }
    if isMonths {
      guard 12 * 1_900 <= place, place < 12 * 2_200 else { return nil }
      let dayOfMonth = Int32(truncatingIfNeeded: dayOfMonth)
      return Day(number: MonthStarts.day(dayOfMonth, of: place - 12 * 1_900))
    }
    guard Int(Day.first.number) <= place, place <= Int(Day.last.number) else { return nil }
    return Day(number: Int32(place))
  }
}
