import Banks
import LoanProducts
import Operations
import Postgres
import Quantities
import Reporting
import Repositories
import Risk
import Synchronization
import Testing

/// Goal: forecasts speak of exactly the loans that the report speaks of.
///
/// Method: a generated book of two banks and 18 months, seen by bank and as a whole.
@Suite("forecasts of a generated book")
struct ForecastBookTests {
  @Test("have the report's loans and principal, and banks that add up to the sponsor's")
  func wholes() async throws {
    let pool = try await GeneratedBooks.made(GeneratedBooks.plan(seed: 11), jobs: 2)
    let month = Month(year: 2026, month: 3)
    let request = RiskRequest(month: month, scope: .sponsor(""))
    let report = try await ReportRisk.run(request, on: pool)
    let figures = report.report.figures()
    let losses = try await ExpectLosses.run(request, jobs: 2, on: pool)
    let owed = try await owed(request, pool)
    #expect(losses.table.sum().exposure == owed)
    let inDefault = losses.table.sum { $0.reason.stage == .three }
    #expect(inDefault.exposure >= figures.nonPerforming.principal && inDefault.loans > 0)
    #expect(losses.table.sum { $0.reason.stage == .two }.loans > 0)
    let cash = try await ForecastCash.run(request, jobs: 2, on: pool)
    #expect(cash.plan.whole.principal == figures.outstanding.principal)
    #expect(
      cash.plan.arrears.contractual == figures.principalDue + figures.interestDue
        + figures.penaltyDue)
    #expect(cash.outcomes.count == 12 && cash.outcomes.allSatisfy { ($0.collected ?? 0) > 0 })
    var (exposure, loss, plan) = (Int128(0), Int128(0), CashPlan())
    for bank in report.banks where report.versions[bank.id] != nil {
      let own = RiskRequest(month: month, scope: .bank(bank.code))
      let sum = try await ExpectLosses.run(own, jobs: 1, on: pool).table.sum()
      exposure += sum.exposure
      loss += sum.loss
      plan = plan + (try await ForecastCash.run(own, jobs: 1, on: pool).plan)
    }
    #expect(exposure == owed && loss == losses.table.sum().loss)
    #expect(plan == cash.plan)
    let stressed = try await TestStress.run(request, scenarios: [], jobs: 2, on: pool)
    let today = stressed.test.today
    #expect(today.principal == figures.outstanding.principal)
    #expect(today.atRisk == figures.atRisk.map(\.principal))
    #expect(today.classes == figures.classes.mapValues(\.principal).filter { $0.value != 0 })
    #expect(today.general == figures.generalProvision && today.special == figures.specialProvision)
    let drought = try #require(stressed.test.scenarios.firstIndex { $0.code == "drought" })
    let dry = stressed.test.figures(of: drought)
    #expect(dry.principal == today.principal && dry.profitEffect(against: today) < 0)
    #expect(dry.nonPerforming > today.nonPerforming)
    let again = try await ExpectLosses.run(request, jobs: 1, on: pool)
    #expect(again.table == losses.table)
    await pool.close()
  }

  @Test("losses are drawn of the report's loans, by the losses given default that are in force")
  func drawn() async throws {
    let pool = try await GeneratedBooks.made(GeneratedBooks.plan(seed: 13, loans: 300), jobs: 2)
    let month = Month(year: 2026, month: 3)
    let request = RiskRequest(month: month, scope: .sponsor(""))
    let figures = try await ReportRisk.run(request, on: pool).report.figures()
    let draw = LossRequest(request, scenarios: 10_000, seed: 7, jobs: 2)
    let before = try await SimulateLosses.run(draw, on: pool)
    #expect(before.exposure == figures.outstanding.principal + figures.interestDue)
    #expect(before.stands.reduce(0) { $0 + $1.loans } == figures.outstanding.loans)
    #expect(before.stands.allSatisfy { $0.assumptions.lossGivenDefault == 4_500 })
    let again = try await SimulateLosses.run(
      LossRequest(request, scenarios: 10_000, seed: 7, jobs: 1), on: pool)
    #expect(again.distribution.meanLoss == before.distribution.meanLoss)
    #expect(again.tails.map(\.tail) == before.tails.map(\.tail))
    let share = LossPolicy.Share(
      line: nil, .unsecured, validFrom: month.lastDay, share: 9_000)
    // As if it had been loaded before the months were run.
    try await pool.run {
      try CatalogRepository($0).insert([LossShareEntry(share, source: "test", marks: "")])
    }
    let after = try await SimulateLosses.run(draw, on: pool)
    #expect(after.stands.allSatisfy { $0.assumptions.lossGivenDefault == 9_000 })
    // Each loan's is rounded once.
    let difference = after.expectedLoss.minorUnits - 2 * before.expectedLoss.minorUnits
    #expect(abs(difference) <= figures.outstanding.loans && before.expectedLoss.isPositive)
    await pool.close()
  }

  /// Principal of all positions; interest and penalty of those that accrue.
  private func owed(_ request: RiskRequest, _ pool: ConnectionPool) async throws -> Int128 {
    let sum = Mutex(Int128(0))
    try await ListPositions.each(request, where: PositionFilter(), on: pool) { walk in
      try walk { listed in
        let position = listed.entry.position
        var owed = position.principal
        if !position.isNonAccrual {
          owed += position.interestDue + position.interestRunning + position.penaltyDue
        }
        sum.withLock { $0 += Int128(owed.minorUnits) }
      }
    }
    return sum.withLock { $0 }
  }

  @Test("a part of the portfolio has its cut's figures, and parts add up in all that was booked")
  func parts() async throws {
    let pool = try await GeneratedBooks.made(GeneratedBooks.plan(seed: 12, loans: 300), jobs: 2)
    let month = Month(year: 2026, month: 3)
    let whole = try await ReportRisk.run(
      RiskRequest(month: month, scope: .sponsor("")), on: pool
    ).report
    for cut in [PortfolioCut.line, .size, .cohort, .first] {
      var (repaid, disbursed, moves) = (Int128(0), Int128(0), 0)
      for (key, figures) in whole.members(of: cut) {
        var request = RiskRequest(month: month, scope: .sponsor(""))
        request.part = try PortfolioPart("\(cut.rawValue)=\(key.member)")
        let part = try await ReportRisk.run(request, jobs: 1, on: pool)
        #expect(part.report.figures() == figures, "\(cut) \(key.member)")
        #expect(part.report.held(in: month) == nil && part.provisions == nil)
        let flows = try #require(part.report.flows(in: month))
        repaid += flows.repaid
        disbursed += flows.disbursed
        let matrix = part.report.transitions(.days, monthsBefore: 1, over: 12)
        moves += matrix.origins.indices.reduce(0) { $0 + matrix.before($1).loans }
      }
      let flows = try #require(whole.flows(in: month))
      #expect(repaid == flows.repaid && disbursed == flows.disbursed)
      let matrix = whole.transitions(.days, monthsBefore: 1, over: 12)
      #expect(moves == matrix.origins.indices.reduce(0) { $0 + matrix.before($1).loans })
    }
    await pool.close()
  }
}
