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
struct LossBases: Sendable {
  /// What the bases of a run were counted from is there no more, or is not all there is.
  struct Moved: Error {}

  /// Of a bank whose policy asks for it.
  private struct Source: Sendable {
    /// Nil where no loan could have moved.
    let basis: LossBasis?
    /// The last run whose positions were counted.
    let lastRun: Int32?
  }

  private let month: Month
  private let assumptions: ExpectedLossAssumptions?
  private let sources: [Int64: Source]

  /// What a bank's run is to go by, once its head is locked.
  ///
  /// - Parameters:
  ///   - bank: whose run.
  ///   - rule: its rule of provisions.
  ///   - last: its last run.
  ///   - assumed: what the catalog assumes at the month's end.
  /// - Returns: nil for percentages.
  /// - Throws: `Moved` where a run, a policy or an assumption came in between.
  func basis(
    of bank: Bank, _ rule: ProvisionRule, since last: AccrualRun?,
    _ assumed: ExpectedLossAssumptions
  ) throws(Moved) -> LossBasis? {
    let source = sources[bank.id]
    guard (rule.regime == .expectedLoss) == (source != nil) else { throw Moved() }
    guard let source else { return nil }
    guard source.lastRun == last?.number, assumed == assumptions else { throw Moved() }
    return source.basis
  }

  /// - Returns: of the banks whose policy asks for expected losses.
  /// - Throws: `PostgresError`.
  static func find(
    month: Month, banks: [Bank], on pool: ConnectionPool
  ) async throws -> LossBases {
    try await pool.transaction(.readOnlySnapshot) { connection in
      let policies = try ProvisionRepository(connection).policies()
      let asking = banks.filter {
        policies.rule(bank: $0.code, on: month.lastDay).regime == .expectedLoss
      }
      guard !asking.isEmpty else {
        return LossBases(month: month, assumptions: nil, sources: [:])
      }
      let assumptions = try CatalogRepository(connection).lossPolicy()
        .assumptions(on: month.lastDay)
      var sources: [Int64: Source] = [:]
      for bank in asking {
        let desk = try PortfolioDesk(connection, bank, knownAt: .max)
        let report = RiskReport(
          month: month + -1, currency: bank.currency,
          counted: Array(try desk.months(through: month + -1).values))
        sources[bank.id] = Source(
          basis: LossBasis(assumptions, lines: ForecastBook.lines(of: report)),
          lastRun: try AccrualRepository(connection).lastRun(bankID: bank.id)?.number)
      }
      return LossBases(month: month, assumptions: assumptions, sources: sources)
    }
  }
}
