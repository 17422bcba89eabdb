import LoanProducts
import Quantities

/// The way through a loan's due days, from one day on, if every instalment is paid on its day.
///
/// A value: it can be walked again from the same place with another payment.
struct ScheduleWalk {
  private let terms: LoanTerms
  private let rates: RatePath
  private let from: Day
  private let first: DueDay
  /// The due days after the first.
  private let later: DueDays
  private let flat: FlatInterest?
  private(set) var adjustment = Money.zero

  /// - Throws: `SchedulingError.noPrincipalDueDay` if no due day is left after `from`.
  init(
    _ terms: LoanTerms, rates: RatePath, calendar: BusinessCalendar, from: Day
  ) throws(SchedulingError) {
    self.terms = terms
    self.rates = rates
    self.from = from
    var days = DueDays(terms, calendar: calendar)
    var next = days.next()
    while let due = next, due.on <= from { next = days.next() }
    guard let first = next else { throw .noPrincipalDueDay }
    self.first = first
    later = days
    flat =
      terms.repayment.isFlat
      ? try FlatInterest(terms, rates: rates, first: first, later: days) : nil
  }

  /// About how many instalments there are, for memory.
  var expectedCount: Int { later.underestimatedCount + 2 }

  /// The walk whose level payment leaves the last instalment nearest to the others.
  ///
  /// Source: see `LastInstallment.levelled`.
  func levelled() -> ScheduleWalk {
    guard terms.repayment.lastInstallment == .levelled, flat == nil else { return self }
    switch terms.repayment.method {
    case .equalInstallments, .graceThenEqualInstallments: break
    default: return self
    }
    var best = self
    var gap = best.gap()
    for _ in 0..<3 {
      guard let found = gap, found.count > 1,
        Int128(found.difference.minorUnits.magnitude) > Int128(found.count / 2)
      else { return best }
      let share = terms.rounding.divide(
        Int128(found.difference.minorUnits), by: Int128(found.count))
      let moved = found.payment + Money(minorUnits: Int64(share))
      let payment = PrincipalRule.multiple(moved, terms: terms)
      if payment == found.payment { return best }
      var next = best
      next.adjustment += payment - found.payment
      guard let improved = next.gap(),
        improved.difference.minorUnits.magnitude < found.difference.minorUnits.magnitude
      else { return best }
      best = next
      gap = improved
    }
    return best
  }

  /// How far the last instalment is from the level payment before it.
  private func gap() -> (difference: Money, payment: Money, count: Int)? {
    var count = 0
    var level = Money.zero
    var last = Money.zero
    forEach { installment in
      if installment.number > terms.repayment.grace.principal { count += 1 }
      level = last
      last = installment.principal + installment.interest
    }
    guard count > 1 else { return nil }
    return (last - level, level, count)
  }

  /// Calls `body` with each instalment.
  @inline(__always)
  func forEach(_ body: (Installment) -> Void) {
    let draws = terms.laterDisbursements
    var drawn = draws.startIndex
    while drawn < draws.endIndex, draws[drawn].on <= from { drawn += 1 }
    var balance = draws[drawn...].reduce(terms.principal) { $0 - $1.amount }
    var start = from
    var number = 1
    if let downPayment = terms.repayment.downPayment, from == terms.startsOn {
      balance -= downPayment
      body(
        Installment(
          number: 1, from: from, dueOn: from, principal: downPayment, interest: .zero,
          subsidised: .zero, balance: balance))
      number = 2
    }
    var days = later
    var next: DueDay? = first
    var rule = PrincipalRule(balance: balance, next: first, later: days, terms: terms)
    rule.adjustment = adjustment
    rule.flatPayment = flat?.payment
    var meter = InterestMeter(period: first.period)
    var isClosed = false
    var carried = (whole: Money.zero, subsidised: Money.zero)
    while let due = next {
      if isClosed { meter = InterestMeter(period: due.period) }
      isClosed = due.billsInterest
      let isFree = due.number <= terms.repayment.grace.interestFree
      let rowFrom = start
      while drawn < draws.endIndex, draws[drawn].on < due.until {
        let draw = draws[drawn]
        if !isFree {
          meter.add(
            balance: balance, from: start, until: draw.on, rates: rates, subsidy: terms.subsidy)
        }
        balance += draw.amount
        start = max(start, draw.on)
        rule = PrincipalRule(balance: balance, next: due, later: days, terms: terms)
        drawn += 1
      }
      if !isFree {
        meter.add(
          balance: balance, from: start, until: due.until, rates: rates, subsidy: terms.subsidy)
      }
      var interest = due.billsInterest ? meter.amounts(terms.rounding) : (.zero, .zero)
      if let flat {
        interest = (flat.amount(at: due, rates: rates, rounding: terms.rounding), .zero)
      }
      let part = rule.part(
        at: .init(due: due, from: start, balance: balance, interest: interest.whole), terms: terms,
        rates: rates, later: days)
      balance -= part
      if due.number <= terms.repayment.grace.interest, !due.isLast {
        carried = (carried.whole + interest.whole, carried.subsidised + interest.subsidised)
        interest = (.zero, .zero)
      } else if due.billsInterest {
        interest = (interest.whole + carried.whole, interest.subsidised + carried.subsidised)
        carried = (.zero, .zero)
      }
      body(
        Installment(
          number: number, from: rowFrom, dueOn: due.on, principal: part,
          interest: interest.whole, subsidised: interest.subsidised, balance: balance))
      number += 1
      start = due.until
      next = days.next()
    }
  }
}
