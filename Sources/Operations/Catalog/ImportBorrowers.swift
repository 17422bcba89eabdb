package import Banks
package import Postgres
package import Quantities
import Repositories

/// A borrower as a file gives it; the others it names are named by their references.
package struct BorrowerRequest: Hashable, Sendable {
  package let bank: String
  package let reference: String
  package let kind: BorrowerKind
  package var name = ""
  package var scheme = IdentityScheme.other
  package var number = ""
  /// If not given, what the identity number tells.
  package var bornOn: Day?
  package var sex: Sex?
  /// Empty if no such code is known.
  package var divisionCode = ""
  package var village: String?
  package var household: String?
  package var coBorrower: String?
  package var group: String?

  package init(bank: String, reference: String, kind: BorrowerKind) {
    self.bank = bank
    self.reference = reference
    self.kind = kind
  }
}

/// What became of one row of an import.
package enum BorrowerOutcome: Sendable {
  case added
  /// The borrower was there with the same content.
  case unchanged
  /// The borrower was there without a village, and has the row's from now on.
  case completed
  case refused(any Explained)

  package var isAdded: Bool {
    if case .added = self { return true }
    return false
  }

  package var isCompleted: Bool {
    if case .completed = self { return true }
    return false
  }

  package var isRefused: Bool {
    if case .refused = self { return true }
    return false
  }
}

/// Borrowers of a file are registered with their banks.
package enum ImportBorrowers {
  /// Registers the borrowers of any number of banks, each bank's in one transaction.
  ///
  /// - Parameters:
  ///   - rows: the borrowers; those they name may stand above or below them, or be stored.
  ///   - mode: what is written.
  ///   - caller: an account officer of each of the banks.
  ///   - pool: where.
  /// - Returns: one outcome for each row, in their order; what would have been added is reported
  ///   so, even where nothing is written.
  /// - Throws: `OperationError`, `PostgresError`.
  package static func run(
    _ rows: [Lined<BorrowerRequest>], mode: BatchRule, caller: Caller, on pool: ConnectionPool
  ) async throws -> [BorrowerOutcome] {
    let groups = Dictionary(grouping: rows.indices) { rows[$0].value.bank }
    var outcomes = [BorrowerOutcome](repeating: .unchanged, count: rows.count)
    // All banks are checked before any is written to, so that a refusal at one holds up all.
    let runs: [BatchRule] =
      mode == .allOrNone && groups.count > 1 ? [.checkOnly, .allOrNone] : [mode]
    for mode in runs {
      for (bank, indices) in groups.sorted(by: { $0.key < $1.key }) {
        let part = indices.map { rows[$0] }
        let found = try await run(part, bank: bank, mode: mode, caller: caller, on: pool)
        for (index, outcome) in zip(indices, found) { outcomes[index] = outcome }
      }
      if mode != .goodRows, outcomes.contains(where: \.isRefused) { break }
    }
    return outcomes
  }

  /// The rows of one bank.
  private static func run(
    _ rows: [Lined<BorrowerRequest>], bank: String, mode: BatchRule, caller: Caller,
    on pool: ConnectionPool
  ) async throws -> [BorrowerOutcome] {
    do {
      return try await BankWork.perform(pool, bank: bank, caller: caller) { work in
        try work.require(.accountOfficer)
        var desk = try BorrowerDesk(work, rows)
        try desk.check()
        let isWritten =
          switch mode {
          case .allOrNone: !desk.outcomes.contains(where: \.isRefused)
          case .goodRows: true
          case .checkOnly: false
          }
        guard isWritten else { throw NothingKept(desk.outcomes) }
        try desk.write()
        return desk.outcomes
      }
    } catch let nothing as NothingKept {
      return nothing.outcomes
    }
  }

  /// Rolls the transaction back and carries the outcomes out.
  private struct NothingKept: Error {
    let outcomes: [BorrowerOutcome]

    init(_ outcomes: [BorrowerOutcome]) { self.outcomes = outcomes }
  }
}
