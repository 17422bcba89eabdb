import Banks
package import Postgres
import Quantities
package import Repositories

/// What waits for a second officer in a bank.
package enum ListProposals {
  /// - Parameters:
  ///   - number: the loan whose proposals are asked for; nil for all.
  ///   - bank: the bank's code.
  ///   - pool: where.
  /// - Returns: the proposals that nobody has decided on, in their order.
  /// - Throws: `OperationError.bankUnknown`, `.loanUnknown`, `PostgresError`.
  package static func run(
    _ number: String?, bank: String, on pool: ConnectionPool
  ) async throws -> [OpenProposal] {
    try await pool.transaction(.readOnlySnapshot) { connection in
      let bank = try BankRepository(connection).loadBank(code: bank)
      var loanID: Int64?
      if let number {
        guard let loan = try LoanRepository(connection).find(bankID: bank.id, number: number)
        else { throw OperationError.loanUnknown(number, bank: bank.code) }
        loanID = loan.loanID
      }
      return try ChangeRepository(connection).openProposals(bankID: bank.id, loanID: loanID)
    }
  }
}
