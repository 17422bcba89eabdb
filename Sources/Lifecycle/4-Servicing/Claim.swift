package import Accrual
package import LoanProducts
package import Quantities
package import Scheduling

/// An instalment that has fallen due and is not yet paid in full: what is still unpaid of it.
package struct UnpaidDue: Hashable, Sendable {
  package let dueOn: Day
  package var principal: Money
  package var interest: Money

  package init(dueOn: Day, principal: Money, interest: Money) {
    self.dueOn = dueOn
    self.principal = principal
    self.interest = interest
  }
}

/// What the borrower has paid so far, by what it went to.
package struct Repaid: Hashable, Sendable {
  package var principal = Money.zero
  package var interest = Money.zero
  package var penalty = Money.zero
  /// Received and not yet used: for the next due days, or an overpayment to give back.
  package var credit = Money.zero

  package init() {}

  package var sum: Money { principal + interest + penalty + credit }

  package static func - (left: Repaid, right: Repaid) -> Repaid {
    var result = Repaid()
    result.principal = left.principal - right.principal
    result.interest = left.interest - right.interest
    result.penalty = left.penalty - right.penalty
    result.credit = left.credit - right.credit
    return result
  }
}

/// The bank's claim on one loan, from its first day until the end of a day: derived from signed
/// terms, published rates and facts by `Claim.init`, never edited.
///
/// Shape:    principal not yet due, unpaid dues oldest first, the open period's exact interest.
/// Ordering: on a day, first what falls due, then the facts in the order of their numbers; a credit
///           pays a due on its day.
/// Days:     the claim at the end of day D holds interest for the days before D + 1.
package struct Claim: Hashable, Sendable {
  package let contract: LoanContract
  /// The first day that bears interest.
  package let startsOn: Day
  var nextDue = 0
  var parts: [Money] = []
  var meter: InterestMeter
  var penaltyMeter = PenaltyMeter()
  /// The first day whose interest is not in the meters yet.
  package var meteredUntil: Day

  package var principalNotDue: Money
  package var dues: [UnpaidDue] = []
  /// Interest of closed periods, each rounded.
  package var billed = InterestByPayer.zero
  package var repaid = Repaid()

  package var terms: LoanTerms { contract.terms }

  /// The principal still owed, due or not.
  package var principal: Money { dues.reduce(principalNotDue) { $0 + $1.principal } }
  package var principalDue: Money { dues.reduce(.zero) { $0 + $1.principal } }
  /// Interest that has fallen due and is unpaid, without penalty.
  package var interestDue: Money { dues.reduce(.zero) { $0 + $1.interest } }
  package var penaltyDue: Money { penaltyMeter.amount(terms.rounding) - repaid.penalty }

  /// The running interest of the open period, by payer.
  package var running: InterestByPayer {
    let amounts = meter.amounts(terms.rounding)
    return InterestByPayer(
      whole: amounts.whole, subsidised: amounts.subsidised, payer: terms.subsidy?.payer)
  }

  package var accrualTarget: AccrualTarget {
    AccrualTarget(interest: billed + running, penalty: penaltyMeter.amount(terms.rounding))
  }

  /// Whether nothing is owed any more by the borrower.
  package var isSettled: Bool {
    principal.isZero && interestDue.isZero && penaltyDue <= .zero && running.borrower.isZero
  }

  /// The instalments still to fall due, as they stand, if each is paid on its day.
  package var upcoming: [Installment] {
    var copy = self
    copy.dues = []
    var installments: [Installment] = []
    var from = startsOn
    if nextDue > 0 { from = max(from, contract.dueDays[nextDue - 1].on) }
    while copy.nextDue < contract.dueDays.count {
      let due = contract.dueDays[copy.nextDue]
      copy.meter(until: due.on)
      let before = copy.billed
      let principal = copy.parts[copy.nextDue]
      copy.fallDue()
      copy.dues = []
      let interest = copy.billed.sum - before.sum
      installments.append(
        Installment(
          number: copy.nextDue, from: from, dueOn: due.on, principal: principal,
          interest: interest, subsidised: interest - (copy.billed.borrower - before.borrower),
          balance: copy.principalNotDue))
      from = due.on
    }
    return installments
  }
}

extension Claim {
  /// The days since the oldest due day of which principal, or interest, is unpaid; 0 if none is.
  ///
  /// On the due day itself nothing is overdue; the day after it is one day.
  package func overdueDays(of part: KeyPath<UnpaidDue, Money>, on day: Day) -> Int {
    guard let due = dues.first(where: { $0[keyPath: part].isPositive }) else { return 0 }
    return max(0, day - due.dueOn)
  }
}
