package import LoanProducts
package import Quantities

/// What a borrower asks for.
package struct LoanApplication: Hashable, Sendable {
  package var line: ProductLine
  package var principal: Money
  /// The day of the agreement: it picks the product's version and the LPR.
  package var agreedOn: Day
  package var startsOn: Day
  package var maturesOn: Day
  package var repayment: RepaymentTerms
  package var basis: InterestBasis
  /// The rate asked for; nil takes the product's.
  package var rate: AnnualRate?
  /// `undergraduate`, `postgraduate` for student aid; `any` elsewhere.
  package var category: String
  package var purpose: String
  package var isSubsidised: Bool
  /// The first day without subsidy, where the product's subsidy ends before maturity.
  package var subsidyUntil: Day?

  package init(line: ProductLine, principal: Money, agreedOn: Day, maturesOn: Day) {
    self.line = line
    self.principal = principal
    self.agreedOn = agreedOn
    self.startsOn = agreedOn
    self.maturesOn = maturesOn
    repayment = RepaymentTerms(method: .atMaturity, interestEveryMonths: 0)
    basis = .days(.actual360)
    rate = nil
    category = "any"
    purpose = ""
    isSubsidised = false
    subsidyUntil = nil
  }
}
