package import Classification
package import LoanProducts
package import Quantities
package import Repositories

/// Which loans are asked for, in what order, from where on; what is nil narrows nothing.
package struct LoanListRequest: Hashable, Sendable {
  /// The bank's code; nil for the only bank where the caller works.
  package var bank: String?
  /// The codes of a branch and of an officer.
  package var branch: String?
  package var officer: String?
  package var line: ProductLine?
  package var status: LoanStatus?
  package var riskClass: RiskClass?
  /// The bank's reference of a borrower.
  package var borrower: String?
  /// Days of disbursement, planned ones included.
  package var disbursed = DaySpan()
  package var matures = DaySpan()
  package var overdueDaysAtLeast: Int?
  /// The day that class and overdue days are counted to, on what is unpaid today; nil for the
  /// bank's business date.
  package var asOf: Day?

  package var order = LoanOrder.number
  package var rows = 50
  /// What the page before gave as `next`; it holds for its order, whatever the filter.
  package var after: String?
  package var withTotals = false

  package static let allowedRows = 1...10_000
  package static let allowedOverdueDays = 1...100_000

  package init() {}

  /// - Throws: the first case of `LoanListError` that applies.
  func check() throws(LoanListError) {
    guard Self.allowedRows.contains(rows) else {
      throw .rowsOutsideRange(found: rows, allowed: Self.allowedRows)
    }
    for span in [disbursed, matures] {
      if let from = span.from, let until = span.until, from >= until {
        throw .daysEmpty(from: from, until: until)
      }
    }
    if let days = overdueDaysAtLeast, !Self.allowedOverdueDays.contains(days) {
      throw .overdueDaysOutsideRange(found: days, allowed: Self.allowedOverdueDays)
    }
    if let status, status != .active, riskClass != nil || overdueDaysAtLeast != nil {
      throw .statusHasNoClass(status)
    }
  }

  /// The place that `after` tells.
  func place() throws(LoanListError) -> LoanPlace? {
    guard let after else { return nil }
    guard let place = LoanPlace(key: after) else { throw .pageKeyMalformed(after) }
    guard place.order == order else {
      throw .pageKeyOfOtherOrder(found: place.order, asked: order)
    }
    return place
  }

  /// The filter of all that is asked for but for the class.
  func filter(_ base: LoanFilter, asOf day: Day) -> LoanFilter {
    var base = base
    base.line = line
    base.status = riskClass == nil && overdueDaysAtLeast == nil ? status : .active
    base.starts = disbursed
    base.matures = matures
    base.unpaid.until = overdueDaysAtLeast.map { day - $0 + 1 }
    return base
  }

  /// The filters whose loans, each in one of them, are those asked for, if no class goes by facts.
  ///
  /// Special mention takes two: loans overdue for so many days, and restructured ones that are not
  /// overdue, so that each is a plain range of an index; a class takes them for retail customers
  /// and for firms, where firms are judged by a matrix.
  package func filters(_ base: LoanFilter, asOf day: Day, _ policy: ClassPolicy) -> [LoanFilter] {
    var base = filter(base, asOf: day)
    guard let riskClass else { return [base] }
    guard let matrix = policy.smallEnterprise else {
      return Self.filters(base, riskClass, asOf: day, by: [ClassificationRule.steps])
    }
    return [true, false].flatMap { isRetail in
      base.isRetail = isRetail
      return Self.filters(
        base, riskClass, asOf: day, by: [ClassificationRule.steps] + (isRetail ? [] : [matrix]))
    }
  }

  private static func filters(
    _ base: LoanFilter, _ riskClass: RiskClass, asOf day: Day, by steps: [OverdueSteps]
  ) -> [LoanFilter] {
    var overdue = base
    overdue.unpaid = base.unpaid.intersection(DaySpan(riskClass, asOf: day, by: steps))
    guard riskClass <= .specialMention else { return [overdue] }
    if riskClass == .normal {
      overdue.isRestructured = false
      return [overdue]
    }
    var restructured = base
    restructured.isRestructured = true
    restructured.unpaid = base.unpaid.intersection(DaySpan(.normal, asOf: day, by: steps))
    return [overdue, restructured]
  }
}

extension DaySpan {
  /// The oldest unpaid due days that give a loan this class on a day, as the worst of some steps,
  /// if it is not restructured.
  init(_ riskClass: RiskClass, asOf day: Day, by steps: [OverdueSteps]) {
    func before(_ riskClass: RiskClass?) -> Day? {
      guard let riskClass else { return nil }
      return steps.compactMap { $0.first(atLeast: riskClass) }.min().map { day - $0 + 1 }
    }
    self.init()
    until = before(riskClass)
    from = before(RiskClass.allCases.first { $0 > riskClass })
  }

  func intersection(_ other: DaySpan) -> DaySpan {
    DaySpan(
      from: [from, other.from].compactMap { $0 }.max(),
      until: [until, other.until].compactMap { $0 }.min())
  }
}

extension LoanPlace {
  /// The text that `next` prints: order, value and number.
  var key: String { "\(order.rawValue).\(value).\(number)" }

  /// Reads a key; nil for a text that no page gave.
  init?(key: String) {
    let parts = key.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, let order = LoanOrder(rawValue: String(parts[0])),
      let value = Int64(parts[1]), parts[2].utf8.count == 15,
      parts[2].utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    let allowed: ClosedRange<Int64> =
      switch order {
      case .number: 0...0
      case .outstanding: 0...Money.largestAmount.minorUnits
      case .disbursed, .matures, .overdue: Int64(Day.first.number)...Int64(Day.last.number)
      }
    guard allowed.contains(value) else { return nil }
    self.init(order: order, value: value, number: String(parts[2]))
  }
}
