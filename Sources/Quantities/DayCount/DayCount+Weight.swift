extension DayCount {
  /// The days of `[from, until)` as this convention counts them; 0 unless `from` < `until`.
  @inlinable
  public func days(from: Day, until: Day) -> Int {
    guard from < until else { return 0 }
    switch self {
    case .actual360, .actual364, .actual365, .actual365Quarter, .actual365Actual,
      .actualActualISDA, .actualActual31December, .actualActualAFB:
      return until - from
    case .thirtyE360:
      return Self.thirty(from.civil, until.civil) { first, last in
        first.day = min(first.day, 30)
        last.day = min(last.day, 30)
      }
    case .noLeap365: return until - from - (until.leapDaysSoFar - from.leapDaysSoFar)
    case .business252: return until.weekdaysBefore - from.weekdaysBefore
    case .twentyEight336, .thirtyE360ISDA, .thirtyEPlus360, .thirtyE365, .thirty360ISDA,
      .thirty360PSA, .thirty360US:
      return changedDays(from.civil, until.civil)
    }
  }

  /// The fraction of a year in the whole period `[from, until)`, in parts of `denominator`.
  ///
  /// 0 unless `from` < `until`; never negative.
  @inlinable
  public func weight(from: Day, until: Day) -> Int64 {
    guard from < until else { return 0 }
    switch self {
    case .actual360, .actual364, .actual365: return Int64(until - from)
    case .actual365Quarter: return 4 * Int64(until - from)
    case .actualActualISDA: return Self.yearsUpTo(until) - Self.yearsUpTo(from)
    case .actualActual31December: return Self.yearsUpTo(until + 1) - Self.yearsUpTo(from + 1)
    case .actual365Actual:
      let holdsLeapDay = until.leapDaysSoFar > from.leapDaysSoFar
      return Int64(until - from) * (holdsLeapDay ? 365 : 366)
    case .actualActualAFB: return Self.yearsBack(from: from, until: until)
    case .noLeap365, .thirtyE360, .thirtyE360ISDA, .thirtyEPlus360, .thirtyE365, .thirty360ISDA,
      .thirty360PSA, .thirty360US, .twentyEight336, .business252:
      return Int64(days(from: from, until: until))
    }
  }

  /// As `weight(from:until:)`, with the working days of a calendar where a convention counts them.
  public func weight(from: Day, until: Day, calendar: BusinessCalendar) -> Int64 {
    guard self == .business252 else { return weight(from: from, until: until) }
    return Int64(calendar.workdays(from: from, until: until))
  }

  /// A civil date whose day a 30-day count may change.
  @usableFromInline
  typealias Civil = (year: Int, month: Int, day: Int)

  /// The 30-day count between two dates after `change` has changed their days.
  @inlinable
  @inline(__always)
  static func thirty(
    _ from: Civil, _ until: Civil, _ change: (_ first: inout Civil, _ last: inout Civil) -> Void
  ) -> Int {
    var (first, last) = (from, until)
    change(&first, &last)
    return 360 * (last.year - first.year) + 30 * (last.month - first.month) + last.day - first.day
  }

  /// The days of the conventions that change days of the month by rules of their own.
  @usableFromInline
  func changedDays(_ from: Civil, _ until: Civil) -> Int {
    if self == .twentyEight336 {
      return 336 * (until.year - from.year) + 28 * (until.month - from.month)
        + min(until.day, 28) - min(from.day, 28)
    }
    let startsAtEndOfFebruary = Self.isEndOfFebruary(from)
    let endsAtEndOfFebruary = Self.isEndOfFebruary(until)
    return Self.thirty(from, until) { first, last in
      switch self {
      case .thirtyEPlus360:
        // The 31st, 1st of the next month: 30 + 1 days into its own.
        first.day = min(first.day, 30)
      case .thirtyE360ISDA, .thirtyE365:
        first.day = startsAtEndOfFebruary ? 30 : min(first.day, 30)
        last.day = endsAtEndOfFebruary ? 30 : min(last.day, 30)
      case .thirty360PSA, .thirty360US:
        first.day = startsAtEndOfFebruary ? 30 : min(first.day, 30)
        if self == .thirty360US, startsAtEndOfFebruary, endsAtEndOfFebruary { last.day = 30 }
        if first.day == 30 { last.day = min(last.day, 30) }
      default:
        first.day = min(first.day, 30)
        if first.day == 30 { last.day = min(last.day, 30) }
      }
    }
  }

  private static func isEndOfFebruary(_ date: Civil) -> Bool {
    date.month == 2 && date.day == Day.dayCount(year: date.year, month: 2)
  }

  /// The years from year 0 to a day, each day by the length of its year, in 1 ÷ (365 × 366).
  @inlinable
  static func yearsUpTo(_ day: Day) -> Int64 {
    let (year, dayOfYear) = day.yearAndDay
    return Int64(year) * 133_590 + Int64(dayOfYear) * (Day.isLeap(year: year) ? 365 : 366)
  }

  /// The weight of whole years back from `until` and of the days before them.
  @usableFromInline
  static func yearsBack(from: Day, until: Day) -> Int64 {
    var years = until.year - from.year
    var end = until.adding(months: -12 * years)
    if end < from {
      years -= 1
      end = until.adding(months: -12 * years)
    }
    let holdsLeapDay = (end - 1).leapDaysSoFar > (from - 1).leapDaysSoFar
    return Int64(years) * 133_590 + Int64(end - from) * (holdsLeapDay ? 365 : 366)
  }
}
