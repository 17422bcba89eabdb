package import Quantities

/// A recorded event of a loan's life that moves its claim.
///
/// Facts are never edited.
package struct LoanFact: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// The fact's amount was paid out and bears interest from this day: the whole principal, a part
    /// of it, or a draw of a revolving loan. The first one starts the loan.
    case disbursed
    /// Taken over from another book: `terms.principal` is the balance, all is paid to this day.
    case imported(paidToOn: Day)
    /// Money came in. What is left after everything due is held as a credit for the next due days,
    /// or repays principal in advance.
    case repaid(inAdvance: Bool)
    /// The loan bears this rate from its effective day on, until the next such fact.
    ///
    /// The instalments still to come are found anew from the balance; the past stays.
    case rateChanged(AnnualRate)
    /// The student leaves school on this day, known or planned; a later fact takes its place.
    ///
    /// See `LoanTerms.graduated`. Who pays changes from the fact's effective day, never before it.
    case graduated(on: Day)
    /// The State pays what interest falls due for the borrower in a calendar year, from the
    /// effective day on; the principal that falls due in it may be put off by a year.
    ///
    /// Source: 财教〔2024〕2号 for 2024, 财教〔2025〕69号 for 2025.
    case waived(year: Int, defersPrincipal: Bool)
    /// The loan is used for what it was not lent for, from the effective day until another.
    case misused(until: Day?)
  }

  /// The fact's number in its bank: the order in which facts became known.
  package let number: Int64
  package let effectiveOn: Day
  package let kind: Kind
  /// Money that moved; zero for a fact that moves none.
  package let amount: Money

  package init(number: Int64, effectiveOn: Day, kind: Kind, amount: Money) {
    self.number = number
    self.effectiveOn = effectiveOn
    self.kind = kind
    self.amount = amount
  }

  /// The day from which the fact starts the loan's interest; nil for a fact that does not.
  var startsLoan: Day? {
    switch kind {
    case .disbursed: return effectiveOn
    case .imported(let paidToOn): return paidToOn
    case .repaid, .rateChanged, .graduated, .waived, .misused: return nil
    }
  }
}
