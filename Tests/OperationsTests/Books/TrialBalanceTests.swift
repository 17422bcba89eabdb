import CommandLine
import Fixtures
import Interchange
import Operations
import Postgres
import Quantities
import Repositories
import Testing

@Suite("The trial balance")
struct TrialBalanceTests {
  @Test("holds each account's turnover and balance, and debits are credits")
  func byHand() async throws {
    let (village, _, _) = try await Village.withBooks()
    let balance = try await village.trialBalance(BooksRequest(from: "2025-08-01"))
    let lines = balance.lines(off: false).map { line in
      "\(line.account.code) \(line.opening) \(line.debit) \(line.credit) \(line.closing)"
    }
    #expect(
      lines == [
        "113201 9300 0 9300 0", "113202 4340 0 0 4340", "130302 3600000 0 0 3600000",
        "130305 1800000 0 0 1800000", "2011 -5400000 109300 0 -5290700",
        "224101 0 0 100000 -100000", "601101 -13640 0 0 -13640",
      ])
    #expect(
      balance.lines(off: true).map { "\($0.account.code) \($0.closing)" }
        == ["990201 500", "990901 -500"])
    for off in [false, true] {
      let totals = balance.totals(off: off)
      #expect(totals.isBalanced)
      #expect(balance.lines(off: off).reduce(0) { $0 + $1.closing } == 0)
    }
    #expect(balance.totals(off: false).closing == (5_404_340, 5_404_340))
    await village.close()
  }

  @Test("ends on the day that is asked for")
  func asOf() async throws {
    let (village, _, _) = try await Village.withBooks()
    let july: [String: Int128] = [
      "113201": 9_300, "113202": 4_340, "130302": 3_600_000, "130305": 1_800_000,
      "2011": -5_400_000, "601101": -13_640, "990201": 500, "990901": -500,
    ]
    #expect(try await village.balances(BooksRequest(asOf: "2025-07-31")) == july)
    #expect(try await village.balances(BooksRequest(until: "2025-08-09")) == july)
    #expect(try await village.balances(BooksRequest(until: "2025-06-30")) == [:])
    // Of two last days the earlier one holds.
    #expect(
      try await village.balances(BooksRequest(until: "2025-08-31", asOf: "2025-07-31")) == july)
    await #expect(
      throws: BooksError.daysReversed(from: "2025-08-01", until: "2025-07-31")
    ) {
      try await village.balances(BooksRequest(from: "2025-08-01", asOf: "2025-07-31"))
    }
    await village.close()
  }

  @Test("is what was known by a fact, or by a moment")
  func knownAt() async throws {
    let (village, loan, student) = try await Village.withBooks()
    let facts = try await village.file(loan).facts
    let paidOut = try #require(facts.first { $0.kind == .disbursed })
    let first: [String: Int128] = ["130302": 3_600_000, "2011": -3_600_000]
    #expect(
      try await village.balances(BooksRequest(knownAt: .fact(paidOut.number))) == first)
    #expect(
      try await village.balances(BooksRequest(knownAt: .instant(paidOut.recordedAt))) == first)
    let before = Instant(microseconds: paidOut.recordedAt.microseconds - 1)
    #expect(try await village.balances(BooksRequest(knownAt: .instant(before))) == [:])
    // The student's money went out later, and the run came after both.
    let second = try #require(
      try await village.file(student).facts.first { $0.kind == .disbursed })
    let both = try await village.balances(BooksRequest(knownAt: .fact(second.number)))
    #expect(both["2011"] == -5_400_000 && both["113201"] == nil && both["990201"] == nil)
    let repaid = try #require(facts.last { $0.kind == .repaid })
    let run = try await village.balances(BooksRequest(knownAt: .fact(repaid.number - 1)))
    #expect(run["113201"] == 9_300 && run["990201"] == 500)
    await village.close()
  }

  @Test("of a sponsor is the sum of its banks")
  func sponsor() async throws {
    let (village, _, _) = try await Village.withBooks()
    let whole = try await ReportTrialBalance.run(
      BooksRequest(), scope: .sponsor(""), on: village.pool)
    var sum = try await village.balances()
    for (code, amount) in try await village.neighbour.balances() {
      sum[code, default: 0] += amount
    }
    #expect(sum["2011"] == -8_890_700)
    for line in whole.balance.lines(off: false) {
      #expect(line.closing == sum[line.account.code, default: 0], "\(line.account.code)")
    }
    #expect(whole.balance.totals(off: false).isBalanced)
    #expect(whole.days == ("2025-07-01" as Day)...("2025-08-10" as Day))
    await village.close()
  }

  @Test("is printed with both languages, and what is off balance apart")
  func page() async throws {
    let (village, _, _) = try await Village.withBooks()
    let report = try await ReportTrialBalance.run(
      BooksRequest(), scope: .bank("wujiaqu"), on: village.pool)
    let page = TrialBalancePage(report)
    let english = page.text(.table, .en)
    #expect(english.hasPrefix("Trial balance: Wujiaqu Guomin Village Bank, 2025-07-01 to "))
    #expect(english.contains("52,907.00") && english.contains("54,043.40"))
    #expect(english.contains("\nOff balance\n"))
    let chinese = page.text(.table, .zh)
    #expect(chinese.contains("试算平衡表：五家渠国民村镇银行") && chinese.contains("\n表外\n"))
    let json = try JSONValue(reading: Array(page.text(.json, .en).utf8))
    guard case .object(let members) = json else { return #expect(Bool(false), "no object") }
    #expect(members.map(\.name).suffix(2) == ["on_balance", "off_balance"])
    let csv = page.text(.csv, .en).split(separator: "\n")
    #expect(csv.count == 10 && csv[9].hasPrefix("990901,表外—对方,"))
    await village.close()
  }

  @Test(
    "refuses an account that is not there, in both languages",
    arguments: [
      BooksError.accountUnknown("9999"), .daysReversed(from: "2026-01-02", until: "2026-01-01"),
    ])
  func words(_ error: BooksError) {
    let failure = Failure(error)
    #expect(["books.account_unknown", "books.days_reversed"].contains(error.code))
    #expect(failure.kind == .refused && failure.phrase.zh != failure.phrase.en)
    for language in Language.allCases {
      #expect(failure.line(in: language).hasSuffix(" [\(error.code)]\n"))
    }
  }
}
