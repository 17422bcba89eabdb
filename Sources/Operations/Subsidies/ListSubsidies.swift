import Banks
import LoanProducts
package import Postgres
import Quantities
package import Repositories

/// A claim with its lines and their borrowers.
package struct SubsidyClaimFile: Sendable {
  package let claim: SubsidyClaim
  package let lines: [SubsidyClaimLine]
  package let borrowers: [Int64: BorrowerRecord]
}

/// The claims of a bank on programmes.
package enum ListSubsidies {
  /// - Parameters:
  ///   - programme: the code of one; nil for all.
  ///   - bank: the bank's code.
  ///   - pool: where.
  /// - Returns: the claims, by number.
  /// - Throws: `PayerError.programmeUnknown`, `OperationError.bankUnknown`, `PostgresError`.
  package static func run(
    programme: String?, bank: String, on pool: ConnectionPool
  ) async throws -> [SubsidyClaim] {
    try await pool.transaction(.readOnlySnapshot) { connection in
      let bank = try BankRepository(connection).loadBank(code: bank)
      if let programme {
        let known = try CatalogRepository(connection).programmes().map(\.programme.code)
        guard known.contains(programme) else {
          throw PayerError.programmeUnknown(programme, known: known)
        }
      }
      return try SubsidyRepository(connection, bankID: bank.id).claims(programme: programme)
    }
  }
}

/// One claim, as the programme is told it.
package enum ShowSubsidy {
  /// - Throws: `PayerError.claimUnknown`, `OperationError.bankUnknown`, `PostgresError`.
  package static func run(
    claim number: Int, bank: String, on pool: ConnectionPool
  ) async throws -> SubsidyClaimFile {
    try await pool.transaction(.readOnlySnapshot) { connection in
      let bank = try BankRepository(connection).loadBank(code: bank)
      let claims = SubsidyRepository(connection, bankID: bank.id)
      guard let claim = try claims.claims(number: number).first else {
        throw PayerError.claimUnknown(number, bank: bank.code)
      }
      let lines = try claims.lines(claim: number)
      let ids = Set(lines.map(\.borrowerID)).sorted()
      return SubsidyClaimFile(
        claim: claim, lines: lines,
        borrowers: try BorrowerRepository(connection).list(bankID: bank.id, ids: ids))
    }
  }
}
