package import LoanProducts
package import Origination
package import Quantities
package import Scheduling
package import Servicing

/// A loan that could have been: as signed, and what became of it.
package struct InventedLoan: Sendable {
  /// Who pays beside the borrower.
  package struct Payers: Hashable, Sendable {
    package var programme: String?
    package var fund: String?
    package var fundSharePercent: Int?

    package init() {}
  }

  /// From 0, in its bank.
  package let place: Int
  package let application: LoanApplication
  /// The place of the borrower among the bank's, from 0.
  package let borrowerPlace: Int
  package let terms: LoanTerms
  package let productVersion: Int
  package let payers: Payers
  package let contract: LoanContract
  package let schedule: RepaymentSchedule
  /// In the order in which they were recorded.
  package let events: [InventedEvent]
}

/// What was recorded of a loan.
package struct InventedEvent: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case applied, approved, refused, withdrawn, signed, disbursed
    case repaid(inAdvance: Advance?)
    case graduated(on: Day)
    /// One officer asks, another carries it out.
    case proposedExtension(to: Day)
    case extended(to: Day)
    case proposedWriteOff
    case writtenOff
  }

  package let kind: Kind
  /// The bank's business date on which it was recorded.
  package let bookedOn: Day
  package let effectiveOn: Day
  package var amount: Money?
  package var isRestructuring = false

  init(_ kind: Kind, on day: Day, effectiveOn: Day? = nil, amount: Money? = nil) {
    self.kind = kind
    self.bookedOn = day
    self.effectiveOn = effectiveOn ?? day
    self.amount = amount
  }

  /// The fact as the claim knows it; nil for one that does not move it.
  package func loanFact(number: Int64) -> LoanFact? {
    let kind: LoanFact.Kind
    switch self.kind {
    case .applied, .approved, .refused, .withdrawn, .signed: return nil
    case .proposedExtension, .proposedWriteOff: return nil
    case .disbursed: kind = .disbursed
    case .repaid(let inAdvance): kind = .repaid(inAdvance: inAdvance)
    case .graduated(let day): kind = .graduated(on: day)
    case .extended(let day): kind = .extended(to: day)
    case .writtenOff: kind = .writtenOff(part: nil)
    }
    return LoanFact(
      number: number, effectiveOn: effectiveOn, kind: kind, amount: amount ?? .zero,
      isRestructuring: isRestructuring)
  }
}
