package import Accrual
package import LoanProducts
package import Quantities
package import Servicing

/// What a transfer is for.
///
/// A loan has at most one transfer of a kind and payer in a fact or run.
package enum TransferKind: String, Hashable, Sendable, CaseIterable {
  case disbursement = "disbursement"
  case openingPrincipal = "opening-principal"
  case openingInterest = "opening-interest"
  case openingPenalty = "opening-penalty"
  case interest = "interest"
  case penalty = "penalty"
  case compound = "compound"
  case principalRepaid = "principal-repaid"
  case interestRepaid = "interest-repaid"
  case penaltyRepaid = "penalty-repaid"
  case compoundRepaid = "compound-repaid"
  case credit = "credit"
}

/// One movement between two accounts; one row, so an unbalanced entry can't be written.
package struct Transfer: Hashable, Sendable {
  package let kind: TransferKind
  package let payer: Payer
  package let debit: Account
  package let credit: Account
  /// Greater than zero.
  package let amount: Money

  /// The transfer that moves a kind's posted amount by `change`.
  ///
  /// A negative change swaps debit and credit.
  ///
  /// - Returns: nil for a change of nothing: a loan at rate zero posts nothing.
  package init?(_ kind: TransferKind, payer: Payer = .borrower, change: Money) {
    guard !change.isZero else { return nil }
    let sides = kind.sides(payer)
    self.kind = kind
    self.payer = payer
    self.debit = change.isPositive ? sides.debit : sides.credit
    self.credit = change.isPositive ? sides.credit : sides.debit
    self.amount = change.isPositive ? change : -change
  }
}

extension TransferKind {
  /// The accounts a positive amount of this kind moves between.
  func sides(_ payer: Payer) -> (debit: Account, credit: Account) {
    let receivable: Account
    switch payer {
    case .borrower: receivable = .interestFromBorrowers
    case .finance: receivable = .interestFromFinance
    case .programme: receivable = .interestFromProgrammes
    }
    switch self {
    case .disbursement: return (.loans, .settlement)
    case .openingPrincipal: return (.loans, .openingBalances)
    case .openingInterest: return (receivable, .openingBalances)
    case .openingPenalty: return (.penaltyReceivable, .openingBalances)
    case .interest: return (receivable, .interestIncome)
    case .penalty, .compound: return (.penaltyReceivable, .penaltyIncome)
    case .principalRepaid: return (.settlement, .loans)
    case .interestRepaid: return (.settlement, .interestFromBorrowers)
    case .penaltyRepaid, .compoundRepaid: return (.settlement, .penaltyReceivable)
    case .credit: return (.settlement, .credits)
    }
  }
}

/// The rule of all posting: transfers bring what is posted to the target, and nothing else.
package enum Posting {
  /// The transfers that bring accrued interest and penalty from what is posted to the target.
  package static func accrual(
    target: AccrualTarget, posted: AccrualTarget, opening: Bool = false
  ) -> [Transfer] {
    var transfers = Payer.allCases.compactMap { payer in
      Transfer(
        opening ? .openingInterest : .interest, payer: payer,
        change: target.interest[payer] - posted.interest[payer])
    }
    let penalty = target.penalty - posted.penalty
    let compound = target.compound - posted.compound
    let charges =
      opening
      ? [Transfer(.openingPenalty, change: penalty + compound)]
      : [Transfer(.penalty, change: penalty), Transfer(.compound, change: compound)]
    transfers += charges.compactMap { $0 }
    return transfers
  }

  /// The transfers that bring the use of received money from what is posted to the target.
  ///
  /// For a repayment the changes sum to the money received; in a run they sum to zero: a credit
  /// that pays a due, a back-dated payment that changes where later ones went.
  package static func repayment(target: Repaid, posted: Repaid) -> [Transfer] {
    let change = target - posted
    return [
      Transfer(.principalRepaid, change: change.principal),
      Transfer(.interestRepaid, change: change.interest),
      Transfer(.compoundRepaid, change: change.compound),
      Transfer(.penaltyRepaid, change: change.penalty),
      Transfer(.credit, change: change.credit),
    ].compactMap { $0 }
  }
}
