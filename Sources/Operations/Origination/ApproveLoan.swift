import Banks
import Origination
package import Postgres
import Quantities
import Repositories

/// An application is approved by an officer of the rank that its amount asks for: another one than
/// who took it and who surveyed the borrower.
///
/// Above the committee's amount, and below the pass mark, votes decide: `VoteOnLoan`.
package enum ApproveLoan {
  /// - Parameters:
  ///   - number: the loan's number.
  ///   - key: nil for the step's own: a loan is approved once.
  ///   - bank: the bank's code.
  ///   - caller: who asks.
  ///   - pool: where.
  /// - Returns: whether the approval is new; the same key again changes nothing.
  /// - Throws: `OperationError`, `ApprovalError`, `PostgresError`.
  package static func run(
    _ number: String, key: String?, bank: String, caller: Caller, on pool: ConnectionPool
  ) async throws -> Bool {
    try await BankWork.perform(pool, bank: bank, caller: caller) { work in
      if !work.officer.roles.contains(.branchManager) { try work.require(.approver) }
      let request = "approve\nloan=\(number)"
      let (key, earlier) = try work.earlier(
        key: key, own: "approve/\(number)", request: request)
      if earlier != nil { return false }
      let file = try work.application(number, allowed: [.applied])
      try work.requireOtherOfficer(than: [.applied, .surveyed], of: file.facts)
      try requireRank(file, work)
      try file.requireComplete()
      if file.tier?.requiresScore == true, let points = file.points, !points.isPassed {
        throw ApprovalError.scoreTooLow(points: points.points, passMark: points.passMark)
      }
      try work.approve(file, key: key, request: request)
      return true
    }
  }

  private static func requireRank(_ file: ApplicationFile, _ work: BankWork) throws {
    switch file.tier?.authority ?? .officer {
    case .officer: return
    case .branchManager:
      guard work.officer.roles.contains(.branchManager) else {
        throw ApprovalError.decidedByBranchManager(above: file.tier?.above ?? .zero)
      }
    case .committee:
      throw ApprovalError.decidedByCommittee(
        above: file.tier?.above ?? .zero, quorum: file.tier?.quorum ?? 1)
    }
  }
}

extension BankWork {
  /// Records the approval, which may be signed until the tier's validity ends.
  func approve(
    _ file: ApplicationFile, by authority: ApprovalAuthority? = nil, key: String, request: String
  ) throws {
    let day = head.businessDate
    try record(.approved, of: file, status: .approved, under: (key, request)) { fact in
      guard let tier = file.tier else { return }
      fact.detail.until = tier.validityDays.map { "\(day + $0)" }
      fact.detail.origination = OriginationDetail(decidedBy: authority ?? tier.authority)
    }
  }
}
