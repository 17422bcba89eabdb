import Banks
package import Postgres
import Quantities
import Repositories

/// A condition of the next disbursement, laid down or met.
package struct ConditionRequest: Hashable, Sendable {
  package var loanNumber: String
  /// A short name: `purpose-proof`.
  package var code: String
  package var isMet: Bool
  package var note: String
  package var key: String

  package init(loanNumber: String, code: String, isMet: Bool, note: String, key: String) {
    self.loanNumber = loanNumber
    self.code = code
    self.isMet = isMet
    self.note = note
    self.key = key
  }

  var canonical: String {
    "condition\nloan=\(loanNumber)\ncode=\(code)\nmet=\(isMet)\nnote=\(note)"
  }

  /// Small letters, digits and hyphens, at most 40.
  var isCodeGood: Bool {
    (1...40).contains(code.utf8.count)
      && code.utf8.allSatisfy {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "-")
      }
  }
}

/// Conditions that the next disbursement waits for: an approver lays them down, an account officer
/// finds them met.
package enum ChangeCondition {
  /// - Returns: the conditions still open; whether the request is new.
  /// - Throws: `ApprovalError.conditionCodeWrong`, `.conditionThere`, `.conditionUnknown`,
  ///   `OperationError`, `PostgresError`.
  package static func run(
    _ request: ConditionRequest, bank: String, caller: Caller, on pool: ConnectionPool
  ) async throws -> (open: [String], isNew: Bool) {
    try await BankWork.perform(pool, bank: bank, caller: caller) { work in
      if request.isMet {
        try work.require(.accountOfficer)
      } else if !work.officer.roles.contains(.branchManager) {
        try work.require(.approver)
      }
      let isKnown = try work.earlier(key: request.key, request: request.canonical) != nil
      let allowed: [LoanStatus] =
        isKnown ? LoanStatus.allCases : [.applied, .approved, .signed, .active]
      let file = try work.application(request.loanNumber, allowed: allowed)
      let open = file.openConditions
      if isKnown { return (open, false) }
      if request.isMet {
        guard open.contains(request.code) else {
          throw ApprovalError.conditionUnknown(request.code, open: open)
        }
        try work.requireOtherOfficer(thanWhoAdded: request.code, of: file)
      } else {
        guard request.isCodeGood else { throw ApprovalError.conditionCodeWrong(request.code) }
        guard !open.contains(request.code) else {
          throw ApprovalError.conditionThere(request.code)
        }
      }
      try record(request, file, work)
      let left = open.filter { $0 != request.code }
      return (request.isMet ? left : left + [request.code], true)
    }
  }
}

extension ChangeCondition {
  /// A loan that runs is brought up to the business date, as by every fact of it.
  private static func record(
    _ request: ConditionRequest, _ file: ApplicationFile, _ work: BankWork
  ) throws {
    var draft = FactDraft(request.isMet ? .conditionMet : .conditionAdded) {
      $0.origination = OriginationDetail(code: request.code)
    }
    if !request.note.isEmpty { draft.detail.text = request.note }
    guard file.state.status != .active else {
      _ = try RecordEvent.record(
        RecordEvent.Recording(
          draft: draft, number: request.loanNumber, on: nil, key: request.key,
          canonical: request.canonical), in: work)
      return
    }
    try work.record(draft.kind, of: file, under: (request.key, request.canonical)) {
      $0.detail = draft.detail
    }
  }
}

extension BankWork {
  /// Four eyes: who laid a condition down doesn't find it met.
  fileprivate func requireOtherOfficer(
    thanWhoAdded code: String, of file: ApplicationFile
  ) throws {
    let added = file.facts.last {
      $0.kind == .conditionAdded && $0.detail.origination?.code == code
    }
    guard added?.officerID != officer.id else {
      throw OperationError.sameOfficer(officer: officer.name, step: .conditionAdded)
    }
  }
}
