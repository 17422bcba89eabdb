package import Accrual
package import LoanProducts
package import Quantities
package import Servicing

/// What a loan has moved, kind by kind: all that facts post, as sums since its beginning.
///
/// Shape: one sum for each entry of `TransferKind.moved`.
package struct Moved: Hashable, Sendable {
  private var sums: [Int64]

  package init() { sums = [] }

  /// The sums in the order of `TransferKind.moved`; missing ones are zero.
  package init(sums: [Int64]) {
    self.sums = sums
    trim()
  }

  /// As `init(sums:)` takes them, without zeros at the end.
  package var stored: [Int64] { sums }

  package subscript(_ kind: TransferKind, _ payer: Payer = .borrower) -> Money {
    get {
      guard let place = Self.place(kind, payer), place < sums.count else { return .zero }
      return Money(minorUnits: sums[place])
    }
    set {
      guard let place = Self.place(kind, payer) else { return }
      while sums.count <= place { sums.append(0) }
      sums[place] = newValue.minorUnits
      trim()
    }
  }

  private struct Key: Hashable {
    let kind: TransferKind
    let payer: Payer
  }

  private static let places = Dictionary(
    uniqueKeysWithValues: TransferKind.moved.enumerated().map {
      (Key(kind: $1.kind, payer: $1.payer), $0)
    })

  private static func place(_ kind: TransferKind, _ payer: Payer) -> Int? {
    places[Key(kind: kind, payer: payer)]
  }

  private mutating func trim() {
    while sums.last == 0 { sums.removeLast() }
  }

  /// What the books hold of a claim.
  package init(_ claim: Claim) {
    self.init()
    let received = claim.recognised
    let forgiven = claim.recognisedWaivers
    let opened = claim.takenOver ?? .zero
    self[.openingPrincipal] = opened
    self[.disbursement] = claim.disbursed - opened
    self[.writtenOff] = claim.writtenOff
    self[.recovered] = claim.recovered
    self[.writtenOffClaim] = claim.writtenOff - claim.recovered
    self[.principalRepaid] = claim.disbursed - claim.writtenOff - claim.bookPrincipal
    self[.interestRepaid] = received.interest
    self[.compoundRepaid] = received.compound
    self[.penaltyRepaid] = received.penalty
    self[.credit] = received.credit
    self[.costs] = claim.costs
    self[.costsRepaid] = received.costs
    self[.interestWaived] = forgiven.interest
    self[.compoundWaived] = forgiven.compound
    self[.penaltyWaived] = forgiven.penalty
    self[.compensationClaimed] = claim.compensation.claimed - claim.compensation.rejected
    self[.compensationPaid] = claim.compensation.paid
    self[.compensationUsed] = claim.compensationUsed
    self[.compensationOwedBack] = claim.compensationOwedBack
    self[.compensationReturned] = claim.compensation.returned
    self[.subsidyPaid, .finance] = claim.subsidyPaid.finance
    self[.subsidyPaid, .programme] = claim.subsidyPaid.programme
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
    let suspended = Transfer(.suspended, change: target.suspended - posted.suspended)
    return transfers + [suspended].compactMap { $0 }
  }

  /// The transfers that bring what facts move from what is posted to the target.
  ///
  /// For a repayment the changes sum to the money received; in a run they sum to zero: a credit
  /// that pays a due, a back-dated payment that changes where later ones went.
  package static func moves(target: Moved, posted: Moved) -> [Transfer] {
    guard target != posted else { return [] }
    return TransferKind.moved.compactMap { kind, payer in
      Transfer(kind, payer: payer, change: target[kind, payer] - posted[kind, payer])
    }
  }
}
