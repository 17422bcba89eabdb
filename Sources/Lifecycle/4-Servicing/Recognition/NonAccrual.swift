package import Accrual
import LoanProducts
package import Quantities
import Scheduling

/// A time in which the books do not follow the claim: its interest is no income until it is paid,
/// and what is paid goes to principal first.
///
/// Rule:   begins on the day after day 90 overdue, which itself still accrues, or with a write-off;
///         interest booked and not received is reversed, and goes on off balance. Ends when nothing
///         is overdue any more and nothing written off is left to recover.
/// Source: 《金融企业会计制度》 2001 (非应计贷款); it has no rule on the way back, which is the bank's.
package struct NonAccrual: Hashable, Sendable {
  /// The first day of it.
  package let since: Day
  /// The principal owed when it began.
  let principal: Money
  /// What was disbursed, paid and forgiven before.
  let disbursed: Money
  package let repaid: Repaid
  package let waived: Repaid

  /// The overdue days that still accrue.
  package static let lastAccruingDay = 90
}

/// What a risk-compensation fund covers of a loan, step by step.
package struct Compensation: Hashable, Sendable {
  package var claimed = Money.zero
  package var rejected = Money.zero
  package var paid = Money.zero
  package var returned = Money.zero
  /// What the borrower had paid when the fund first paid.
  var usedBefore: Money?

  /// Claimed, neither paid nor refused.
  package var open: Money { claimed - rejected - paid }
}

extension Claim {
  /// Begins the time without accrual if the oldest due is that late on a day.
  mutating func noteNonAccrual(by day: Day) {
    guard nonAccrual == nil, let first = unpaid.first else { return }
    let since = first.dueOn + NonAccrual.lastAccruingDay + 1
    if since <= day { stopAccruing(since: since) }
  }

  mutating func stopAccruing(since day: Day) {
    guard nonAccrual == nil else { return }
    nonAccrual = NonAccrual(
      since: day, principal: principal, disbursed: disbursed, repaid: repaid, waived: waived)
  }

  /// Ends it if nothing is overdue and nothing written off is left to recover.
  mutating func noteCure() {
    guard nonAccrual != nil, unpaid.isEmpty, penaltyDue <= .zero, compoundDue <= .zero,
      recovered == writtenOff
    else { return }
    nonAccrual = nil
  }

  /// What went to interest, charges and principal since the books stopped following.
  private var usedSince: Money { repaid.used - (nonAccrual?.repaid.used ?? .zero) }

  /// The principal on which the books took leave of the claim, with what was paid out since.
  private var principalSince: Money {
    nonAccrual.map { $0.principal + disbursed - $0.disbursed } ?? .zero
  }

  /// The principal on the books: in a time without accrual everything received goes to it first,
  /// and what was written off is not in it.
  package var bookPrincipal: Money {
    guard nonAccrual != nil else { return principal }
    let left = principalSince - writtenOff
    return left - min(usedSince, left)
  }

  /// Whether all principal has left the books as a loss and is not recovered.
  package var isWrittenOff: Bool {
    writtenOff > recovered && bookPrincipal.isZero && !isSettled
  }

  /// What was received of principal written off.
  package var recovered: Money {
    guard nonAccrual != nil else { return writtenOff }
    return min(max(.zero, usedSince - (principalSince - writtenOff)), writtenOff)
  }

  /// What the books recognise as received, kind by kind: in a time without accrual what came before
  /// it, and what was paid beyond all principal, to interest, then compound interest, then penalty.
  package var recognised: Repaid {
    guard let before = nonAccrual?.repaid else { return repaid }
    var recognised = before
    var left = max(.zero, usedSince - principalSince)
    let interest = min(left, max(.zero, earned.interest - before.interest))
    recognised.interest += interest
    left -= interest
    let compound = min(left, max(.zero, earned.compound - before.compound))
    recognised.compound += compound
    recognised.penalty += left - compound
    recognised.costs = repaid.costs
    recognised.credit = repaid.credit
    return recognised
  }

  /// What the books hold as forgiven: what is forgiven without accrual was no income.
  package var recognisedWaivers: Repaid { nonAccrual?.waived ?? waived }

  private var earned: (interest: Money, compound: Money) {
    (
      billed.borrower + running.borrower - waived.interest,
      compoundMeter.amount(contract.terms.rounding) - waived.compound
    )
  }

  /// What is owed and not on the books, beside what was written off: off balance.
  package var suspended: Money {
    guard nonAccrual != nil else { return .zero }
    return owed - bookPrincipal - (writtenOff - recovered)
  }

  /// The accrual's target as the books recognise it: without accrual, what was received.
  package var bookTarget: AccrualTarget {
    var target = accrualTarget
    guard nonAccrual != nil else { return target }
    let recognised = self.recognised
    let waivers = recognisedWaivers
    target.interest.borrower = recognised.interest + waivers.interest
    target.penalty = recognised.penalty + waivers.penalty
    target.compound = recognised.compound + waivers.compound
    target.suspended = suspended
    return target
  }

  /// The fund's share of what the borrower has paid since the fund did, at most what it paid.
  ///
  /// Rounds: half up to the minor unit.
  package var compensationOwedBack: Money {
    guard let before = compensation.usedBefore else { return .zero }
    let share = Rounding.halfUp.divide(
      Int128((repaid.used - before).minorUnits) * Int128(terms.fundSharePercent), by: 100)
    return min(compensation.paid, max(.zero, Money(minorUnits: Int64(share))))
  }

  /// The fund's cover that a write-off uses.
  package var compensationUsed: Money {
    min(compensation.paid - compensationOwedBack, writtenOff)
  }
}
