import Banks
import Fixtures
import Foundation
import Operations
import Postgres
import Quantities
import Reporting
import Repositories
import Risk
import Testing

/// Goal: what is stored follows from the facts, and a row that does not is found and named.
@Suite("the verification")
struct VerifyTests {
  @Test("finds nothing in what operations have booked, in all and month by month")
  func holds() async throws {
    let village = try await Self.half()
    let outcome = try await village.verified(nil)
    #expect(outcome.difference == nil)
    #expect(outcome.counts["wujiaqu"]?.loans == 3)
    for month in ["2025-07", "2025-08", "2025-09"] as [Month] {
      #expect(try await village.verified(month).difference == nil)
    }
    await village.close()
  }

  @Test(
    "names the first difference",
    arguments: [
      ("UPDATE transfers SET amount = amount + 1 WHERE kind = 'interest-repaid'", "fact"),
      ("UPDATE transfers SET booked_on = booked_on + 1 WHERE kind = 'credit'", "fact"),
      ("DELETE FROM transfers WHERE kind = 'disbursement'", "fact"),
      ("UPDATE run_transfers SET amount = amount - 1 WHERE booked_on = '2025-08-31'", "run"),
      ("DELETE FROM run_transfers WHERE booked_on = '2025-09-30'", "run"),
      ("UPDATE bank_transfers SET amount = amount + 1 WHERE run_number = 2", "run 2"),
      ("DELETE FROM bank_transfers WHERE booked_on = '2025-08-31'", "run 2"),
      ("UPDATE positions SET principal = principal + 1 WHERE month = '2025-08-01'", "position"),
      ("DELETE FROM positions WHERE month = '2025-07-01'", "position"),
      ("UPDATE positions SET posted_borrower = posted_borrower + 1", "position"),
      ("UPDATE loan_states SET matures_on = matures_on + 1 WHERE outstanding > 0", "state"),
      ("UPDATE signed_schedules SET interest[1] = interest[1] + 1", "schedule"),
      (
        "UPDATE facts SET amount = amount + 1 WHERE kind = 'repaid' AND booked_on < '2025-08-15'",
        "fact"
      ),
      ("UPDATE accrual_runs SET transfer_count = transfer_count + 1", "checks/run_differs"),
    ])
  func found(change: String, place: String) async throws {
    let village = try await Self.half()
    try await village.asOwner(change)
    let difference = try #require(try await village.verified(nil).difference)
    #expect(difference.bank == "wujiaqu")
    #expect(difference.place.hasPrefix(place), "\(difference)")
    #expect(difference.found != difference.expected)
    await village.close()
  }

  @Test("holds where a village was registered later: months that were run before know none")
  func laterVillage() async throws {
    let village = try await Village.opened(connections: 4)
    _ = try await village.lend(.simple())
    try await village.work(on: "2025-08-05")
    try await village.closeMonth("2025-07")
    try await village.asOwner("INSERT INTO divisions VALUES ('659004', '', 2002, NULL, '')")
    var row = BorrowerRequest(bank: village.bank, reference: "B1", kind: .household)
    (row.name, row.number, row.bornOn) = ("示例", "B1", "1980-01-01")
    (row.divisionCode, row.household) = ("659004", "B1")
    var outcomes: [BorrowerOutcome] = []
    for name in ["东村", nil, "东村", "西村"] {
      row.village = name
      outcomes += try await ImportBorrowers.run(
        [Lined(row, line: 2)], mode: .allOrNone, caller: Village.anna, on: village.pool)
    }
    #expect(outcomes.map(\.isCompleted) == [true, false, false, false])
    #expect(outcomes.map(\.isRefused) == [false, false, false, true])
    try await village.work(on: "2025-09-01")
    try await village.closeMonth("2025-08")
    for (month, member) in [("2025-07", ""), ("2025-08", "东村")] as [(Month, String)] {
      for recounts in [false, true] {
        let request = RiskRequest(month: month, scope: .bank(village.bank), recounts: recounts)
        let report = try await ReportRisk.run(request, on: village.pool).report
        #expect(report.members(of: .village).map(\.key.member) == [member])
      }
      #expect(try await village.verified(month).difference == nil)
    }
    #expect(try await village.verified(nil).difference == nil)
    await village.close()
  }

  @Test("is told by the program, which ends with 1")
  func program() async throws {
    let village = try await Self.half()
    try await village.asOwner("UPDATE transfers SET amount = amount + 1 WHERE kind = 'credit'")
    let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appending(path: "shanhai").path
    let outcome = try Checker.shell(
      "\(program) verify --language en --database \"\(village.connectionInfo)\"", in: "/tmp")
    #expect(outcome.exitCode == 1)
    #expect(outcome.output.contains("bank wujiaqu, loan"))
    #expect(outcome.output.contains("[verify.differs]"))
    await village.close()
  }

  /// Three months of three loans: paid, paid late with a fact of the day before, not paid.
  static func half() async throws -> Village {
    let village = try await Village.opened()
    let loans = [
      try await village.lend(.simple()), try await village.lend(.simple("B2")),
      try await village.lend(.simple("B3")),
    ]
    try await village.work(on: "2025-08-01")
    try await village.accrue("2025-07")
    try await village.repay(loans[0], "93.00")
    try await village.work(on: "2025-08-20")
    try await village.repay(loans[1], "50.00", on: "2025-08-10")
    try await village.work(on: "2025-09-05")
    try await village.repay(loans[0], "500.00")
    try await village.accrue("2025-08")
    try await village.repay(loans[1], "20.00", on: "2025-08-30")
    try await village.accrue("2025-08")
    try await village.work(on: "2025-09-30")
    try await village.accrue("2025-09")
    return village
  }
}

extension Village {
  /// What a verification of both banks, or of one month, finds.
  func verified(_ month: Month?) async throws -> VerificationOutcome {
    let banks = try await pool.run { connection in try BankRepository(connection).listBanks() }
    return try await VerifyBooks.run(
      banks.sorted { $0.code < $1.code }, month: month, jobs: 2, on: pool)
  }
}
