import Banks
package import Postgres
import Quantities
package import Repositories
import Servicing

/// Four eyes: what one officer proposes, another confirms or declines.
///
/// Shape: the proposal is a fact that moves nothing and holds the whole request; its confirmation
///        is the proposed fact itself, which names the proposal.
package enum ProposeChange {
  /// - Returns: the proposal's number and what it would do, as a preview finds it.
  /// - Throws: what `RecordEvent.run` throws.
  package static func run(
    _ request: ServicingRequest, bank: String, caller: Caller, on pool: ConnectionPool
  ) async throws -> (proposal: Int64, outcome: ServicingOutcome?, isNew: Bool) {
    let canonical = "propose\n" + request.canonical
    let known = try await BankWork.perform(pool, bank: bank, caller: caller) { work in
      try work.earlier(key: request.key, request: canonical)?.number
    }
    if let known { return (known, nil, false) }
    let outcome = try await RecordEvent.run(
      request, mode: .preview, bank: bank, caller: caller, on: pool)
    return try await BankWork.perform(pool, bank: bank, caller: caller) { work in
      try work.require(request.event.kind.servicingRole)
      if let fact = try work.earlier(key: request.key, request: canonical) {
        return (fact.number, outcome, false)
      }
      let (loan, _) = try work.open(request.loanNumber, allowed: LoanStatus.allCases)
      let draft = request.draft
      let open = try work.facts(of: loan).openProposals
      if let twin = open.first(where: { $0.detail.kind == draft.kind.rawValue }) {
        throw OperationError.proposedAlready(draft.kind, proposal: twin.number)
      }
      let fact = try work.record(
        .proposed, effectiveOn: outcome.effectiveOn, key: request.key, request: canonical
      ) { fact in
        fact.loanID = loan.loanID
        fact.amount = draft.amount
        fact.detail = draft.detail
        fact.detail.kind = draft.kind.rawValue
        fact.detail.reverses = draft.reverses
      }
      return (fact.number, outcome, true)
    }
  }
}

/// A decision on a proposal: which, under which key, and why.
package struct ProposalDecision: Hashable, Sendable {
  package let loanNumber: String
  package let proposal: Int64
  package let key: String
  package let reason: String

  package init(loan number: String, proposal: Int64, key: String, reason: String = "") {
    loanNumber = number
    self.proposal = proposal
    self.key = key
    self.reason = reason
  }
}

/// Another officer carries a proposal out.
package enum ConfirmChange {
  /// - Throws: `OperationError.proposalUnknown`, `.proposalDecided`, `.sameOfficer`, and what
  ///   `RecordEvent.run` throws.
  package static func run(
    _ decision: ProposalDecision, bank: String, caller: Caller, on pool: ConnectionPool
  ) async throws -> ServicingOutcome {
    let (number, proposal, key) = (decision.loanNumber, decision.proposal, decision.key)
    return try await BankWork.perform(pool, bank: bank, caller: caller) { work in
      try work.require(.approver)
      let canonical = "confirm\nloan=\(number)\nproposal=\(proposal)"
      if let fact = try work.earlier(key: key, request: canonical) {
        return ServicingOutcome(
          isNew: false, kind: fact.kind, effectiveOn: fact.effectiveOn, factNumber: fact.number,
          before: nil, after: nil, transfers: [], used: .init())
      }
      let proposed = try work.openProposal(proposal, of: number)
      guard let kind = proposed.detail.kind.flatMap({ FactKind(rawValue: $0) }) else {
        throw OperationError.proposalUnknown(proposal, loan: number)
      }
      var draft = FactDraft(kind, proposed.amount)
      draft.reverses = proposed.detail.reverses
      draft.detail = proposed.detail
      draft.detail.kind = nil
      draft.detail.reverses = nil
      return try RecordEvent.record(
        RecordEvent.Recording(
          draft: draft, number: number, on: proposed.effectiveOn, key: key, canonical: canonical,
          acceptsDuplicate: true, proposal: proposal), in: work)
    }
  }
}

/// Another officer, or the one who proposed, turns a proposal down.
package enum DeclineChange {
  /// - Returns: whether it is new; the same key again changes nothing.
  /// - Throws: `OperationError.proposalUnknown`, `.proposalDecided`, `PostgresError`.
  package static func run(
    _ decision: ProposalDecision, bank: String, caller: Caller, on pool: ConnectionPool
  ) async throws -> Bool {
    let (number, proposal, reason) = (decision.loanNumber, decision.proposal, decision.reason)
    return try await BankWork.perform(pool, bank: bank, caller: caller) { work in
      let canonical = "decline\nloan=\(number)\nproposal=\(proposal)\nreason=\(reason)"
      if try work.earlier(key: decision.key, request: canonical) != nil { return false }
      let proposed = try work.openProposal(proposal, of: number, byAnyone: true)
      _ = try work.record(
        .declined, effectiveOn: work.head.businessDate, key: decision.key, request: canonical
      ) { fact in
        fact.loanID = proposed.loanID
        fact.detail.proposal = proposal
        fact.detail.text = reason.isEmpty ? nil : reason
      }
      return true
    }
  }
}

extension [FactRecord] {
  /// Proposals neither carried out nor turned down.
  package var openProposals: [FactRecord] {
    let decided = Set(compactMap(\.detail.proposal))
    return filter { $0.kind == .proposed && !decided.contains($0.number) }
  }
}

extension BankWork {
  /// An open proposal of a loan, made by another officer than this one.
  fileprivate func openProposal(
    _ proposal: Int64, of number: String, byAnyone: Bool = false
  ) throws -> FactRecord {
    let (loan, _) = try open(number, allowed: LoanStatus.allCases)
    let facts = try facts(of: loan)
    guard let fact = facts.first(where: { $0.number == proposal && $0.kind == .proposed }) else {
      throw OperationError.proposalUnknown(proposal, loan: number)
    }
    if let decision = facts.first(where: { $0.detail.proposal == proposal }) {
      throw OperationError.proposalDecided(proposal, by: decision.number)
    }
    guard byAnyone || fact.officerID != officer.id else {
      throw OperationError.sameOfficer(officer: officer.name, step: .proposed)
    }
    return fact
  }
}
