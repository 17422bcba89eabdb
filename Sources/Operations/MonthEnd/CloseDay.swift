package import Postgres
package import Quantities
import Repositories

/// The bank's business date moves forward; nothing else moves it.
package enum CloseDay {
  /// - Returns: whether the date moved; it stays where it is if it is that day already.
  /// - Throws: `OperationError.businessDateGoesBack`, `PostgresError`.
  package static func run(
    to day: Day, bank: String, caller: Caller, on pool: ConnectionPool
  ) async throws -> Bool {
    try await BankWork.perform(pool, bank: bank, caller: caller) { work in
      let before = work.head.businessDate
      guard day >= before else {
        throw OperationError.businessDateGoesBack(day, businessDate: before)
      }
      guard day > before else { return false }
      _ = try work.record(
        .dayClosed, effectiveOn: before, key: "close-day/\(before)",
        request: "close day\nfrom=\(before)\nto=\(day)")
      work.head.businessDate = day
      return true
    }
  }
}
