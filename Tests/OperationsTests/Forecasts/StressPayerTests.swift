import Banks
import Fixtures
import LoanProducts
import Operations
import Postgres
import Quantities
import Repositories
import Risk
import Testing

/// Goal: a scenario meets a loan through who pays beside its borrower as its month had it, whenever
/// the report is asked for.
///
/// Method: one subsidised loan as a book brings it that is taken over: nobody asked who pays.
@Suite("who pays beside borrowers, under stress")
struct StressPayerTests {
  @Test("is told before the first claim asks it as after, and a fund counts from its first day on")
  func payers() async throws {
    let village = try await Village.opened()
    _ = try await village.lend(.subsidised())
    try await village.work(on: "2025-08-31")
    try await village.accrue("2025-07")
    try await village.asOwner("DELETE FROM loan_payers")
    var shock = StressShock(
      scenario: "stops", part: 1, name: BilingualName(chinese: "停止", english: "Stops"),
      validFrom: "2025-01-01")
    shock.programme = Village.programme
    shock.stopsSubsidy = true
    shock.lateShare = 10_000
    shock.lateDays = 100
    let entry = StressEntry(shock)
    try await village.pool.run { try CatalogRepository($0).insert([entry]) }

    let request = RiskRequest(month: "2025-07", scope: .bank(village.bank))
    let first = try await TestStress.run(
      request, scenarios: ["stops"], jobs: 1, on: village.pool)
    #expect(first.test.figures(of: 0).atRisk != first.test.today.atRisk)
    #expect(try await village.claimSubsidy("2025-07").map(\.programme) == [Village.programme])

    try await village.foundFund(from: "2025-08-01")
    let again = try await TestStress.run(
      request, scenarios: ["stops"], jobs: 1, on: village.pool)
    #expect(again.test.figures(of: 0) == first.test.figures(of: 0))
    #expect(again.test.today == first.test.today && again.funds == first.funds)
    try await village.accrue("2025-08")
    let august = RiskRequest(month: "2025-08", scope: .bank(village.bank))
    let later = try await TestStress.run(august, scenarios: [], jobs: 1, on: village.pool)
    #expect(later.funds.map(\.code).contains(Village.fund))
    await village.close()
  }
}
