import Banks
import Classification
import CommandLine
import Fixtures
import Interchange
import LoanProducts
import Operations
import Postgres
import Quantities
import Repositories
import Risk
import Servicing
import Testing

/// Goal: a bank whose policy says so books what it expects to lose, loan by loan, and whoever
/// replays its months later finds the same.
///
/// Method: loans of 36,000.00 at 3.00 a day, due on the first of each month; expected losses are
/// asked for from August 2025 on, with 30 and 60 % for the memo. July is the first month, so that
/// August has no moves to go by, and September has those of August.
@Suite("provisions for expected losses")
struct ExpectedLossRunTests {
  private static func opened() async throws -> Village {
    let village = try await Village.opened(connections: 4)
    let rule = ProvisionRule(.expectedLoss, substandardPercent: 30, doubtfulPercent: 60)
    try await village.follow(village.bank, from: "2025-08-01", rule)
    for borrower in ["B1", "B2", "B3"] { _ = try await village.lend(.simple(borrower)) }
    return village
  }

  /// Ends months, with the interest of all but the last loan paid.
  private static func run(_ months: [Month], in village: Village) async throws {
    for month in months {
      try await village.work(on: (month + 1).firstDay)
      try await village.accrue(month)
      let loans = try await village.activeLoans()
      for loan in loans.dropLast() { try await village.repay(loan, "93.00") }
    }
  }

  @Test("are by percentages while no moves are known, then what the report of losses says")
  func booked() async throws {
    let village = try await Self.opened()
    try await Self.run(["2025-07", "2025-08"], in: village)
    let early = try #require(try await village.standing(of: "2025-08"))
    // Two normal loans and one of special mention.
    #expect(early.required.general == 108_000 && early.required.special == 72_000)
    #expect(early.required.rules.map(\.text) == ["guideline-2002/30/60"])

    try await village.work(on: "2025-10-01")
    let preview = try await village.previewed("2025-09")
    try await village.accrue("2025-09")
    let standing = try #require(try await village.standing(of: "2025-09"))
    #expect(standing.required.rules.map(\.text) == ["expected-loss/30/60"])
    #expect(standing.other?.rules.map(\.text) == ["guideline-2002/30/60"])
    #expect(standing.held == standing.required.total)
    #expect(preview == Int128(standing.held) - early.held)
    let losses = try await village.losses("2025-09")
    #expect(losses.table.sum().loss == standing.required.total)
    let first = losses.table.sum { $0.reason.stage == .one }
    #expect(first.loans == 2 && first.loss == standing.required.general)
    let second = losses.table.sum { $0.reason.stage == .two }
    #expect(second.loans == 1 && second.loss == standing.required.special && second.loss > 0)
    for (loan, position) in try await village.positions("2025-09") {
      let explained = try await ExpectLosses.explain(
        loan, bank: village.bank, village.asked("2025-09"), on: village.pool)
      let provision = position.generalProvision + position.specialProvision
      #expect(explained.explanation.result.loss == provision && provision.isPositive, "\(loan)")
    }
    #expect(try await village.accrue("2025-09") == nil)
    try await village.expectProven()
    await village.close()
  }

  @Test("follow a fact that is recorded late when the month is run again, and are rebuilt")
  func again() async throws {
    let village = try await Self.opened()
    try await Self.run(["2025-07", "2025-08"], in: village)
    try await village.work(on: "2025-10-01")
    try await village.accrue("2025-09")
    let before = try #require(try await village.standing(of: "2025-09"))
    let loan = try #require(try await village.activeLoans().last)
    try await village.repay(loan, "200.00", on: "2025-09-20")
    try await village.accrue("2025-09")
    let after = try #require(try await village.standing(of: "2025-09"))
    #expect(after.held < before.held && after.held == after.required.total)
    #expect(try await village.losses("2025-09").table.sum().loss == after.held)
    try await village.closeAll("2025-07")
    try await village.closeAll("2025-08")
    try await village.closeAll("2025-09")
    try await village.expectProven()
    let page = try await village.page("2025-09")
    #expect(page.contains("企业会计准则第22号"))

    let lines = try await RebuildTests.lines(village.pool)
    let other = try await RebuildTests.rebuilt(lines)
    #expect(try await RebuildTests.lines(other.pool) == lines)
    #expect(try await other.page("2025-09") == page)
    try await other.expectProven()
    // What is assumed from now on moves the months to come alone.
    let share = LossPolicy.Share(line: nil, .unsecured, validFrom: "2025-10-01", share: 9_000)
    for place in [village, other] {
      var content = CatalogContent()
      content.lossShares.rows = [
        Lined(LossShareEntry(share, source: "test", marks: ""), line: 2)
      ]
      _ = try await LoadCatalog.run(content, on: place.pool)
      try await place.work(on: "2025-11-01")
      try await place.accrue("2025-10")
      #expect(try await place.losses("2025-09").table.sum().loss == after.held)
    }
    let held = try await village.standing(of: "2025-10")?.held
    #expect(try await held == other.standing(of: "2025-10")?.held && held != after.held)
    await village.close()
    await other.close()
  }

