import Accrual
import LoanProducts
import Quantities
import Scheduling

extension Claim {
  /// Pays what is due, in the contract's order: costs, interest, compound interest, penalty,
  /// principal, each oldest first.
  ///
  /// Source: Civil Code (民法典) art. 561: costs, interest, principal.
  /// - Returns: what is left of `amount`.
  mutating func payDues(_ amount: Money) -> Money {
    guard amount.isPositive else { return amount }
    var left = amount
    let costs = min(left, costsDue)
    repaid.costs += costs
    left -= costs
    let interest = unpaid.payInterest(left)
    repaid.interest += interest
    left -= interest
    if contract.terms.compound != nil {
      let compound = min(left, max(.zero, compoundDue))
      repaid.compound += compound
      compoundJoined = min(compoundJoined, max(.zero, compoundDue))
      left -= compound
    }
    let penalty = min(left, max(.zero, penaltyDue))
    repaid.penalty += penalty
    left -= penalty
    let principal = unpaid.payPrincipal(left)
    repaid.principal += principal
    return left - principal
  }

  mutating func receive(
    _ amount: Money, inAdvance: Advance?, _ watch: MeterWatch?
  ) throws(ServicingError) {
    var left = payDues(amount + repaid.credit)
    repaid.credit = .zero
    if let inAdvance, unpaid.isEmpty, left >= found.sum {
      while found.first != nil { fallFound() }
      let before = inAdvance == .shortensTerm ? largestToCome : nil
      let balance = principalNotDue
      left = payInAdvance(payDues(left), watch)
      if let before, principalNotDue < balance, principalNotDue.isPositive {
        try shorten(notAbove: before)
      }
    }
    repaid.credit = left
  }

  /// Repays principal before it is due: first the running interest, whose period breaks here, then
  /// principal, that which was put off first; the parts still to come are found anew from the
  /// smaller balance.
  ///
  /// Source: Civil Code arts. 561 (interest before principal) and 677 (interest for the real time).
  private mutating func payInAdvance(_ amount: Money, _ watch: MeterWatch?) -> Money {
    let bill = runningBill(on: meteredUntil)
    let interest = bill.interest.borrower
    guard amount > interest, principalNotDue.isPositive else { return amount }
    billed = billed + bill.interest
    carried = .zero
    watch?(.broken(on: meteredUntil, bill))
    meter = InterestMeter(period: meter.period)
    hasEarlierInterest = false
    repaid.interest += interest
    let principal = min(amount - interest, principalNotDue)
    deferred.repay(principal)
    principalNotDue -= principal
    repaid.principal += principal
    changeBalance(on: meteredUntil)
    return amount - interest - principal
  }

  /// The principal that is not due is another from a day on: the parts to come are found anew.
  mutating func changeBalance(on day: Day) {
    balanceFrom = max(balanceFrom, day)
    rule = nil
  }
}
