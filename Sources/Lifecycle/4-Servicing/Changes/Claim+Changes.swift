import Accrual
import LoanProducts
import Quantities
import Scheduling

extension Claim {
  /// Takes in a fact on its day, when everything due by then has fallen due.
  mutating func take(_ fact: LoanFact, _ watch: MeterWatch?) throws(ServicingError) {
    let day = fact.effectiveOn
    switch fact.kind {
    case .disbursed: try disburse(fact.amount, on: day)
    case .imported, .reversed: break
    case .repaid(let inAdvance): try receive(fact.amount, inAdvance: inAdvance, watch)
    case .refunded: try refund(fact.amount)
    case .costsCharged: charge(fact.amount)
    case .waived(let charge): try waive(charge, fact.amount)
    case .writtenOff(let part): try writeOff(part, on: day)
    case .compensation(let step): try compensate(step, fact.amount)
    case .subsidyPaid(let payer): paySubsidy(payer, fact.amount)
    case .subsidyRejected(let payer, let isOwedByBorrower):
      try rejectSubsidy(payer, fact.amount, isOwedByBorrower: isOwedByBorrower, on: day)
    default: try changeTerms(fact)
    }
    if fact.isRestructuring { restructure(on: day) }
  }

  /// Takes in a fact that changes what the contract says of the days to come, or what is judged of
  /// the loan.
  private mutating func changeTerms(_ fact: LoanFact) throws(ServicingError) {
    let day = fact.effectiveOn
    switch fact.kind {
    case .rateChanged(let rate): try charge(rate, from: day)
    case .extended(let maturity): try extend(to: maturity, on: day)
    case .renewed(let maturity, let rate): try renew(to: maturity, rate: rate, on: day)
    case .rescheduled(let new): try reschedule(new, on: day)
    case .paused(let end): try pause(until: end, on: day)
    case .graduated(let graduation):
      try change(to: extended(contract.terms.graduated(on: graduation)), on: day)
    case .interestWaived(let year, let defersPrincipal):
      try waive(year, defersPrincipal: defersPrincipal, on: day)
    case .misused(let until): misusedUntil = until ?? .last + 1
    case .rated(let atLeast, let until):
      conduct.rating = Rating(atLeast: atLeast, from: day, until: until)
    case .overdueExcused: conduct.excusedDueOn = unpaid.first?.dueOn
    default: break
    }
  }

  /// Pays out a further part, or a draw: it bears interest from this day, and the parts still to
  /// come are found anew from the larger balance.
  private mutating func disburse(_ amount: Money, on day: Day) throws(ServicingError) {
    guard nextDue < contract.dueDays.count else {
      throw .disbursedAfterMaturity(
        effectiveOn: day, lastDueOn: contract.dueDays[contract.dueDays.count - 1].on)
    }
    let used = contract.terms.repayment.method == .revolving ? principal : disbursed
    guard amount <= contract.terms.principal - used else {
      throw .disbursedTooMuch(sum: used + amount, principal: contract.terms.principal)
    }
    if day > balanceFrom, bearing.isPositive, !bearsNone { hasEarlierInterest = true }
    disbursed += amount
    principalNotDue += amount
    changeBalance(on: day)
  }

  /// The down payment falls due on the first day.
  ///
  /// - Returns: what falls due; nil if the terms have no down payment.
  mutating func payDown() -> Money? {
    guard let amount = terms.repayment.downPayment else { return nil }
    let part = min(amount, principalNotDue)
    principalNotDue -= part
    unpaid.append(UnpaidDue(dueOn: startsOn, principal: part, interest: .zero))
    return part
  }

  /// Moves the first level payments as the schedule does.
  mutating func level() throws(ServicingError) {
    guard terms.repayment.lastInstallment == .levelled else { return }
    let adjustment: Money
    do {
      adjustment = try contract.levelAdjustment(from: startsOn)
    } catch {
      throw .changeNotPossible(effectiveOn: startsOn, because: error)
    }
    guard nextDue < contract.dueDays.count, !adjustment.isZero else { return }
    var rule = PrincipalRule(
      balance: principalNotDue, next: contract.dueDays[nextDue],
      later: contract.dueDays[(nextDue + 1)...], terms: terms,
      undrawn: terms.principal - disbursed)
    rule.adjustment = adjustment
    self.rule = rule
  }

  private mutating func waive(
    _ year: Int, defersPrincipal: Bool, on day: Day
  ) throws(ServicingError) {
    if !waivedYears.contains(year) { waivedYears.append(year) }
    guard defersPrincipal, !deferredYears.contains(year) else { return }
    deferredYears.append(year)
    try change(to: extended(contract.terms), on: day)
  }

  /// The terms with a year more for each deferred year that they would end in, at most the longest
  /// that a student's terms have: the same whether a year or a graduation became known first.
  private func extended(_ terms: LoanTerms) -> LoanTerms {
    let longest = terms.graduation.map { terms.startsOn.adding(months: 12 * $0.longestYears) }
    var terms = terms
    while deferredYears.contains(terms.maturesOn.year) {
      let later = terms.maturesOn.adding(months: 12)
      guard later <= longest ?? .last else { break }
      terms.maturesOn = later
    }
    return terms
  }

  /// Goes on under other terms from a day on; what has fallen due stays.
  ///
  /// An open period that becomes another one is rounded here, and its interest billed with that.
  /// A loan that owes no principal that is not due stays as it is.
  mutating func change(to terms: LoanTerms, on day: Day) throws(ServicingError) {
    guard nextDue < contract.dueDays.count || principalNotDue.isPositive,
      terms != contract.terms
    else { return }
    let changed: LoanContract
    do {
      changed = try contract.replacing(terms)
    } catch {
      throw .changeNotPossible(effectiveOn: day, because: error)
    }
    let from = balanceFrom
    guard let next = changed.dueDays.firstIndex(where: { $0.on > day && $0.until > from }) else {
      throw .changeNotPossible(effectiveOn: day, because: .noPrincipalDueDay)
    }
    let period = changed.dueDays[next].period
    if period != meter.period {
      let amounts = meter.amounts(terms.rounding)
      carried =
        carried
        + InterestByPayer(
          whole: amounts.whole, subsidised: amounts.subsidised, payer: terms.subsidy?.payer)
      meter = InterestMeter(period: period)
    }
    contract = changed
    nextDue = next
    billsOn = changed.billDay(from: next)
    rule = nil
  }
}
