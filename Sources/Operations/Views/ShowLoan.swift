package import Postgres
package import Quantities

/// One loan with its schedule, facts, postings and balances as of any day.
package enum ShowLoan {
  /// - Parameters:
  ///   - number: the loan's number.
  ///   - day: the day whose end is asked for; nil for the bank's business date.
  ///   - bank: the bank's code.
  ///   - pool: where.
  /// - Returns: the loan's file.
  /// - Throws: `OperationError.bankUnknown`, `.loanUnknown`, `SchedulingError`, `PostgresError`.
  package static func run(
    _ number: String, asOf day: Day?, bank: String, on pool: ConnectionPool
  ) async throws -> LoanFile {
    try await pool.transaction(.readOnlySnapshot) { connection in
      try LoanFile(number, asOf: day, bank: bank, on: connection)
    }
  }
}
