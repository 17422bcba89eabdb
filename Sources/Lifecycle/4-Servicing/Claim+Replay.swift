import Accrual
import LoanProducts
package import Quantities
package import Scheduling

extension Claim {
  /// The claim at the end of a day, replayed from the loan's facts.
  ///
  /// - Parameters:
  ///   - contract: the signed terms and the rates in force.
  ///   - facts: the loan's facts in any order; those effective after `day` are left out.
  ///   - day: the day whose end is asked for.
  ///   - observe: called after each repayment with the fact and what it changed.
  /// - Throws: `ServicingError.neverDisbursed` if no fact until `day` starts the loan,
  ///   `.factBeforeStart` if one is effective before the day the loan starts, or the loan starts
  ///   before its terms do, `.amountNotPositive` or `.amountTooLarge` for a payment, or for the sum
  ///   of all payments.
  package init(
    _ contract: LoanContract, facts: [LoanFact], through day: Day,
    observe: (_ fact: LoanFact, _ change: Repaid) -> Void = { _, _ in }
  ) throws(ServicingError) {
    let known = facts.filter { $0.effectiveOn <= day }
      .sorted { ($0.effectiveOn, $0.number) < ($1.effectiveOn, $1.number) }
    guard let from = known.lazy.compactMap(\.startsLoan).first,
      let first = contract.dueDays.firstIndex(where: { $0.on > from })
    else { throw .neverDisbursed }
    guard from >= contract.terms.startsOn else {
      throw .factBeforeStart(effectiveOn: from, startsOn: contract.terms.startsOn)
    }
    self.init(contract, next: first, from: from)
    for fact in known {
      guard case .repaid(let inAdvance) = fact.kind else { continue }
      try check(fact)
      advance(to: fact.effectiveOn)
      let before = repaid
      receive(fact.amount, inAdvance: inAdvance)
      observe(fact, repaid - before)
    }
    advance(to: day)
    meter(until: day + 1)
  }

  /// Refuses a payment that no life of this loan can hold.
  private func check(_ fact: LoanFact) throws(ServicingError) {
    guard fact.effectiveOn >= startsOn else {
      throw .factBeforeStart(effectiveOn: fact.effectiveOn, startsOn: startsOn)
    }
    guard fact.amount.isPositive else { throw .amountNotPositive(fact.amount) }
    let largest = min(
      Money.largestAmount, Money(minorUnits: .max) - Money.largestAmount - repaid.sum)
    guard fact.amount <= largest else { throw .amountTooLarge(fact.amount, largest: largest) }
  }

  private init(_ contract: LoanContract, next: Int, from: Day) {
    self.contract = contract
    self.startsOn = from
    self.nextDue = next
    self.meter = InterestMeter(period: contract.dueDays[next].period)
    self.meteredUntil = from
    self.principalNotDue = contract.terms.principal
    rebuildParts(from: from)
  }

  /// The oldest due day that is not paid in full.
  ///
  /// Of an instalment already due, else the first one to come that no credit covers; nil when
  /// nothing will fall due for the borrower any more.
  package var oldestUnpaidDueOn: Day? {
    if let due = dues.first { return due.dueOn }
    var copy = self
    while copy.nextDue < copy.contract.dueDays.count {
      copy.advance(to: copy.contract.dueDays[copy.nextDue].on)
      if let due = copy.dues.first { return due.dueOn }
    }
    return nil
  }

  /// Meters and bills everything up to and on `day`; facts of that day come after it.
  mutating func advance(to day: Day) {
    while nextDue < contract.dueDays.count, contract.dueDays[nextDue].on <= day {
      meter(until: contract.dueDays[nextDue].on)
      fallDue()
    }
    meter(until: day)
  }

  /// Adds the days `[meteredUntil, day)` to the meters.
  mutating func meter(until day: Day) {
    guard day > meteredUntil else { return }
    let isOverdue = !dues.isEmpty
    let subsidy = terms.subsidy.flatMap { $0.stopsWhenOverdue && isOverdue ? nil : $0 }
    meter.add(
      balance: principalNotDue, from: meteredUntil, until: day, rates: contract.rates,
      subsidy: subsidy)
    if isOverdue {
      penaltyMeter.add(
        overdue: principalDue, from: meteredUntil, until: day, rates: contract.rates,
        penaltyPercent: terms.penaltyPercent)
    }
    meteredUntil = day
  }

  /// Bills the next due day, on which the meters stand, and pays it from the credit.
  mutating func fallDue() {
    let due = contract.dueDays[nextDue]
    let part = parts[nextDue]
    nextDue += 1
    var interest = Money.zero
    if due.billsInterest {
      interest = running.borrower
      billed = billed + running
      if nextDue < contract.dueDays.count {
        meter = InterestMeter(period: contract.dueDays[nextDue].period)
      } else {
        meter = InterestMeter(period: due.period)
      }
    }
    principalNotDue -= part
    if part.isPositive || interest.isPositive {
      dues.append(UnpaidDue(dueOn: due.on, principal: part, interest: interest))
      let credit = repaid.credit
      repaid.credit = .zero
      repaid.credit = payDues(credit)
    }
  }

  /// Pays what is due, in the contract's order: interest, penalty, principal, each oldest first.
  ///
  /// Source: Civil Code (民法典) art. 561: costs, interest, principal.
  /// - Returns: what is left of `amount`.
  private mutating func payDues(_ amount: Money) -> Money {
    var left = amount
    for index in dues.indices {
      let paid = min(left, dues[index].interest)
      dues[index].interest -= paid
      repaid.interest += paid
      left -= paid
    }
    let penalty = min(left, max(.zero, penaltyDue))
    repaid.penalty += penalty
    left -= penalty
    for index in dues.indices {
      let paid = min(left, dues[index].principal)
      dues[index].principal -= paid
      repaid.principal += paid
      left -= paid
    }
    dues.removeAll { $0.principal.isZero && $0.interest.isZero }
    return left
  }

  private mutating func receive(_ amount: Money, inAdvance: Bool) {
    var left = payDues(amount + repaid.credit)
    repaid.credit = .zero
    if inAdvance, dues.isEmpty { left = payInAdvance(left) }
    repaid.credit = left
  }

  /// Repays principal before it is due: first the running interest, whose period breaks here, then
  /// principal; the parts still to come are found anew from the smaller balance.
  ///
  /// Source: Civil Code arts. 561 (interest before principal) and 677 (interest for the real time).
  private mutating func payInAdvance(_ amount: Money) -> Money {
    let interest = running.borrower
    guard amount > interest, principalNotDue.isPositive else { return amount }
    billed = billed + running
    meter = InterestMeter(period: meter.period)
    repaid.interest += interest
    let principal = min(amount - interest, principalNotDue)
    principalNotDue -= principal
    repaid.principal += principal
    rebuildParts(from: meteredUntil)
    return amount - interest - principal
  }

  private mutating func rebuildParts(from day: Day) {
    let rest = PrincipalParts.parts(
      of: principalNotDue, from: day, dueDays: contract.dueDays[nextDue...], terms: terms,
      rates: contract.rates)
    parts = [Money](repeating: .zero, count: nextDue) + rest
  }
}

extension LoanFact {
  /// The day from which the fact starts the loan's interest; nil for a fact that does not.
  fileprivate var startsLoan: Day? {
    switch kind {
    case .disbursed: return effectiveOn
    case .imported(let paidToOn): return paidToOn
    case .repaid: return nil
    }
  }
}
