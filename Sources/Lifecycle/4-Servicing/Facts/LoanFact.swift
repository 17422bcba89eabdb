package import LoanProducts
package import Quantities

/// A recorded event of a loan's life that moves its claim, or what the books hold of it.
///
/// Facts are never edited; a fact is undone by another one that reverses it.
package struct LoanFact: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// The fact's amount was paid out and bears interest from this day: the whole principal, a part
    /// of it, or a draw of a revolving loan. The first one starts the loan.
    case disbursed
    /// Taken over from another book: `terms.principal` is the balance, all is paid to this day.
    case imported(paidToOn: Day)
    /// Money came in, from the borrower or who stands in for him. What is left after everything
    /// due is held as a credit for the next due days, or repays principal in advance.
    case repaid(inAdvance: Advance?)
    /// Of the credit, the fact's amount was given back.
    case refunded
    /// The bank laid out the fact's amount to enforce its claim; the borrower owes it at once.
    case costsCharged
    /// The loan bears this rate from its effective day on, until the next such fact.
    ///
    /// The instalments still to come are found anew from the balance; the past stays.
    case rateChanged(AnnualRate)
    /// Extension (展期): the last due day moves to this day.
    case extended(to: Day)
    /// Renewal without repaying principal (无还本续贷): the loan goes on until this day, at this
    /// rate; nil for the rate it has.
    case renewed(to: Day, rate: AnnualRate?)
    case rescheduled(Rescheduling)
    /// Instalments that would fall due from the effective day until before this one are put off to
    /// the first due day that is not before it.
    case paused(until: Day)
    /// The student leaves school on this day, known or planned; a later fact takes its place.
    ///
    /// See `LoanTerms.graduated`. Who pays changes from the fact's effective day, never before it.
    case graduated(on: Day)
    /// The State pays what interest falls due for the borrower in a calendar year, from the
    /// effective day on; the principal that falls due in it may be put off by a year.
    ///
    /// Source: 财教〔2024〕2号 for 2024, 财教〔2025〕69号 for 2025.
    case interestWaived(year: Int, defersPrincipal: Bool)
    /// The loan is used for what it was not lent for, from the effective day until another.
    case misused(until: Day?)
    /// An officer rates the loan by hand: at least this class from the effective day until another.
    case rated(RatedClass, until: Day)
    /// What is late on the effective day is so for operational or technical reasons.
    case overdueExcused
    /// The bank forgives the fact's amount of a charge that is owed.
    case waived(Charge)
    /// A loss: the fact's amount of principal leaves the books, the claim stays; nil for all of it.
    case writtenOff(part: Money?)
    /// The fact's amount of a risk-compensation fund's cover was claimed, paid, refused or given
    /// back. The claim on the borrower stays whole.
    case compensation(CompensationStep)
    /// The subsidy's payer paid the fact's amount.
    case subsidyPaid(Payer)
    /// The subsidy's payer refused the fact's amount of interest it would have borne: the borrower
    /// owes it from the effective day, or the bank bears it.
    case subsidyRejected(Payer, isOwedByBorrower: Bool)
    /// The fact of this number is undone: as if it had never been.
    case reversed(Int64)
  }

  /// The fact's number in its bank: the order in which facts became known.
  package let number: Int64
  package let effectiveOn: Day
  package let kind: Kind
  /// Money that moved; zero for a fact that moves none.
  package let amount: Money
  /// Whether it is a concession made because the borrower is in financial difficulty.
  ///
  /// Source: 中国银保监会 中国人民银行令〔2023〕第1号, arts. 17–21 (重组资产).
  package let isRestructuring: Bool

  package init(
    number: Int64, effectiveOn: Day, kind: Kind, amount: Money, isRestructuring: Bool = false
  ) {
    self.number = number
    self.effectiveOn = effectiveOn
    self.kind = kind
    self.amount = amount
    self.isRestructuring = isRestructuring
  }

  /// The day from which the fact starts the loan's interest; nil for a fact that does not.
  var startsLoan: Day? {
    switch kind {
    case .disbursed: return effectiveOn
    case .imported(let paidToOn): return paidToOn
    default: return nil
    }
  }
}

/// What a repayment in advance does to the instalments to come; the borrower chooses.
package enum Advance: String, Hashable, Sendable, CaseIterable {
  /// The same due days, smaller instalments.
  case lowersInstallments = "lower-installments"
  /// Fewer due days, instalments not above what they were.
  case shortensTerm = "shorten-term"
}

/// What of a claim can be forgiven.
package enum Charge: String, Hashable, Sendable, CaseIterable {
  case interest = "interest"
  case compound = "compound"
  case penalty = "penalty"
}

/// Where the cover of a risk-compensation fund stands.
package enum CompensationStep: String, Hashable, Sendable, CaseIterable {
  case claimed = "claimed"
  case paid = "paid"
  case rejected = "rejected"
  case returned = "returned"
}

/// New terms for what is still to be repaid.
package struct Rescheduling: Hashable, Sendable {
  /// The last due day; nil if it stays.
  package var maturesOn: Day?
  /// How it falls due; nil if it stays.
  package var repayment: RepaymentTerms?
  /// Whether principal that is overdue goes back into the schedule.
  package var takesInOverdue: Bool

  package init(
    maturesOn: Day? = nil, repayment: RepaymentTerms? = nil, takesInOverdue: Bool = false
  ) {
    self.maturesOn = maturesOn
    self.repayment = repayment
    self.takesInOverdue = takesInOverdue
  }
}
