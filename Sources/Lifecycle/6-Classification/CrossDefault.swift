package import Quantities

/// A loan as it counts among all that one debtor owes the bank.
package struct DebtorLoan: Hashable, Sendable {
  /// As all other rules give it.
  package let riskClass: RiskClass
  /// Unpaid, due or not.
  package let principal: Money

  package init(_ riskClass: RiskClass, principal: Money) {
    self.riskClass = riskClass
    self.principal = principal
  }
}

/// What a non-retail debtor's loans do to each other.
///
/// Rule:   with a non-performing loan at the bank the others are at least special mention; with
///         more than 10 % of what is owed non-performing all of it is.
/// Source: `ClassificationRule.document`; the 20 % of debts at all banks can't be known here, and
///         is rated by hand.
package enum CrossDefault {
  /// Of what a debtor owes, in per cent.
  package static let mostNonPerformingPercent = 10

  /// - Parameter loans: of one debtor, those with something owed.
  /// - Returns: what each of them is in at least.
  package static func floor(of loans: [DebtorLoan]) -> RiskClass {
    var owed = Int128(0)
    var nonPerforming = Int128(0)
    for loan in loans {
      owed += Int128(loan.principal.minorUnits)
      if loan.riskClass.isNonPerforming { nonPerforming += Int128(loan.principal.minorUnits) }
    }
    guard nonPerforming > 0 else { return .normal }
    let isMore = nonPerforming * 100 > owed * Int128(mostNonPerformingPercent)
    return isMore ? .substandard : .specialMention
  }
}
