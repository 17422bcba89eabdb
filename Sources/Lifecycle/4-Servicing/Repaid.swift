package import Quantities

/// What the borrower has paid so far, by what it went to.
package struct Repaid: Hashable, Sendable {
  package var principal = Money.zero
  package var interest = Money.zero
  package var penalty = Money.zero
  package var compound = Money.zero
  /// Received and not yet used: for the next due days, or an overpayment to give back.
  package var credit = Money.zero

  package init() {}

  package var sum: Money { principal + interest + penalty + compound + credit }

  package static func + (left: Repaid, right: Repaid) -> Repaid {
    var result = Repaid()
    result.principal = left.principal + right.principal
    result.interest = left.interest + right.interest
    result.penalty = left.penalty + right.penalty
    result.compound = left.compound + right.compound
    result.credit = left.credit + right.credit
    return result
  }

  package static func - (left: Repaid, right: Repaid) -> Repaid {
    var result = Repaid()
    result.principal = left.principal - right.principal
    result.interest = left.interest - right.interest
    result.penalty = left.penalty - right.penalty
    result.compound = left.compound - right.compound
    result.credit = left.credit - right.credit
    return result
  }
}
