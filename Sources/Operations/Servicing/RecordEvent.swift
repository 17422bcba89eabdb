import Banks
package import Classification
import LoanProducts
package import Postgres
package import Posting
package import Quantities
package import Repositories
package import Scheduling
package import Servicing

/// Whether an event is recorded, or only shown as it would be.
package enum ServicingMode: Hashable, Sendable {
  case record
  case preview
}

/// A loan at the end of the bank's business date, as a change leaves it or finds it.
package struct LoanView: Sendable {
  package let claim: Claim
  /// Those still to fall due, if each is paid on its day.
  package let installments: [Installment]
  package let riskClass: RiskClass

  init(_ claim: Claim, of file: LoanUnderWork, _ debtor: DebtorToday) {
    self.claim = claim
    installments = claim.upcoming
    riskClass = ClassificationRule.riskClass(
      ClassGrounds(
        claim, on: file.work.head.businessDate, isRestructured: file.loan.isRestructured,
        debtor.grounds(claim)))
  }

  package var maturesOn: Day { claim.terms.maturesOn }
  /// What the borrower's interest of the instalments to come sums to.
  package var interestToCome: Money {
    installments.reduce(.zero) { $0 + $1.interest - $1.subsidised }
  }
}

/// What an event did, or would do.
package struct ServicingOutcome: Sendable {
  package let isNew: Bool
  package let kind: FactKind
  package let effectiveOn: Day
  package let factNumber: Int64
  /// Nil where nothing is owed yet, or no more.
  package let before: LoanView?
  package let after: LoanView?
  package let transfers: [Transfer]
  /// What money went to on its day; nothing for an event that moves none.
  package let used: Repaid
}

/// Every event of a loan after its signature: one way from the request to the books.
///
/// Shape:    check, record the fact, replay the loan, book the difference, follow in the state.
/// Ordering: a fact may be effective on any day until the bank's business date; it is booked today.
/// Why:      a preview is the same work rolled back, so that what is shown is what is booked.
package enum RecordEvent {
  /// - Throws: `OperationError`, `ServicingError`, `SchedulingError`, `PostgresError`.
  package static func run(
    _ request: ServicingRequest, mode: ServicingMode = .record, bank: String, caller: Caller,
    on pool: ConnectionPool
  ) async throws -> ServicingOutcome {
    do {
      return try await BankWork.perform(pool, bank: bank, caller: caller) { work in
        let outcome = try record(
          request, in: work, isChecked: mode == .preview)
        if mode == .preview { throw Preview(outcome: outcome) }
        return outcome
      }
    } catch let preview as Preview {
      return preview.outcome
    }
  }

  /// Rolls back what a preview has done, and carries its outcome out.
  struct Preview: Error {
    let outcome: ServicingOutcome
  }

  /// Records an event within a unit of work.
  ///
  /// - Parameters:
  ///   - request: what happened.
  ///   - work: of the officer who says so.
  ///   - isChecked: whether a second officer stands behind it, or nothing is kept.
  /// - Returns: what it did.
  /// - Throws: as `run`.
  package static func record(
    _ request: ServicingRequest, in work: BankWork, isChecked: Bool = false
  ) throws -> ServicingOutcome {
    try work.require(request.event.kind.servicingRole)
    let draft = request.draft
    if let fact = try work.earlier(key: request.key, request: request.canonical) {
      return try repeated(fact, request.loanNumber, work)
    }
    if draft.kind.needsFourEyes, !isChecked {
      throw OperationError.needsConfirmation(draft.kind)
    }
    return try record(
      Recording(
        draft: draft, number: request.loanNumber, on: request.on, key: request.key,
        canonical: request.canonical, acceptsDuplicate: request.acceptsDuplicate), in: work)
  }

  /// The outcome of a fact recorded under the same key before.
  static func repeated(
    _ fact: FactRecord, _ number: String, _ work: BankWork
  ) throws -> ServicingOutcome {
    let file = try LoanUnderWork(number, work, allowed: LoanStatus.allCases)
    let (claim, used) = try file.claim(file.facts, watching: fact.number)
    let debtor = try file.debtor()
    return ServicingOutcome(
      isNew: false, kind: fact.kind, effectiveOn: fact.effectiveOn, factNumber: fact.number,
      before: nil, after: claim.map { LoanView($0, of: file, debtor) }, transfers: [],
      used: used)
  }

  /// What is recorded, with whose key.
  struct Recording {
    var draft: FactDraft
    let number: String
    let on: Day?
    let key: String
    let canonical: String
    var acceptsDuplicate = false
    /// The proposal that it carries out.
    var proposal: Int64?
  }

  /// Records a fact that was checked, with all that follows from it.
  static func record(_ recording: Recording, in work: BankWork) throws -> ServicingOutcome {
    var draft = recording.draft
    var file = try LoanUnderWork(
      recording.number, work, allowed: draft.kind.statusesAllowed)
    let day = try file.effectiveDay(draft, asked: recording.on)
    try file.check(draft, on: day, acceptsDuplicate: recording.acceptsDuplicate)
    try file.resolve(&draft.detail)
    draft.detail.proposal = recording.proposal
    let (before, _) = try file.claim(file.facts)
    try ServicingRules.check(draft.kind, draft.detail, on: day, of: file, claim: before)
    try JudgementRules.check(draft.kind, draft.detail, on: day, of: file)
    let fact = try work.record(
      draft.kind, effectiveOn: day, key: recording.key, request: recording.canonical
    ) { fact in
      fact.loanID = file.loan.loanID
      fact.amount = draft.amount
      fact.reverses = draft.reverses
      fact.detail = draft.detail
    }
    let facts = file.facts + [fact]
    let (after, used) = try file.claim(facts, watching: fact.number)
    let owedBefore = try file.debtor()
    let borrowerID = file.state.borrowerID
    let transfers = try file.follow(after, facts: facts, fact)
    let owedAfter = file.state.borrowerID == borrowerID ? owedBefore : try file.debtor()
    try file.keepSchedule(before, after, fact)
    return ServicingOutcome(
      isNew: true, kind: draft.kind, effectiveOn: day, factNumber: fact.number,
      before: before.map { LoanView($0, of: file, owedBefore) },
      after: after.map { LoanView($0, of: file, owedAfter) }, transfers: transfers, used: used)
  }
}

extension FactKind {
  /// Who may record it.
  var servicingRole: OfficerRole {
    switch self {
    case .repaid, .refunded, .disbursed, .compensationPaid, .compensationReturned, .subsidyPaid:
      return .cashier
    default: return .accountOfficer
    }
  }

  /// Whether another officer must confirm it.
  package var needsFourEyes: Bool {
    switch self {
    case .waived, .writtenOff, .reversed, .extended, .renewed, .rescheduled, .rateChanged,
      .rated, .overdueExcused:
      return true
    default: return false
    }
  }

  /// Where a loan may stand that it happens to.
  var statusesAllowed: [LoanStatus] {
    switch self {
    case .disbursed: return [.signed, .active]
    case .rated, .overdueExcused: return [.active]
    case .reversed, .compensationRejected, .compensationReturned, .subsidyPaid, .subsidyRejected,
      .refunded, .transferred, .died:
      return [.active, .settled, .writtenOff]
    default: return [.active, .writtenOff]
    }
  }
}
