package import Accrual
package import Classification
package import Posting
package import Quantities
package import Risk
package import Scheduling

/// All that is stored of one loan: what a verification holds to its facts.
package struct LoanEvidence: Sendable {
  package let loan: LoanRecord
  /// The facts that were booked, by number.
  package var facts: [BookedFact] = []
  /// Those of the facts that name who owes the loan, or which branch it is with.
  package var parties: [PartyFact] = []
  package var transfers: [StoredTransfer] = []
  package var positions: [StoredPosition] = []
  /// As signed, then as facts changed it; nil for the number of the signed one.
  package var schedules: [(factNumber: Int64?, installments: [Installment])] = []
  package var state: LoanState?

  init(_ loan: LoanRecord) { self.loan = loan }
}

/// A fact that gives a loan another borrower or branch.
package struct PartyFact: Hashable, Sendable {
  package let number: Int64
  package let borrowerID: Int64?
  package let branchID: Int64?
}

/// A row of the books.
package struct StoredTransfer: Hashable, Sendable {
  /// The number of the run, or of the fact.
  package let number: Int64
  package let isOfRun: Bool
  package let kind: String
  package let payer: String
  package let bookedOn: Day
  package let valueOn: Day
  package let debit: String
  package let credit: String
  package let amount: Money

  package init(
    number: Int64, isOfRun: Bool, kind: String, payer: String, bookedOn: Day, valueOn: Day,
    debit: String, credit: String, amount: Money
  ) {
    self.number = number
    self.isOfRun = isOfRun
    self.kind = kind
    self.payer = payer
    self.bookedOn = bookedOn
    self.valueOn = valueOn
    self.debit = debit
    self.credit = credit
    self.amount = amount
  }
}

/// A month-end position with the accruals posted by then.
package struct StoredPosition: Hashable, Sendable {
  package let month: Month
  package let version: Int32
  package let position: LoanPosition
  package let posted: AccrualTarget

  package init(month: Month, version: Int32, position: LoanPosition, posted: AccrualTarget) {
    self.month = month
    self.version = version
    self.position = position
    self.posted = posted
  }
}

/// A run, as it stands.
package struct StoredRun: Hashable, Sendable {
  package let number: Int32
  package let factNumber: Int64
  package let month: Month
  /// Of the positions it wrote; nil for one that wrote none.
  package let version: Int32?
  /// By which it made provisions; nil for one that booked none.
  package let provisions: ProvisionRule?
  /// By which it judged debtors; nil for one that did not.
  package let classes: ClassPolicy?
  /// What the losses it expected are reckoned from; nil for one that expected none.
  package let losses: LossBasis?

  /// - Parameters:
  ///   - number: of the run.
  ///   - factNumber: of its own fact.
  ///   - month: to the end of which it brought the books.
  ///   - version: of the positions it wrote; nil for one that wrote none.
  ///   - request: what its fact says.
  package init(
    number: Int32, factNumber: Int64, month: Month, version: Int32?, request: String
  ) {
    self.number = number
    self.factNumber = factNumber
    self.month = month
    self.version = version
    provisions = RunRequest.rule(of: request)
    classes = RunRequest.classes(of: request)
    losses = RunRequest.losses(of: request)
  }

  /// The rule that its positions have: runs from before provisions were booked had the guideline's
  /// own percentages.
  package var positionsRule: ProvisionRule { provisions ?? .standard }
}

/// A close of a month, as it stands.
package struct StoredClose: Hashable, Sendable {
  package let month: Month
  package let version: Int32
  package let factNumber: Int64
  package let positionVersion: Int32
  package let previous: Digest?
  package let digest: Digest
}
