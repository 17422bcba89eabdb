import Classification
import Fixtures
import LoanProducts
import Operations
import Origination
import Postgres
import Quantities
import Repositories
import Risk
import Servicing
import Testing

/// Goal: a firm's loans are judged by the matrix and by each other, at month ends whichever way
/// they are found, in explanations, in forecasts and in books that are rebuilt.
///
/// Method: the firm owes two loans from 2025-07-01 on, interest due on the first of each month. The
/// large one is paid, the small one is not until October: 30 days late at the end of August, 60 at
/// that of September.
@Suite("a class by who owes the loan")
struct DebtorTests {
  private static func request(_ principal: Money, of borrower: String = "E1")
    -> ApplicationRequest
  {
    ApplicationRequest.simple(borrower, until: "2027-07-01").with {
      $0.application.line = .tourism
      $0.application.principal = principal
    }
  }

  /// A firm with two loans and a household with as many, the small ones 60 days late.
  private static func september(
    _ small: Money
  ) async throws -> (Village, large: String, small: String) {
    let village = try await Village.opened()
    let large = try await village.lend(request("180000.00"))
    let late = try await village.lend(request(small))
    let paid = try await village.lend(request("180000.00", of: "B1"))
    _ = try await village.lend(request(small, of: "B1"))
    for loan in [large, paid] { try await village.repay(loan, "5000.00") }
    for (day, month) in [("2025-08-31", "2025-08"), ("2025-09-30", "2025-09")] as [(Day, Month)] {
      try await village.work(on: day)
      try await village.accrue(month)
    }
    return (village, large, late)
  }

  @Test(
    "one non-performing loan of 10 % or less, and of more",
    arguments: [("20000.00", "special-mention"), ("20000.01", "substandard")])
  func monthEnds(_ small: Money, _ expected: String) async throws {
    let (village, large, late) = try await Self.september(small)
    #expect(
      try await village.classes("2025-08")
        == ["normal", "special-mention", "normal", "special-mention"])
    // A household's loans are judged one by one, by the days alone.
    let september = [expected, "substandard", "normal", "special-mention"]
    #expect(try await village.classes("2025-09") == september)
    try await village.forgetOutlooks()
    #expect(try await village.accrue("2025-09") == nil)
    #expect(try await village.verified(nil).difference == nil)
    #expect(try await village.verified("2025-09").difference == nil)

    for day in ["2025-09-30", "2025-10-01", "2025-11-15"] as [Day] {
      #expect(try await village.listedOtherwise(on: day) == [])
    }
    let explained = try await village.explain(large).assessment
    #expect(explained.riskClass.rawValue == expected)
    #expect(explained.findings.map(\.rule) == [.crossDefault])
    let cause = try await village.explain(late).assessment
    #expect(cause.findings.map(\.rule) == [.overdue, .smallEnterprise])
    #expect(cause.findings.map(\.atLeast)[1] == .substandard)
    let shown = try await village.previewChange(
      late, .repaid("2000.00", inAdvance: nil, from: nil, party: nil))
    #expect(shown.before?.riskClass == .substandard && shown.after?.riskClass == .normal)

