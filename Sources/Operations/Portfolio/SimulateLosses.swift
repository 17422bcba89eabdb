package import Banks
package import Postgres
package import Quantities
import Reporting
import Repositories
package import Risk

/// How losses are drawn.
package struct LossRequest: Hashable, Sendable {
  package var risk: RiskRequest
  /// At least 10,000 for a level of 99.9 % to have ten scenarios beyond it.
  package var scenarios: Int
  /// The same seed gives the same losses, on any number of threads.
  package var seed: UInt64
  package var jobs: Int

  package init(_ risk: RiskRequest, scenarios: Int, seed: UInt64, jobs: Int) {
    self.risk = risk
    self.scenarios = scenarios
    self.seed = seed
    self.jobs = max(1, jobs)
  }
}

/// What a portfolio may lose within twelve months.
package struct SimulatedLosses: Sendable {
  /// What is lost beyond a level, and who adds what to it.
  package struct Tail: Sendable {
    package let tail: LossTail
    /// By bank's code, by line: what each adds to the expected shortfall.
    package let byBank: [String: Money]
    package let byLine: [String: Money]
  }

  /// The loans of a line that stand alike.
  package struct Stand: Sendable {
    package let line: String
    package let state: DueState
    package let assumptions: LossAssumptions
    package let probability: Int64
    /// What the probability was seen on.
    package let seen: (loans: Int, defaults: Int)
    package var loans = 0
    package var exposure: Int128 = 0
  }

  package let request: LossRequest
  package let scope: ReportScope
  package let title: BilingualName
  package let banks: [Bank]
  package let currency: Currency
  package let exposure: Int128
  /// By the model itself, without drawing.
  package let expectedLoss: Money
  package let distribution: LossDistribution
  /// At 99 and 99.9 %.
  package let tails: [Tail]
  package let stands: [Stand]
}

/// The distribution of a portfolio's losses: every loan is drawn in every scenario.
package enum SimulateLosses {
  private static let levels = [99_00, 99_90]

  /// - Parameters:
  ///   - request: whose portfolio, how many scenarios, which seed.
  ///   - pool: where.
  /// - Returns: the losses of the loans with a position at the month's end.
  /// - Throws: as `ReportRisk.run`; `OperationError.historyTooShort`; `LossDistributionError`.
  package static func run(
    _ request: LossRequest, on pool: ConnectionPool
  ) async throws -> SimulatedLosses {
    let book = try await pool.transaction(.readOnlySnapshot) { connection in
      try LossBook(request.risk, connection)
    }
    let portfolio = try CreditPortfolio(
      loans: book.loans, segments: book.segments, regionCount: max(1, book.regions.count),
      groupCount: max(1, book.groups.count))
    let simulation = LossSimulation(portfolio, seed: request.seed)
    let distribution = try LossDistribution(losses: await losses(simulation, request))
    var tails: [SimulatedLosses.Tail] = []
    for level in levels {
      let tail = try distribution.tail(level: level)
      let parts = tail.contributions(
        groupLosses: await groupLosses(simulation, tail.scenarios, request.jobs))
      var (byBank, byLine) = ([String: Money](), [String: Money]())
      for (group, amount) in zip(book.groups, parts) {
        byBank[group.bank, default: .zero] += amount
        byLine[group.line, default: .zero] += amount
      }
      tails.append(SimulatedLosses.Tail(tail: tail, byBank: byBank, byLine: byLine))
    }
    return SimulatedLosses(
      request: request, scope: book.owner.scope, title: book.owner.title, banks: book.owner.banks,
      currency: book.owner.currency,
      exposure: book.loans.reduce(0) { $0 + Int128($1.exposure.minorUnits) },
      expectedLoss: portfolio.expectedLoss, distribution: distribution, tails: tails,
      stands: book.stands)
  }

  private static func losses(
    _ simulation: LossSimulation, _ request: LossRequest
  ) async -> [Int64] {
    let ranges = LossSimulation.ranges(of: request.scenarios, parts: request.jobs)
    return await withTaskGroup(of: (Int, [Int64]).self) { group in
      for (index, range) in ranges.enumerated() {
        group.addTask { (index, simulation.losses(of: range)) }
      }
      var parts: [Int: [Int64]] = [:]
      for await (index, losses) in group { parts[index] = losses }
      return ranges.indices.flatMap { parts[$0] ?? [] }
    }
  }

  /// What each group loses in some scenarios; sums do not depend on how these are divided.
  private static func groupLosses(
    _ simulation: LossSimulation, _ scenarios: [Int], _ jobs: Int
  ) async -> [Int128] {
    let ranges = LossSimulation.ranges(of: scenarios.count, parts: jobs)
    return await withTaskGroup(of: [Int128].self) { group in
      for range in ranges {
        group.addTask { simulation.groupLosses(in: scenarios[range]) }
      }
      var sums = [Int128](repeating: 0, count: simulation.portfolio.groupCount)
      for await part in group {
        for (index, loss) in part.enumerated() { sums[index] += loss }
      }
      return sums
    }
  }
}
