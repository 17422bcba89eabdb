package import Quantities

/// What the borrower has paid so far, by what it went to; or what the bank has forgiven him.
package struct Repaid: Hashable, Sendable {
  /// Costs of enforcement that the bank had laid out.
  package var costs = Money.zero
  package var principal = Money.zero
  package var interest = Money.zero
  package var penalty = Money.zero
  package var compound = Money.zero
  /// Received and not yet used: for the next due days, or an overpayment to give back.
  package var credit = Money.zero

  package init() {}

  package var sum: Money { costs + used + credit }
  /// What went to interest, charges and principal.
  package var used: Money { principal + interest + penalty + compound }

  package static func + (left: Repaid, right: Repaid) -> Repaid {
    var result = Repaid()
    result.costs = left.costs + right.costs
    result.principal = left.principal + right.principal
    result.interest = left.interest + right.interest
    result.penalty = left.penalty + right.penalty
    result.compound = left.compound + right.compound
    result.credit = left.credit + right.credit
    return result
  }

  package static func - (left: Repaid, right: Repaid) -> Repaid {
    var result = Repaid()
    result.costs = left.costs - right.costs
    result.principal = left.principal - right.principal
    result.interest = left.interest - right.interest
    result.penalty = left.penalty - right.penalty
    result.compound = left.compound - right.compound
    result.credit = left.credit - right.credit
    return result
  }
}
