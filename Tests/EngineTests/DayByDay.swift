import LoanProducts
import Quantities
import Scheduling

/// The end of an interest period, by counting from the terms alone.
struct PeriodEnd: Hashable {
  /// As agreed, before any shift.
  let nominal: Day
  let on: Day
  /// The first day that bears interest for the next period.
  let until: Day
}

/// Interest as a clerk finds it: the ends of the periods listed, then one day after the other.
///
/// Nothing here is the engine's but days, months, the shift by a calendar, and the weight of a
/// whole period in conventions that look at it as a whole.
struct DayByDay {
  let terms: LoanTerms
  let calendar: BusinessCalendar
  let rates: RatePath

  init(_ contract: LoanContract) {
    terms = contract.terms
    calendar = contract.calendar
    rates = contract.rates
  }

  // MARK: Where periods end

  var ends: [PeriodEnd] {
    var days = regular.filter { $0 < terms.maturesOn }
    if terms.repayment.isLastPeriodLong, let last = days.last, terms.repayment.method != .imported,
      after(last) != terms.maturesOn
    {
      days.removeLast()
    }
    if let count = terms.repayment.periodCount { days = Array(days.prefix(count - 1)) }
    var ends: [PeriodEnd] = []
    for day in days + [terms.maturesOn] { ends.append(end(day, after: ends.last)) }
    return ends
  }

  private func end(_ nominal: Day, after previous: PeriodEnd?) -> PeriodEnd {
    var on = nominal
    if let shift = terms.repayment.shift {
      on = shift.rule.shift(nominal, by: calendar)
      // Nothing falls due on or before the disbursement.
      if on <= terms.startsOn { on = calendar.following(nominal) }
    }
    var until = terms.repayment.shift?.movesInterest ?? false ? on : nominal
    let isSettled = terms.repayment.settlementDay != nil && terms.repayment.interestEveryMonths > 0
    if isSettled, terms.repayment.settlementDayCloses, nominal < terms.maturesOn {
      until = until + 1
    }
    // Interest ends with the loan, wherever its last day was moved.
    if nominal < terms.maturesOn { until = min(until, end(terms.maturesOn, after: nil).until) }
    return PeriodEnd(nominal: nominal, on: on, until: max(until, previous?.until ?? until))
  }

  /// The closing days without the last, some perhaps beyond maturity.
  private var regular: [Day] {
    let repayment = terms.repayment
    if repayment.method == .imported { return repayment.plan.map(\.dueOn) }
    guard repayment.interestEveryMonths > 0 || repayment.interestEveryDays > 0 else { return [] }
    var days: [Day] = []
    var day = first
    while let next = day, next < terms.maturesOn {
      days.append(next)
      day = after(next)
    }
    return days
  }

  private var first: Day? {
    let repayment = terms.repayment
    if let settlementDay = repayment.settlementDay, repayment.interestEveryMonths > 0 {
      let least = max(terms.startsOn + 1, repayment.firstDueOn ?? .first)
      return (0...24).lazy.map { (least.month + $0) }
        .filter { $0.monthOfYear.isMultiple(of: repayment.interestEveryMonths) }
        .map { $0.day(settlementDay) }.first { $0 >= least }
    }
    return repayment.firstDueOn ?? after(terms.startsOn)
  }

  /// The closing day after another one; nil beyond the calendar.
  private func after(_ day: Day) -> Day? {
    let repayment = terms.repayment
    if repayment.interestEveryMonths == 0 { return day + repayment.interestEveryDays }
    let month = day.month + repayment.interestEveryMonths
    guard month.year < 2_200 else { return nil }
    return month.day(dayOfMonth)
  }

  /// The day of the month on which periods close; 31 for the last.
  private var dayOfMonth: Int {
    if let settlementDay = terms.repayment.settlementDay { return settlementDay }
    let anchor = terms.repayment.firstDueOn ?? terms.startsOn
    return terms.repayment.isEndOfMonth && anchor.isEndOfMonth ? 31 : anchor.civil.day
  }

  // MARK: What a day bears

  /// The yearly fraction of one day: `part(day)` ÷ `whole`.
  struct DailyFraction {
    var whole: Int64
    var part: (Day) -> Int64
  }

