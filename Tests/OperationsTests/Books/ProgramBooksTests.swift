import Foundation
import Testing

@Suite("The program shows the books")
struct ProgramBooksTests {
  private static func shanhai(_ words: String, on village: Village) throws -> Checker.Outcome {
    let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appending(path: "shanhai").path
    return try Checker.shell(
      "\(program) \(words) --language en --database \"\(village.connectionInfo)\"", in: "/tmp")
  }

  @Test("as ledgers with running balances, and as the journal of a day")
  func reports() async throws {
    let (village, loan, _) = try await Village.withBooks()
    let general = try Self.shanhai(
      "report ledger --bank wujiaqu --account 2011 --month 2025-08", on: village)
    #expect(general.exitCode == 0)
    #expect(general.output.hasPrefix("Ledger of 2011 Settlement accounts of borrowers: Wujiaqu"))
    #expect(general.output.contains("Opening") && general.output.contains("54,000.00"))
    #expect(general.output.hasSuffix("52,907.00\n"))
    let loans = try Self.shanhai(
      "report ledger --bank wujiaqu --account 1303 --by-loan --format csv", on: village)
    let header = "loan_number,opening,debit,credit,closing\n"
    #expect(loans.output.hasPrefix(header + "\(loan),0.00,36000.00,0.00,36000.00\n"))
    let own = try Self.shanhai(
      "report ledger --bank wujiaqu --loan \(loan) --account 1132 --format csv", on: village)
    #expect(own.output.split(separator: "\n").count == 3)
    #expect(own.output.hasSuffix(",2011,,93.00,0.00\n"))
    let journal = try Self.shanhai("report journal --bank wujiaqu --on 2025-07-31", on: village)
    #expect(journal.output.contains("month accrued") && journal.output.contains("136.40"))
    #expect(journal.output.hasSuffix("* Off balance, and not in the total: 5.00 in 1 posting\n"))
    let empty = try Self.shanhai(
      "report journal --bank wujiaqu --on 2025-07-31 --known-at 9 --format json", on: village)
    #expect(empty.output.contains("\"postings\": 0,"))
    await village.close()
  }

  @Test(
    "and says which options don't go together",
    arguments: [
      ("report trial-balance --sponsor --known-at 5", "usage.fact_of_one_bank"),
      ("report trial-balance", "usage.bank_or_sponsor"),
      ("report ledger --bank wujiaqu", "usage.account_or_loan"),
      ("report ledger --bank wujiaqu --loan 1 --by-loan", "usage.account_or_loan"),
      ("report trial-balance --sponsor --month 2025-07 --from 2025-07-01", "usage.month_or_days"),
    ])
  func usage(_ words: String, _ code: String) async throws {
    let village = try await Village.opened()
    let outcome = try Self.shanhai(words, on: village)
    #expect(outcome.exitCode == 2 && outcome.output.hasSuffix(" [\(code)]\n"), "\(outcome.output)")
    await village.close()
  }
}