  @Test("are the same in two parts as in one, and for a loan that floats")
  func parts() async throws {
    let village = try await Self.opened()
    // Reset each first of January.
    _ = try await village.lend(.industry("300000.00"))
    try await Self.run(["2025-07", "2025-08"], in: village)
    try await village.work(on: "2025-10-01")
    try await village.accrue("2025-09", jobs: 2)
    let standing = try #require(try await village.standing(of: "2025-09"))
    #expect(try await village.losses("2025-09").table.sum().loss == standing.required.total)
    try await village.expectProven()
    // Known to no run that is there.
    var content = CatalogContent()
    content.publications.rows = [
      Lined(
        PublicationEntry(on: "2025-09-29", oneYear: "9.00", fiveYear: "9.00", source: "test"),
        line: 2)
    ]
    _ = try await LoadCatalog.run(content, on: village.pool)
    #expect(try await village.losses("2025-09").table.sum().loss == standing.required.total)
    try await village.expectProven()
    await village.close()
  }

  @Test("are told by what the run went by, whatever is assumed for its month later")
  func assumptions() async throws {
    let village = try await Self.opened()
    try await village.asOwner("DELETE FROM macro_scenarios")
    try await village.asOwner("DELETE FROM loss_shares")
    _ = try await village.neighbour.lend(.simple("B1"))
    for place in [village, village.neighbour] {
      try await Self.run(["2025-07", "2025-08", "2025-09"], in: place)
    }
    let losses = try await village.losses("2025-09")
    let first = ExpectedLossDocument(losses, .zh).document
    #expect(losses.scenarios?.map(\.title.chinese) == ["基准", "乐观", "悲观"])
    #expect(first.notes.contains("即当月已入账数"))
    var content = CatalogContent()
    content.scenarios.rows = (1...4).map {
      let scenario = MacroScenario(name: "case-\($0)", weight: 2_500, factor: $0 * 500)
      let outlook = LossPolicy.Outlook(validFrom: "2018-01-01", scenario)
      return Lined(MacroScenarioEntry(outlook, source: "test", marks: ""), line: $0 + 1)
    }
    let share = LossPolicy.Share(line: nil, .unsecured, validFrom: "2018-01-01", share: 9_900)
    content.lossShares.rows = [Lined(LossShareEntry(share, source: "test", marks: ""), line: 2)]
    _ = try await LoadCatalog.run(content, on: village.pool)
    let again = ExpectedLossDocument(try await village.losses("2025-09"), .zh).document
    #expect(again.jsonText == first.jsonText)

    // The neighbour's, a memo, goes by the four.
    let request = RiskRequest(month: "2025-09", scope: .sponsor("yinzhou"))
    let both = try await ExpectLosses.run(request, jobs: 2, on: village.pool)
    #expect(both.scenarios == nil && both.posted == [village.bankID])
    #expect(both.table.sum().loans == 4)
    #expect(
      both.table.sum { $0.bankID == village.bankID }.loss == losses.table.sum().loss)
    let document = ExpectedLossDocument(both, .en).document
    #expect(document.notes.contains { $0.hasPrefix("The banks' runs went by different") })
    #expect(document.notes.contains { $0.hasPrefix("Of banks whose run of the month") })
    #expect(!document.sections.contains { $0.key == "scenarios" })
    // Beside what both rules require, added up.
    let standing = try #require(both.provisions)
    #expect(standing.required.rules.map(\.regime) == [.expectedLoss, .guideline2002])
    let own = try #require(try await village.standing(of: "2025-09"))
    let other = try #require(try await village.neighbour.standing(of: "2025-09"))
    #expect(standing.required.total == own.required.total + other.required.total)
    #expect(standing.held == standing.required.total && standing.other == nil)
    let section = try #require(document.sections.first { $0.key == "provisions" })
    let text = section.listing.text(.table)
    #expect(text.contains("银行贷款损失准备计提指引（2002）; 企业会计准则第22号（财会〔2017〕7号）"))
    await village.close()
  }

  // The head is held while the run waits, so that the policy comes between.
  @Test("are booked by the policy that was loaded while the run waited for the bank")
  func waited() async throws {
    let village = try await Village.opened(connections: 4)
    for borrower in ["B1", "B2", "B3"] { _ = try await village.lend(.simple(borrower)) }
    try await Self.run(["2025-07", "2025-08"], in: village)
    try await village.work(on: "2025-10-01")
    async let held: Void = village.asOwner(
      """
      DO $$ BEGIN
        PERFORM FROM bank_heads FOR UPDATE;
        FOR turn IN 1..1000 LOOP
          EXIT WHEN EXISTS (SELECT FROM pg_stat_activity
            WHERE datname = current_database() AND wait_event_type = 'Lock');
          PERFORM pg_sleep(0.02), pg_stat_clear_snapshot();
        END LOOP;
        INSERT INTO provision_policies
        SELECT code, '2025-09-01', 'expected-loss', 30, 60, 'test' FROM banks
        WHERE bank_id = \(village.bankID);
      END $$
      """)
    // Asleep, it holds the head; a transaction that is only open may not yet.
    while try await !village.sight().isAsleep { try await Task.sleep(for: .milliseconds(3)) }
    try await village.accrue("2025-09")
    try await held
    let standing = try #require(try await village.standing(of: "2025-09"))
    #expect(standing.required.rules.map(\.text) == ["expected-loss/30/60"])
    #expect(try await village.losses("2025-09").table.sum().loss == standing.required.total)
    await village.close()
  }

  @Test("that were changed afterwards are found")
  func found() async throws {
    let village = try await Self.opened()
    try await Self.run(["2025-07", "2025-08", "2025-09"], in: village)
    try await village.asOwner(
      """
      UPDATE positions SET general_provision = general_provision + 1
      WHERE month = '2025-09-01' AND general_provision > 0
      """)
    let difference = try #require(try await village.verified(nil).difference)
    #expect(difference.place == "position 2025-09/1")
    #expect(difference.what == "general provision", "\(difference)")
    await village.close()
  }
}

