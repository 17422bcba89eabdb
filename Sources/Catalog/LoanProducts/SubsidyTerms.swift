package import Quantities

/// Who owes interest.
package enum Payer: String, Hashable, Sendable, CaseIterable {
  /// The borrower.
  case borrower = "borrower"
  /// Public finance (财政): interest subsidies, students' interest in school.
  case finance = "finance"
  /// A cooperation programme.
  case programme = "programme"
}

/// The part of the interest that somebody else pays for the borrower (贴息).
package struct SubsidyTerms: Hashable, Sendable {
  package var payer: Payer
  /// The share of the interest, in basis points: 10,000 is all of it.
  package var shareBasisPoints: Int
  /// Only interest on this part of the principal is shared; nil for the whole principal.
  package var principalLimit: Money?
  /// The first day that is no longer subsidised; nil for as long as the loan runs.
  package var until: Day?
  /// Nothing is paid for days on which an instalment is overdue.
  package var stopsWhenOverdue: Bool

  package init(
    payer: Payer, shareBasisPoints: Int, principalLimit: Money? = nil, until: Day? = nil,
    stopsWhenOverdue: Bool
  ) {
    self.payer = payer
    self.shareBasisPoints = shareBasisPoints
    self.principalLimit = principalLimit
    self.until = until
    self.stopsWhenOverdue = stopsWhenOverdue
  }
}
