package import Classification
package import LoanProducts
package import Quantities

/// What a risk-compensation fund covers of a loan.
package struct FundCover: Hashable, Sendable {
  /// The fund's code.
  package let code: String
  /// What it bears of the whole loan's overdue principal and interest, in per cent.
  package let sharePercent: Int
  /// It pays for what is overdue for more days than these.
  package let bufferDays: Int

  package init(code: String, sharePercent: Int, bufferDays: Int) {
    self.code = code
    self.sharePercent = sharePercent
    self.bufferDays = bufferDays
  }
}

/// A loan at a month's end, as a stress test sees it.
///
/// Bounds: no amount is below nothing; no repriced amount is more than what it is a part of.
package struct StressLoan: Hashable, Sendable {
  package let bankID: Int64
  package let line: ProductLine
  /// The borrower's division code (GB/T 2260); empty if it is not known.
  package var division = ""
  package var purpose = ""
  /// The code of the programme that pays interest; nil if none does.
  package var programme: String?
  /// Whether the bank, not the borrower, bears what a payer of interest no longer pays.
  package var isStoppedSubsidyLost = false
  /// Nil if no fund covers the loan.
  package var fund: FundCover?
  /// The codes of the funds whose line and place the loan is of, each once, whether or not one
  /// covers it: their stop lines are asked of it.
  package var fundPlaces: [String] = []
  package var isFloating = false
  /// The yearly rate now, within `bounds`.
  package var rate = AnnualRate.zero
  /// The most and the least that a floating rate can be; nil for neither.
  package var bounds: RateBounds?
  /// The unpaid principal, due or not.
  package let principal: Money
  /// The borrower's interest that is due and unpaid.
  package var interestDue = Money.zero
  /// The borrower's interest that has accrued and is not due yet.
  package var interestRunning = Money.zero
  /// What its class is judged by.
  package var grounds = ClassGrounds()
  package var isNonAccrual = false
  /// The borrower's interest of the next 12 months, by the schedule.
  package var yearInterest = Money.zero
  /// Of `yearInterest` what falls due for periods after the rate's next reset: what another LPR
  /// moves.
  package var repricedInterest = Money.zero
  /// What finance or programmes pay in these months on top of it.
  package var yearSubsidy = Money.zero
  /// Of `yearSubsidy` what falls due for periods after the rate's next reset.
  package var repricedSubsidy = Money.zero
  /// By which its provision is made.
  package let rule: ProvisionRule

  package init(bankID: Int64, line: ProductLine, principal: Money, rule: ProvisionRule) {
    self.bankID = bankID
    self.line = line
    self.principal = principal
    self.rule = rule
  }
}