extension Village {
  fileprivate func asked(_ month: Month) -> RiskRequest {
    RiskRequest(month: month, scope: .bank(bank))
  }

  fileprivate func standing(of month: Month) async throws -> ProvisionStanding? {
    try await ReportRisk.run(asked(month), on: pool).provisions
  }

  fileprivate func losses(_ month: Month) async throws -> ExpectedLosses {
    try await ExpectLosses.run(asked(month), jobs: 2, on: pool)
  }

  fileprivate func page(_ month: Month) async throws -> String {
    RiskDocument(try await ReportRisk.run(asked(month), on: pool), .en).document.jsonText
  }

  /// What a dry run would book of provisions.
  fileprivate func previewed(_ month: Month) async throws -> Int128? {
    let code = bank
    let bank = try await pool.run { try BankRepository($0).loadBank(code: code) }
    let preview = try await PreviewMonth.run(
      month: month, banks: [bank], caller: Self.anna, on: pool, options: RunOptions())
    return preview.first?.rows.first { $0.kind == "provision" }.map { Int128($0.tally.amount) }
  }

  /// By number.
  fileprivate func activeLoans() async throws -> [String] {
    let id = bankID
    return try await pool.run { try StateRepository($0).numbers(bankID: id, status: .active) }
  }

  /// The positions of a month that was run once, by the loan's number.
  fileprivate func positions(_ month: Month) async throws -> [String: LoanPosition] {
    let id = bankID
    return try await pool.run { connection in
      let loans = try EvidenceRepository(connection)
        .loans(bankID: id, 1...100, month: month)
      return Dictionary(
        uniqueKeysWithValues: loans.compactMap { evidence in
          evidence.positions.last.map { (evidence.loan.number, $0.position) }
        })
    }
  }

  fileprivate func expectProven(
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let difference = try await verified(nil).difference
    #expect(difference == nil, sourceLocation: sourceLocation)
    try await Verification.expectNone(self, sourceLocation: sourceLocation)
  }
}
