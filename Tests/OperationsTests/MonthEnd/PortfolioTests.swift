import Banks
import Fixtures
import Operations
import Postgres
import Quantities
import Reporting
import Repositories
import Risk
import Testing

/// Goal: what a month was counted to stays true, whatever is recorded after it.
@Suite("months that are counted")
struct PortfolioTests {
  /// Two loans, one paid out, one signed; July is closed.
  private func closedJuly() async throws -> (Village, paid: String, signed: String) {
    let village = try await Village.opened(connections: 4)
    let paid = try await village.lend(.simple())
    let signed = try await village.apply(.simple())
    try await village.approve(signed)
    try await village.work(on: "2025-08-01")
    try await village.closeMonth("2025-07")
    return (village, paid, signed)
  }

  private func report(
    _ village: Village, knownAt: KnownAt? = nil, recounts: Bool = false
  ) async throws -> [Month: [PortfolioMonth]] {
    let request = RiskRequest(
      month: "2025-07", scope: .bank(village.bank), knownAt: knownAt, recounts: recounts)
    return try await ReportRisk.run(request, on: village.pool).report.months
  }

  private func difference(_ village: Village) async throws -> BookDifference? {
    let banks = try await village.pool.run { connection in
      try BankRepository(connection).listBanks().filter { $0.code == village.bank }
    }
    return try await VerifyBooks.run(banks, month: nil, jobs: 1, on: village.pool).difference
  }

  @Test("closing a month keeps its count, which is what its positions are counted to again")
  func kept() async throws {
    let (village, _, _) = try await closedJuly()
    let kept = try await report(village)
    #expect(try await report(village, recounts: true) == kept)
    let whole = PortfolioMonth.Member(.whole, "")
    #expect(kept["2025-07"]?.first?.borrowers[whole] == 1)
    let rows = try await village.pool.run { connection in
      try connection.query(
        Statement(name: "counted", text: "SELECT month FROM portfolio_months")
      ).count
    }
    #expect(rows == 1)
    #expect(try await difference(village) == nil)
    await village.close()
  }

  @Test("a branch's part has the loans that are with it as known, and all their months")
  func branches() async throws {
    let (village, _, _) = try await closedJuly()
    func loans(_ branch: String, _ month: Month) async throws -> [Int] {
      var request = RiskRequest(month: month, scope: .bank(village.bank))
      request.part = try PortfolioPart("branch=\(branch)")
      let report = try await ReportRisk.run(request, on: village.pool).report
      return (["2025-07", "2025-08", "2025-09"] as [Month]).compactMap {
        report.figures(in: $0)?.outstanding.loans
      }
    }
    let other = try await village.lend(.simple("B2", from: "2025-08-01", until: "2026-08-01"))
    try await village.work(on: "2025-09-01")
    try await village.closeMonth("2025-08")
    let undone = try await village.change(other, .transferred(to: "head"))
    try await village.agree(other, .reversed(fact: undone.factNumber))
    #expect(try await loans("first", "2025-08") == [1, 2])
    var last = try await village.change(other, .transferred(to: "head"))
    try await village.work(on: "2025-10-01")
    try await village.closeMonth("2025-09")
    #expect(try await loans("first", "2025-08") == [1, 2])
    #expect(try await loans("first", "2025-09") == [1, 1, 1])
    #expect(try await loans("head", "2025-08") == [0, 0])
    #expect(try await loans("head", "2025-09") == [0, 1, 1])
    // Undone, brought back and undone again, a month between.
    for (month, inFirst) in [("2025-10", 2), ("2025-11", 1), ("2025-12", 2)] as [(Month, Int)] {
      last = try await village.agree(other, .reversed(fact: last.factNumber))
      try await village.work(on: month.lastDay + 1)
      try await village.closeMonth(month)
      #expect(try await loans("first", month) == [1, inFirst, inFirst], "\(month)")
    }
    #expect(try await Verification.brokenChecks(village) == [])
    await village.close()
  }

  @Test("a loan that is paid out later, though as of the month, changes neither count nor report")
  func later() async throws {
    let (village, paid, signed) = try await closedJuly()
    let before = try await report(village)
    try await village.disburse(signed, on: "2025-07-31")
    try await village.agree(paid, .writtenOff(nil))
    #expect(try await report(village) == before)
    #expect(try await report(village, recounts: true) == before)
    #expect(try await difference(village) == nil)
    try await village.work(on: "2025-09-01")
    try await village.closeMonth("2025-08")
    let august = RiskRequest(month: "2025-08", scope: .bank(village.bank))
    let months = try await ReportRisk.run(august, on: village.pool).report.months
    #expect(
      months["2025-07"]?.first?.cells
        == before["2025-07"]?.first?.cells.filter {
          $0.key.cut == .whole
        })
    let moves = try #require(months["2025-08"]?.first?.moves)
    #expect(moves.contains { $0.key.destination == "written-off" && $0.value.loans == 1 })
    #expect(moves.contains { $0.key.origin == "new" && $0.value.loans == 1 })
    #expect(try await difference(village) == nil)
    await village.close()
  }

  @Test("an open month that is counted now knows no more than its run, asked as known then")
  func open() async throws {
    let village = try await Village.opened(connections: 4)
    _ = try await village.lend(.simple())
    let signed = try await village.apply(.simple())
    try await village.approve(signed)
    try await village.work(on: "2025-08-01")
    let run = try #require(try await village.accrue("2025-07"))
    let before = try await report(village, knownAt: .fact(run.factNumber))
    try await village.disburse(signed, on: "2025-07-31")
    #expect(try await report(village, knownAt: .fact(run.factNumber)) == before)
    #expect(try await report(village) == before)
    await village.close()
  }

  @Test("a count that somebody touched is told by verify")
  func touched() async throws {
    let (village, _, _) = try await closedJuly()
    try await village.asOwner(
      "UPDATE portfolio_cells SET principal = principal + 1 WHERE cut = 'line'")
    let found = try #require(try await difference(village))
    #expect(found.place == "portfolio 2025-07/1" && found.what.hasPrefix("cells line"))
    await village.close()
  }
}
