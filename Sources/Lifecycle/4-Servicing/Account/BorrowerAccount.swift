import Accrual
package import Quantities

/// Money by what a borrower owes it for, in the order in which it is paid.
package struct OwedParts: Hashable, Sendable {
  package var costs = Money.zero
  package var interest = Money.zero
  package var compound = Money.zero
  package var penalty = Money.zero
  package var principal = Money.zero

  package init() {}

  package var sum: Money { costs + interest + compound + penalty + principal }

  package static func + (left: OwedParts, right: OwedParts) -> OwedParts {
    left.joined(with: right, +)
  }

  package static func - (left: OwedParts, right: OwedParts) -> OwedParts {
    left.joined(with: right, -)
  }

  private func joined(
    with other: OwedParts, _ join: (Money, Money) -> Money
  ) -> OwedParts {
    var result = OwedParts()
    result.costs = join(costs, other.costs)
    result.interest = join(interest, other.interest)
    result.compound = join(compound, other.compound)
    result.penalty = join(penalty, other.penalty)
    result.principal = join(principal, other.principal)
    return result
  }
}

/// Where a borrower's account stands: what is owed, what has been settled, what is held for him.
///
/// Interest that still runs is not in it: it is owed when it is billed.
package struct BorrowerAccount: Hashable, Sendable {
  /// Principal, due or not; interest that has fallen due; charges that have run up.
  package var owed = OwedParts()
  /// Paid or forgiven since the loan's first day.
  package var settled = OwedParts()
  /// Received and not used.
  package var credit = Money.zero

  package init() {}

  package init(_ claim: Claim) {
    owed.costs = claim.costsDue
    owed.interest = claim.interestDue
    owed.compound = claim.compoundDue
    owed.penalty = claim.penaltyDue
    owed.principal = claim.principal
    let ended = claim.repaid + claim.waived
    settled.costs = ended.costs
    settled.interest = ended.interest
    settled.compound = ended.compound
    settled.penalty = ended.penalty
    settled.principal = ended.principal
    credit = claim.repaid.credit
  }

  /// All that was ever owed.
  package var charged: OwedParts { owed + settled }
  /// What is owed beyond what is held.
  package var balance: Money { owed.sum - credit }
}

extension Claim {
  /// All that is owed at the end of the day, with the running interest and less what is held: what
  /// ends the loan, if it were paid now.
  package var totalOwed: Money {
    BorrowerAccount(self).balance + running.borrower
  }

}
