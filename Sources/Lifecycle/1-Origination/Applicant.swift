package import Banks
package import LoanProducts
package import Quantities

/// What the bank knows on the day of an application, beside the application itself.
package struct Applicant: Hashable, Sendable {
  package var bank: Bank
  package var borrower: Borrower
  /// All versions of the line asked for.
  package var products: [LoanProduct]
  package var market: MarketRates
  /// The bank's net capital (资本净额) in force on the day of the agreement; nil if none is recorded.
  package var netCapital: Money?
  /// What the borrower owes or has been promised on all its loans at this bank.
  package var exposure: Money
  /// Of these, the part that counts against the product's limit: loans of the same line that are
  /// not repaid; for student aid, those agreed in the same school year.
  package var sameLinePrincipal: Money
  /// Loans with a subsidy, not repaid, of all borrowers of the household, in this line.
  package var subsidisedInHousehold: Int

  package init(bank: Bank, borrower: Borrower, products: [LoanProduct], market: MarketRates) {
    self.bank = bank
    self.borrower = borrower
    self.products = products
    self.market = market
    netCapital = nil
    exposure = .zero
    sameLinePrincipal = .zero
    subsidisedInHousehold = 0
  }
}
