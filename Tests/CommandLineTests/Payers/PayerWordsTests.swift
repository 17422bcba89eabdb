import CommandLine
import Operations
import Quantities
import TestCatalog
import Testing

@Suite("What others pay, in words")
struct PayerWordsTests {
  private static let some = Money(minorUnits: 123_456)

  private static let errors: [PayerError] = [
    .lendingStopped(
      fund: "f",
      NonPerformingRatio(
        month: Month(year: 2026, month: 3), principal: 10_000_000, nonPerforming: 300_001),
      allowedBasisPoints: 300),
    .programmeUnknown("\u{1B}x", known: ["a"]),
    .monthBeforeLastClaim(
      Month(year: 2026, month: 1), last: Month(year: 2026, month: 3), programme: "a"),
    .claimUnknown(7, bank: "pingguo"), .claimNotConfirmed(7),
    .loanNotInClaim("111202500000014", claim: 7), .nothingOpen(claim: 7),
    .moreThanOpen(some, open: some), .notCovered(loan: "111202500000014"),
    .withinBuffer(loan: "111202500000014", overdueDays: 30, buffer: 30),
    .claimedAlready(loan: "111202500000014", some),
    .aboveShare(some, allowed: some, percent: 70), .moreThanClaimed(some, open: some),
    .moreThanOwedBack(some, owed: some),
  ]

  @Test("each refusal is one line with its code in both languages", arguments: errors)
  func words(_ error: PayerError) {
    let failure = Failure(error)
    #expect(failure.kind == .refused && failure.code == error.code)
    #expect(failure.phrase.zh != failure.phrase.en)
    for language in Language.allCases {
      let line = failure.line(in: language)
      #expect(line.hasPrefix("shanhai: ") && line.hasSuffix(" [\(error.code)]\n"))
      #expect(line.split(separator: "\n").count == 1 && !line.contains("\u{1B}"))
    }
  }

  /// Runs a shell line in which `$shanhai` is the program and `$db` the database.
  private static func shell(
    _ line: String, _ database: String, language: String = "en"
  ) throws -> Program.Result {
    try Program.shell(
      "db=$SHANHAI_DATABASE_URI; \(line)",
      ["SHANHAI_DATABASE_URI": database, "LANG": language, "seeds": TestCatalog.seeds])
  }

  @Test("programmes and funds are listed as tables, CSV and JSON")
  func lists() async throws {
    let database = try await TestCatalog.loaded()
    let programmes = try Self.shell(
      "$shanhai catalog programmes --format csv --database \"$db\"", database)
    #expect(programmes.exitCode == 0 && programmes.error == "")
    let rows = programmes.output.split(separator: "\n")
    #expect(rows.count == 11)
    #expect(rows.contains { $0.hasPrefix("finance-microcredit-pingguo,finance,") })
    let funds = try Self.shell("$shanhai catalog funds --format csv --database \"$db\"", database)
    #expect(funds.output.contains("microcredit-huangping,"))
    #expect(funds.output.contains(",522622,microcredit,2021-03-04,70,30,3.00,50000.00,5,"))
    let chinese = try Self.shell(
      "$shanhai catalog funds --database \"$db\"", database, language: "zh_CN.UTF-8")
    #expect(chinese.output.contains("黄平县小额信贷风险补偿金"))
  }

  @Test("claims are listed, and refused with their code")
  func claims() async throws {
    let database = try await TestCatalog.loaded()
    let empty = try Self.shell(
      "$shanhai subsidy list --bank pingguo --format csv --database \"$db\"", database)
    #expect(empty.exitCode == 0 && empty.output.hasPrefix("claim,programme,month,batch,status,"))
    let unknown = try Self.shell(
      "$shanhai subsidy show 9 --bank pingguo --database \"$db\"", database)
    #expect(unknown.exitCode == 1 && unknown.error.hasSuffix(" [payers.claim_unknown]\n"))
    let due = try Self.shell(
      "$shanhai compensation due --bank pingguo --format json --database \"$db\"", database)
    #expect(due.exitCode == 0 && due.output.contains("\"rows\": []"))
    let list = try Self.shell(
      "$shanhai compensation list --loans --bank pingguo --database \"$db\"", database)
    #expect(list.exitCode == 0 && list.error == "")
    let usage = try Self.shell("$shanhai subsidy pay 1 --bank pingguo --database \"$db\"", database)
    #expect(usage.exitCode == 2)
  }
}
