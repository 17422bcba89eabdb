import Accrual
import Fixtures
import LoanProducts
import Quantities
import Scheduling
import Servicing
import Testing

@Suite("Principal repaid in advance")
struct AdvanceTests {
  let byMonths = LoanTerms.microcredit(
    principal: "1200.00", rate: "6.00", from: "2025-01-10", months: 12
  ).repaid(.equalPrincipal, everyMonths: 1)

  @Test("pays the running interest first, then principal, and rebuilds the parts, by months")
  func byMonthsBasis() throws {
    // 10 to 25 January is 15 of the month's 31 days: 6.00 × 15 ÷ 31 = 2.90. 600.00 of principal
    // go; 600.00 over 12 parts are 50.00 each. The month's other 16 days: 600 × 0.06 ÷ 12 × 16 ÷ 31
    // = 1.55; the next month 550 × 0.06 ÷ 12 = 2.75.
    let claim = try byMonths.claim(
      [.payment("602.90", on: "2025-01-25", inAdvance: true)], atEndOf: "2025-01-25")
    #expect(claim.repaid.interest == "2.90")
    #expect(claim.repaid.principal == "600.00")
    #expect(claim.repaid.credit == .zero)
    #expect(claim.principal == "600.00")
    #expect(claim.upcoming.map(\.principal) == [Money](repeating: "50.00", count: 12))
    #expect(claim.upcoming.prefix(2).map(\.interest) == ["1.55", "2.75"])
  }

  @Test("by days counts the real days on either side")
  func byDaysBasis() throws {
    // 50,000 × 0.03 ÷ 360 = 4.1666… a day. 20 March to 20 April 31 days: 129.17. 20,000.00 go:
    // 30,000 × 0.03 ÷ 360 = 2.50 a day; 20 April to 20 June 61 days: 152.50; 92 days 230.00.
    let claim = try LoanTerms.quarterly().claim(
      [
        .payment("62.50", on: "2025-03-20", number: 2),
        .payment("20129.17", on: "2025-04-20", number: 3, inAdvance: true),
      ], atEndOf: "2025-04-20")
    #expect(claim.repaid.interest == "191.67")
    #expect(claim.repaid.principal == "20000.00")
    #expect(claim.upcoming.map(\.interest) == ["152.50", "230.00", "227.50", "187.50"])
    #expect(claim.upcoming.map(\.principal) == [.zero, .zero, .zero, "30000.00"])
  }

  @Test("moves equal instalments to a smaller level payment over the same term")
  func levelPayment() throws {
    // After the first instalment 48,680.73; 8,680.73 more leave 40,000.00 over 35 months:
    // 40,000 × r ÷ (1 − (1 + r)^−35) = 1,203.85 (r = 0.035 ÷ 12; exact fractions).
    let terms = LoanTerms.microcredit()
    let claim = try terms.claim(
      [.payment("10145.83", on: "2025-04-05", inAdvance: true)], atEndOf: "2025-04-05")
    #expect(claim.principal == "40000.00")
    let upcoming = claim.upcoming
    #expect(upcoming.count == 35)
    #expect(upcoming.dropLast().allSatisfy { $0.borrowerTotal == "1203.85" })
    #expect(upcoming.reduce(.zero) { $0 + $1.principal } == "40000.00")
  }

  @Test("of everything settles the loan on that day; what is over stays a credit")
  func whole() throws {
    let claim = try byMonths.claim(
      [.payment("1300.00", on: "2025-01-25", inAdvance: true)], atEndOf: "2025-12-31")
    #expect(claim.isSettled)
    #expect(claim.repaid.credit == "97.10")  // 1,300.00 − 1,200.00 − 2.90
    #expect(claim.accrualTarget.interest.sum == "2.90")
    #expect(claim.oldestUnpaidDueOn == nil)
  }

  @Test("first pays what is overdue; with something still overdue nothing goes in advance")
  func overdueFirst() throws {
    let claim = try byMonths.claim(
      [.payment("105.00", on: "2025-02-10", inAdvance: true)], atEndOf: "2025-02-10")
    #expect(claim.principalDue == "1.00")
    #expect(claim.principalNotDue == "1100.00")
  }

  @Test("no more than the running interest is held as a credit")
  func lessThanInterest() throws {
    let claim = try byMonths.claim(
      [.payment("2.90", on: "2025-01-25", inAdvance: true)], atEndOf: "2025-01-25")
    #expect(claim.repaid.credit == "2.90")
    #expect(claim.repaid.interest == .zero)
  }

  @Test("spreads over what is left of a plan in the plan's proportion")
  func plan() throws {
    let terms = LoanTerms.quarterly().repaid(.plan, everyMonths: 3, on: 20).with {
      $0.repayment.plan = [
        PlannedPrincipal(dueOn: "2025-10-31", principal: "20000.00"),
        PlannedPrincipal(dueOn: "2026-03-05", principal: "30000.00"),
      ]
    }
    // 15 days' interest 62.50 on 20 March; 25,000.00 in advance halve both parts.
    let claim = try terms.claim(
      [.payment("25062.50", on: "2025-03-20", inAdvance: true)], atEndOf: "2025-03-20")
    #expect(
      claim.upcoming.map(\.principal).filter(\.isPositive) == ["10000.00", "15000.00"])
  }

  @Test("an upcoming instalment runs from the due day before it, or from the loan's first day")
  func upcomingFrom() throws {
    let schedule = try byMonths.schedule()
    #expect(try byMonths.claim(atEndOf: "2025-01-25").upcoming == schedule)
    let paid = try byMonths.claim([.payment("106.00", on: "2025-02-10")], atEndOf: "2025-02-27")
    #expect(paid.upcoming == Array(schedule.dropFirst()))
  }
}
