import Fixtures
import LoanProducts
import Quantities
import Scheduling
import Testing

/// Goal: schedules agree with numbers worked out by hand, to the fen.
///
/// Method: exact fractions (Python's `fractions`), each period's interest rounded half up; the
/// arithmetic stands beside each number.
@Suite("The worked numbers")
struct WorkedNumbersTests {
  @Test("equal instalments: 50,000 at 3.50 % over 36 months is 1,465.10, at last 1,465.25")
  func equalInstallments() throws {
    // r = 0.035 / 12; 50,000 × r ÷ (1 − (1 + r)^−36) = 1,465.1040…
    // Month 1: 50,000 × r = 145.83; 1,465.10 − 145.83 = 1,319.27.
    let schedule = try LoanTerms.microcredit(months: 36).schedule()
    #expect(schedule.count == 36)
    #expect(schedule.dropLast().allSatisfy { $0.borrowerTotal == "1465.10" })
    #expect(schedule[35].borrowerTotal == "1465.25")
    #expect(schedule[0].interest == "145.83")
    #expect(schedule[0].principal == "1319.27")
    #expect(schedule[0].balance == "48680.73")
    #expect(schedule[35].interest == "4.26")
    #expect(schedule[35].principal == "1460.99")
    #expect(schedule.reduce(.zero) { $0 + $1.interest } == "2743.75")
    #expect(schedule[35].dueOn == "2028-03-05")
  }

  @Test("equal principal: 60,000 at 6 % over 12 months pays 300.00 interest first, 25.00 last")
  func equalPrincipal() throws {
    // Month k: (60,000 − 5,000 (k − 1)) × 0.06 / 12 = 300, 275, … 25; together 25 × 78 = 1,950.
    let schedule = try LoanTerms.microcredit(principal: "60000.00", rate: "6.00", months: 12)
      .repaid(.equalPrincipal, everyMonths: 1).schedule()
    #expect(schedule.map(\.principal) == [Money](repeating: "5000.00", count: 12))
    #expect(schedule.map(\.interest.minorUnits) == (1...12).reversed().map { $0 * 2_500 })
    #expect(schedule.last?.balance == .zero)
  }

