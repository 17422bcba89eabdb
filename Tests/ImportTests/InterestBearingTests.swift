import Operations
import Postgres
import Quantities
import Repositories
import Testing

/// Goal: what runs post on an imported book is what its contracts earn, to the haléř.
///
/// Method: the Czech loans at 12 % a year, half of them by months and half by days, nobody pays
/// after the cutover. Each posting of three months is compared with `ExactInterest`, which uses
/// whole numbers and a calendar of its own and nothing of the program.
@Suite("The Czech bank book at 12 % a year")
struct InterestBearingTests {
  private static let months = [CivilDay(2019, 1, 31), CivilDay(2019, 2, 28), CivilDay(2019, 3, 31)]

  private static func isMonthly(_ loan: CzechBook.Loan) -> Bool { loan.id.isMultiple(of: 2) }

  @Test(
    "opens with what was earned by the cutover and accrues what came after, loan by loan",
    .enabled(
      if: CzechBook.isThere,
      "the Czech bank book is not beside the project's folder: nothing was proved by it"))
  func accrual() async throws {
    let book = try CzechBook()
    let database = try await BookDatabase(
      businessDate: CzechBook.cutover.text, branches: book.districts,
      borrowers: book.loans.map(\.owner))
    let file = book.file(rate: "12") { Self.isMonthly($0) ? "months/12" : "actual/360" }
    let result = try database.importLoans(file.utf8)
    try #require(result.exitCode == 0, "\(result.error)\(result.output)")
    for end in Self.months {
      let day = try #require(Day(end.text))
      _ = try await CloseDay.run(
        to: day, bank: BookDatabase.bank, caller: database.caller, on: database.pool)
      let run = try #require(try await accrue(day.month, database))
      #expect(run.loanCount == 479)
      #expect(try await accrue(day.month, database) == nil, "a second run posts nothing")
    }
    let found = try await database.query(
      """
      SELECT ARRAY[substr(f.idempotency_key, 8), t.booked_on::text, t.kind, sum(
        CASE WHEN t.debit_account LIKE '1303%' OR t.debit_account LIKE '1132%'
          OR t.debit_account = '990201' THEN t.amount
        ELSE -t.amount END)::text] AS line
      FROM postings t
      JOIN facts f ON f.bank_id = t.bank_id AND f.loan_id = t.loan_id AND f.kind = 'imported'
      GROUP BY f.idempotency_key, t.booked_on, t.kind
      """)
    let expected = book.loans.filter { $0.balance > 0 }.flatMap(postings)
    #expect(found.count == expected.count)
    let wrong = Set(found).symmetricDifference(expected)
    #expect(wrong.isEmpty, "\(wrong.sorted { $0[0] < $1[0] }.prefix(8))")
    #expect(expected.count > 479 * 4)
    #expect(try await database.failingChecks() == [])
    try await expectPositions(book, database)
    print("interest-bearing book: \(found.count) postings of 479 loans agree")
  }

  private func accrue(_ month: Month, _ database: BookDatabase) async throws -> AccrualRun? {
    try await AccrueInterest.run(
      month: month, bank: BookDatabase.bank, caller: database.caller, on: database.pool
    )
  }

  /// The postings that a loan must have: opening balances, then each month's growth; once it is
  /// more than 90 days late, all that was booked is taken back, and stands off balance.
  private func postings(_ loan: CzechBook.Loan) -> [[String]] {
    let exact = ExactInterest(loan: loan, isMonthly: Self.isMonthly(loan))
    var lines = [["\(loan.id)", CzechBook.cutover.text, "opening-principal", "\(loan.balance)"]]
    let atCutover = exact.earned(by: CzechBook.cutover)
    let firstDue = loan.due(loan.paid + 1).number
    let wasLate = CzechBook.cutover.number - firstDue > 90
    var before = wasLate ? ExactInterest.Amounts() : atCutover
    var suspended = wasLate ? atCutover.interest + atCutover.penalty : 0
    let opening = [
      ("opening-interest", before.interest), ("opening-penalty", before.penalty),
      ("suspended", suspended),
    ]
    for (kind, amount) in opening where amount != 0 {
      lines.append(["\(loan.id)", CzechBook.cutover.text, kind, "\(amount)"])
    }
    for end in Self.months {
      let earned = exact.earned(by: end)
      let isLate = end.number - firstDue > 90
      let now = isLate ? ExactInterest.Amounts() : earned
      let off = isLate ? earned.interest + earned.penalty : 0
      let growth = now - before
      let changes = [
        ("interest", growth.interest), ("penalty", growth.penalty), ("suspended", off - suspended),
      ]
      for (kind, amount) in changes where amount != 0 {
        lines.append(["\(loan.id)", end.text, kind, "\(amount)"])
      }
      before = now
      suspended = off
    }
    return lines
  }

  /// March's positions hold the same sums, and the days since the oldest unpaid instalment.
  private func expectPositions(_ book: CzechBook, _ database: BookDatabase) async throws {
    let found = try await database.query(
      """
      SELECT ARRAY[substr(f.idempotency_key, 8), p.principal::text,
        (p.interest_due + p.interest_running)::text, p.penalty_due::text,
        p.principal_overdue_days::text] AS line
      FROM positions p
      JOIN facts f ON f.bank_id = p.bank_id AND f.loan_id = p.loan_id AND f.kind = 'imported'
      WHERE p.month = '2019-03-01' AND p.version = 1
      """)
    let end = CivilDay(2019, 3, 31)
    let expected = book.loans.filter { $0.balance > 0 }.map { loan in
      let earned = ExactInterest(loan: loan, isMonthly: Self.isMonthly(loan)).earned(by: end)
      let days = end.number - loan.due(loan.paid + 1).number
      return [
        "\(loan.id)", "\(loan.balance)", "\(earned.interest)", "\(earned.penalty)",
        "\(max(0, days))",
      ]
    }
    #expect(Set(found) == Set(expected))
  }
}
