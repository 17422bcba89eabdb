import Banks
package import Postgres
package import Quantities
import Repositories

/// The work on a loan's arrears so far.
package enum ShowCollectionHistory {
  /// - Returns: what its facts say, and the bank's business date.
  /// - Throws: `OperationError.bankUnknown`, `.loanUnknown`, `PostgresError`.
  package static func run(
    _ number: String, bank: String, on pool: ConnectionPool
  ) async throws -> (history: CollectionHistory, businessDate: Day) {
    try await pool.transaction(.readOnlySnapshot) { connection in
      let banks = BankRepository(connection)
      let bank = try banks.loadBank(code: bank)
      let head = try banks.loadHead(of: bank)
      guard let loan = try LoanRepository(connection).find(bankID: bank.id, number: number) else {
        throw OperationError.loanUnknown(number, bank: bank.code)
      }
      let facts = try FactRepository(connection).list(bankID: bank.id, loanID: loan.loanID)
      return (CollectionHistory(facts), head.businessDate)
    }
  }
}
