import Banks
import Fixtures
import LoanProducts
import Operations
import Postgres
import Quantities
import Repositories
import Risk
import Testing

/// Goal: no row of the catalog that is loaded late changes what was told of a month that was run.
///
/// Method: July and August 2025 are run in one bank of two, and rows of each table that reports
/// look at are loaded with days around August's last.
@Suite("rows of the catalog that reports look at")
struct CatalogDayTests {
  /// A load with a row of each kind from a day on, its codes of what is refused.
  private static func load(_ day: Day, on village: Village) async throws -> [String] {
    var content = CatalogContent()
    content.lossShares.rows = [
      Lined(
        LossShareEntry(
          LossPolicy.Share(line: nil, .unsecured, validFrom: day, share: 9_000), source: "test",
          marks: ""), line: 2)
    ]
    let scenario = MacroScenario(
      name: "bad", title: BilingualName(chinese: "坏", english: "Bad"),
      weight: MacroScenario.certain, factor: 2_000, scaling: .odds)
    content.scenarios.rows = [
      Lined(
        MacroScenarioEntry(
          LossPolicy.Outlook(validFrom: day, scenario), source: "test", marks: ""), line: 2)
    ]
    var shock = StressShock(
      scenario: "flood", part: 1, name: BilingualName(chinese: "水灾", english: "Flood"),
      validFrom: day)
    shock.lateShare = 5_000
    shock.lateDays = 120
    shock.source = "test"
    content.stress.rows = [Lined(StressEntry(shock), line: 2)]
    var fund = CompensationFund(
      code: "microcredit-late", name: BilingualName(chinese: "新基金", english: "New fund"),
      line: .microcredit, validFrom: day)
    fund.divisionPrefix = "659001"
    fund.sharePercent = 70
    fund.returnWorkdays = 5
    content.funds.rows = [Lined(FundEntry(fund), line: 2)]
    content.capital.rows = ["qionglai", "wujiaqu"].enumerated().map { place, bank in
      Lined(
        CapitalEntry(bank: bank, effectiveOn: day, netCapital: "1.00", source: "test"),
        line: place + 2)
    }
    do {
      _ = try await LoadCatalog.run(content, on: village.pool)
      return []
    } catch CatalogError.loadRefused(let problems) {
      return problems.map { "\($0.file):\($0.line) \($0.error.code)" }
    }
  }

  @Test("begin after the last month that was run, but for the first of a table or bank")
  func days() async throws {
    let village = try await Village.opened()
    _ = try await village.lend(.simple())
    for month in ["2025-07", "2025-08"] as [Month] {
      try await village.work(on: (month + 1).firstDay)
      try await village.accrue(month)
    }
    let request = RiskRequest(month: "2025-08", scope: .bank(village.bank))
    let told = try await ExpectLosses.run(request, jobs: 1, on: village.pool).table
    let code = CatalogError.beginsTooEarly("2025-08-31", month: "2025-08").code
    #expect(code == "catalog.begins_too_early")
    // Nothing was run in the other bank, so its capital may begin on any day.
    #expect(
      try await Self.load("2025-08-31", on: village)
        == [
          "funds.csv:2 \(code)", "stress.csv:2 \(code)", "loss_given_default.csv:2 \(code)",
          "macro_scenarios.csv:2 \(code)", "bank_capital.csv:3 \(code)",
        ])
    #expect(try await Self.load("2025-09-01", on: village) == [])
    // What is there is left alone, whatever was run since.
    try await village.work(on: "2025-10-01")
    try await village.accrue("2025-09")
    #expect(try await Self.load("2025-09-01", on: village) == [])
    #expect(try await ExpectLosses.run(request, jobs: 1, on: village.pool).table == told)
    var september = request
    september.month = "2025-09"
    let now = try await ExpectLosses.run(september, jobs: 1, on: village.pool)
    #expect(now.assumptions.scenarios.map(\.name) == ["bad"])

    // A table without rows may be filled from any day on: nothing was told from it.
    try await village.asOwner("DELETE FROM stress_shocks")
    let refused = try await Self.load("2025-07-01", on: village)
    #expect(!refused.contains("stress.csv:2 \(code)") && refused.count == 4)
    await village.close()
  }
}
