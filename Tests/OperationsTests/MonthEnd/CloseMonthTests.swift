import Banks
import Fixtures
import Operations
import Postgres
import Quantities
import Repositories
import Testing

@Suite("closing a month")
struct CloseMonthTests {
  @Test("a month is accrued, checked and closed in steps, and closing it again changes nothing")
  func steps() async throws {
    let village = try await Village.opened(connections: 4)
    let loan = try await village.lend(.simple())
    try await village.work(on: "2025-08-01")
    let close = try #require(try await village.closeMonth("2025-07").first)
    #expect(close.isNew)
    #expect(close.steps.map(\.step) == CloseStep.allCases.map(\.rawValue))
    // 31 days at 3.00 yuan.
    #expect(close.steps.first { $0.step == "accrue" }?.amount == "93.00")
    #expect(close.steps.first { $0.step == "positions" }?.rows == 1)
    #expect(close.close?.digest.count == 32)
    #expect(close.close?.previousDigest == nil)
    let again = try #require(try await village.closeMonth("2025-07").first)
    #expect(!again.isNew)
    #expect(again.close == close.close)
    await expectError(.monthClosed("2025-07", last: "2025-07")) {
      try await village.accrue("2025-07")
    }
    #expect(OperationError.monthClosed("2025-07", last: "2025-07").code == "operation.month_closed")
    try await village.repay(loan, "93.00")
    try await Verification.expectNone(village)
    await village.close()
  }

  @Test("a month is not closed before the bank works in the next one")
  func notOver() async throws {
    let village = try await Village.opened(connections: 4)
    _ = try await village.lend(.simple())
    try await village.work(on: "2025-07-31")
    await expectError(.monthNotOver("2025-07", businessDate: "2025-07-31")) {
      try await village.closeMonth("2025-07")
    }
    await village.close()
  }

  @Test("months left open since the last close are closed first, each chained to the one before")
  func missed() async throws {
    let village = try await Village.opened(connections: 4)
    _ = try await village.lend(.simple())
    try await village.work(on: "2025-10-05")
    try await village.closeMonth("2025-07")
    let closes = try await village.closeMonth("2025-09")
    #expect(closes.map(\.month) == ["2025-08", "2025-09"])
    #expect(closes.map(\.close?.version) == [1, 1])
    #expect(closes[1].close?.previousDigest == closes[0].close?.digest)
    try await Verification.expectNone(village)
    await village.close()
  }

  /// A repayment of 11 July is learnt on 5 August, when July is closed: its interest is corrected
  /// by the run of August.
  @Test("a fact effective in a closed month is booked in the first open one")
  func late() async throws {
    let village = try await Village.opened(connections: 4)
    let loan = try await village.lend(.simple())
    try await village.work(on: "2025-08-05")
    try await village.closeMonth("2025-07")
    let before = try await village.closes()
    try await village.repay(loan, "36030.00", on: "2025-07-11", inAdvance: true)
    try await village.work(on: "2025-09-01")
    let august = try await village.closeMonth("2025-08")
    // 30.00 were earned by the 11th; 93.00 had been posted.
    #expect(august.first?.steps.first { $0.step == "accrue" }?.amount == "-63.00")
    #expect(try await village.closes().first == before.first)
    try await Verification.expectNone(village)
    await village.close()
  }

