import Classification
import Fixtures
import Operations
import Postgres
import Quantities
import Reporting
import Repositories
import Risk
import Servicing
import Testing

/// Goal: at each month's end account 1304 holds what the month's positions require, whatever came
/// between, and once.
///
/// Method: loans of 36,000.00, of which 1 % is 360.00, 2 % 720.00, 25 % 9,000.00; a rate of 3.00
/// yuan a day falls due on the first of each month.
@Suite("provisions")
struct ProvisionRunTests {
  @Test("are booked first, rise with lateness, fall when it is paid, and are not booked twice")
  func riseAndFall() async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(.simple())
    try await village.work(on: "2025-08-01")
    try await village.accrue("2025-07")
    #expect(try await village.provisions() == ["1 2025-07-31 670101→1304 360.00"])
    #expect(try await village.accrue("2025-07") == nil)
    try await village.work(on: "2025-08-31")
    try await village.accrue("2025-08")
    // 30 days late: special mention.
    #expect(try await village.provisions().last == "2 2025-08-31 670101→1304 720.00")
    try await village.work(on: "2025-09-10")
    try await village.repay(loan, "186.00")
    try await village.work(on: "2025-09-30")
    try await village.accrue("2025-09")
    #expect(try await village.provisions().last == "3 2025-09-30 1304→670101 720.00")
    #expect(try await village.accrue("2025-09") == nil)
    #expect(try await village.provisions().count == 3)
    let ends: [(Day, Int128)] = [
      ("2025-07-31", 36_000), ("2025-08-31", 108_000), ("2025-09-30", 36_000),
    ]
    for (end, held) in ends {
      let balances = try await village.balances(BooksRequest(until: end))
      #expect(balances["1304"] == -held && balances["670101"] == held, "\(end)")
    }
    #expect(try await village.verified(nil).difference == nil)
    try await Verification.expectNone(village)
    await village.close()
  }

  @Test("make up for a write-off of the month, and are given back when it is undone")
  func writeOff() async throws {
    let village = try await Village.opened()
    let lost = try await village.lend(.simple("B1"))
    _ = try await village.lend(.simple("B2"))
    try await village.work(on: "2025-07-31")
    try await village.accrue("2025-07")
    let outcome = try await village.agree(lost, .writtenOff(nil))
    // Held 720.00 − 36,000.00; one loan is left, of 360.00.
    try await village.accrue("2025-07")
    #expect(
      try await village.provisions() == [
        "1 2025-07-31 670101→1304 720.00", "2 2025-07-31 670101→1304 35640.00",
      ])
    #expect(try await village.held("2025-07") == 36_000)
    try await village.agree(lost, .reversed(fact: outcome.factNumber))
    try await village.accrue("2025-07")
    #expect(try await village.provisions().last == "3 2025-07-31 1304→670101 35640.00")
    #expect(try await village.verified(nil).difference == nil)
    try await Verification.expectNone(village)
    await village.close()
  }

  /// A loan that was written off has no position that a recovery could move.
  @Test("are a reason to run a month again, though nothing else is posted and no position moves")
  func alone() async throws {
    let village = try await Village.opened()
    let lost = try await village.lend(.simple("B1"))
    _ = try await village.lend(.simple("B2"))
    try await village.work(on: "2025-08-31")
    try await village.agree(lost, .writtenOff(nil))
    try await village.accrue("2025-08")
    #expect(try await village.held("2025-08") == 108_000)
    // Of 93.00 of interest due, which the books take as recovered principal.
    try await village.repay(lost, "90.00")
    let again = try #require(try await village.accrue("2025-08"))
    #expect(again.transferCount == 0)
    #expect(try await village.provisions().last == "2 2025-08-31 1304→670101 90.00")
    #expect(try await village.accrue("2025-08") == nil)
    #expect(try await village.verified(nil).difference == nil)
    try await Verification.expectNone(village)
    await village.close()
  }

  @Test("follow the bank's own policy from its first day on, and the standard before")
  func policy() async throws {
    let village = try await Village.opened()
    _ = try await village.lend(.simple())
    _ = try await village.neighbour.lend(.simple())
    let own = ProvisionRule(.guideline2002, substandardPercent: 30, doubtfulPercent: 60)
    try await village.follow("wujiaqu", from: "2025-09-01", own)
    for place in [village, village.neighbour] {
      try await place.work(on: "2025-08-31")
      try await place.accrue("2025-08")
      try await place.work(on: "2025-10-31")
      try await place.accrue("2025-10")
    }
    // 360.00 and 720.00; then 91 days late: 360.00 and 30 % or 25 %.
    #expect(
      try await village.provisions() == [
        "1 2025-08-31 670101→1304 1080.00", "2 2025-10-31 670101→1304 10080.00",
      ])
    #expect(
      try await village.neighbour.provisions() == [
        "1 2025-08-31 670101→1304 1080.00", "2 2025-10-31 670101→1304 8280.00",
      ])
    // A policy that comes later changes nothing of what was run, and the last month when run again.
    try await village.follow(nil, from: "2025-01-01", .coefficients)
    #expect(try await village.verified(nil).difference == nil)
    try await village.neighbour.accrue("2025-10")
    // 30 % of 36,000.00, less 9,360.00.
    #expect(
      try await village.neighbour.provisions().last == "3 2025-10-31 670101→1304 1440.00")
    #expect(try await village.accrue("2025-10") == nil)
    #expect(try await village.verified(nil).difference == nil)
    try await Verification.expectNone(village)
    await village.close()
  }

  @Test("are told with both documents, the coverage and the share of loans")
  func standing() async throws {
    let village = try await Village.opened()
    _ = try await village.lend(.simple("B1"))
    try await village.work(on: "2025-10-31")
    _ = try await village.lend(.simple("B2", from: "2025-10-31", until: "2026-10-31"))
    #expect(try await village.standing("2025-10") == nil)
    try await village.accrue("2025-10")
    let standing = try #require(try await village.standing("2025-10"))
    // Substandard and normal: 720.00 in general, 9,000.00 in special.
    #expect(standing.held == 972_000 && standing.required.total == 972_000)
    #expect(standing.required.general == 72_000 && standing.required.special == 900_000)
    #expect(standing.required.rules == [.standard])
    // 1.5 % of one, 30 % of the other.
    #expect(standing.other?.general == 54_000 && standing.other?.special == 1_080_000)
    #expect(standing.other?.rules == [.coefficients])
    let report = try await village.report("2025-10")
    let figures = report.figures()
    #expect(figures.outstanding.principal == 7_200_000)
    #expect(figures.nonPerforming.principal == 3_600_000)
    let limits = report.limits(bankID: village.bankID, capital: nil)
    #expect(limits.first { $0.limit == .provisionCoverage }?.value == 2_700)
    #expect(limits.first { $0.limit == .provisionRatio }?.value == 1_350)
    await village.close()
  }

  @Test("are what a dry run says, and what the step of the close records")
  func steps() async throws {
    let village = try await Village.opened(connections: 4)
    _ = try await village.lend(.simple())
    try await village.work(on: "2025-08-01")
    let code = village.bank
    let bank = try await village.pool.run { try BankRepository($0).loadBank(code: code) }
    let preview = try await PreviewMonth.run(
      month: "2025-07", banks: [bank], caller: Village.anna, on: village.pool,
      options: RunOptions())
    let row = try #require(preview.first?.rows.last)
    #expect(row.kind == "provision" && row.line == "" && row.tally.amount == 36_000)
    let close = try await CloseMonth.run(
      month: "2025-07", banks: [bank], caller: Village.anna, on: village.pool,
      options: CloseOptions())
    let step = close.first?.steps.first { $0.step == CloseStep.provision.rawValue }
    #expect(step?.amount == "360.00" && step?.rows == 1)
    #expect(try await village.provisions().count == 1)
    await village.close()
  }

  @Test("of a run that stops before its positions are left to the next")
  func withoutPositions() async throws {
    let village = try await Village.opened()
    _ = try await village.lend(.simple())
    try await village.work(on: "2025-08-01")
    var options = RunOptions()
    options.writesPositions = false
    _ = try await AccrueInterest.run(
      month: "2025-07", bank: village.bank, caller: Village.anna, on: village.pool,
      options: options)
    #expect(try await village.provisions() == [])
    try await village.accrue("2025-07")
    #expect(try await village.provisions() == ["2 2025-07-31 670101→1304 360.00"])
    #expect(try await village.verified(nil).difference == nil)
    await village.close()
  }

  @Test("that are not what the positions require are found by the checks")
  func checked() async throws {
    let village = try await Village.opened()
    _ = try await village.lend(.simple())
    try await village.work(on: "2025-08-01")
    try await village.accrue("2025-07")
    #expect(try await Verification.brokenChecks(village) == [])
    try await village.asOwner("UPDATE bank_transfers SET amount = amount + 1")
    let broken = try await Verification.brokenChecks(village)
    #expect(broken.count == 1 && broken[0].contains("provision_differs_from_positions"))
    await village.close()
  }
}

