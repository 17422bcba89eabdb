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
      guard let place = kind.placeMoved(payer), place < sums.count else { return .zero }
      return Money(minorUnits: sums[place])
    }
    set {
      guard let place = kind.placeMoved(payer) else { return }
      while sums.count <= place { sums.append(0) }
      sums[place] = newValue.minorUnits
      trim()
    }
  }

  /// The sum at a place of `TransferKind.moved`.
  fileprivate subscript(place: Int) -> Int64 { place < sums.count ? sums[place] : 0 }

  /// Sets a sum while all places are there.
  private mutating func put(
    _ amount: Money, _ kind: TransferKind, _ payer: Payer = .borrower
  ) {
    if let place = kind.placeMoved(payer) { sums[place] = amount.minorUnits }
  }

  private mutating func trim() {
    while sums.last == 0 { sums.removeLast() }
  }

  /// What the books hold of a claim.
  package init(_ claim: Claim) {
    sums = [Int64](repeating: 0, count: TransferKind.moved.count)
    let received = claim.recognised
    let forgiven = claim.recognisedWaivers
    let opened = claim.takenOver ?? .zero
    put(opened, .openingPrincipal)
    put(claim.disbursed - opened, .disbursement)
    put(claim.writtenOff, .writtenOff)
    put(claim.recovered, .recovered)
    put(claim.writtenOff - claim.recovered, .writtenOffClaim)
    put(claim.disbursed - claim.writtenOff - claim.bookPrincipal, .principalRepaid)
    put(received.interest, .interestRepaid)
    put(received.compound, .compoundRepaid)
    put(received.penalty, .penaltyRepaid)
    put(received.credit, .credit)
    put(claim.costs, .costs)
    put(received.costs, .costsRepaid)
    put(forgiven.interest, .interestWaived)
    put(forgiven.compound, .compoundWaived)
    put(forgiven.penalty, .penaltyWaived)
    put(claim.compensation.claimed - claim.compensation.rejected, .compensationClaimed)
    put(claim.compensation.paid, .compensationPaid)
    put(claim.compensationUsed, .compensationUsed)
    put(claim.compensationOwedBack, .compensationOwedBack)
    put(claim.compensation.returned, .compensationReturned)
    put(claim.subsidyPaid.finance, .subsidyPaid, .finance)
    put(claim.subsidyPaid.programme, .subsidyPaid, .programme)
    trim()
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

  /// The transfer that brings the provisions of a bank from what is held to what is required; nil
  /// where they meet.
  package static func provision(required: Money, held: Money) -> Transfer? {
    Transfer(.provision, change: required - held)
  }

  /// The transfers that bring what facts move from what is posted to the target.
  ///
  /// For a repayment the changes sum to the money received; in a run they sum to zero: a credit
  /// that pays a due, a back-dated payment that changes where later ones went.
  package static func moves(target: Moved, posted: Moved) -> [Transfer] {
    guard target != posted else { return [] }
    var transfers: [Transfer] = []
    for (place, entry) in TransferKind.moved.enumerated() where target[place] != posted[place] {
      let change = Money(minorUnits: target[place]) - Money(minorUnits: posted[place])
      if let transfer = Transfer(entry.kind, payer: entry.payer, change: change) {
        transfers.append(transfer)
      }
    }
    return transfers
  }
}
