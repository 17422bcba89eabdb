import Accrual
import Fixtures
import LoanProducts
import Quantities
import Scheduling
import Servicing
import Testing

/// Goal: what a payment on time, short, late, early or too large does to the claim.
///
/// Method: 1,200.00 at 6 % over 12 months of equal principal: 100.00 a month and, of the first
/// month, 1,200 × 0.06 ÷ 12 = 6.00 interest; numbers by hand beside each expectation.
@Suite("A payment")
struct PaymentTests {
  let terms = LoanTerms.microcredit(
    principal: "1200.00", rate: "6.00", from: "2025-01-10", months: 12
  ).repaid(.equalPrincipal, everyMonths: 1)

  @Test("on time, each month, leaves nothing owed, no penalty and no credit")
  func onTime() throws {
    let payments = try terms.schedule().map { installment in
      LoanFact.payment(
        installment.borrowerTotal, on: installment.dueOn, number: Int64(installment.number + 1))
    }
    let claim = try terms.claim(payments, atEndOf: "2026-01-10")
    #expect(claim.isSettled)
    #expect(claim.repaid.principal == "1200.00")
    #expect(claim.repaid.interest == "39.00")  // 6.00 + 5.50 + … + 0.50 = 0.50 × 78
    #expect(claim.repaid.penalty == .zero)
    #expect(claim.repaid.credit == .zero)
    #expect(claim.oldestUnpaidDueOn == nil)
    #expect(claim.upcoming.isEmpty)
  }

  @Test("too small pays interest before principal and leaves the rest overdue")
  func partial() throws {
    let claim = try terms.claim([.payment("50.00", on: "2025-02-10")], atEndOf: "2025-02-10")
    #expect(claim.repaid.interest == "6.00")
    #expect(claim.repaid.principal == "44.00")
    #expect(claim.dues == [UnpaidDue(dueOn: "2025-02-10", principal: "56.00", interest: .zero)])
    #expect(claim.principal == "1156.00")
    #expect(claim.principalNotDue == "1100.00")
    #expect(claim.oldestUnpaidDueOn == "2025-02-10")
  }

  @Test("too small for the interest leaves interest overdue, which bears no penalty")
  func lessThanInterest() throws {
    let claim = try terms.repaid(.interestThenPrincipal, everyMonths: 1)
      .claim([.payment("2.00", on: "2025-02-10")], atEndOf: "2025-03-09")
    #expect(claim.interestDue == "4.00")
    #expect(claim.penaltyDue == .zero)
  }

  @Test("late owes penalty for the days from the due day until paid")
  func late() throws {
    // China's worked number: 20,000 overdue at 6 % × 150 % = 9 % for 45 days:
    // 20,000 × 0.09 × 45 ÷ 360 = 225.00. Due 2025-06-10; 45 days later is 2025-07-25.
    let loan = LoanTerms.lending("20000.00", at: "6.00", from: "2025-01-10", until: "2025-06-10")
    let before = try loan.claim(atEndOf: "2025-07-24")
    #expect(before.penaltyDue == "225.00")
    #expect(before.principalDue == "20000.00")
    // Interest 20,000 × 0.06 × 151 ÷ 360 = 503.33: all of it is 20,728.33, nothing is left.
    let paid = try loan.claim([.payment("20728.33", on: "2025-07-25")], atEndOf: "2025-09-30")
    #expect(paid.isSettled)
    #expect(paid.repaid.interest == "503.33")
    #expect(paid.repaid.penalty == "225.00")
    #expect(paid.repaid.principal == "20000.00")
    #expect(paid.repaid.credit == .zero)
  }

  @Test("on the due day owes no penalty; a day later, one day's")
  func dayLate() throws {
    // 3,600 × 6 % × 150 % ÷ 360 = 0.90 a day.
    let loan = LoanTerms.lending("3600.00", at: "6.00", from: "2025-01-01", until: "2025-04-01")
    // 3,600 × 0.06 × 90 ÷ 360 = 54.00.
    let onTime = try loan.claim([.payment("3654.00", on: "2025-04-01")], atEndOf: "2025-05-01")
    #expect(onTime.isSettled)
    let late = try loan.claim([.payment("3654.00", on: "2025-04-02")], atEndOf: "2025-04-02")
    #expect(late.repaid.penalty == "0.90")
    #expect(late.principal == "0.90")
    #expect(!late.isSettled)
  }

