import Fixtures
import LoanProducts
import Quantities
import Scheduling
import Testing

@Suite("Due days")
struct DueDayTests {
  @Test("a loan of 31 January falls due on each month's last day, not on the 28th for ever")
  func monthEnd() throws {
    let leap = try LoanTerms.microcredit(from: "2024-01-31", months: 4).dueDays()
    #expect(leap.map(\.on) == ["2024-02-29", "2024-03-31", "2024-04-30", "2024-05-31"])
    let common = try LoanTerms.microcredit(from: "2025-01-31", months: 3).dueDays()
    #expect(common.map(\.on) == ["2025-02-28", "2025-03-31", "2025-04-30"])
  }

  @Test("a loan of 29 February falls due on the 28th in other years, on the 29th again in 2028")
  func leapDay() throws {
    let days = try LoanTerms.lending(
      "1000.00", at: "3.00", from: "2024-02-29", until: "2028-02-29"
    ).repaid(.equalPrincipal, everyMonths: 12).dueDays()
    #expect(days.map(\.on) == ["2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"])
  }

  @Test("equal instalments from 31 January by days: 29, 31, 30, 31 of them")
  func monthEndByDays() throws {
    // 10,000 at 6 %, act/360: 10,000 × 0.06 × 29 ÷ 360 = 48.33; payment 2,531.33 from exact
    // fractions; 7,517.00 × 31: 38.84; 5,024.51 × 30: 25.12; 2,518.30 × 31: 13.01.
    let schedule = try LoanTerms.microcredit(
      principal: "10000.00", rate: "6.00", from: "2024-01-31", months: 4
    ).counting(.days(.actual360)).schedule()
    #expect(schedule.map(\.interest) == ["48.33", "38.84", "25.12", "13.01"])
    #expect(schedule.map(\.borrowerTotal) == ["2531.33", "2531.33", "2531.33", "2531.31"])
  }

  @Test("a loan paid out on the settlement day first pays a month later")
  func onSettlementDay() throws {
    let days = try LoanTerms.microcredit(from: "2025-01-20", months: 3)
      .repaid(.equalInstallments, everyMonths: 1, on: 20).dueDays()
    #expect(days.map(\.on) == ["2025-02-20", "2025-03-20", "2025-04-20"])
  }

  @Test("by months, a first period of whole months on the settlement day counts months")
  func wholeFirstPeriod() throws {
    // 20 January to 20 February is one month: 12,000 × 6 % ÷ 12 = 60.00, not 31 days, 62.00.
    let terms = LoanTerms.microcredit(
      principal: "12000.00", rate: "6.00", from: "2025-01-20", months: 3
    ).repaid(.interestThenPrincipal, everyMonths: 1, on: 20)
    #expect(try terms.schedule().map(\.interest) == ["60.00", "60.00", "60.00"])
    // 20 January to 20 March: two months to the quarter's end, 120.00.
    let quarterly = terms.repaid(.interestThenPrincipal, everyMonths: 3, on: 20)
    #expect(try quarterly.schedule().map(\.interest) == ["120.00", "60.00"])
  }

  @Test("by months, odd first and last periods count days ÷ 360")
  func oddPeriods() throws {
    // 12,000 × 6 % ÷ 360 = 2.00 a day: 5 to 20 January 15 days; 20 March to 5 April 16 days.
    let schedule = try LoanTerms.microcredit(
      principal: "12000.00", rate: "6.00", from: "2025-01-05", months: 3
    ).repaid(.interestThenPrincipal, everyMonths: 1, on: 20).schedule()
    #expect(schedule.map(\.interest) == ["30.00", "60.00", "60.00", "32.00"])
  }

  @Test("a maturity before the first settlement day is the one due day")
  func shortLoan() throws {
    let days = try LoanTerms.quarterly(from: "2025-03-21", until: "2025-05-01").dueDays()
    #expect(days.map(\.on) == ["2025-05-01"])
  }

  @Test("quarters end in March, June, September, December; years in December")
  func quartersAndYears() throws {
    let quarterly = try LoanTerms.quarterly(from: "2025-04-20", until: "2026-04-20").dueDays()
    #expect(
      quarterly.map(\.on)
        == ["2025-06-20", "2025-09-20", "2025-12-20", "2026-03-20", "2026-04-20"])
    let yearly = try LoanTerms.quarterly(from: "2025-12-20", until: "2027-06-30")
      .repaid(.interestThenPrincipal, everyMonths: 12, on: 20).dueDays()
    #expect(yearly.map(\.on) == ["2026-12-20", "2027-06-30"])
  }

  @Test("equal principal: parts fall due every year though interest falls due every quarter")
  func yearlyPrincipal() throws {
    let schedule = try LoanTerms.lending(
      "90000.00", at: "4.00", from: "2025-03-05", until: "2027-12-20"
    ).repaid(.equalPrincipal, everyMonths: 3, on: 20)
      .with { $0.repayment.principalEveryMonths = 12 }.schedule()
    let parts = schedule.filter { $0.principal.isPositive }
    #expect(parts.map(\.dueOn) == ["2025-12-20", "2026-12-20", "2027-12-20"])
    #expect(parts.allSatisfy { $0.principal == "30000.00" })
  }

  @Test("equal principal: a maturity off the rhythm takes a part of its own")
  func oddMaturity() throws {
    let quarterly = try LoanTerms.lending(
      "30000.00", at: "4.00", from: "2025-01-05", until: "2025-09-05"
    ).repaid(.equalPrincipal, everyMonths: 3).schedule()
    #expect(quarterly.map(\.dueOn) == ["2025-04-05", "2025-07-05", "2025-09-05"])
    #expect(quarterly.allSatisfy { $0.principal == "10000.00" })
    let settled = try LoanTerms.lending(
      "40000.00", at: "4.00", from: "2025-01-05", until: "2025-11-05"
    ).repaid(.equalPrincipal, everyMonths: 3, on: 20).schedule()
    #expect(settled.map(\.dueOn) == ["2025-03-20", "2025-06-20", "2025-09-20", "2025-11-05"])
    #expect(settled.allSatisfy { $0.principal == "10000.00" })
  }

  @Test("dated parts belong to the method plan alone; other methods leave them aside")
  func planOfAnotherMethod() throws {
    let plain = LoanTerms.quarterly()
    let withPlan = plain.with {
      $0.repayment.plan = [PlannedPrincipal(dueOn: "2030-01-01", principal: "1.00")]
    }
    #expect(try withPlan.dueDays() == plain.dueDays())
  }

  @Test("an imported balance has the due days after the day to which it is paid")
  func imported() throws {
    let contract = try LoanContract(.quarterly(), market: .none)
    let schedule = try RepaymentSchedule(contract, paidToOn: "2025-09-20").installments
    #expect(schedule.map(\.interest) == ["379.17", "312.50"])
    #expect(schedule.map(\.number) == [1, 2])
    // Paid to a day inside a quarter: 20 October to 20 December is 61 days, 254.17.
    let inside = try RepaymentSchedule(contract, paidToOn: "2025-10-20").installments
    #expect(inside.map(\.interest) == ["254.17", "312.50"])
    #expect(throws: SchedulingError.noPrincipalDueDay) {
      try RepaymentSchedule(contract, paidToOn: "2026-03-05")
    }
  }
}
