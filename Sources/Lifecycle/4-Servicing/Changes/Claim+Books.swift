import Accrual
import LoanProducts
import Quantities

extension Claim {
  mutating func refund(_ amount: Money) throws(ServicingError) {
    guard amount <= repaid.credit else { throw .refundedTooMuch(amount, credit: repaid.credit) }
    repaid.credit -= amount
  }

  /// Costs are owed at once, and the credit pays them.
  mutating func charge(_ amount: Money) {
    costs += amount
    let credit = repaid.credit
    repaid.credit = .zero
    repaid.credit = payDues(credit)
  }

  /// Forgives interest that is due, oldest first, or a charge that has run up.
  mutating func waive(_ charge: Charge, _ amount: Money) throws(ServicingError) {
    let owed: Money
    switch charge {
    case .interest: owed = unpaid.interest
    case .compound: owed = max(.zero, compoundDue)
    case .penalty: owed = max(.zero, penaltyDue)
    }
    guard amount <= owed else { throw .waivedTooMuch(charge, amount, owed: owed) }
    switch charge {
    case .interest: waived.interest += unpaid.payInterest(amount)
    case .compound:
      waived.compound += amount
      compoundJoined = min(compoundJoined, max(.zero, compoundDue))
    case .penalty: waived.penalty += amount
    }
  }

  mutating func writeOff(_ part: Money?, on day: Day) throws(ServicingError) {
    let onBooks = bookPrincipal
    let amount = part ?? onBooks
    guard amount.isPositive, amount <= onBooks else {
      throw .writtenOffTooMuch(amount, onBooks: onBooks)
    }
    stopAccruing(since: day)
    writtenOff += amount
  }

  mutating func compensate(_ step: CompensationStep, _ amount: Money) throws(ServicingError) {
    let allowed: Money
    switch step {
    case .claimed: allowed = owed - compensation.claimed + compensation.rejected
    case .paid, .rejected: allowed = compensation.open
    case .returned: allowed = compensationOwedBack - compensation.returned
    }
    guard amount <= allowed else {
      throw .compensationTooMuch(step, amount, allowed: max(.zero, allowed))
    }
    switch step {
    case .claimed: compensation.claimed += amount
    case .rejected: compensation.rejected += amount
    case .returned: compensation.returned += amount
    case .paid:
      if compensation.usedBefore == nil { compensation.usedBefore = repaid.used }
      compensation.paid += amount
    }
  }

  /// A payer may have paid more than it owes by what became known since: that is given back, by a
  /// payment below zero.
  mutating func paySubsidy(_ payer: Payer, _ amount: Money) {
    subsidyPaid[payer] += amount
  }

  /// What a subsidy's payer refuses is its no more: the borrower owes it on the day, or nobody.
  mutating func rejectSubsidy(
    _ payer: Payer, _ amount: Money, isOwedByBorrower: Bool, on day: Day
  ) throws(ServicingError) {
    let accrued = billed[payer] + running[payer] - subsidyPaid[payer]
    guard amount <= accrued else {
      throw .subsidyBeyondAccrued(payer, amount, accrued: max(.zero, accrued))
    }
    billed[payer] -= amount
    guard isOwedByBorrower else { return }
    billed.borrower += amount
    fallDue(UnpaidDue(dueOn: day, principal: .zero, interest: amount))
  }
}
