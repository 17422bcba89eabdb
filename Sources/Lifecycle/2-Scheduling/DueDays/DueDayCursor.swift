package import LoanProducts
package import Quantities

/// A place among the due days of terms: it goes from one to the next, allocates nothing, and can be
/// copied to look ahead.
///
/// The terms and the calendar are handed to it at each step, so that a copy copies numbers only.
package struct DueDayCursor {
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

  /// The place before the first due day.
  package init(_ terms: LoanTerms) {
    nominal = terms.startsOn
    closedUntil = terms.startsOn
    let isMonths = terms.repayment.interestEveryMonths > 0
    step = isMonths ? terms.repayment.interestEveryMonths : terms.repayment.interestEveryDays
    let cycle = Cycle(count: step, unit: isMonths ? .month : .day)
    let settlementDay = terms.repayment.settlementDay
    if terms.repayment.method == .imported {
      grid = .planned
    } else if cycle == nil {
      grid = .none
    } else if isMonths {
      grid = settlementDay == nil ? .months : .settlement
    } else {
      grid = .days
    }
    if grid == .settlement, let settlementDay {
      let first = max(terms.startsOn, (terms.repayment.firstDueOn ?? .first) - 1)
      var month = terms.startsOn.month
      while !month.monthOfYear.isMultiple(of: step) || month.day(settlementDay) <= first {
        month = month + 1
      }
      anchor = month.day(settlementDay)
    } else {
      anchor = terms.repayment.firstDueOn ?? terms.startsOn
      closingNumber = terms.repayment.firstDueOn == nil && grid != .planned ? 1 : 0
    }
    if let cycle {
      days = CycleDays(
        cycle, from: anchor, endOfMonth: terms.repayment.isEndOfMonth && grid == .months)
    } else {
      days = nil
    }
  }

  /// About how many due days are still to come, for memory.
  package func expectedCount(_ terms: LoanTerms) -> Int {
    let days = terms.maturesOn - nominal
    let stepDays: Int
    switch grid {
    case .none, .planned: stepDays = days
    case .days: stepDays = step
    case .months, .settlement: stepDays = 30 * step
    }
    return min(days / max(1, stepDays), 4_000) + terms.repayment.plan.count + 1
  }

  /// Goes to the next due day; nil after the last, at maturity.
  @inline(__always)
  package mutating func next(_ terms: LoanTerms, _ calendar: BusinessCalendar) -> DueDay? {
    if closing == nil {
      guard nominal < terms.maturesOn else { return nil }
      closing = nextClosing(terms, calendar)
    }
    guard let end = closing else { return nil }
    number += 1
    let period = InterestPeriod(
      from: closedUntil, until: end.until, wholeMonths: end.wholeMonths, basis: terms.basis)
    if terms.repayment.method == .plan, let part = plannedPart(terms, before: end) {
      let on = shifted(part.dueOn, terms, calendar)
      // Days that are billed already stay billed, on the balance they had.
      let until = max(closedUntil, min(end.until, movesInterest(terms) ? on : part.dueOn))
      return DueDay(
        number: number, on: on, until: until, periodNumber: closed, period: period,
        billsInterest: false, weight: part.principal.minorUnits, isLast: false)
    }
    let weight = weight(of: end.nominal, terms)
    nominal = end.nominal
    closedUntil = end.until
    closing = nil
    return DueDay(
      number: number, on: end.on, until: end.until, periodNumber: closed, period: period,
      billsInterest: true,
      weight: weight, isLast: nominal == terms.maturesOn)
  }

  /// A part of the plan that falls due inside the period that is still to close.
  private mutating func plannedPart(_ terms: LoanTerms, before end: Closing) -> PlannedPrincipal? {
    guard planned < terms.repayment.plan.count else { return nil }
    let part = terms.repayment.plan[planned]
    guard part.dueOn < end.nominal else { return nil }
    planned += 1
    return part
  }

  // MARK: Where periods end

  @inline(__always)
  private mutating func nextClosing(_ terms: LoanTerms, _ calendar: BusinessCalendar) -> Closing {
    let regular = day(closingNumber, terms)
    var day = regular
    if terms.repayment.isLastPeriodLong, self.day(closingNumber + 1, terms) > terms.maturesOn {
      day = terms.maturesOn
    }
    if let count = terms.repayment.periodCount, closed == count - 1 { day = terms.maturesOn }
    if day > terms.maturesOn { day = terms.maturesOn }
    let wholeMonths = wholeMonths(until: day, isRegular: regular == day, terms)
    closingNumber += 1
    closed += 1
    guard terms.repayment.shift != nil || terms.repayment.settlementDayCloses else {
      return Closing(nominal: day, on: day, until: day, wholeMonths: wholeMonths)
    }
    let on = shifted(day, terms, calendar)
    var until = movesInterest(terms) ? on : day
    if terms.repayment.settlementDayCloses, grid == .settlement, day < terms.maturesOn {
      until = until + 1
    }
    if day < terms.maturesOn {
      // The last period ends with the loan, wherever its day was moved.
      let end = movesInterest(terms) ? shifted(terms.maturesOn, terms, calendar) : terms.maturesOn
      until = min(until, end)
    }
    until = max(until, closedUntil)
    let isOdd = until - day != closedUntil - nominal
    return Closing(nominal: day, on: on, until: until, wholeMonths: isOdd ? nil : wholeMonths)
  }

  /// The closing of a number, as agreed; the day after the last for one beyond the calendar.
  @inline(__always)
  private func day(_ number: Int, _ terms: LoanTerms) -> Day {
    switch grid {
    case .none: return terms.maturesOn
    case .settlement, .months, .days: return days?.day(number) ?? .last + 1
    case .planned:
      return number < terms.repayment.plan.count
        ? terms.repayment.plan[number].dueOn : terms.maturesOn
    }
  }

  /// The months of the period that ends on `day`, if it is whole months; nil for an odd one.
  @inline(__always)
  private func wholeMonths(until day: Day, isRegular: Bool, _ terms: LoanTerms) -> Int? {
    if grid == .days { return nil }
    if grid == .months {
      if isRegular, closingNumber > 0 { return step }
      if closingNumber > 0 {
        let isLast = terms.repayment.isEndOfMonth && anchor.isEndOfMonth
        let month = day.month
        return month.day(isLast ? 31 : anchor.civil.day) == day ? month - nominal.month : nil
      }
    }
    return wholeMonths(from: nominal, until: day)
  }

  private func wholeMonths(from: Day, until: Day) -> Int? {
    let months = until.month - from.month
    return from.adding(months: months) == until ? months : nil
  }

  @inline(__always)
  private func movesInterest(_ terms: LoanTerms) -> Bool {
    terms.repayment.shift?.movesInterest ?? false
  }

  @inline(__always)
  private func shifted(_ day: Day, _ terms: LoanTerms, _ calendar: BusinessCalendar) -> Day {
    guard let shift = terms.repayment.shift else { return day }
    let moved = shift.rule.shift(day, by: calendar)
    // Nothing falls due on or before the disbursement.
    return moved > terms.startsOn ? moved : calendar.following(day)
  }

  // MARK: What falls due there

  @inline(__always)
  private mutating func weight(of day: Day, _ terms: LoanTerms) -> Int64 {
    if terms.repayment.method != .plan {
      if number <= terms.repayment.grace.principal { return 0 }
      if let from = terms.repayment.principalFrom, day < from { return 0 }
    }
    switch terms.repayment.method {
    case .equalInstallments, .graceThenEqualInstallments, .imported: return 1
    case .interestThenPrincipal, .atMaturity, .revolving: return day == terms.maturesOn ? 1 : 0
    case .plan: return planWeight(of: day, terms)
    case .seasonal: return terms.repayment.monthWeights[day.civil.month - 1]
    case .stepped:
      return terms.repayment.steps.last { $0.fromNumber <= number }?.percent ?? 100
    case .equalPrincipal: return isPrincipalDay(day, terms) ? 1 : 0
    }
  }

  private mutating func planWeight(of day: Day, _ terms: LoanTerms) -> Int64 {
    guard planned < terms.repayment.plan.count else { return 0 }
    let part = terms.repayment.plan[planned]
    guard part.dueOn == day else { return 0 }
    planned += 1
    return part.principal.minorUnits
  }

  /// Equal principal falls due every `principalEveryMonths` and at maturity: with a settlement day
  /// by the calendar (quarters end in March, years in December), else from the first period.
  private func isPrincipalDay(_ day: Day, _ terms: LoanTerms) -> Bool {
    guard grid == .months || grid == .settlement else { return true }
    let months = grid == .months ? closed * step : day.month.index + 1
    return day == terms.maturesOn
      || months.isMultiple(of: max(1, terms.repayment.principalEveryMonths))
  }
}

/// The due days from a place on, as a sequence.
package struct DueDays: Sequence, IteratorProtocol {
  private let terms: LoanTerms
  private let calendar: BusinessCalendar
  private var cursor: DueDayCursor

  package init(_ terms: LoanTerms, calendar: BusinessCalendar, after cursor: DueDayCursor) {
    self.terms = terms
    self.calendar = calendar
    self.cursor = cursor
  }

  @inline(__always)
  package mutating func next() -> DueDay? { cursor.next(terms, calendar) }
}