extension Village {
  /// What runs booked, as `1 2025-07-31 670101→1304 360.00`.
  fileprivate func provisions() async throws -> [String] {
    let id = bankID
    return try await pool.run { connection in
      try ProvisionRepository(connection).transfers(bankID: id).map {
        "\($0.runNumber) \($0.bookedOn) \($0.debit)→\($0.credit) \($0.amount)"
      }
    }
  }

  fileprivate func report(_ month: Month) async throws -> RiskReport {
    let request = RiskRequest(month: month, scope: .bank(bank))
    return try await ReportRisk.run(request, on: pool).report
  }

  fileprivate func standing(_ month: Month) async throws -> ProvisionStanding? {
    let request = RiskRequest(month: month, scope: .bank(bank))
    do {
      return try await ReportRisk.run(request, on: pool).provisions
    } catch OperationError.monthNotAccrued {
      return nil
    }
  }

  fileprivate func held(_ month: Month) async throws -> Int128? {
    let standing = try await standing(month)
    #expect(standing?.held == standing?.required.total)
    return standing?.held
  }

  /// A bank, or any, makes its provisions by a rule from a day on.
  func follow(_ bank: String?, from day: Day, _ rule: ProvisionRule?) async throws {
    let policy = ProvisionPolicy(bank: bank, validFrom: day, rule: try #require(rule))
    var content = CatalogContent()
    content.provisions.rows = [Lined(ProvisionEntry(policy, source: "test"), line: 2)]
    _ = try await LoadCatalog.run(content, on: pool)
  }
}