  @Test("quarterly on the 20th: 62.50, 383.33, 383.33, 379.17, 312.50, then the principal")
  func quarterly() throws {
    // 50,000 × 0.03 ÷ 360 = 4.1666… a day × 15, 92, 92, 91, 75 days.
    let schedule = try LoanTerms.quarterly().schedule()
    #expect(schedule.map(\.interest) == ["62.50", "383.33", "383.33", "379.17", "312.50"])
    #expect(
      schedule.map(\.dueOn)
        == ["2025-03-20", "2025-06-20", "2025-09-20", "2025-12-20", "2026-03-05"])
    #expect(schedule.map { $0.dueOn - $0.from } == [15, 92, 92, 91, 75])
    #expect(schedule.map(\.principal) == [.zero, .zero, .zero, .zero, "50000.00"])
  }

  @Test("student aid: finance pays until 1 September, the borrower 684.44 of the last year")
  func studentAid() throws {
    // 80,000 × 0.028 ÷ 360 = 6.2222… a day. 20 December 2024 to 20 December 2025 is 365 days,
    // 2,271.11; to 1 September 255 days, 1,586.67, finance's; the rest, 110 days, 684.44.
    let schedule = try LoanTerms.studentAid(
      from: "2021-09-01", graduation: "2025-09-01", until: "2040-09-20"
    ).schedule()
    #expect(schedule.prefix(4).allSatisfy { $0.borrowerTotal == .zero && $0.interest.isPositive })
    #expect(schedule[4].dueOn == "2025-12-20")
    #expect(schedule[4].interest == "2271.11")
    #expect(schedule[4].subsidised == "1586.67")
    #expect(schedule[4].borrowerTotal == "684.44")
    #expect(schedule[5].subsidised == .zero)
  }

  @Test("student aid: interest only for 60 months, then yearly on 20 December, at last September")
  func studentAidPrincipal() throws {
    // Graduation 1 September 2025 + 60 months = 1 September 2030: principal on 20 December 2030 to
    // 2039 and 20 September 2040, 11 parts; running sums of 80,000 ÷ 11 = 7,272.7272…
    let schedule = try LoanTerms.studentAid(
      from: "2021-09-01", graduation: "2025-09-01", until: "2040-09-20"
    ).schedule()
    #expect(schedule.count == 20)
    #expect(schedule.prefix(9).allSatisfy { $0.principal == .zero })
    #expect(
      schedule.dropFirst(9).map(\.principal) == [
        "7272.73", "7272.72", "7272.73", "7272.73", "7272.73", "7272.72", "7272.73", "7272.73",
        "7272.73", "7272.72", "7272.73",
      ])
    #expect(schedule[9].dueOn == "2030-12-20")
    #expect(schedule[19].dueOn == "2040-09-20")
    #expect(schedule[19].dueOn - schedule[19].from == 275)
    #expect(schedule[19].interest == "155.56")  // 7,272.73 × 0.028 × 275 ÷ 360 = 155.556
  }

  @Test("a harvest plan: parts of principal on their own days, interest on the 20th")
  func harvestPlan() throws {
    // 100,000 at 4.5 %, act/360. To 20 December 2025: 41 days on 100,000 and 50 on 60,000:
    // (100,000 × 41 + 60,000 × 50) × 0.045 ÷ 360 = 887.50; the last quarter 41 days on 60,000:
    // 307.50. Quarters between: 90 and 92 days on 60,000: 675.00, 690.00, 690.00.
    let terms = LoanTerms.lending("100000.00", at: "4.50", from: "2025-03-05", until: "2026-12-20")
      .repaid(.plan, everyMonths: 3, on: 20)
      .with {
        $0.repayment.plan = [
          PlannedPrincipal(dueOn: "2025-10-31", principal: "40000.00"),
          PlannedPrincipal(dueOn: "2026-10-31", principal: "60000.00"),
        ]
      }
    let schedule = try terms.schedule()
    let principalDays = schedule.filter { $0.principal.isPositive }
    #expect(principalDays.map(\.dueOn) == ["2025-10-31", "2026-10-31"])
    #expect(principalDays.map(\.principal) == ["40000.00", "60000.00"])
    #expect(principalDays.map(\.interest) == [.zero, .zero])
    #expect(
      schedule.filter { $0.principal.isZero }.map(\.interest)
        == ["187.50", "1150.00", "1150.00", "887.50", "675.00", "690.00", "690.00", "307.50"])
    #expect(schedule.map(\.number) == Array(1...10))
  }

  @Test("a plan's part on an interest day is one instalment, at maturity too")
  func planOnInterestDay() throws {
    let schedule = try LoanTerms.quarterly().repaid(.plan, everyMonths: 3, on: 20)
      .with {
        $0.repayment.plan = [
          PlannedPrincipal(dueOn: "2025-09-20", principal: "20000.00"),
          PlannedPrincipal(dueOn: "2026-03-05", principal: "30000.00"),
        ]
      }.schedule()
    // After 20 September 30,000 bear interest: × 0.03 ÷ 360 = 2.50 a day × 91, 75.
    #expect(schedule.map(\.interest) == ["62.50", "383.33", "383.33", "227.50", "187.50"])
    #expect(schedule.map(\.principal) == [.zero, .zero, "20000.00", .zero, "30000.00"])
  }

  @Test("seasonal: July to October carry three times the weight of other months")
  func seasonal() throws {
    // 120,000 by weights 1×5, 3×4, 1×3 (20 in all): 6,000 or 18,000. Interest at 5 %, act/360:
    // 120,000 × 0.05 × 31 ÷ 360 = 516.67; 114,000 × 28: 443.33; … each balance × its days.
    let terms = LoanTerms.lending("120000.00", at: "5.00", from: "2025-01-20", until: "2026-01-20")
      .repaid(.seasonal, everyMonths: 1, on: 20)
      .with { $0.repayment.monthWeights = [1, 1, 1, 1, 1, 1, 3, 3, 3, 3, 1, 1] }
    let schedule = try terms.schedule()
    #expect(
      schedule.map(\.principal.minorUnits)
        == [6, 6, 6, 6, 6, 18, 18, 18, 18, 6, 6, 6].map { $0 * 100_000 })
    #expect(
      schedule.map(\.interest) == [
        "516.67", "443.33", "465.00", "425.00", "413.33", "375.00", "310.00", "232.50", "150.00",
        "77.50", "50.00", "25.83",
      ])
  }

  @Test("grace: interest only for six months, then twelve equal instalments")
  func grace() throws {
    // 30,000 × 0.03 / 12 = 75.00 in grace; then 30,000 × r ÷ (1 − (1 + r)^−12) = 2,540.81.
    let schedule = try LoanTerms.microcredit(principal: "30000.00", rate: "3.00", months: 18)
      .repaid(.graceThenEqualInstallments, everyMonths: 1)
      .with { $0.repayment.principalFrom = "2025-10-05" }.schedule()
    #expect(schedule.prefix(6).allSatisfy { $0.interest == "75.00" && $0.principal == .zero })
    #expect(schedule.dropFirst(6).dropLast().allSatisfy { $0.borrowerTotal == "2540.81" })
    #expect(schedule[6].principal == "2465.81")
    #expect(schedule[17].borrowerTotal == "2540.83")
  }

  @Test("all at maturity: one instalment, by months or by days")
  func atMaturity() throws {
    // 30,000 × 4.35 % × 12/12 = 1,305.00; × 365/360 = 1,323.125, half up 1,323.13.
    let terms = LoanTerms.lending("30000.00", at: "4.35", from: "2025-03-05", until: "2026-03-05")
    #expect(try terms.counting(.months).schedule().map(\.interest) == ["1305.00"])
    #expect(try terms.schedule().map(\.interest) == ["1323.13"])
    #expect(try terms.with { $0.rounding = .halfEven }.schedule()[0].interest == "1323.12")
    #expect(try terms.with { $0.rounding = .down }.schedule()[0].interest == "1323.12")
    // 365 days ÷ 365; 12 × 30 ÷ 360.
    #expect(try terms.counting(.days(.actual365)).schedule()[0].interest == "1305.00")
    #expect(try terms.counting(.days(.thirtyE360)).schedule()[0].interest == "1305.00")
  }

  @Test("at rate zero instalments are principal alone, the last takes what is left")
  func zeroRate() throws {
    // 10.00 ÷ 3 = 3.333…, half up 3.33.
    let schedule = try LoanTerms.microcredit(principal: "10.00", rate: "0", months: 3).schedule()
    #expect(schedule.map(\.principal) == ["3.33", "3.33", "3.34"])
    #expect(schedule.allSatisfy { $0.interest.isZero })
  }

  @Test(
    "a principal of one fen is repaid once, whatever the method",
    arguments: [
      RepaymentMethod.equalInstallments, .equalPrincipal, .interestThenPrincipal, .atMaturity,
      .graceThenEqualInstallments,
    ])
  func oneFen(method: RepaymentMethod) throws {
    let schedule = try LoanTerms.microcredit(principal: "0.01", months: 3)
      .repaid(method, everyMonths: 1).schedule()
    #expect(schedule.reduce(.zero) { $0 + $1.principal } == "0.01")
    #expect(schedule.filter { $0.principal.isPositive }.count == 1)
    #expect(schedule.last?.balance == .zero)
  }
}
