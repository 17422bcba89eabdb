import LoanProducts
import Quantities

/// The way through a loan's due days, from one day on, if every instalment is paid on its day.
///
/// A value: it can be walked again from the same place with another payment.
struct ScheduleWalk {
  private let terms: LoanTerms
  private let rates: RatePath
  private let calendar: BusinessCalendar
  private let from: Day
  private let first: DueDay
  /// The place after the first due day.
  private let later: DueDayCursor
  private let flat: FlatInterest?
  private(set) var adjustment = Money.zero

  /// - Throws: `SchedulingError.noPrincipalDueDay` if no due day is left after `from`.
  init(
    _ terms: LoanTerms, rates: RatePath, calendar: BusinessCalendar, from: Day
  ) throws(SchedulingError) {
    self.terms = terms
    self.rates = rates
    self.from = from
    self.calendar = calendar
    var cursor = DueDayCursor(terms)
    var next = cursor.next(terms, calendar)
    while let due = next, due.on <= from { next = cursor.next(terms, calendar) }
    guard let first = next else { throw .noPrincipalDueDay }
    self.first = first
    later = cursor
    flat =
      terms.repayment.isFlat
      ? FlatInterest(
        terms, rates: rates, first: first,
        later: DueDays(terms, calendar: calendar, after: cursor)) : nil
  }

