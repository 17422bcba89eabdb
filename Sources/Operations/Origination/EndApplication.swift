import Banks
package import Postgres
package import Quantities
import Repositories

/// How an application ends without a loan.
package enum ApplicationEnd: String, Hashable, Sendable {
  /// By the bank, before it is approved.
  case refused
  /// By the applicant, before anything is paid out.
  case withdrawn
}

/// One application that ends.
package struct EndRequest: Hashable, Sendable {
  package var loanNumber: String
  package var end: ApplicationEnd
  package var reason: String
  package var key: String

  package init(loanNumber: String, end: ApplicationEnd, reason: String, key: String) {
    self.loanNumber = loanNumber
    self.end = end
    self.reason = reason
    self.key = key
  }

  var canonical: String { "\(end.rawValue)\nloan=\(loanNumber)\nreason=\(reason)" }
}

/// An application is refused with a reason, or withdrawn by the applicant.
package enum EndApplication {
  /// - Returns: whether the end is new.
  /// - Throws: `ApprovalError.reasonMissing`, `OperationError`, `PostgresError`.
  package static func run(
    _ request: EndRequest, bank: String, caller: Caller, on pool: ConnectionPool
  ) async throws -> Bool {
    try await BankWork.perform(pool, bank: bank, caller: caller) { work in
      switch request.end {
      case .refused where work.officer.roles.contains(.branchManager): break
      case .refused: try work.require(.approver)
      case .withdrawn: try work.require(.accountOfficer)
      }
      if try work.earlier(key: request.key, request: request.canonical) != nil { return false }
      guard request.reason.contains(where: { !$0.isWhitespace }) else {
        throw ApprovalError.reasonMissing
      }
      let isRefused = request.end == .refused
      let file = try work.application(
        request.loanNumber, allowed: isRefused ? [.applied] : [.applied, .approved, .signed])
      try work.record(
        isRefused ? .refused : .withdrawn, of: file, status: isRefused ? .refused : .withdrawn,
        under: (request.key, request.canonical)
      ) { $0.detail.text = request.reason }
      return true
    }
  }
}

/// Approvals that were not signed in time end.
package enum ExpireApprovals {
  /// - Parameters:
  ///   - number: the loan's number; nil for all loans whose approval is over.
  ///   - bank: the bank's code.
  ///   - caller: who asks: any officer of the bank.
  ///   - pool: where.
  /// - Returns: the numbers of the loans whose approval ended by this call.
  /// - Throws: `ApprovalError.approvalHolds` for a loan that is named and may still be signed,
  ///   `OperationError`, `PostgresError`.
  package static func run(
    _ number: String?, bank: String, caller: Caller, on pool: ConnectionPool
  ) async throws -> [String] {
    try await BankWork.perform(pool, bank: bank, caller: caller) { work in
      let numbers =
        if let number { [number] } else {
          try work.states.numbers(bankID: work.bank.id, status: .approved)
        }
      var ended: [String] = []
      for candidate in numbers {
        let request = "expire\nloan=\(candidate)"
        let (key, earlier) = try work.earlier(
          key: nil, own: "expire/\(candidate)", request: request)
        if earlier != nil { continue }
        let file = try work.application(candidate, allowed: [.approved])
        guard let until = file.approvedUntil, until <= work.head.businessDate else {
          if number != nil { throw ApprovalError.approvalHolds(until: file.approvedUntil) }
          continue
        }
        try work.record(.expired, of: file, status: .expired, under: (key, request))
        ended.append(candidate)
      }
      return ended
    }
  }
}

extension ApplicationFile {
  var approval: FactRecord? { facts.last { $0.kind == .approved } }

  /// The first day on which the approval may no longer be signed; nil for one without end.
  package var approvedUntil: Day? { approval?.detail.untilDay }
}