    // The small one is paid: it was never in default, so both are normal again.
    try await village.work(on: "2025-10-31")
    try await village.repay(late, "2000.00", on: "2025-10-15")
    try await village.accrue("2025-10")
    #expect(
      try await village.classes("2025-10") == ["normal", "normal", "normal", "substandard"])
    #expect(try await village.verified(nil).difference == nil)
    try await Verification.expectNone(village)
    await village.close()
  }

  @Test("is in what is forecast and rebuilt, and a class that was changed is found")
  func elsewhere() async throws {
    let (village, large, _) = try await Self.september("30000.00")
    let request = RiskRequest(month: "2025-09", scope: .bank(village.bank))
    let losses = try await ExpectLosses.run(request, jobs: 2, on: village.pool)
    #expect(losses.table.cells.filter { $0.key.reason == .nonPerforming }.map(\.value.loans) == [2])
    let stress = try await TestStress.run(request, scenarios: [], jobs: 2, on: village.pool)
    #expect(stress.test.today.classes[.substandard] == 21_000_000)

    let owner = RebuildTests.owner(of: village.connectionInfo)
    let lines = try await RebuildTests.lines(owner)
    await owner.close()
    let rebuilt = try await RebuildTests.rebuilt(lines)
    for month in ["2025-08", "2025-09"] as [Month] {
      let (found, made) = (try await rebuilt.classes(month), try await village.classes(month))
      #expect(found == made)
    }
    #expect(try await rebuilt.verified(nil).difference == nil)
    await rebuilt.close()

    try await village.asOwner(
      "UPDATE positions SET risk_class = 'normal' WHERE loan_id = 1 AND month = '2025-09-01'")
    let difference = try await village.verified("2025-09").difference
    #expect(difference?.loan == large && difference?.what == "class")
    #expect(difference?.found == "normal" && difference?.expected == "substandard")
    await village.close()
  }

  @Test("who takes a loan over is its debtor from then on, for each run as it knew")
  func takenOver() async throws {
    let (village, large, late) = try await Self.september("30000.00")
    try await village.work(on: "2025-10-20")
    try await village.change(late, .takenOver(by: "B2"))
    try await village.work(on: "2025-10-31")
    try await village.accrue("2025-10")
    // It was late before it was on probation: lists count what is unpaid now to the day asked for.
    for day in ["2025-08-20", "2025-10-30", "2025-10-31", "2025-11-01"] as [Day] {
      #expect(try await village.listedOtherwise(on: day) == [], "\(day)")
    }
    // A household owes the late one now: the days count, 91 since 1 August; and nothing of it
    // touches the firm.
    #expect(try await village.classes("2025-10")[0...1] == ["normal", "substandard"])
    #expect(try await village.explain(large).assessment.findings == [])
    #expect(try await village.explain(late).assessment.findings.first?.rule == .overdue)
    #expect(try await village.verified(nil).difference == nil)
    try await village.change(large, .takenOver(by: "B3"))
    #expect(try await village.verified(nil).difference == nil)
    await village.close()
  }

  @Test("an officer's rating of a firm's only loan is no reason to keep it there")
  func ratedAnew() async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(Self.request("30000.00"))
    try await village.agree(loan, .rated(.doubtful, until: "2025-07-20"))
    let explained = try await village.explain(loan).assessment
    #expect(explained.findings.map(\.rule) == [.rated] && explained.riskClass == .doubtful)
    try await village.agree(loan, .rated(.substandard, until: "2025-12-01"))
    #expect(try await village.explain(loan).assessment.riskClass == .substandard)
    // A household takes it over: it was judged as a firm's before, and is as a household's after.
    let shown = try await village.previewChange(loan, .takenOver(by: "B2"))
    #expect(shown.before?.riskClass == .substandard && shown.after?.riskClass == .substandard)
    await village.close()
  }

  @Test("what a firm owes at a past day is looked at as of that day")
  func asOf() async throws {
    let (village, large, late) = try await Self.september("30000.00")
    try await village.work(on: "2025-10-15")
    try await village.repay(late, "40000.00", inAdvance: true)
    #expect(try await village.file(late).state.status == .settled)
    #expect(try await village.explain(large).assessment.riskClass == .normal)
    let then = try await village.explain(large, asOf: "2025-09-30").assessment
    #expect(then.findings.map(\.rule) == [.crossDefault] && then.riskClass == .substandard)
    await village.close()
  }

  @Test("a run from before debtors were judged is verified by what it had")
  func before() async throws {
    let village = try await Village.opened()
    try await village.asOwner("DELETE FROM small_enterprise_matrix")
    _ = try await village.lend(Self.request("20000.00"))
    try await village.work(on: "2025-09-30")
    try await village.accrue("2025-09")
    #expect(try await village.classes("2025-09") == ["special-mention"])
    let requests = try await village.runRequests()
    #expect(requests == ["accrue\nmonth=2025-09\nclasses=none\nprovisions=guideline-2002/25/50"])
    // As a run wrote it before: it says nothing of debtors.
    try await village.asOwner(
      """
      SET session_replication_role = replica;
      UPDATE facts SET request = replace(request, E'classes=none\\n', '');
      INSERT INTO small_enterprise_matrix VALUES
        ('unsecured', '2007-07-20', 1, 31, 91, 361, 'test', '');
      """)
    #expect(RunRequest.classes(of: try await village.runRequests()[0]) == nil)
    #expect(try await village.verified(nil).difference == nil)
    await village.close()
  }
}

extension Village {
  fileprivate func runRequests() async throws -> [String] {
    try await pool.run { connection in
      let statement = Statement(
        name: "requests", text: "SELECT request FROM facts WHERE kind = 'accrued' ORDER BY bank_id")
      return try connection.query(statement).map { try $0.get("request", as: String.self) }
    }
  }
}
