import Banks
package import Postgres
package import Quantities
import Repositories

/// The last closed month of a bank is opened again: one officer proposes it with a reason, another
/// confirms it.
package enum ReopenMonth {
  /// The longest reason.
  package static let longestReason = 500

  /// Records the wish of one officer.
  ///
  /// - Returns: whether it is new: of a close one wish is enough.
  /// - Throws: `OperationError.monthNotClosed`, `.roleMissing`, `.reasonMissing`, `PostgresError`.
  package static func propose(
    _ month: Month, reason: String, bank: String, caller: Caller, on pool: ConnectionPool
  ) async throws -> Bool {
    guard (1...longestReason).contains(reason.count) else {
      throw OperationError.reasonMissing(length: reason.count, most: longestReason)
    }
    return try await BankWork.perform(pool, bank: bank, caller: caller) { work in
      try work.require(.approver)
      let close = try work.closeInForce(month)
      if try work.wish(close) != nil { return false }
      _ = try work.record(
        .proposed, effectiveOn: month.lastDay, key: work.wishKey(close), request: reason)
      return true
    }
  }

  /// Opens the month again, as another officer wished.
  ///
  /// - Returns: the reason that he gave.
  /// - Throws: `OperationError.monthNotClosed`, `.roleMissing`, `.reopeningNotProposed`,
  ///   `.sameOfficer`, `PostgresError`.
  package static func confirm(
    _ month: Month, bank: String, caller: Caller, on pool: ConnectionPool
  ) async throws -> String {
    try await BankWork.perform(pool, bank: bank, caller: caller) { work in
      try work.require(.approver)
      let close = try work.closeInForce(month)
      guard let wish = try work.wish(close) else {
        throw OperationError.reopeningNotProposed(month)
      }
      guard wish.officerID != work.officer.id else {
        throw OperationError.sameOfficer(officer: work.officer.name, step: .proposed)
      }
      let fact = try work.record(
        .monthReopened, effectiveOn: month.lastDay,
        key: "reopen-month/\(month)/v\(close.version)/confirmed", request: wish.request)
      try CloseRepository(work.connection)
        .reopen(close, bankID: work.bank.id, factNumber: fact.number, reason: wish.request)
      return wish.request
    }
  }
}

extension BankWork {
  fileprivate func closeInForce(_ month: Month) throws -> MonthClose {
    let last = try CloseRepository(connection).lastClosed(bankID: bank.id)
    guard let last, last.month == month else {
      throw OperationError.monthNotClosed(month, last: last?.month)
    }
    return last
  }

  fileprivate func wishKey(_ close: MonthClose) -> String {
    "reopen-month/\(close.month)/v\(close.version)"
  }

  fileprivate func wish(_ close: MonthClose) throws -> FactRecord? {
    try FactRepository(connection).find(bankID: bank.id, key: wishKey(close))
  }
}
