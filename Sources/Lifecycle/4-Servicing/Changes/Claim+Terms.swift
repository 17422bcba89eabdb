import LoanProducts
import Quantities
import Scheduling

extension Claim {
  mutating func charge(_ rate: AnnualRate, from day: Day) throws(ServicingError) {
    guard rate >= .zero, rate <= .largest else {
      throw .changeNotPossible(
        effectiveOn: day, because: .rateOutOfRange(rate, largest: .largest))
    }
    contract = contract.charging(rate, from: day, knownFrom: balanceFrom)
  }

  /// The last due day moves on; the instalments still to come are found anew.
  ///
  /// On the last due day itself what falls due of the principal goes back into the schedule.
  mutating func extend(to maturity: Day, on day: Day) throws(ServicingError) {
    let isLastDay = day == terms.maturesOn && dues.allSatisfy { $0.dueOn == day }
    guard nextDue < contract.dueDays.count || (isLastDay && unpaid.principal.isPositive) else {
      throw .changedAfterMaturity(effectiveOn: day, maturedOn: terms.maturesOn)
    }
    guard maturity > terms.maturesOn else {
      throw .maturityNotLater(maturity, maturesOn: terms.maturesOn)
    }
    if isLastDay {
      principalNotDue += unpaid.takePrincipal()
      changeBalance(on: day)
    }
    var terms = contract.terms
    terms.extend(to: maturity)
    try change(to: terms, on: day)
  }

  /// The loan goes on under new terms, its principal unpaid and nothing else: what is due, and on
  /// maturity the principal that falls due that day, is none.
  mutating func renew(
    to maturity: Day, rate: AnnualRate?, on day: Day
  ) throws(ServicingError) {
    let late = unpaid.interest + max(.zero, penaltyDue) + max(.zero, compoundDue) + costsDue
    guard late.isZero, dues.allSatisfy({ $0.dueOn == day }) else {
      throw .renewedWithUnpaid(effectiveOn: day, unpaid: late + unpaid.principal)
    }
    try reschedule(Rescheduling(maturesOn: maturity, takesInOverdue: true), on: day)
    if let rate { try charge(rate, from: day) }
  }

  mutating func reschedule(_ new: Rescheduling, on day: Day) throws(ServicingError) {
    var terms = contract.terms
    if let maturity = new.maturesOn {
      guard maturity > day else { throw .maturityNotLater(maturity, maturesOn: day) }
      terms.maturesOn = maturity
    }
    var balance = principalNotDue
    if new.takesInOverdue { balance += unpaid.principal }
    if let repayment = new.repayment {
      terms.repayment = repayment
      terms.repayment.plan = plan(repayment.plan, of: balance)
    } else if terms.repayment.method == .plan {
      let whole = PlannedPrincipal(dueOn: terms.maturesOn, principal: balance)
      terms.repayment.plan = plan([whole], of: balance)
    }
    guard balance.isPositive, terms.maturesOn > day else {
      throw .changedAfterMaturity(effectiveOn: day, maturedOn: terms.maturesOn)
    }
    if new.takesInOverdue {
      principalNotDue += unpaid.takePrincipal()
      changeBalance(on: day)
    }
    try change(to: terms, on: day)
    rule = nil
  }

  /// A new plan of the balance, with what was repaid before as its first part, so that it still
  /// sums to the loan's principal.
  private func plan(_ parts: [PlannedPrincipal], of balance: Money) -> [PlannedPrincipal] {
    guard let first = parts.first else { return parts }
    let before = terms.principal - balance
    // A due day that has fallen keeps the numbers of the others.
    let fallen = contract.dueDays[0].on < min(first.dueOn, balanceFrom + 1)
    let day = fallen ? contract.dueDays[0].on : terms.startsOn + 1
    guard before.isPositive, first.dueOn > day else { return parts }
    return [PlannedPrincipal(dueOn: day, principal: before)] + parts
  }

  mutating func pause(until end: Day, on day: Day) throws(ServicingError) {
    guard end > day else { throw .pauseEndsBefore(effectiveOn: day, until: end) }
    pauses.append(day..<end)
    guard nextDue < contract.dueDays.count, (day..<end).contains(terms.maturesOn) else { return }
    var terms = contract.terms
    let step = max(1, terms.repayment.interestEveryMonths)
    var count = 1
    while terms.maturesOn.adding(months: count * step) < end { count += 1 }
    terms.extend(to: terms.maturesOn.adding(months: count * step))
    try change(to: terms, on: day)
  }

  /// Of the instalments to come the largest, the last one left out, which takes what is left: the
  /// level payment, or the part of equal principal.
  var largestToCome: Money { size(of: upcoming.dropLast()) }

  private func size(of installments: some Sequence<Installment>) -> Money {
    let isByParts = terms.repayment.method == .equalPrincipal
    return installments.map { isByParts ? $0.principal : $0.principal + $0.interest }.max() ?? .zero
  }

  /// Brings maturity forward to the earliest due day that leaves no instalment above `largest`.
  ///
  /// Equal instalments and equal principal are spread anew over fewer due days; a plan loses its
  /// last parts.
  mutating func shorten(notAbove largest: Money) throws(ServicingError) {
    let method = terms.repayment.method
    if method == .plan {
      try shortenPlan()
      return
    }
    guard
      method == .equalInstallments || method == .equalPrincipal
        || method == .graceThenEqualInstallments
    else { throw .termNotShortened(method) }
    var low = nextDue
    var high = contract.dueDays.count - 1
    while low < high {
      let middle = (low + high) / 2
      let shorter = try maturing(at: middle)
      if shorter.size(of: shorter.upcoming) <= largest { high = middle } else { low = middle + 1 }
    }
    guard low < contract.dueDays.count - 1 else { return }
    self = try maturing(at: low)
  }

  /// The claim with the due day at an index as its last.
  private func maturing(at index: Int) throws(ServicingError) -> Claim {
    var copy = self
    var terms = contract.terms
    terms.maturesOn = contract.dueDays[index].on
    try copy.change(to: terms, on: meteredUntil)
    copy.rule = nil
    return copy
  }

  /// Takes what was repaid in advance off the end of the plan.
  private mutating func shortenPlan() throws(ServicingError) {
    var terms = contract.terms
    let rest = terms.repayment.plan.filter { $0.dueOn > meteredUntil }
    var left = principalNotDue
    var parts: [PlannedPrincipal] = []
    for part in rest where left.isPositive {
      let principal = min(left, part.principal)
      parts.append(PlannedPrincipal(dueOn: part.dueOn, principal: principal))
      left -= principal
    }
    guard let last = parts.last else { return }
    terms.repayment.plan = plan(parts, of: principalNotDue)
    terms.maturesOn = last.dueOn
    try change(to: terms, on: meteredUntil)
    rule = nil
  }
}

extension LoanTerms {
  /// Moves the last due day, and with it what falls due on it.
  fileprivate mutating func extend(to maturity: Day) {
    maturesOn = maturity
    guard repayment.method == .plan, let last = repayment.plan.last else { return }
    repayment.plan[repayment.plan.count - 1] = PlannedPrincipal(
      dueOn: maturity, principal: last.principal)
  }
}
