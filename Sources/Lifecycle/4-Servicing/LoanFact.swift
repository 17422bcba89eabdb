package import Quantities

/// A recorded event of a loan's life that moves its claim.
///
/// Facts are never edited.
package struct LoanFact: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// The principal was paid out; interest runs from this day.
    case disbursed
    /// Taken over from another book: `terms.principal` is the balance, all is paid to this day.
    case imported(paidToOn: Day)
    /// Money came in. What is left after everything due is held as a credit for the next due days,
    /// or repays principal in advance.
    case repaid(inAdvance: Bool)
  }

  /// The fact's number in its bank: the order in which facts became known.
  package let number: Int64
  package let effectiveOn: Day
  package let kind: Kind
  package let amount: Money

  package init(number: Int64, effectiveOn: Day, kind: Kind, amount: Money) {
    self.number = number
    self.effectiveOn = effectiveOn
    self.kind = kind
    self.amount = amount
  }
}
