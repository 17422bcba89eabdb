package import LoanProducts
package import Quantities

/// A day on which something falls due, and the interest period that ends there.
package struct DueDay: Hashable, Sendable {
  package let on: Day
  /// The interest period this day lies in or closes.
  package let period: InterestPeriod
  /// Whether the period's interest falls due on this day; false for a part of principal inside it.
  package let billsInterest: Bool
  /// The share of the principal that falls due here, against the other due days' weights.
  ///
  /// For equal instalments: 1 once the grace is over, 0 before.
  package let weight: Int64
}

/// An interest period `[from, until)` and how its days count.
package struct InterestPeriod: Hashable, Sendable {
  package let from: Day
  package let until: Day
  /// What one counted day weighs: 1, or the months of the period for annual ÷ 12.
  package let dayWeight: Int64
  /// What the weights are parts of: the days of a year, or 12 × the days of the period.
  package let denominator: Int64
  package let dayCount: DayCount

  /// The weight of `[from, until)`: ÷ `denominator`, the fraction of a year.
  @inline(__always)
  package func weight(from: Day, until: Day) -> Int64 {
    Int64(dayCount.days(from: from, until: until)) * dayWeight
  }

  /// A period by the contract's basis.
  ///
  /// Months: a period that is whole months from its nominal start counts months ÷ 12, spread evenly
  /// over its actual days; an odd one counts actual days ÷ 360.
  package init(from: Day, until: Day, wholeMonths: Int?, basis: InterestBasis) {
    self.from = from
    self.until = until
    switch basis {
    case .days(let dayCount):
      self.dayCount = dayCount
      self.dayWeight = 1
      self.denominator = Int64(dayCount.daysInYear)
    case .months:
      if let wholeMonths {
        self.dayCount = .actual365
        self.dayWeight = Int64(wholeMonths)
        self.denominator = 12 * Int64(until - from)
      } else {
        self.dayCount = .actual360
        self.dayWeight = 1
        self.denominator = 360
      }
    }
  }
}

extension LoanTerms {
  /// The loan's due days, ascending, the last at maturity.
  ///
  /// - Throws: a `SchedulingError` if the terms contradict themselves.
  package func dueDays() throws(SchedulingError) -> [DueDay] {
    try check()
    let closings = interestDueDays()
    var principalDays: [Day: Int64] = [:]
    for part in repayment.method == .plan ? repayment.plan : [] {
      principalDays[part.dueOn, default: 0] += part.principal.minorUnits
    }
    let extra = principalDays.keys.filter { day in !closings.contains { $0.on == day } }
    var days: [DueDay] = []
    var position = 0
    let all = (closings.map(\.on) + extra).sorted()
    for day in all {
      let closing = closings[position]
      let period = InterestPeriod(
        from: position == 0 ? startsOn : closings[position - 1].on, until: closing.on,
        wholeMonths: closing.wholeMonths, basis: basis)
      days.append(
        DueDay(
          on: day, period: period, billsInterest: day == closing.on,
          weight: weight(of: day, planned: principalDays[day] ?? 0)))
      if day == closing.on { position += 1 }
    }
    guard days.contains(where: { $0.weight > 0 }) else { throw .noPrincipalDueDay }
    return days
  }

  /// The interest due days with the number of whole months of the period each closes, if it is.
  private func interestDueDays() -> [(on: Day, wholeMonths: Int?)] {
    let step = repayment.interestEveryMonths
    guard step > 0 else { return [(maturesOn, wholeMonths(from: startsOn, until: maturesOn))] }
    var closings: [(on: Day, wholeMonths: Int?)] = []
    if let dayOfMonth = repayment.settlementDay {
      var month = startsOn.month
      while !month.monthOfYear.isMultiple(of: step) || month.day(dayOfMonth) <= startsOn {
        month = month + 1
      }
      var previous = startsOn
      while month.day(dayOfMonth) < maturesOn {
        let day = month.day(dayOfMonth)
        closings.append((day, wholeMonths(from: previous, until: day)))
        previous = day
        month = month + step
      }
      return closings + [(maturesOn, wholeMonths(from: previous, until: maturesOn))]
    }
    var count = 1
    while startsOn.adding(months: count * step) < maturesOn {
      closings.append((startsOn.adding(months: count * step), step))
      count += 1
    }
    let months = wholeMonths(from: startsOn, until: maturesOn)
    return closings + [(maturesOn, months.map { $0 - (count - 1) * step })]
  }

  /// The number of months from a day to the same day of a later month, else nil.
  private func wholeMonths(from: Day, until: Day) -> Int? {
    let months = until.month - from.month
    return from.adding(months: months) == until ? months : nil
  }

  private func weight(of day: Day, planned: Int64) -> Int64 {
    if let from = repayment.principalFrom, day < from { return 0 }
    switch repayment.method {
    case .plan: return planned
    case .interestThenPrincipal, .atMaturity: return day == maturesOn ? 1 : 0
    case .seasonal: return repayment.monthWeights[day.civil.month - 1]
    case .equalInstallments, .graceThenEqualInstallments: return 1
    case .equalPrincipal: return isPrincipalDay(day) ? 1 : 0
    }
  }

  /// Equal principal falls due every `principalEveryMonths` and at maturity: with a settlement day
  /// by the calendar (quarters end in March, years in December), else from the disbursement.
  private func isPrincipalDay(_ day: Day) -> Bool {
    let months =
      repayment.settlementDay == nil ? day.month - startsOn.month : day.month.index + 1
    return day == maturesOn || months.isMultiple(of: max(1, repayment.principalEveryMonths))
  }
}