  /// About how many instalments there are, for memory.
  var expectedCount: Int { later.expectedCount(terms) + 2 }

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
      if installment.dueOn > from { count += 1 }
      level = last
      last = installment.principal + installment.interest
    }
    count -= terms.repayment.grace.principal
    guard count > 1 else { return nil }
    return (last - level, level, count)
  }

  /// Calls `body` with each instalment.
  ///
  /// - Returns: the first due day whose level payment is below its interest, with both; nil if
  ///   there is none, as it should be.
  @inline(__always)
  @discardableResult
  func forEach(_ body: (Installment) -> Void) -> (due: Day, payment: Money, interest: Money)? {
    var unpayable: (due: Day, payment: Money, interest: Money)?
    var state = State(self)
    if let installment = state.downPayment(of: self) { body(installment) }
    while let due = state.next {
      let rowFrom = state.start
      let interest = state.meter(until: due, of: self)
      let part = state.part(at: due, interest: interest.whole, of: self)
      if part.isZero, due.weight > 0, !due.isLast, unpayable == nil,
        let payment = state.payment(at: due, of: self), payment < interest.whole
      {
        unpayable = (due.on, payment, interest.whole)
      }
      let billed = state.bill(interest, at: due, of: self)
      body(
        Installment(
          number: state.number, from: min(rowFrom, due.on), dueOn: due.on,
          days: due.until - rowFrom, principal: part,
          interest: billed.whole, subsidised: billed.subsidised, balance: state.balance))
      state.step(past: due, of: self)
    }
    return unpayable
  }

  private typealias Interest = (whole: Money, subsidised: Money)

  /// Where the walk stands.
  private struct State {
    var next: DueDay?
    /// The place after `next`.
    var later: DueDayCursor
    var balance: Money
    var start: Day
    var number = 1
    private var rule: PrincipalRule
    private var meter: InterestMeter
    private var isClosed = false
    private var carried: Interest = (.zero, .zero)
    /// The first later disbursement that is not paid out yet.
    private var drawn = 0
    /// What is still to be paid out.
    private var undrawn = Money.zero
    /// Whether the open period bore interest before its last disbursement.
    private var hasEarlierInterest = false
    /// The flat interest billed so far.
    private var flatBilled = Money.zero

    @inline(__always)
    init(_ walk: ScheduleWalk) {
      next = walk.first
      later = walk.later
      start = walk.from
      balance = walk.terms.principal
      for draw in walk.terms.laterDisbursements {
        if draw.on <= walk.from { drawn += 1 } else { undrawn += draw.amount }
      }
      balance -= undrawn
      if let downPayment = walk.terms.repayment.downPayment, walk.from == walk.terms.startsOn {
        balance -= downPayment
      }
      let later = walk.later
      rule = PrincipalRule(
        balance, next: walk.first,
        later: DueDays(walk.terms, calendar: walk.calendar, after: later), terms: walk.terms,
        undrawn: undrawn)
      rule.adjustment = walk.adjustment
      rule.flatPayment = walk.flat?.payment
      meter = InterestMeter(period: walk.first.period)
    }

    /// What is paid on a due day by a method that fixes the sum of principal and interest.
    func payment(at due: DueDay, of walk: ScheduleWalk) -> Money? {
      guard walk.terms.repayment.method == .imported else {
        return rule.levelPayment.map { $0 + rule.adjustment }
      }
      let index = due.number - 1
      return index < walk.terms.repayment.plan.count
        ? walk.terms.repayment.plan[index].principal : nil
    }

    @inline(__always)
    mutating func downPayment(of walk: ScheduleWalk) -> Installment? {
      guard let downPayment = walk.terms.repayment.downPayment, start == walk.terms.startsOn else {
        return nil
      }
      number = 2
      return Installment(
        number: 1, from: start, dueOn: start, principal: downPayment, interest: .zero,
        subsidised: .zero, balance: balance)
    }

    /// The interest of the stretch that ends at a due day, or nothing where none is billed there;
    /// what is paid out meanwhile joins the balance.
    @inline(__always)
    mutating func meter(until due: DueDay, of walk: ScheduleWalk) -> Interest {
      if isClosed { meter = InterestMeter(period: due.period) }
      isClosed = due.billsInterest
      let isFree = due.periodNumber <= walk.terms.repayment.grace.interestFree
      while drawn < walk.terms.laterDisbursements.count,
        walk.terms.laterDisbursements[drawn].on < due.until || due.isLast
      {
        let draw = walk.terms.laterDisbursements[drawn]
        if !isFree {
          meter.add(
            balance: balance, from: start, until: min(draw.on, due.until), rates: walk.rates,
            subsidy: walk.terms.subsidy)
        }
        if draw.on > start, balance.isPositive, !isFree { hasEarlierInterest = true }
        balance += draw.amount
        undrawn -= draw.amount
        start = max(start, draw.on)
        let later = later
        rule = PrincipalRule(
          balance, next: due,
          later: DueDays(walk.terms, calendar: walk.calendar, after: later), terms: walk.terms,
          undrawn: undrawn)
        rule.flatPayment = walk.flat?.payment
        drawn += 1
      }
      if !isFree {
        meter.add(
          balance: balance, from: start, until: due.until, rates: walk.rates,
          subsidy: walk.terms.subsidy)
      }
      guard due.billsInterest else { return (.zero, .zero) }
      if let flat = walk.flat {
        let amount =
          isFree
          ? .zero
          : flat.amount(
            at: due, billed: flatBilled, rates: walk.rates, rounding: walk.terms.rounding)
        flatBilled += amount
        return (amount, .zero)
      }
      return meter.amounts(walk.terms.rounding)
    }

    @inline(__always)
    mutating func part(at due: DueDay, interest: Money, of walk: ScheduleWalk) -> Money {
      let later = later
      let part = rule.part(
        .init(
          due: due, from: start, balance: balance, interest: interest,
          hasEarlierInterest: hasEarlierInterest),
        terms: walk.terms, rates: walk.rates,
        later: DueDays(walk.terms, calendar: walk.calendar, after: later))
      balance -= part
      return part
    }

    /// What is billed: in an interest grace nothing, after it all that was carried over.
    @inline(__always)
    mutating func bill(_ interest: Interest, at due: DueDay, of walk: ScheduleWalk) -> Interest {
      let grace = walk.terms.repayment.grace.interest
      guard grace > 0, due.billsInterest else { return interest }
      let sum = (
        whole: carried.whole + interest.whole, subsidised: carried.subsidised + interest.subsidised
      )
      let isCarried = due.periodNumber <= grace && !due.isLast
      carried = isCarried ? sum : (.zero, .zero)
      return isCarried ? (.zero, .zero) : sum
    }

    @inline(__always)
    mutating func step(past due: DueDay, of walk: ScheduleWalk) {
      number += 1
      if due.billsInterest { hasEarlierInterest = false }
      start = due.until
      next = later.next(walk.terms, walk.calendar)
    }
  }
}
