import Fixtures
import LoanProducts
import Quantities
import Scheduling
import Servicing
import Testing

/// Goal: a borrower is asked for exactly what settles his dues on the day he pays.
///
/// Method: 1,200.00 at 6 % over 12 months of equal principal, numbers by hand; then each day of a
/// loan that is paid late, on which the amount asked for is paid.
@Suite("What is due on a day")
struct AmountsDueTests {
  let terms = LoanTerms.microcredit(
    principal: "1200.00", rate: "6.00", from: "2025-01-10", months: 12
  ).repaid(.equalPrincipal, everyMonths: 1)

  func due(_ payments: [LoanFact] = [], on day: Day) throws -> AmountsDue {
    try AmountsDue(
      LoanContract(terms, market: .none), facts: [.disbursement(of: terms)] + payments, on: day)
  }

  @Test("before the first due day is nothing")
  func nothing() throws {
    let due = try due(on: "2025-02-09")
    #expect(due.total == .zero && due.dues.isEmpty && due.byDueDay.isEmpty)
    #expect(due.overdueDays == 0 && due.outstanding == "1200.00")
  }

  @Test("on the due day itself is the instalment, without penalty, and nothing is overdue")
  func onTheDay() throws {
    let due = try due(on: "2025-02-10")
    #expect(due.today == UnpaidDue(dueOn: "2025-02-10", principal: "100.00", interest: "6.00"))
    #expect(due.total == "106.00" && due.penalty == .zero && due.overdueDays == 0)
  }

  /// Of the first instalment 100.00 is 28 days late.
  ///
  /// Its penalty is 100 × 9 % × 28 ÷ 360 = 0.70. The second bears 1,100 × 6 % ÷ 12 = 5.50.
  @Test("later are the overdue instalment, its penalty, and the one of the day")
  func late() throws {
    let due = try due(on: "2025-03-10")
    #expect(due.principal == "200.00" && due.interest == "11.50" && due.penalty == "0.70")
    #expect(due.today == UnpaidDue(dueOn: "2025-03-10", principal: "100.00", interest: "5.50"))
    #expect(due.total == "212.20" && due.charges == "0.70" && due.overdueDays == 28)
    #expect(
      due.byDueDay == [
        DatedAmount(on: "2025-02-10", amount: "106.70"),
        DatedAmount(on: "2025-03-10", amount: "105.50"),
      ])
  }

  @Test("is less by what was paid on the same day")
  func paidToday() throws {
    let due = try due([.payment("50.00", on: "2025-02-10")], on: "2025-02-10")
    #expect(due.total == "56.00" && due.interest == .zero)
  }

  @Test("is overdue by principal's or interest's days, the larger of them")
  func days() throws {
    // The interest of the first instalment is paid, and 44.00 of its principal.
    let paid = LoanFact.payment("50.00", on: "2025-02-10")
    #expect(try due([paid], on: "2025-02-20").overdueDays == 10)
    let interestOnly = terms.repaid(.interestThenPrincipal, everyMonths: 1)
    let due = try AmountsDue(
      LoanContract(interestOnly, market: .none), facts: [.disbursement(of: interestOnly)],
      on: "2025-02-20")
    #expect(due.overdueDays == 10 && due.principal == .zero)
  }

  @Test("paid on the day, whatever the day, leaves nothing due and no credit")
  func settles() throws {
    for offset in stride(from: 0, through: 500, by: 7) {
      let day = terms.startsOn + offset
      let due = try due([.payment("130.00", on: "2025-03-01")], on: max(day, "2025-03-01"))
      guard due.total.isPositive else { continue }
      let payments: [LoanFact] = [
        .payment("130.00", on: "2025-03-01"), .payment(due.total, on: due.day, number: 3),
      ]
      let after = try self.due(payments, on: due.day)
      #expect(after.total == .zero)
      let claim = try terms.claim(payments, atEndOf: due.day)
      #expect(claim.dues.isEmpty && claim.repaid.credit == .zero && claim.penaltyDue == .zero)
    }
  }

  @Test("the instalments ahead are those after the day, up to another")
  func coming() throws {
    let contract = try LoanContract(terms, market: .none)
    let coming = try AmountsDue.coming(
      contract, facts: [.disbursement(of: terms)], after: "2025-02-10", through: "2025-04-10")
    #expect(coming.map(\.dueOn) == ["2025-03-10", "2025-04-10"])
    #expect(coming.map(\.principal) == ["100.00", "100.00"])
  }
}
