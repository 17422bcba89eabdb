import Testing

/// Holds the recomputation itself to figures worked out by hand, so that it isn't wrong by itself.
@Suite("The recomputation gives the figures worked out by hand")
struct LoanLifeTests {
  private func standing(
    _ bank: String, _ borrower: String, on day: CalendarDay
  ) throws -> LoanStanding {
    let loan = try #require(
      try DemoLoan.all().first { $0.bank == bank && $0.borrower == borrower })
    return try #require(try LoanLife.monthEnds(of: loan, until: day)[day])
  }

  @Test("a quotient is exact until it is rounded, a half upward")
  func fractions() {
    #expect((Fraction(6_000_000, over: 1) * Fraction(35, over: 1_000)).rounded == 210_000)
    #expect(Fraction(5, over: 2).rounded == 3 && Fraction(7, over: 3).rounded == 2)
    #expect(percent(2, of: 5_850) == 117 && percent(25, of: 2) == 1 && percent(25, of: 1) == 0)
  }

  @Test("days are counted across months and leap years")
  func days() {
    #expect(CalendarDay(2025, 9, 1).days(until: CalendarDay(2025, 12, 20)) == 110)
    #expect(CalendarDay(2023, 12, 31).days(until: CalendarDay(2024, 12, 31)) == 366)
    #expect(CalendarDay(2025, 11, 15).adding(months: 3) == CalendarDay(2026, 2, 15))
  }

  @Test("18,000 paid late: interest 276.00 first, then penalty 58.50, so 58.50 stay unpaid")
  func penaltyBeforePrincipal() throws {
    let standing = try standing("dongxing", "H3", on: CalendarDay(2026, 2, 28))
    #expect(standing.principalDue == 5_850 && standing.interestDue == 0)
    #expect(standing.overdueDays == 44 && standing.riskClass == "special-mention")
  }

  @Test("200,000 unpaid since 20 November: penalty at 5.25 % for 42 days, no more subsidy")
  func overduePart() throws {
    let standing = try standing("hami-hongxing", "C1", on: CalendarDay(2025, 12, 31))
    #expect(standing.penalty == 122_500)
    // 41 days, of a cooperative: substandard by the matrix, from 31 days on.
    #expect(standing.overdueDays == 41 && standing.riskClass == "substandard")
    // 20 % of 5,211.11 until 20 September and of 4,744.44 until 20 November.
    #expect(standing.interestOfOthers == 104_222 + 94_889)
  }

  @Test("a student's interest is finance's: 12,000 at 2.80 % for 110 and 102 days")
  func student() throws {
    let standing = try standing("wujiaqu", "S1", on: CalendarDay(2026, 3, 31))
    #expect(standing.interestOfBorrower == 0 && standing.interestOfOthers == 10_267 + 9_520)
  }

  @Test("the report added up by hand in this folder's README is the recomputed one")
  func addedByHand() throws {
    let end = CalendarDay(2026, 3, 31)
    let rows = try DemoFiles.text("Tests/DemoTests/README.md").split(separator: "\n")
      .filter { $0.hasPrefix("| 102") || $0.hasPrefix("| sum") }
      .map { $0.split(separator: "|").map { $0.filter { $0 != " " } } }
    let book = try BookModel(until: end).entries.filter { $0.loan.bank == "wujiaqu" }
    var expected: [[String]] = []
    var sums = [Int](repeating: 0, count: 6)
    for entry in book {
      let at = try #require(entry.monthEnds[end])
      let amounts = [
        at.principal, at.principalDue, at.interestDue, at.interestRunning, at.generalProvision,
        at.specialProvision,
      ]
      sums = zip(sums, amounts).map { $0 + $1 }
      let yuan = amounts.map(DemoFiles.yuan)
      expected.append(
        [entry.loan.number] + yuan[..<4] + ["\(at.overdueDays)", at.riskClass] + yuan[4...])
    }
    let yuan = sums.map(DemoFiles.yuan)
    expected.append(["sum"] + yuan[..<4] + ["", ""] + yuan[4...])
    #expect(rows == expected)
  }
}
