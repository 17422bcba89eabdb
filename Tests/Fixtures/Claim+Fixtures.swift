package import LoanProducts
package import Quantities
import Scheduling
package import Servicing

extension LoanFact {
  /// The whole principal paid out on the day the terms name, fact number 1.
  package static func disbursement(of terms: LoanTerms) -> LoanFact {
    LoanFact(number: 1, effectiveOn: terms.startsOn, kind: .disbursed, amount: terms.principal)
  }

  package static func payment(
    _ amount: Money, on day: Day, number: Int64 = 2, inAdvance: Bool = false
  ) -> LoanFact {
    LoanFact(
      number: number, effectiveOn: day,
      kind: .repaid(inAdvance: inAdvance ? .lowersInstallments : nil),
      amount: amount)
  }
}

extension LoanTerms {
  /// The claim at the end of a day: the loan is paid out on its first day, then these payments.
  package func claim(
    _ payments: [LoanFact] = [], atEndOf day: Day, market: MarketRates = .none
  ) throws -> Claim {
    try Claim(
      LoanContract(self, market: market), facts: [.disbursement(of: self)] + payments,
      through: day)
  }
}
