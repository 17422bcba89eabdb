package import LoanProducts
package import Quantities

/// What a transfer is for.
///
/// A loan has at most one transfer of a kind and payer in a fact or run; so has the bank itself.
package enum TransferKind: String, Hashable, Sendable, CaseIterable {
  case disbursement = "disbursement"
  case openingPrincipal = "opening-principal"
  case openingInterest = "opening-interest"
  case openingPenalty = "opening-penalty"
  case interest = "interest"
  case penalty = "penalty"
  case compound = "compound"
  /// What the borrower owes and the books do not hold: of a loan that does not accrue.
  case suspended = "suspended"
  case principalRepaid = "principal-repaid"
  case interestRepaid = "interest-repaid"
  case penaltyRepaid = "penalty-repaid"
  case compoundRepaid = "compound-repaid"
  case credit = "credit"
  case costs = "costs"
  case costsRepaid = "costs-repaid"
  case interestWaived = "interest-waived"
  case penaltyWaived = "penalty-waived"
  case compoundWaived = "compound-waived"
  case writtenOff = "written-off"
  /// The claim that a written-off loan still is, off balance.
  case writtenOffClaim = "written-off-claim"
  case recovered = "recovered"
  case compensationClaimed = "compensation-claimed"
  case compensationPaid = "compensation-paid"
  /// Cover that a write-off uses.
  case compensationUsed = "compensation-used"
  /// The fund's share of what was recovered.
  case compensationOwedBack = "compensation-owed-back"
  case compensationReturned = "compensation-returned"
  case subsidyPaid = "subsidy-paid"
  /// What brings the provisions that a bank holds to those it has to hold: of no loan.
  case provision = "provision"

  /// The order in which `Moved` keeps its sums, and the stored columns theirs.
  ///
  /// It is never changed, only added to. Kinds that month-end runs post are not among them.
  package static let moved: [(kind: TransferKind, payer: Payer)] = [
    (.disbursement, .borrower), (.principalRepaid, .borrower), (.interestRepaid, .borrower),
    (.credit, .borrower), (.openingPrincipal, .borrower), (.penaltyRepaid, .borrower),
    (.compoundRepaid, .borrower), (.costs, .borrower), (.costsRepaid, .borrower),
    (.interestWaived, .borrower), (.penaltyWaived, .borrower), (.compoundWaived, .borrower),
    (.writtenOff, .borrower), (.writtenOffClaim, .borrower), (.recovered, .borrower),
    (.compensationClaimed, .borrower), (.compensationPaid, .borrower),
    (.compensationUsed, .borrower), (.compensationOwedBack, .borrower),
    (.compensationReturned, .borrower), (.subsidyPaid, .finance), (.subsidyPaid, .programme),
  ]

  /// The place in `moved`; nil for what only runs post.
  ///
  /// Why: a search for it would cost more than the rest of a fact's books.
  func placeMoved(_ payer: Payer) -> Int? {
    let place: Int
    switch self {
    case .disbursement: place = 0
    case .principalRepaid: place = 1
    case .interestRepaid: place = 2
    case .credit: place = 3
    case .openingPrincipal: place = 4
    case .penaltyRepaid: place = 5
    case .compoundRepaid: place = 6
    case .costs: place = 7
    case .costsRepaid: place = 8
    case .interestWaived: place = 9
    case .penaltyWaived: place = 10
    case .compoundWaived: place = 11
    case .writtenOff: place = 12
    case .writtenOffClaim: place = 13
    case .recovered: place = 14
    case .compensationClaimed: place = 15
    case .compensationPaid: place = 16
    case .compensationUsed: place = 17
    case .compensationOwedBack: place = 18
    case .compensationReturned: place = 19
    case .subsidyPaid:
      switch payer {
      case .borrower: return nil
      case .finance: return 20
      case .programme: return 21
      }
    case .openingInterest, .openingPenalty, .interest, .penalty, .compound, .suspended,
      .provision:
      return nil
    }
    return payer == .borrower ? place : nil
  }
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
    self.init(
      kind, payer: payer, debit: change.isPositive ? sides.debit : sides.credit,
      credit: change.isPositive ? sides.credit : sides.debit,
      amount: change.isPositive ? change : -change)
  }

  private init(
    _ kind: TransferKind, payer: Payer, debit: Account, credit: Account, amount: Money
  ) {
    self.kind = kind
    self.payer = payer
    self.debit = debit
    self.credit = credit
    self.amount = amount
  }

  /// The same movement with principal on the account of a line.
  package func of(_ line: ProductLine) -> Transfer {
    Transfer(
      kind, payer: payer, debit: debit == .loans ? .loans(of: line) : debit,
      credit: credit == .loans ? .loans(of: line) : credit, amount: amount)
  }
}

extension TransferKind {
  /// The accounts a positive amount of this kind moves between.
  package func sides(_ payer: Payer) -> (debit: Account, credit: Account) {
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
    case .suspended: return (.suspendedInterest, .offBalance)
    case .principalRepaid: return (.settlement, .loans)
    case .interestRepaid: return (.settlement, .interestFromBorrowers)
    case .penaltyRepaid, .compoundRepaid: return (.settlement, .penaltyReceivable)
    case .credit: return (.settlement, .credits)
    case .costs: return (.costsReceivable, .cash)
    case .costsRepaid: return (.settlement, .costsReceivable)
    case .interestWaived: return (.interestIncome, .interestFromBorrowers)
    case .penaltyWaived, .compoundWaived: return (.penaltyIncome, .penaltyReceivable)
    case .writtenOff: return (.provisions, .loans)
    case .writtenOffClaim: return (.writtenOffClaims, .offBalance)
    case .recovered: return (.settlement, .provisions)
    case .compensationClaimed: return (.compensationReceivable, .compensationHeld)
    case .compensationPaid: return (.cash, .compensationReceivable)
    case .compensationUsed: return (.compensationHeld, .provisions)
    case .compensationOwedBack: return (.compensationHeld, .compensationOwedBack)
    case .compensationReturned: return (.compensationOwedBack, .cash)
    case .subsidyPaid: return (.cash, receivable)
    case .provision: return (.provisionExpense, .provisions)
    }
  }
}
