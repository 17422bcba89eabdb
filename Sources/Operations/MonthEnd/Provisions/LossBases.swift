import Banks
import Classification
import Postgres
import Quantities
import Reporting
import Repositories
import Risk

/// What the runs of a month reckon expected losses from, of banks whose policy asks for them.
///
/// Rule: the moves of the twelve months before the run's, and what is assumed at its end. A bank
///       without a month before another has none; its run goes by percentages.
/// Why:  the month's own moves are known when its positions are, and these hold the losses. They
///       are counted before the heads are locked: who holds them reads no loans.
enum LossBases {
  /// - Returns: by the bank's id.
  /// - Throws: `PostgresError`.
  static func find(
    month: Month, banks: [Bank], on pool: ConnectionPool
  ) async throws -> [Int64: LossBasis] {
    try await pool.transaction(.readOnlySnapshot) { connection in
      let policies = try ProvisionRepository(connection).policies()
      let asking = banks.filter {
        policies.rule(bank: $0.code, on: month.lastDay).regime == .expectedLoss
      }
      guard !asking.isEmpty else { return [:] }
      let assumptions = try CatalogRepository(connection).lossPolicy()
        .assumptions(on: month.lastDay)
      var bases: [Int64: LossBasis] = [:]
      for bank in asking {
        let desk = try PortfolioDesk(connection, bank, knownAt: .max)
        let report = RiskReport(
          month: month + -1, currency: bank.currency,
          counted: Array(try desk.months(through: month + -1).values))
        bases[bank.id] = LossBasis(assumptions, lines: ForecastBook.lines(of: report))
      }
      return bases
    }
  }
}
