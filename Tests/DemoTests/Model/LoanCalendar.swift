/// The due days of a loan and the principal that falls due on each, by the terms alone.
struct LoanCalendar: Sendable {
  /// Ascending, the last at maturity: the days on which an interest period ends.
  let interestDays: [CalendarDay]
  /// Principal in fen by the day it falls due.
  private(set) var parts: [CalendarDay: Int] = [:]
  private let loan: DemoLoan

  init(_ loan: DemoLoan) throws {
    self.loan = loan
    interestDays = Self.interestDays(of: loan)
    try spread(loan.principal, after: loan.startsOn)
  }

  /// From the start: by months from it, or on the settlement day of the months that end a step of
  /// the calendar (quarters in March, years in December); and at maturity.
  private static func interestDays(of loan: DemoLoan) -> [CalendarDay] {
    var days: [CalendarDay] = []
    let step = loan.interestEveryMonths
    if step > 0 {
      for count in 0... {
        var day = loan.startsOn.adding(months: count)
        if let settlementDay = loan.settlementDay {
          day.day = settlementDay
          if day.month % step != 0 || day <= loan.startsOn { continue }
        } else if count == 0 || count % step != 0 {
          continue
        }
        if day >= loan.maturesOn { break }
        days.append(day)
      }
    }
    return days + [loan.maturesOn]
  }

  /// The period that holds a day.
  func period(of day: CalendarDay) -> (from: CalendarDay, until: CalendarDay) {
    let from = interestDays.last { $0 <= day } ?? loan.startsOn
    return (from, interestDays.first { $0 > day } ?? loan.maturesOn)
  }

  /// The fraction of a year that a day counts for.
  func share(of day: CalendarDay) -> Fraction {
    guard loan.countsMonths else { return Fraction(1, over: 360) }
    let period = period(of: day)
    let days = period.from.days(until: period.until)
    return Fraction(Int128(loan.interestEveryMonths), over: Int128(12 * days))
  }

  /// Splits what is not yet due over the due days that follow.
  mutating func spread(_ principal: Int, after day: CalendarDay) throws {
    parts = parts.filter { $0.key <= day }
    let days = Set(interestDays + loan.plan.keys).filter { $0 > day }.sorted()
    switch loan.method {
    case "equal-installments", "grace-then-equal-installments":
      guard day == loan.startsOn, loan.countsMonths else {
        throw DemoFiles.Broken(description: "the model splits \(loan.method) at the start only")
      }
      spreadLevel(principal, over: days)
    default: spreadByWeight(principal, over: days)
    }
  }

  /// Each part is what the rounded running sum grows by.
  private mutating func spreadByWeight(_ principal: Int, over days: [CalendarDay]) {
    let weights = days.map { weight(of: $0) }
    let all = weights.reduce(0, +)
    var (weightSoFar, given) = (0, 0)
    for (day, weight) in zip(days, weights) where weight > 0 {
      weightSoFar += weight
      let sum = Fraction(Int128(principal) * Int128(weightSoFar), over: Int128(all)).rounded
      parts[day] = sum - given
      given = sum
    }
  }

  private func weight(of day: CalendarDay) -> Int {
    if let from = loan.principalFrom, day < from { return 0 }
    switch loan.method {
    case "plan": return loan.plan[day] ?? 0
    case "seasonal": return loan.monthWeights[day.month - 1]
    case "equal-principal":
      let isTurn = (day.year * 12 + day.month) % loan.principalEveryMonths == 0
      return day == loan.maturesOn || isTurn ? 1 : 0
    default: return day == loan.maturesOn ? 1 : 0
    }
  }

  /// Monthly instalments of one size: principal ÷ the sum of the discounts, to the nearest fen;
  /// the last takes the rest.
  private mutating func spreadLevel(_ principal: Int, over days: [CalendarDay]) {
    let paying = days.filter { $0 >= loan.principalFrom ?? loan.startsOn }
    let rate = Int128(loan.rate.basisPoints(on: loan.startsOn))
    let one: Int128 = 1_000_000_000_000_000
    var (discount, sum) = (one, Int128(0))
    for _ in paying {
      discount = discount * 120_000 / (120_000 + rate)
      sum += discount
    }
    let payment = Fraction(Int128(principal) * one, over: sum).rounded
    var rest = principal
    for day in paying.dropLast() {
      let part = payment - Fraction(Int128(rest) * rate, over: 120_000).rounded
      parts[day] = part
      rest -= part
    }
    parts[loan.maturesOn] = rest
  }
}