  @Test("the last closed month is opened again by two approvers, and closed in another version")
  func reopen() async throws {
    let village = try await Village.opened(connections: 4)
    let loan = try await village.lend(.simple())
    try await village.work(on: "2025-08-05")
    try await village.closeMonth("2025-07")
    await expectError(.reopeningNotProposed("2025-07")) { try await village.confirm("2025-07") }
    await expectError(.monthNotClosed("2025-06", last: "2025-07")) {
      try await village.propose("2025-06", "x")
    }
    await expectError(.reasonMissing(length: 0, most: 500)) {
      try await village.propose("2025-07", "")
    }
    #expect(try await village.propose("2025-07", "一笔还款漏记"))
    #expect(try await !village.propose("2025-07", "一笔还款漏记"))
    await #expect(throws: OperationError.self) {
      try await village.confirm("2025-07", by: Village.anna)
    }
    #expect(try await village.confirm("2025-07") == "一笔还款漏记")
    try await village.repay(loan, "36030.00", on: "2025-07-11", inAdvance: true)
    let close = try #require(try await village.closeMonth("2025-07").first?.close)
    #expect(close.version == 2)
    #expect(close.positionVersion == 2)
    #expect(try await village.closes().count == 2)
    try await Verification.expectNone(village)
    await village.close()
  }

  @Test("facts that come in after the run are taken in before the month is closed")
  func factsAfterRun() async throws {
    let village = try await Village.opened(connections: 4)
    let loan = try await village.lend(.simple())
    try await village.work(on: "2025-08-05")
    try await village.accrue("2025-07")
    try await village.repay(loan, "36030.00", on: "2025-07-11", inAdvance: true)
    let close = try #require(try await village.closeMonth("2025-07").first)
    #expect(close.close?.positionVersion == 2)
    #expect(close.steps.first { $0.step == "accrue" }?.amount == "-63.00")
    try await Verification.expectNone(village)
    await village.close()
  }

  @Test("books that are not the loans' keep the month open")
  func checked() async throws {
    let village = try await Village.opened(connections: 4)
    _ = try await village.lend(.simple())
    try await village.work(on: "2025-08-05")
    try await village.asOwner("UPDATE transfers SET amount = amount + 1 WHERE bank_id = 102")
    await expectError(.checksFailed("2025-07", check: "disbursement/borrower")) {
      try await village.closeMonth("2025-07")
    }
    #expect(try await village.closes().isEmpty)
    await village.close()
  }

  @Test("what was booked after a month's run, before the next one's, is not in its report's flows")
  func factsBetweenRuns() async throws {
    let village = try await Village.opened(connections: 4)
    let loan = try await village.lend(.simple())
    try await village.work(on: "2025-08-05")
    try await village.closeMonth("2025-07")
    try await village.repay(loan, "93.00")
    try await village.work(on: "2025-08-31")
    try await village.accrue("2025-08")
    try await village.repay(loan, "50.00")
    try await village.work(on: "2025-09-30")
    try await village.accrue("2025-09")
    try await village.work(on: "2025-10-05")
    try await village.closeMonth("2025-09")
    #expect(try await village.closes().count == 3)
    for month in ["2025-07", "2025-08", "2025-09"] as [Month] {
      #expect(try await village.verified(month).difference == nil)
    }
    #expect(try await village.verified(nil).difference == nil)
    await village.close()
  }

  @Test("a dry run tells what would be posted and writes nothing")
  func preview() async throws {
    let village = try await Village.opened(connections: 4)
    _ = try await village.lend(.simple())
    try await village.work(on: "2025-08-01")
    let bank = try await village.bankRecord()
    let previews = try await PreviewMonth.run(
      month: "2025-07", banks: [bank], caller: Village.anna, on: village.pool,
      options: RunOptions())
    let row = try #require(previews.first?.rows.first)
    #expect(row.line == "microcredit")
    #expect(row.kind == "interest")
    #expect(row.tally.amount == 9_300)
    #expect(try await village.accrue("2025-07")?.interest == "93.00")
    await village.close()
  }

  private func expectError(
    _ error: OperationError, sourceLocation: SourceLocation = #_sourceLocation,
    _ body: () async throws -> some Any
  ) async {
    await #expect(throws: error, sourceLocation: sourceLocation) { _ = try await body() }
  }
}

extension Village {
  func bankRecord() async throws -> Bank {
    let code = bank
    return try await pool.run { try BankRepository($0).loadBank(code: code) }
  }

  @discardableResult
  func closeMonth(_ month: Month) async throws -> [BankClose] {
    try await CloseMonth.run(
      month: month, banks: [try await bankRecord()], caller: Self.anna, on: pool,
      options: CloseOptions())
  }

  fileprivate func closes() async throws -> [MonthClose] {
    let id = bankID
    return try await pool.run { try CloseRepository($0).list(bankID: id) }
  }

  fileprivate func propose(_ month: Month, _ reason: String) async throws -> Bool {
    try await ReopenMonth.propose(
      month, reason: reason, bank: bank, caller: Self.anna, on: pool)
  }

  fileprivate func confirm(_ month: Month, by caller: Caller = boris) async throws -> String {
    try await ReopenMonth.confirm(month, bank: bank, caller: caller, on: pool)
  }
}
