package import LoanProducts
package import Quantities

/// A day on which something falls due, and the interest period that ends there.
package struct DueDay: Hashable, Sendable {
  /// 1 for the first.
  package let number: Int
  package let on: Day
  /// The first day whose interest falls due later: `on`, but for a settlement day that closes its
  /// period and for a payment that alone is moved off a holiday.
  package let until: Day
  /// The interest period this day lies in or closes.
  package let period: InterestPeriod
  /// Whether the period's interest falls due on this day; false for a part of principal inside it.
  package let billsInterest: Bool
  /// The share of the principal that falls due here, against the other due days' weights; for
  /// level payments the size of the payment against the others'; 0 for none.
  package let weight: Int64
  /// Whether nothing falls due after it: whatever is left falls due here.
  package let isLast: Bool
}

/// The due days of terms, one after the other: a walk that allocates nothing and can be copied to
/// look ahead.
package struct DueDays: Sequence, IteratorProtocol {
  private let terms: LoanTerms
  private let calendar: BusinessCalendar
  /// The day that closings are counted from.
  private let anchor: Day
  private let step: Int
  private let grid: Grid
  private let days: CycleDays?
  private var number = 0
  private var closingNumber = 0
  private var closed = 0
  private var planned = 0
  /// The end of the last closed period: as agreed, and as interest counts it.
  private var nominal: Day
  private var closedUntil: Day
  private var closing: Closing?

  private enum Grid {
    /// At maturity alone.
    case none
    /// Months of the calendar, on the settlement day.
    case settlement
    /// Months from the anchor.
    case months
    /// Days from the anchor.
    case days
    /// The days of the imported schedule.
    case planned
  }

  /// The end of an interest period.
  private struct Closing {
    var nominal: Day
    var on: Day
    var until: Day
    var wholeMonths: Int?
  }

  package init(_ terms: LoanTerms, calendar: BusinessCalendar = BusinessCalendar(years: nil)) {
    self.terms = terms
    self.calendar = calendar
    let repayment = terms.repayment
    nominal = terms.startsOn
    closedUntil = terms.startsOn
    let isMonths = repayment.interestEveryMonths > 0
    step = isMonths ? repayment.interestEveryMonths : repayment.interestEveryDays
    let cycle = Cycle(count: step, unit: isMonths ? .month : .day)
    switch (repayment.method, cycle, repayment.settlementDay) {
    case (.imported, _, _): grid = .planned
    case (_, nil, _): grid = .none
    case (_, _?, _?) where isMonths: grid = .settlement
    case (_, _?, _): grid = isMonths ? .months : .days
    }
    if grid == .settlement, let dayOfMonth = repayment.settlementDay {
      let first = Swift.max(terms.startsOn, (repayment.firstDueOn ?? .first) - 1)
      var month = terms.startsOn.month
      while !month.monthOfYear.isMultiple(of: step) || month.day(dayOfMonth) <= first {
        month = month + 1
      }
      anchor = month.day(dayOfMonth)
    } else {
      anchor = repayment.firstDueOn ?? terms.startsOn
      closingNumber = repayment.firstDueOn == nil && grid != .planned ? 1 : 0
    }
    let origin = anchor
    days = cycle.map { CycleDays($0, from: origin, endOfMonth: repayment.isEndOfMonth) }
  }

  /// About how many are still to come, for memory.
  package var expectedCount: Int {
    let days = terms.maturesOn - nominal
    let stepDays: Int
    switch grid {
    case .none: stepDays = days
    case .planned: stepDays = days
    case .days: stepDays = step
    case .months, .settlement: stepDays = 30 * step
    }
    return Swift.min(days / Swift.max(1, stepDays), 4_000) + terms.repayment.plan.count
  }

  package mutating func next() -> DueDay? {
    if closing == nil {
      guard nominal < terms.maturesOn else { return nil }
      closing = nextClosing()
    }
    guard let end = closing else { return nil }
    number += 1
    let period = InterestPeriod(
      from: closedUntil, until: end.until, wholeMonths: end.wholeMonths, basis: terms.basis)
    if let part = plannedPart(before: end) {
      let on = shifted(part.dueOn)
      return DueDay(
        number: number, on: on, until: Swift.min(end.until, movesInterest ? on : part.dueOn),
        period: period, billsInterest: false, weight: part.principal.minorUnits, isLast: false)
    }
    let weight = weight(of: end.nominal)
    nominal = end.nominal
    closedUntil = end.until
    closing = nil
    return DueDay(
      number: number, on: end.on, until: end.until, period: period, billsInterest: true,
      weight: weight, isLast: nominal == terms.maturesOn)
  }

  /// A part of the plan that falls due inside the period that is still to close.
  private mutating func plannedPart(before end: Closing) -> PlannedPrincipal? {
    guard terms.repayment.method == .plan, planned < terms.repayment.plan.count else { return nil }
    let part = terms.repayment.plan[planned]
    guard part.dueOn < end.nominal else { return nil }
    planned += 1
    return part
  }

  // MARK: Where periods end

  private mutating func nextClosing() -> Closing {
    var day = day(closingNumber)
    if terms.repayment.isLastPeriodLong, self.day(closingNumber + 1) > terms.maturesOn {
      day = terms.maturesOn
    }
    if let count = terms.repayment.periodCount, closed == count - 1 { day = terms.maturesOn }
    let isRegular = day <= terms.maturesOn && self.day(closingNumber) == day
    if !isRegular { day = terms.maturesOn }
    defer {
      closingNumber += 1
      closed += 1
    }
    let wholeMonths = wholeMonths(until: day, isRegular: isRegular)
    guard terms.repayment.shift != nil || terms.repayment.settlementDayCloses else {
      return Closing(nominal: day, on: day, until: day, wholeMonths: wholeMonths)
    }
    let on = shifted(day)
    var until = movesInterest ? on : day
    if terms.repayment.settlementDayCloses, grid == .settlement, day < terms.maturesOn {
      until = until + 1
    }
    let isOdd = until - day != closedUntil - nominal
    return Closing(nominal: day, on: on, until: until, wholeMonths: isOdd ? nil : wholeMonths)
  }

  private var movesInterest: Bool { terms.repayment.shift?.movesInterest ?? false }

  /// The closing of a number, as agreed; maturity for one beyond what the program knows.
  @inline(__always)
  private func day(_ number: Int) -> Day {
    switch grid {
    case .none: return terms.maturesOn
    case .settlement, .months, .days: return days?.day(number) ?? .last + 1
    case .planned:
      let plan = terms.repayment.plan
      return number < plan.count ? plan[number].dueOn : terms.maturesOn
    }
  }

  /// The months of the period that ends on `day`, if it is whole months; nil for an odd one.
  @inline(__always)
  private func wholeMonths(until day: Day, isRegular: Bool) -> Int? {
    if grid == .days { return nil }
    if grid == .months {
      if isRegular, closingNumber > 0 { return step }
      if terms.repayment.firstDueOn == nil {
        let months = day.month - anchor.month
        return anchor.adding(months: months) == day ? months - (closingNumber - 1) * step : nil
      }
    }
    let months = day.month - nominal.month
    return nominal.adding(months: months) == day ? months : nil
  }

  private func shifted(_ day: Day) -> Day {
    guard let shift = terms.repayment.shift else { return day }
    return shift.rule.shift(day, by: calendar)
  }

  // MARK: What falls due there

  private mutating func weight(of day: Day) -> Int64 {
    let repayment = terms.repayment
    if number <= repayment.grace.principal { return 0 }
    if let from = repayment.principalFrom, day < from { return 0 }
    switch repayment.method {
    case .plan: return planWeight(of: day)
    case .interestThenPrincipal, .atMaturity, .revolving: return day == terms.maturesOn ? 1 : 0
    case .seasonal: return repayment.monthWeights[day.civil.month - 1]
    case .equalInstallments, .graceThenEqualInstallments, .imported: return 1
    case .stepped: return repayment.steps.last { $0.fromNumber <= number }?.percent ?? 100
    case .equalPrincipal: return isPrincipalDay(day) ? 1 : 0
    }
  }

  private mutating func planWeight(of day: Day) -> Int64 {
    guard planned < terms.repayment.plan.count else { return 0 }
    let part = terms.repayment.plan[planned]
    guard part.dueOn == day else { return 0 }
    planned += 1
    return part.principal.minorUnits
  }

  /// Equal principal falls due every `principalEveryMonths` and at maturity: with a settlement day
  /// by the calendar (quarters end in March, years in December), else from the disbursement.
  private func isPrincipalDay(_ day: Day) -> Bool {
    guard grid == .months || grid == .settlement else { return true }
    let months =
      terms.repayment.settlementDay == nil ? day.month - terms.startsOn.month : day.month.index + 1
    return day == terms.maturesOn
      || months.isMultiple(of: Swift.max(1, terms.repayment.principalEveryMonths))
  }
}

extension LoanTerms {
  /// The loan's due days, ascending, the last at maturity.
  ///
  /// - Throws: a `SchedulingError` if the terms contradict themselves.
  package func dueDays(
    calendar: BusinessCalendar = BusinessCalendar(years: nil)
  ) throws(SchedulingError) -> [DueDay] {
    try check()
    var days: [DueDay] = []
    let walk = DueDays(self, calendar: calendar)
    days.reserveCapacity(walk.expectedCount)
    for due in walk { days.append(due) }
    guard days.contains(where: { $0.weight > 0 }) else { throw .noPrincipalDueDay }
    return days
  }
}
