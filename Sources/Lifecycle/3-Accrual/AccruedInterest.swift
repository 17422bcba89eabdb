package import LoanProducts
package import Quantities

/// Amounts of interest by payer.
package struct InterestByPayer: Hashable, Sendable {
  package var borrower: Money
  package var finance: Money
  package var programme: Money

  package init(borrower: Money = .zero, finance: Money = .zero, programme: Money = .zero) {
    self.borrower = borrower
    self.finance = finance
    self.programme = programme
  }

  package static let zero = InterestByPayer()

  package subscript(_ payer: Payer) -> Money {
    get {
      switch payer {
      case .borrower: return borrower
      case .finance: return finance
      case .programme: return programme
      }
    }
    set {
      switch payer {
      case .borrower: borrower = newValue
      case .finance: finance = newValue
      case .programme: programme = newValue
      }
    }
  }

  package var sum: Money { borrower + finance + programme }

  package static func + (left: InterestByPayer, right: InterestByPayer) -> InterestByPayer {
    InterestByPayer(
      borrower: left.borrower + right.borrower, finance: left.finance + right.finance,
      programme: left.programme + right.programme)
  }

  package static func - (left: InterestByPayer, right: InterestByPayer) -> InterestByPayer {
    InterestByPayer(
      borrower: left.borrower - right.borrower, finance: left.finance - right.finance,
      programme: left.programme - right.programme)
  }

  /// The same interest with the borrower's part borne by public finance.
  package var waived: InterestByPayer {
    InterestByPayer(finance: finance + borrower, programme: programme)
  }

  /// A period's interest, split: the subsidy's payer owes the subsidised part, the borrower the
  /// rest, so the shares always add up to the whole.
  package init(whole: Money, subsidised: Money, payer: Payer?) {
    self.init(borrower: whole)
    guard let payer, payer != .borrower else { return }
    borrower -= subsidised
    self[payer] = subsidised
  }
}

/// What a loan has earned from its first day until the end of a day: the accrual's target.
///
/// The interest billed for closed periods, each rounded as its schedule says, and the running
/// interest of the open period, exact and rounded once. What the books hold is brought to this
/// figure by posting the difference, of either sign.
package struct AccrualTarget: Hashable, Sendable {
  package var interest: InterestByPayer
  package var penalty: Money
  package var compound: Money
  /// Owed by the borrower and not on the books: a level, not a sum of what was earned.
  package var suspended: Money

  package init(
    interest: InterestByPayer, penalty: Money, compound: Money = .zero, suspended: Money = .zero
  ) {
    self.interest = interest
    self.penalty = penalty
    self.compound = compound
    self.suspended = suspended
  }
}
