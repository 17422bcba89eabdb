import Banks
import Classification
import CommandLine
import Interchange
import LoanProducts
import Operations
import Quantities
import Repositories
import Testing

/// Goal: a request in the words of a bank gives the right loans, and a bad one a clear error.
///
/// Method: a book of seven loans whose answers are counted by hand.
@Suite("A list of loans")
struct ListLoansTests {
  private static func list(
    as officer: String? = "ma", login: String = "nobody",
    _ change: (inout LoanListRequest) -> Void = { _ in }
  ) async throws -> LoanList {
    var request = LoanListRequest()
    change(&request)
    return try await ListLoans.run(
      request, caller: Caller(login: login, actingAs: officer), on: LoanBook.small())
  }

  private static func serials(
    _ change: (inout LoanListRequest) -> Void
  ) async throws -> [Int64] {
    try await list(change).items.map(\.loan.loanID)
  }

  @Test("has all loans of the officer's own bank, by number, if nothing is said")
  func plain() async throws {
    let list = try await Self.list()
    #expect(list.bank.code == "puge")
    #expect(list.items.map(\.loan.loanID) == [1, 2, 3, 4, 5, 6])
    #expect(list.asOf == Day("2026-03-31"))
    #expect(list.next == nil && list.totals == nil)
    let fourth = list.items[3]
    #expect(fourth.branch == "town" && fourth.officer == "jike")
    #expect(fourth.borrower?.borrower.name == "普格合作社")
    #expect(list.items.map(\.overdueDays) == [0, 0, 90, 91, nil, nil])
    #expect(
      list.items.map(\.riskClass)
        == [.normal, .specialMention, .specialMention, .substandard, nil, nil])
  }

  @Test("is narrowed by each word")
  func narrowed() async throws {
    #expect(try await Self.serials { $0.branch = "town" } == [3, 4, 5])
    #expect(try await Self.serials { $0.officer = "ma" } == [1, 2, 6])
    #expect(try await Self.serials { $0.borrower = "H1" } == [1, 5, 6])
    #expect(try await Self.serials { $0.line = .microcredit } == [1, 2, 6])
    #expect(try await Self.serials { $0.status = .settled } == [5])
    #expect(try await Self.serials { $0.riskClass = .normal } == [1])
    #expect(try await Self.serials { $0.riskClass = .specialMention } == [2, 3])
    #expect(try await Self.serials { $0.riskClass = .substandard } == [4])
    #expect(try await Self.serials { $0.riskClass = .loss } == [])
    #expect(try await Self.serials { $0.overdueDaysAtLeast = 90 } == [3, 4])
    #expect(try await Self.serials { $0.overdueDaysAtLeast = 91 } == [4])
    #expect(try await Self.serials { $0.disbursed.from = Day("2025-03-01") } == [4, 6])
    #expect(try await Self.serials { $0.matures.until = Day("2026-03-01") } == [3])
    #expect(try await Self.list { $0.bank = "meigu" }.items.count == 1)
  }

  @Test("classes a firm's loans by the matrix, too, from its first day on")
  func firms() async throws {
    func list(_ change: (inout LoanListRequest) -> Void) async throws -> LoanList {
      var request = LoanListRequest()
      change(&request)
      return try await ListLoans.run(
        request, caller: Caller(login: "nobody", actingAs: "ma"), on: LoanBook.judged())
    }
    // 91 days: a firm's loan is doubtful, 90 of a household's special mention.
    #expect(
      try await list { _ in }.items.map(\.riskClass)
        == [.normal, .specialMention, .specialMention, .doubtful, nil, nil])
    for riskClass in RiskClass.allCases {
      let listed = try await list {
        $0.riskClass = riskClass
        $0.withTotals = true
      }
      let expected: [RiskClass: [Int64]] = [
        .normal: [1], .specialMention: [2, 3], .doubtful: [4],
      ]
      #expect(listed.items.map(\.loan.loanID) == expected[riskClass] ?? [])
      #expect(listed.totals?.loans == listed.items.count)
    }
    // The day before the matrix begins 90 days are special mention, a day later 92 are doubtful.
    let early = try await list { $0.asOf = Day("2026-03-30") }
    #expect(early.items[3].riskClass == .specialMention)
    let later = try await list { $0.asOf = Day("2026-04-01") }
    #expect(later.items[3].riskClass == .doubtful && later.items[2].riskClass == .substandard)
  }

  @Test("counts class and overdue days to the day asked for")
  func asOf() async throws {
    let tomorrow = try await Self.list {
      $0.riskClass = .substandard
      $0.asOf = Day("2026-04-01")
    }
    #expect(tomorrow.items.map(\.loan.loanID) == [3, 4])
    #expect(tomorrow.items.map(\.overdueDays) == [91, 92])
  }

  @Test(
    "is in the order asked for, from page to page",
    arguments: [
      (LoanOrder.number, [1, 2, 3, 4, 5, 6]), (.disbursed, [5, 1, 2, 3, 4, 6]),
      (.matures, [3, 5, 4, 1, 2, 6]), (.outstanding, [4, 2, 1, 3, 6, 5]),
      (.overdue, [4, 3, 1, 2, 5, 6]),
    ] as [(LoanOrder, [Int64])])
  func ordered(order: LoanOrder, expected: [Int64]) async throws {
    var found: [Int64] = []
    var after: String?
    repeat {
      let key = after
      let page = try await Self.list {
        $0.order = order
        $0.rows = 4
        $0.after = key
      }
      found += page.items.map(\.loan.loanID)
      after = page.next
      #expect(page.next == nil || page.items.count == 4)
    } while after != nil
    #expect(found == expected)
  }

  @Test("merges overdue and restructured loans of special mention, page by page")
  func merged() async throws {
    let first = try await Self.list {
      $0.riskClass = .specialMention
      $0.order = .outstanding
      $0.rows = 1
      $0.withTotals = true
    }
    #expect(first.items.map(\.loan.loanID) == [2])
    #expect(first.totals?.loans == 2 && first.totals?.outstanding == 3_500_000)
    let second = try await Self.list {
      $0.riskClass = .specialMention
      $0.order = .outstanding
      $0.rows = 1
      $0.after = first.next
    }
    #expect(second.items.map(\.loan.loanID) == [3] && second.next == nil)
  }

  @Test("masks names and identity numbers unless they are to be revealed")
  func masked() async throws {
    let list = try await Self.list()
    for format in OutputFormat.allCases {
      let masked = list.text(format, reveal: false)
      #expect(masked.contains("沙*") && !masked.contains("沙马"))
      #expect(masked.contains("5134**********1230") && !masked.contains("19900101"))
      #expect(masked.contains("普格合作社"))
      let revealed = list.text(format, reveal: true)
      #expect(revealed.contains("沙马阿木") && revealed.contains("513436199001011230"))
    }
  }

  @Test("has number and sums in each shape")
  func totals() async throws {
    let list = try await Self.list {
      $0.withTotals = true
      $0.rows = 2
    }
    #expect(list.text(.table, reveal: false).contains("1,005,000.00"))
    #expect(list.text(.table, reveal: false).contains("860,000.05"))
    let json = list.text(.json, reveal: false)
    #expect(json.contains("\"loans\": 6") && json.contains("\"outstanding\": \"860000.05\""))
    #expect(json.contains("\"next\": \"number.0.101202500000022\""))
    #expect(list.note(.table)?.en == "next page: --after number.0.101202500000022")
    #expect(list.note(.csv)?.en.hasPrefix("6 loans, principal 1005000.00, outstanding") == true)
    #expect(list.note(.json) == nil)
    #expect(list.text(.csv, reveal: false).split(separator: "\n").count == 3)
  }

  @Test("needs to know the bank: an officer of two banks, or of none, must name it")
  func bankNotGiven() async throws {
    let two = LoanListError.bankNotGiven(officer: "roving", banks: ["meigu", "puge"])
    await #expect(throws: two) { try await Self.list(as: nil, login: "roving") }
    let none = LoanListError.bankNotGiven(officer: "nobody", banks: [])
    await #expect(throws: none) { try await Self.list(as: nil) }
    #expect(try await Self.list(as: nil, login: "mahai").bank.code == "puge")
    #expect(two.code == "list.bank_not_given")
  }

  @Test("refuses names that nobody has")
  func unknown() async throws {
    await #expect(throws: OperationError.bankUnknown("x", known: ["puge", "meigu"])) {
      try await Self.list { $0.bank = "x" }
    }
    await #expect(throws: OperationError.branchUnknown("x", known: ["head", "town"])) {
      try await Self.list { $0.branch = "x" }
    }
    await #expect(throws: OperationError.officerUnknown("ali", bank: "puge")) {
      try await Self.list { $0.officer = "ali" }
    }
    await #expect(throws: OperationError.borrowerUnknown("x", bank: "puge")) {
      try await Self.list { $0.borrower = "x" }
    }
  }

  private static let day = Day(number: 20_000)
  private typealias Change = @Sendable (inout LoanListRequest) -> Void
  private static let refusals: [(LoanListError, String, Change)] =
    [
      (
        .rowsOutsideRange(found: 0, allowed: 1...10_000), "list.rows_outside_range",
        { $0.rows = 0 }
      ),
      (
        .rowsOutsideRange(found: 10_001, allowed: 1...10_000), "list.rows_outside_range",
        { $0.rows = 10_001 }
      ),
      (
        .daysEmpty(from: day, until: day), "list.days_empty",
        { $0.matures = DaySpan(from: day, until: day) }
      ),
      (
        .overdueDaysOutsideRange(found: 0, allowed: 1...100_000),
        "list.overdue_days_outside_range", { $0.overdueDaysAtLeast = 0 }
      ),
      (
        .statusHasNoClass(.settled), "list.status_has_no_class",
        {
          $0.status = .settled
          $0.riskClass = .normal
        }
      ),
      (.pageKeyMalformed("x"), "list.page_key_malformed", { $0.after = "x" }),
      (
        .pageKeyMalformed("disbursed.99999999.101202500000022"), "list.page_key_malformed",
        {
          $0.order = .disbursed
          $0.after = "disbursed.99999999.101202500000022"
        }
      ),
      (
        .pageKeyOfOtherOrder(found: .number, asked: .matures), "list.page_key_of_other_order",
        {
          $0.order = .matures
          $0.after = "number.0.101202500000022"
        }
      ),
    ]

  @Test("refuses what no list can be, in one line of each language", arguments: refusals)
  func refused(
    error: LoanListError, code: String, change: @Sendable (inout LoanListRequest) -> Void
  ) async throws {
    await #expect(throws: error) { try await Self.list(change) }
    #expect(error.code == code)
    let failure = Failure(error)
    #expect(failure.kind == .refused && failure.phrase.zh != failure.phrase.en)
    for language in Language.allCases {
      let line = failure.line(in: language)
      #expect(line.hasSuffix(" [\(code)]\n") && line.split(separator: "\n").count == 1)
    }
  }
}
