package import LoanProducts
package import Quantities
import Scheduling
package import Servicing

extension LoanFact {
  /// A fact of any kind.
  package static func fact(
    _ kind: LoanFact.Kind, on day: Day, amount: Money = .zero, number: Int64 = 50
  ) -> LoanFact {
    LoanFact(number: number, effectiveOn: day, kind: kind, amount: amount)
  }
}

extension LoanTerms {
  /// The claim at the end of a day from these facts alone.
  package func claim(of facts: [LoanFact], atEndOf day: Day) throws -> Claim {
    try Claim(LoanContract(self, market: .lpr), facts: facts, through: day)
  }
}
