import Accrual
import Fixtures
import LoanProducts
import Quantities
import Scheduling
import Servicing
import Testing

@Suite("Subsidised interest")
struct SubsidyTests {
  // 100,000 at 3.60 %, act/360: 10.00 a day; half of it on 50,000 alone: 2.50 a day.
  let terms = LoanTerms.lending("100000.00", at: "3.60", from: "2025-01-01", until: "2025-07-01")
    .repaid(.interestThenPrincipal, everyMonths: 1)
    .subsidised(percent: 50, upTo: "50000.00")

  @Test("of 50 % on 50,000 of 100,000 is a quarter of the interest")
  func halfOfHalf() throws {
    let claim = try terms.claim(atEndOf: "2025-01-30")
    #expect(claim.running == InterestByPayer(borrower: "225.00", finance: "75.00"))
    let due = try terms.claim(atEndOf: "2025-02-01")
    #expect(due.interestDue == "232.50")  // 31 days × 7.50
    #expect(due.billed.finance == "77.50")
  }

  @Test("stops on the days on which an instalment is overdue, and goes on after it is paid")
  func overdue() throws {
    // Due 1 February, paid 11 February: 10 days without, 18 of February with 2.50 a day.
    let claim = try terms.claim([.payment("232.50", on: "2025-02-11")], atEndOf: "2025-03-01")
    #expect(claim.billed.finance == "122.50")  // 77.50 + 18 × 2.50
    #expect(claim.dues.map(\.interest) == ["235.00"])  // 280.00 − 45.00
    // A subsidy that does not stop: 28 × 2.50 = 70.00.
    let kept = try terms.with { $0.subsidy?.stopsWhenOverdue = false }
      .claim([.payment("232.50", on: "2025-02-11")], atEndOf: "2025-03-01")
    #expect(kept.billed.finance == "147.50")
  }

  @Test("never comes back for days overdue, whether the payment is recorded early or late")
  func backDated() throws {
    let inTime = try terms.claim([.payment("232.50", on: "2025-02-01")], atEndOf: "2025-03-01")
    #expect(inTime.billed.finance == "147.50")
  }

  @Test("ends on its last day, which is not subsidised")
  func ends() throws {
    let claim = try terms.with { $0.subsidy?.until = "2025-01-11" }.claim(atEndOf: "2025-02-01")
    #expect(claim.billed == InterestByPayer(borrower: "285.00", finance: "25.00"))
  }

  @Test("of all interest leaves the borrower nothing due in school, 684.44 in the first autumn")
  func student() throws {
    let loan = LoanTerms.studentAid(
      from: "2021-09-01", graduation: "2025-09-01", until: "2040-09-20")
    let inSchool = try loan.claim(atEndOf: "2025-08-31")
    #expect(inSchool.dues.isEmpty)
    #expect(inSchool.running.borrower == .zero)
    #expect(inSchool.oldestUnpaidDueOn == "2025-12-20")
    let autumn = try loan.claim(atEndOf: "2025-12-20")
    #expect(
      autumn.dues == [UnpaidDue(dueOn: "2025-12-20", principal: .zero, interest: "684.44")])
    #expect(autumn.running.finance == .zero)
  }

  @Test("a graduation moved back to September moves the interest owed, and the whole stays")
  func graduationMoved() throws {
    let planned = LoanTerms.studentAid(
      from: "2021-09-01", graduation: "2026-09-01", until: "2040-09-20")
    let moved = planned.with { $0.subsidy?.until = "2025-09-01" }
    let before = try planned.claim(atEndOf: "2026-03-31").accrualTarget.interest
    let after = try moved.claim(atEndOf: "2026-03-31").accrualTarget.interest
    #expect(before.sum == after.sum)
    // 684.44 to 20 December, and 102 days to the end of March: 80,000 × 0.028 × 102 ÷ 360 = 634.67.
    #expect(after.borrower - before.borrower == "1319.11")
    #expect(before.finance - after.finance == "1319.11")
  }

  @Test("a subsidy of a fen's part never makes the borrower's share negative")
  func tiny() throws {
    let claim = try LoanTerms.microcredit(principal: "0.10", months: 6)
      .subsidised(percent: 100, stopsWhenOverdue: false).with { $0.rounding = .up }
      .claim(
        atEndOf: "2025-07-31")
    #expect(claim.billed.borrower == .zero && claim.running.borrower == .zero)
  }
}
