import Fixtures
import LoanProducts
import Quantities
import Scheduling
import Testing

/// Goal: what random contracts have found stays found: each case is one of them, made small.
@Suite("Due days at the edge")
struct HolidayEdgeTests {
  private func rows(
    _ terms: LoanTerms, _ rule: BusinessDayShift, movesInterest: Bool
  ) throws -> [Installment] {
    let shifted = terms.with {
      $0.repayment.shift = ShiftTerms(rule: rule, movesInterest: movesInterest)
    }
    let contract = try LoanContract(shifted, market: .none, calendar: .weekendsOnly)
    return try RepaymentSchedule(contract).installments
  }

  @Test("two days of one weekend move to one Monday: the second period has no days, no interest")
  func emptyPeriod() throws {
    // 36,000 at 10 %, ÷ 360: 10.00 a day. 7 March 2025 is a Friday.
    for basis in [InterestBasis.days(.thirty360US), .days(.actual360), .monthsAndDays] {
      let terms = LoanTerms.lending(
        "36000.00", at: "10.00", from: "2025-03-06", until: "2025-03-11"
      )
      .repaid(.interestThenPrincipal, everyMonths: 0).counting(basis)
      .with { $0.repayment.interestEveryDays = 1 }
      let rows = try rows(terms, .following, movesInterest: true)
      #expect(
        rows.map(\.dueOn)
          == ["2025-03-07", "2025-03-10", "2025-03-10", "2025-03-10", "2025-03-11"])
      #expect(rows.map(\.interest) == ["10.00", "30.00", "0.00", "0.00", "10.00"])
      let level = try self.rows(
        terms.with { $0.repayment.method = .equalInstallments }, .following, movesInterest: true)
      #expect(level.last?.balance == .zero)
    }
  }

  @Test("a due day never moves to before the disbursement, but to the next workday then")
  func beforeTheStart() throws {
    // Saturday 8 to Sunday 9 March 2025: not due on Friday the 7th.
    let terms = LoanTerms.lending("36000.00", at: "10.00", from: "2025-03-08", until: "2025-03-09")
    let late = try rows(terms, .preceding, movesInterest: true)
    #expect(late.map(\.dueOn) == ["2025-03-10"])
    #expect(late.map(\.interest) == ["20.00"])
    let agreed = try rows(terms, .modifiedPreceding, movesInterest: false)
    #expect(agreed.map(\.dueOn) == ["2025-03-10"])
    #expect(agreed.map(\.interest) == ["10.00"])
  }

  @Test("what is paid out after a maturity that a holiday brings forward is repaid, too")
  func drawnAfterMovedMaturity() throws {
    // Sunday 16 March 2025 moves to Friday the 14th; 6,000 of 36,000 are paid out on the 15th.
    let terms = LoanTerms.lending("36000.00", at: "10.00", from: "2025-03-03", until: "2025-03-16")
      .with { $0.laterDisbursements = [LaterDisbursement(on: "2025-03-15", amount: "6000.00")] }
    let rows = try rows(terms, .preceding, movesInterest: true)
    // 30,000 × 0.10 × 11 ÷ 360.
    #expect(rows.map(\.interest) == ["91.67"])
    #expect(rows.map(\.principal) == ["36000.00"])
    #expect(rows.map(\.balance) == [.zero])
  }

  @Test("a settlement day that closes its period leaves no days to a maturity moved to it")
  func closedBeforeMaturity() throws {
    // Friday 20 June 2025 would bear interest for the period it closes; but Saturday 21, the
    // maturity, moves back to it, and with the loan repaid on it the day bears none: 10 × 10.00.
    let terms = LoanTerms.lending("36000.00", at: "10.00", from: "2025-06-10", until: "2025-06-21")
      .repaid(.interestThenPrincipal, everyMonths: 1, on: 20)
      .with { $0.repayment.settlementDayCloses = true }
    for basis in [InterestBasis.days(.thirty360US), .days(.actual360), .months] {
      let rows = try rows(terms.counting(basis), .preceding, movesInterest: true)
      #expect(rows.map(\.dueOn) == ["2025-06-20", "2025-06-20"])
      #expect(rows.map(\.interest) == ["100.00", "0.00"])
    }
  }

  @Test("a part of principal that a holiday moves to a closed day leaves what is billed alone")
  func planPartOnClosedDay() throws {
    // The period to Friday 20 June 2025 holds that day, 110.00. Sunday 22 moves to the 20th: the
    // balance falls from the 21st on, 5.00 a day for ten days.
    let terms = LoanTerms.lending("36000.00", at: "10.00", from: "2025-06-10", until: "2025-07-01")
      .repaid(.plan, everyMonths: 1, on: 20)
      .with {
        $0.repayment.settlementDayCloses = true
        $0.repayment.plan = [
          PlannedPrincipal(dueOn: "2025-06-22", principal: "18000.00"),
          PlannedPrincipal(dueOn: "2025-07-01", principal: "18000.00"),
        ]
      }
    let rows = try rows(terms, .preceding, movesInterest: true)
    #expect(rows.map(\.dueOn) == ["2025-06-20", "2025-06-20", "2025-07-01"])
    #expect(rows.map(\.interest) == ["110.00", "0.00", "50.00"])
    #expect(rows.allSatisfy { $0.from <= $0.dueOn })
  }

  @Test("flat interest of a few fen is used up before the last day, never negative on it")
  func flatFen() throws {
    // 1.00 × 6 % × 10/12 = 0.05; a tenth of it, 0.005, rounds to 0.01.
    let terms = LoanTerms.microcredit(principal: "1.00", rate: "6.00", months: 10)
      .with { $0.repayment.isFlat = true }
    let interest = try terms.schedule().map(\.interest.minorUnits)
    #expect(interest == [1, 1, 1, 1, 1, 0, 0, 0, 0, 0])
  }

  @Test("a settlement day keeps to its day, though the first of them ends a month")
  func settlementDayAtMonthEnd() throws {
    let days = try LoanTerms.microcredit(from: "2025-02-10", months: 3)
      .repaid(.equalInstallments, everyMonths: 1, on: 28)
      .with { $0.repayment.isEndOfMonth = true }.dueDays()
    #expect(days.map(\.on) == ["2025-02-28", "2025-03-28", "2025-04-28", "2025-05-10"])
  }

  @Test("by months, a last period from month's end to month's end is whole months")
  func wholeLastPeriod() throws {
    // 12,000 × 6 % ÷ 12 = 60.00 a month; 31 days would be 62.00.
    let monthEnds = LoanTerms.lending(
      "12000.00", at: "6.00", from: "2025-04-30", until: "2025-08-31"
    )
    .repaid(.interestThenPrincipal, everyMonths: 3).counting(.months)
    .with { $0.repayment.isEndOfMonth = true }
    #expect(try monthEnds.schedule().map(\.dueOn) == ["2025-07-31", "2025-08-31"])
    #expect(try monthEnds.schedule().map(\.interest) == ["180.00", "60.00"])
    // From 31 October every four months: 28 February, and 31 March is a month later.
    let named = LoanTerms.lending("12000.00", at: "6.00", from: "2024-10-21", until: "2025-03-31")
      .repaid(.interestThenPrincipal, everyMonths: 4).counting(.months)
      .with { $0.repayment.firstDueOn = "2024-10-31" }
    #expect(try named.schedule().map(\.dueOn) == ["2024-10-31", "2025-02-28", "2025-03-31"])
    #expect(try named.schedule().map(\.interest) == ["20.00", "240.00", "60.00"])
  }
}
