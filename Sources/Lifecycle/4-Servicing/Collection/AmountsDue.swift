package import Quantities
package import Scheduling

/// What a borrower has to bring on a day so that nothing due is left.
///
/// Method: the loan is played with one payment more, after all others of the day and larger than
///         any claim; what that payment is used for is what is due. So what a borrower is asked for
///         is what is booked when he pays it.
package struct AmountsDue: Hashable, Sendable {
  package let day: Day
  /// The unpaid instalments, oldest first; the one that falls due on the day itself is the last.
  package let dues: [UnpaidDue]
  package let costs: Money
  package let interest: Money
  package let compound: Money
  package let penalty: Money
  package let principal: Money
  /// The principal owed, due or not.
  package let outstanding: Money
  /// Days in arrears: the larger of principal's and interest's, none within the days of grace.
  package let overdueDays: Int

  /// - Parameters:
  ///   - contract: the signed terms and the rates in force.
  ///   - facts: the loan's facts in any order.
  ///   - day: the day on which the borrower would pay.
  /// - Throws: what `LoanLife` throws.
  package init(
    _ contract: LoanContract, facts: [LoanFact], on day: Day
  ) throws(ServicingError) {
    let claim = try Claim(contract, facts: facts, through: day)
    self.day = day
    dues = claim.dues
    outstanding = claim.principal
    overdueDays = claim.overdueDays(on: day)
    let used =
      claim.owesNothingDue
      ? Repaid() : try contract.settlement(of: facts, on: day, inAdvance: nil).used
    costs = used.costs
    interest = used.interest
    compound = used.compound
    penalty = used.penalty
    principal = used.principal
  }

  package var total: Money { costs + interest + compound + penalty + principal }

  /// What is owed beside the instalments.
  package var charges: Money { costs + compound + penalty }

  /// The instalment that falls due on the day itself: nothing of it is overdue.
  package var today: UnpaidDue {
    dues.last { $0.dueOn == day } ?? UnpaidDue(dueOn: day, principal: .zero, interest: .zero)
  }

  /// What is due by its day, oldest first: an instalment's principal and interest; what is owed
  /// beside the instalments counts with the oldest.
  package var byDueDay: [DatedAmount] {
    var amounts = dues.map { DatedAmount(on: $0.dueOn, amount: $0.principal + $0.interest) }
    guard charges.isPositive else { return amounts }
    if amounts.isEmpty { return [DatedAmount(on: day, amount: charges)] }
    amounts[0].amount += charges
    return amounts
  }

  /// The instalments that will fall due after a day, until another, if nothing is paid till then.
  ///
  /// - Throws: what `LoanLife` throws.
  package static func coming(
    _ contract: LoanContract, facts: [LoanFact], after day: Day, through last: Day
  ) throws(ServicingError) -> [UnpaidDue] {
    try Claim(contract, facts: facts, through: last).dues.filter { $0.dueOn > day }
  }
}

/// An amount and the day it fell due.
package struct DatedAmount: Hashable, Sendable {
  package let on: Day
  package var amount: Money

  package init(on day: Day, amount: Money) {
    self.on = day
    self.amount = amount
  }
}

extension LoanContract {
  /// What a payment of more than is owed is used for, after all others of a day.
  ///
  /// - Parameters:
  ///   - facts: the loan's facts in any order.
  ///   - day: the day of the payment.
  ///   - inAdvance: whether it repays what is not due, too.
  /// - Returns: the use, and what was held before and went first.
  /// - Throws: what `LoanLife` throws.
  package func settlement(
    of facts: [LoanFact], on day: Day, inAdvance: Advance?
  ) throws(ServicingError) -> (used: Repaid, credit: Money) {
    let payment = LoanFact(
      number: .max, effectiveOn: day, kind: .repaid(inAdvance: inAdvance), amount: .largestAmount)
    var used = Repaid()
    let after = try Claim(self, facts: facts + [payment], through: day) { fact, change, _ in
      if fact.number == payment.number { used = change }
    }
    return (used, after.repaid.credit - used.credit)
  }
}

extension Claim {
  fileprivate var owesNothingDue: Bool {
    dues.isEmpty && penaltyDue <= .zero && compoundDue <= .zero && costsDue <= .zero
  }
}