  /// How the days of a period count.
  func fraction(from start: PeriodEnd, to end: PeriodEnd) -> DailyFraction {
    let isEven = end.until - end.nominal == start.until - start.nominal
    let months = isEven ? wholeMonths(from: start.nominal, until: end.nominal) : nil
    let days = Int64(max(1, end.until - start.until))
    switch (terms.basis, months) {
    case (.months, let months?), (.monthsAndDays, let months?):
      return DailyFraction(whole: 12 * days) { _ in Int64(months) }
    case (.monthsOfThirtyDays(let year), let months?):
      return DailyFraction(whole: Int64(year) * days) { _ in 30 * Int64(months) }
    case (.months, nil): return Self.fraction(.actual360)
    case (.monthsOfThirtyDays, nil): return Self.fraction(.actual365)
    case (.monthsAndDays, nil):
      var months = 0
      while start.until.adding(months: months + 1) <= end.until { months += 1 }
      let odd = end.until - start.until.adding(months: months)
      return DailyFraction(whole: 360 * days) { _ in Int64(30 * months + odd) }
    case (.days(let dayCount), _):
      if dayCount.isAdditive { return Self.fraction(dayCount) }
      let weight = dayCount.weight(from: start.until, until: end.until)
      return DailyFraction(whole: dayCount.denominator * days) { _ in weight }
    }
  }

  private func wholeMonths(from: Day, until: Day) -> Int? {
    let repayment = terms.repayment
    if repayment.interestEveryDays > 0 { return nil }
    let months = until.month - from.month
    if repayment.interestEveryMonths > 0, repayment.settlementDay == nil,
      from > terms.startsOn || repayment.firstDueOn == nil
    {
      // From the day of the month that the loan keeps to, to the same: 28 February to 31 March.
      return until.month.day(dayOfMonth) == until ? months : nil
    }
    return from.adding(months: months) == until ? months : nil
  }

  /// The fraction of each day by itself, in conventions that count days one by one.
  static func fraction(_ dayCount: DayCount) -> DailyFraction {
    switch dayCount {
    case .actual360: return DailyFraction(whole: 360) { _ in 1 }
    case .actual364: return DailyFraction(whole: 364) { _ in 1 }
    case .actual365Quarter: return DailyFraction(whole: 1_461) { _ in 4 }
    case .actualActualISDA: return DailyFraction(whole: 365 * 366) { Self.ofYear($0.year) }
    case .actualActual31December:
      return DailyFraction(whole: 365 * 366) { Self.ofYear(($0 + 1).year) }
    case .noLeap365:
      return DailyFraction(whole: 365) { day in
        let next = (day + 1).civil
        return next.month == 2 && next.day == 29 ? 0 : 1
      }
    case .thirtyE360: return counted(360, month: 30) { min($0.civil.day, 30) }
    case .thirtyE360ISDA, .thirtyE365:
      return counted(dayCount.denominator, month: 30) { day in
        let date = day.civil
        return date.month == 2 && day.isEndOfMonth ? 30 : min(date.day, 30)
      }
    case .twentyEight336: return counted(336, month: 28) { min($0.civil.day, 28) }
    case .business252: return DailyFraction(whole: 252) { $0.weekday <= 5 ? 1 : 0 }
    case .actual365: return DailyFraction(whole: 365) { _ in 1 }
    // The others look at a period as a whole, and are not asked for a day.
    default:
      preconditionFailure("\(dayCount) has no days of its own")
    }
  }

  private static func ofYear(_ year: Int) -> Int64 { Day.isLeap(year: year) ? 365 : 366 }

  /// Months of equal length: a day is the step between two of the days so numbered.
  private static func counted(
    _ year: Int64, month length: Int, _ dayOfMonth: @escaping (Day) -> Int
  ) -> DailyFraction {
    DailyFraction(whole: year) { day in
      let step = dayOfMonth(day + 1) - dayOfMonth(day)
      // One comparison tells a new month: its first day is the first there is.
      return Int64((day + 1).civil.day == 1 ? step + length : step)
    }
  }
}
