import Banks
import Fixtures
import LoanProducts
import Operations
import Origination
import Postgres
import Quantities
import Repositories
import Servicing
import Testing

/// Goal: no new loan of a line where its fund's stop line is passed; at the line there still is.
///
/// Method: 3,000.00 that nobody pays among 100,000.00: on 30 November, 121 days overdue, it is
/// exactly 3.00 per cent non-performing. Then 100.00 of the others is repaid.
@Suite("the stop line of a fund")
struct StopLineTests {
  private static func lent(_ borrower: String, _ principal: Money) -> ApplicationRequest {
    ApplicationRequest.simple(borrower).with { $0.application.principal = principal }
  }

  private static func asked(_ borrower: String) -> ApplicationRequest {
    ApplicationRequest.simple(borrower, from: "2025-12-05", until: "2026-12-05")
  }

  @Test("at 3.00 per cent loans are lent, above it none, of that line alone")
  func stopped() async throws {
    let village = try await Village.opened()
    try await village.foundFund()
    let bad = try await village.lend(Self.lent("B1", "3000.00"))
    let good = try await village.lend(Self.lent("B2", "50000.00"))
    let other = try await village.lend(Self.lent("B3", "47000.00"))
    for loan in [good, other] { try await village.repay(loan, "2000.00", on: "2025-07-01") }
    try await village.work(on: "2025-12-05")
    for month in 7...11 { try await village.accrue(Month(year: 2025, month: month)) }
    #expect(try await village.file(bad).state.oldestUnpaidDueOn == "2025-08-01")
    _ = try await village.apply(Self.asked("B4"))

    try await village.repay(other, "1600.00", on: "2025-11-02", inAdvance: true)
    try await village.accrue("2025-11")
    let refusal = await village.refusal { _ = try await village.apply(Self.asked("B5")) }
    guard case .lendingStopped(let fund, let ratio, let allowed) = refusal as? PayerError else {
      Issue.record("not stopped: \(String(describing: refusal))")
      return
    }
    #expect(refusal?.code == "payers.lending_stopped")
    #expect(fund == Village.fund && allowed == 300 && ratio.month == "2025-11")
    #expect(ratio.nonPerforming == 300_000 && ratio.principal < 10_000_000)

    // Tourism has no fund here.
    var tourism = LoanApplication(
      line: .tourism, principal: "36000.00", agreedOn: "2025-12-05", maturesOn: "2026-12-05")
    tourism.repayment = RepaymentTerms(
      method: .seasonal, interestEveryMonths: 1, settlementDay: 20)
    tourism.repayment.monthWeights = [0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 0, 0]
    tourism.purpose = "民宿"
    _ = try await village.apply(
      ApplicationRequest(branch: "first", borrower: "B6", application: tourism, key: "t"))
    await village.close()
  }

  @Test("a fund's share is of the part that it covers, in whole per cents")
  func shares() async throws {
    var fund = CompensationFund(
      code: "f", name: .init(chinese: "", english: ""), line: .microcredit, validFrom: "2021-03-04")
    fund.sharePercent = 70
    #expect(fund.sharePercent(of: "100000.00") == 70)
    fund.principalLimit = "50000.00"
    #expect(fund.sharePercent(of: "50000.00") == 70)
    #expect(fund.sharePercent(of: "60000.00") == 58)
    #expect(fund.sharePercent(of: "100000.00") == 35)
    fund.stopBasisPoints = 300
    #expect(!fund.stopsLending(nonPerforming: 3, of: 100))
    #expect(fund.stopsLending(nonPerforming: 300_000, of: 9_999_999))
    #expect(!fund.stopsLending(nonPerforming: 0, of: 0))
    #expect(CompensationFund.share(percent: 70, of: "0.05") == "0.04")
  }

  @Test("the nearest programme that has begun pays")
  func nearest() {
    func programme(_ code: String, _ prefix: String, from day: Day) -> Programme {
      var programme = Programme(
        code: code, payer: .finance, name: .init(chinese: "", english: ""), line: .microcredit,
        validFrom: day)
      programme.divisionPrefix = prefix
      return programme
    }
    let all = [
      programme("everywhere", "", from: "2020-01-01"),
      programme("province", "65", from: "2020-01-01"),
      programme("county", "659004", from: "2021-01-01"),
      programme("county-anew", "659004", from: "2025-01-01"),
    ]
    func found(_ division: String, _ day: Day) -> String? {
      all.nearest(line: .microcredit, division: division, on: day)?.code
    }
    #expect(found("659004", "2020-06-01") == "province")
    #expect(found("659004", "2024-12-31") == "county")
    #expect(found("659004", "2025-01-01") == "county-anew")
    #expect(found("510183", "2025-01-01") == "everywhere")
    #expect(found("", "2025-01-01") == "everywhere")
    #expect(found("659004", "2019-12-31") == nil)
    #expect(all.nearest(line: .tourism, division: "659004", on: "2025-01-01") == nil)
  }

  @Test("a loan keeps who pays, and the fund's share, for life")
  func kept() async throws {
    let village = try await Village.opened()
    try await village.foundFund()
    let loan = try await village.lend(
      .subsidised().with { $0.application.principal = "60000.00" })
    let file = try await village.file(loan)
    #expect(file.loan.terms.fundSharePercent == 58)
    let payers = try await village.pool.run { connection in
      try PayerRepository(connection).find(bankID: 102, loanID: file.loan.loanID)
    }
    #expect(
      payers
        == LoanPayers(
          programme: Village.programme, fund: Village.fund, fundSharePercent: 58))
    await village.close()
  }
}
