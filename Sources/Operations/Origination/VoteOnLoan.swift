import Banks
package import Origination
package import Postgres
import Quantities
import Repositories

/// One member's vote on one application.
package struct VoteRequest: Hashable, Sendable {
  package var loanNumber: String
  package var isInFavour: Bool
  package var note: String
  /// Nil for the step's own: a member votes once.
  package var key: String?

  package init(loanNumber: String, isInFavour: Bool, note: String, key: String?) {
    self.loanNumber = loanNumber
    self.isInFavour = isInFavour
    self.note = note
    self.key = key
  }

  var canonical: String {
    "vote\nloan=\(loanNumber)\nin_favour=\(isInFavour)\nnote=\(note)"
  }
}

/// What the votes come to after one of them.
package struct VoteReceipt: Hashable, Sendable {
  package let votes: VoteCount
  package let outcome: VoteOutcome
  package let isNew: Bool
}

/// The loan committee decides by votes: with the quorum and the majority the loan is approved, once
/// the majority can't be reached any more it is refused.
package enum VoteOnLoan {
  /// - Returns: the votes and what they come to; the same key again changes nothing.
  /// - Throws: `OperationError`, `ApprovalError`, `PostgresError`.
  package static func run(
    _ request: VoteRequest, bank: String, caller: Caller, on pool: ConnectionPool
  ) async throws -> VoteReceipt {
    try await BankWork.perform(pool, bank: bank, caller: caller) { work in
      try work.require(.committeeMember)
      let (key, earlier) = try work.earlier(
        key: request.key, own: "vote/\(request.loanNumber)/\(work.officer.id)",
        request: request.canonical)
      if earlier != nil {
        let file = try work.application(request.loanNumber, allowed: LoanStatus.allCases)
        return try receipt(file, file.facts, work, isNew: false)
      }
      let file = try work.application(request.loanNumber, allowed: [.applied])
      try work.requireOtherOfficer(than: [.applied, .surveyed], of: file.facts)
      try file.requireComplete()
      guard file.committeeInCharge != nil else {
        throw ApprovalError.notForCommittee(file.tier?.authority ?? .officer)
      }
      if let own = file.facts.first(where: { $0.kind == .voted && $0.officerID == work.officer.id })
      {
        throw ApprovalError.alreadyVoted(
          officer: work.officer.name, isInFavour: own.detail.origination?.isInFavour ?? false)
      }
      return try vote(request, file, key, work)
    }
  }

  private static func vote(
    _ request: VoteRequest, _ file: ApplicationFile, _ key: String, _ work: BankWork
  ) throws -> VoteReceipt {
    let fact = try work.record(
      .voted, of: file, under: (key, request.canonical)
    ) { fact in
      fact.detail.origination = OriginationDetail(isInFavour: request.isInFavour)
      if !request.note.isEmpty { fact.detail.text = request.note }
    }
    let receipt = try receipt(file, file.facts + [fact], work, isNew: true)
    let number = request.loanNumber
    switch receipt.outcome {
    case .open: break
    case .approved:
      try work.approve(
        file, by: .committee, key: "approve/\(number)", request: "approve\nloan=\(number)")
    case .refused:
      try work.record(
        .refused, of: file, status: .refused,
        under: ("vote/\(number)/refused", "vote\nloan=\(number)\noutcome=refused")
      ) { $0.detail.origination = OriginationDetail(decidedBy: .committee) }
    }
    return receipt
  }

  /// Counts the votes; those may vote who neither took the application nor surveyed.
  private static func receipt(
    _ file: ApplicationFile, _ facts: [FactRecord], _ work: BankWork, isNew: Bool
  ) throws -> VoteReceipt {
    let votes = facts.filter { $0.kind == .voted }
    let inFavour = votes.count { $0.detail.origination?.isInFavour == true }
    let partial = facts.filter { $0.kind == .applied || $0.kind == .surveyed }
    let excluded = Set((votes + partial).map(\.officerID))
    let left = try BankRepository(work.connection).listOfficers(bankID: work.bank.id)
      .count { $0.officer.roles.contains(.committeeMember) && !excluded.contains($0.officer.id) }
    let count = VoteCount(inFavour: inFavour, against: votes.count - inFavour, left: left)
    if facts.contains(where: { $0.kind == .approved }) {
      return VoteReceipt(votes: count, outcome: .approved, isNew: isNew)
    }
    return VoteReceipt(
      votes: count, outcome: file.committeeInCharge?.outcome(count) ?? .open, isNew: isNew)
  }
}