  @Test("pays all interest, then penalty, then principal, each oldest first")
  func order() throws {
    // Dues of 10 February 106.00 and 10 March 105.50. On 10 March 28 days' penalty:
    // 100 × 0.09 × 28 ÷ 360 = 0.70. Of 50.00: interest 11.50, penalty 0.70, principal 37.80.
    let claim = try terms.claim([.payment("50.00", on: "2025-03-10")], atEndOf: "2025-03-10")
    #expect(claim.repaid.interest == "11.50")
    #expect(claim.repaid.penalty == "0.70")
    #expect(claim.repaid.principal == "37.80")
    #expect(
      claim.dues == [
        UnpaidDue(dueOn: "2025-02-10", principal: "62.20", interest: .zero),
        UnpaidDue(dueOn: "2025-03-10", principal: "100.00", interest: .zero),
      ])
  }

  @Test("overdue principal bears penalty alone, the rest of the principal its interest")
  func noDoubleInterest() throws {
    // Nothing paid: in the second month 1,100.00 bear interest, 5.50, not 1,200.00.
    let claim = try terms.claim(atEndOf: "2025-03-10")
    #expect(claim.dues.map(\.interest) == ["6.00", "5.50"])
  }

  @Test("before the due day is a credit, and pays the due on its day")
  func credit() throws {
    let payments = [LoanFact.payment("150.00", on: "2025-01-25")]
    let held = try terms.claim(payments, atEndOf: "2025-02-09")
    #expect(held.repaid.credit == "150.00")
    #expect(held.principal == "1200.00")
    #expect(held.oldestUnpaidDueOn == "2025-03-10")  // 106.00 is covered, 105.50 is not.
    let used = try terms.claim(payments, atEndOf: "2025-02-10")
    #expect(used.repaid.credit == "44.00")
    #expect(used.repaid.principal == "100.00")
    #expect(used.dues.isEmpty)
    let next = try terms.claim(payments, atEndOf: "2025-03-10")
    #expect(next.repaid.credit == .zero)
    #expect(next.dues == [UnpaidDue(dueOn: "2025-03-10", principal: "61.50", interest: .zero)])
  }

  @Test("of more than everything stays a credit after the last due day")
  func overpaid() throws {
    let loan = LoanTerms.lending("3600.00", at: "6.00", from: "2025-01-01", until: "2025-04-01")
    let claim = try loan.claim([.payment("4000.00", on: "2025-04-01")], atEndOf: "2025-12-31")
    #expect(claim.isSettled)
    #expect(claim.repaid.credit == "346.00")
    #expect(claim.repaid.sum == "4000.00")
  }

  @Test("recorded late but effective earlier leaves the claim as if recorded in order")
  func backDated() throws {
    let inOrder = [
      LoanFact.payment("106.00", on: "2025-02-10", number: 2),
      LoanFact.payment("105.50", on: "2025-03-10", number: 3),
    ]
    let backDated = [
      LoanFact.payment("105.50", on: "2025-03-10", number: 2),
      LoanFact.payment("106.00", on: "2025-02-10", number: 3),
    ]
    let expected = try terms.claim(inOrder, atEndOf: "2025-03-31")
    #expect(try terms.claim(backDated, atEndOf: "2025-03-31") == expected)
    #expect(expected.dues.isEmpty && expected.repaid.penalty == .zero)
    // Before it was known, March's payment had paid February's due, and penalty with it.
    let before = try terms.claim([backDated[0]], atEndOf: "2025-03-31")
    #expect(before.repaid.penalty == "0.70")
  }

  @Test("of the same day is taken in the order of the fact numbers")
  func sameDay() throws {
    let advanceFirst = try terms.claim(
      [
        .payment("103.00", on: "2025-01-25", number: 2, inAdvance: true),
        .payment("10.00", on: "2025-01-25", number: 3),
      ], atEndOf: "2025-01-25")
    let advanceLast = try terms.claim(
      [
        .payment("103.00", on: "2025-01-25", number: 3, inAdvance: true),
        .payment("10.00", on: "2025-01-25", number: 2),
      ], atEndOf: "2025-01-25")
    #expect(advanceFirst.repaid.credit == "10.00")
    #expect(advanceLast.repaid.credit == .zero)
  }
}
