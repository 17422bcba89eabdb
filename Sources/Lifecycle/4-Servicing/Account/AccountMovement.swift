package import Quantities

/// One line of a borrower's account: what was charged, or what was settled and by what.
///
/// Shape: the balance of the account after a line is the one before it, with `charged`, less
///        `settled` and less `credit`.
package struct AccountMovement: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// An instalment fell due: these of the schedule, with this principal, which was owed before.
    case fellDue(numbers: [Int], principal: Money)
    /// Interest until the day of a payment in advance, billed with it.
    case interestBilled
    /// Penalty, or compound interest, of the days since the line of its kind before.
    case penaltyAccrued
    case compoundAccrued
    /// What was held paid what fell due.
    case creditUsed
    /// A fact of the loan's, by its number; what it says stands there.
    case fact(Int64)
  }

  package let on: Day
  package let kind: Kind
  package var charged = OwedParts()
  package var settled = OwedParts()
  /// What is held for the borrower became more by this.
  package var credit = Money.zero
  /// What is owed, less what is held, after this line.
  package internal(set) var balance = Money.zero

  init(_ kind: Kind, on day: Day) {
    self.kind = kind
    on = day
  }

  /// By how much the line moves the balance.
  package var change: Money { charged.sum - settled.sum - credit }

  /// Whether the line moves nothing: a change of terms.
  package var isEmpty: Bool { charged == OwedParts() && settled == OwedParts() && credit.isZero }
}
