package import Accrual
package import LoanProducts
package import Quantities
package import Scheduling

/// Days on which a meter counted the same balance at the same rate: what a figure of interest,
/// penalty or compound interest is the sum of.
package struct InterestStretch: Hashable, Sendable {
  package enum Figure: Hashable, Sendable {
    /// Contract interest on principal that is not due, and the part of it that is subsidised.
    case interest(InterestPeriod, SubsidyTerms?)
    /// Penalty on overdue principal, at `percent` of the contract rate.
    case penalty(percent: Int)
    /// What the misuse rate, `percent` of the contract rate, is above the contract rate.
    case misuse(percent: Int)
    /// Compound interest on unpaid interest, at `percent` of the contract rate.
    case compound(percent: Int)
  }

  package let figure: Figure
  package let from: Day
  package let until: Day
  package let balance: Money
  /// The contract rate in force.
  package let rate: AnnualRate
}

/// Interest that was rounded and billed, and whether the State bears the borrower's part.
package struct Bill: Hashable, Sendable {
  package let interest: InterestByPayer
  package let isWaived: Bool
}

/// What happens to a claim's meters, in the order in which it happens.
package enum MeterEvent: Hashable, Sendable {
  case stretch(InterestStretch)
  /// A due day came: the principal that falls due, none if it is put off, and what was billed of
  /// the interest metered since the last bill; nil if nothing was.
  case closed(DueDay, principal: Money, Bill?)
  /// A payment in advance broke the open period, whose interest so far was billed.
  case broken(on: Day, Bill)
  /// A fact was taken in, which brought the borrower's account from one state to another.
  case took(LoanFact, before: BorrowerAccount, after: BorrowerAccount)
}

/// Hears what happens to a claim's meters.
package typealias MeterWatch = (MeterEvent) -> Void
