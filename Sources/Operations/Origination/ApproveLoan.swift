import Banks
package import Postgres
import Quantities
import Repositories

/// An application is approved by another officer than the one who took it.
package enum ApproveLoan {
  /// - Returns: whether the approval is new; the same key again changes nothing.
  /// - Throws: `OperationError`, `PostgresError`.
  package static func run(
    _ number: String, key: String, bank: String, caller: Caller, on pool: ConnectionPool
  ) async throws -> Bool {
    try await BankWork.perform(pool, bank: bank, caller: caller) { work in
      try work.require(.approver)
      let request = "approve\nloan=\(number)"
      if try work.earlier(key: key, request: request) != nil { return false }
      var (loan, state) = try work.open(number, allowed: [.applied])
      try work.requireOtherOfficer(than: .applied, of: loan)
      let fact = try work.record(
        .approved, effectiveOn: work.head.businessDate, key: key, request: request
      ) { $0.loanID = loan.loanID }
      state.status = .approved
      state.lastFactNumber = fact.number
      try work.states.update(state, bankID: work.bank.id, loanID: loan.loanID)
      return true
    }
  }
}

extension BankWork {
  /// Four eyes: refuses the officer who recorded the loan's fact of this kind.
  func requireOtherOfficer(than step: FactKind, of loan: LoanRecord) throws {
    let isSame = try facts(of: loan).contains { $0.kind == step && $0.officerID == officer.id }
    if isSame { throw OperationError.sameOfficer(officer: officer.name, step: step) }
  }
}
