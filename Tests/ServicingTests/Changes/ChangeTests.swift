import Accrual
import Fixtures
import LoanProducts
import Quantities
import Scheduling
import Servicing
import Testing

@Suite("A loan paid out in parts")
struct DisbursementTests {
  // 36,000.00 agreed at 6.00 %, act/360: 6.00 a day on all of it.
  let terms = LoanTerms.lending("36000.00", at: "6.00", from: "2025-01-01", until: "2025-07-01")
    .repaid(.interestThenPrincipal, everyMonths: 3)

  func part(_ amount: Money, on day: Day, number: Int64) -> LoanFact {
    .fact(.disbursed, on: day, amount: amount, number: number)
  }

  @Test("bears interest on each part from its day")
  func parts() throws {
    // 12,000: 2.00 a day for 90 days to 1 April, 180.00; 24,000 more from 1 March: 4.00 × 31.
    let facts = [
      part("12000.00", on: "2025-01-01", number: 1), part("24000.00", on: "2025-03-01", number: 2),
    ]
    let claim = try terms.claim(of: facts, atEndOf: "2025-04-01")
    #expect(claim.interestDue == "304.00")
    #expect(claim.disbursed == "36000.00")
    #expect(claim.upcoming.map(\.principal) == ["36000.00"])
    #expect(try terms.claim(of: facts, atEndOf: "2025-02-28").principal == "12000.00")
  }

  @Test("finds its parts anew from the larger balance")
  func level() throws {
    // Equal principal over six months: 6,000 of 12,000.00 are 2,000.00 each; after two of them and
    // 24,000.00 more, 32,000.00 over four: 8,000.00 each.
    let monthly = terms.repaid(.equalPrincipal, everyMonths: 1)
    let facts = [
      part("12000.00", on: "2025-01-01", number: 1), part("24000.00", on: "2025-03-05", number: 2),
      .payment("8000.00", on: "2025-02-01", number: 3),
    ]
    let claim = try monthly.claim(of: facts, atEndOf: "2025-03-05")
    #expect(claim.upcoming.map(\.principal) == [Money](repeating: "8000.00", count: 4))
  }

  @Test("a revolving loan is drawn again up to its limit, and bears interest by the days used")
  func revolving() throws {
    let credit = terms.repaid(.revolving, everyMonths: 1)
    // January: 36,000 for 10 days 60.00, repaid with its interest on the 11th; 18,000.00 from the
    // 21st: 3.00 × 11 = 33.00.
    let facts = [
      part("36000.00", on: "2025-01-01", number: 1),
      .payment("36060.00", on: "2025-01-11", number: 2, inAdvance: true),
      part("18000.00", on: "2025-01-21", number: 3),
    ]
    let claim = try credit.claim(of: facts, atEndOf: "2025-02-01")
    #expect(claim.billed.borrower == "93.00")
    #expect(claim.interestDue == "33.00")
    #expect(claim.principal == "18000.00")
    let more = facts + [part("18000.01", on: "2025-01-22", number: 4)]
    #expect(
      throws: ServicingError.disbursedTooMuch(sum: "36000.01", principal: "36000.00")
    ) { try credit.claim(of: more, atEndOf: "2025-02-01") }
  }

  @Test("of more than the principal, or after the last due day, is refused")
  func refused() throws {
    let first = part("12000.00", on: "2025-01-01", number: 1)
    let tooMuch = #expect(throws: ServicingError.self) {
      try terms.claim(
        of: [first, part("24000.01", on: "2025-02-01", number: 2)], atEndOf: "2025-03-01")
    }
    #expect(tooMuch == .disbursedTooMuch(sum: "36000.01", principal: "36000.00"))
    #expect(tooMuch?.code == "servicing.disbursed_too_much")
    let late = #expect(throws: ServicingError.self) {
      try terms.claim(
        of: [first, part("1.00", on: "2025-07-01", number: 2)], atEndOf: "2025-08-01")
    }
    #expect(late == .disbursedAfterMaturity(effectiveOn: "2025-07-01", lastDueOn: "2025-07-01"))
    #expect(late?.code == "servicing.disbursed_after_maturity")
    #expect(throws: ServicingError.disbursedTooMuch(sum: "36000.01", principal: "36000.00")) {
      try terms.claim(
        of: [part("36000.01", on: "2025-01-01", number: 1)], atEndOf: "2025-08-01")
    }
    #expect(throws: ServicingError.amountNotPositive(.zero)) {
      try terms.claim(of: [part(.zero, on: "2025-01-01", number: 1)], atEndOf: "2025-08-01")
    }
  }

  @Test("a loan with flat interest has no life by days")
  func flat() {
    let error = #expect(throws: ServicingError.self) {
      try terms.with { $0.repayment.isFlat = true }.claim(atEndOf: "2025-02-01")
    }
    #expect(error?.code == "servicing.flat_interest_not_serviced")
  }
}

@Suite("A rate changed in mid-life")
struct RateChangeTests {
  let terms = LoanTerms.quarterly()

  @Test("counts from its day, the past stays")
  func days() throws {
    // 50,000 at 3.00 %: 4.1666… a day; from 1 April at 2.40 %: 3.3333… 12 and 80 days to 20 June:
    // 50.00 + 266.67 = 316.666…
    let change = LoanFact.fact(.rateChanged("2.40"), on: "2025-04-01")
    let claim = try terms.claim(
      [.payment("62.50", on: "2025-03-20"), change], atEndOf: "2025-06-20")
    #expect(claim.interestDue == "316.67")
    #expect(claim.billed.borrower == "379.17")
  }

  @Test("moves the level payment from the next period on, found from the balance")
  func level() throws {
    // 50,000 at 3.50 % over 36 months: 1,465.10. After the first, 48,680.73; at 2.30 % from
    // 20 April: May's instalment stays 1,465.10 in all, the next ones are found at 2.30 % from
    // 5 May's balance over 34 months.
    let loan = LoanTerms.microcredit()
    let claim = try loan.claim(
      [.payment("1465.10", on: "2025-04-05"), .fact(.rateChanged("2.30"), on: "2025-04-20")],
      atEndOf: "2025-04-20")
    let upcoming = claim.upcoming
    #expect(upcoming[0].borrowerTotal == "1465.10")
    let anew = LoanTerms.microcredit(
      principal: upcoming[0].balance, rate: "2.30", from: "2025-05-05", months: 34)
    #expect(upcoming.dropFirst().map(\.borrowerTotal) == (try anew.schedule()).map(\.borrowerTotal))
  }

  @Test("of a floating loan stands until it is agreed anew: no reset comes any more")
  func floating() throws {
    let loan = terms.with {
      $0.rate = .floating(index: .oneYear, spread: .zero, reset: .yearly(month: 1, day: 1))
    }
    let claim = try loan.claim(
      [.fact(.rateChanged("1.00"), on: "2025-12-20")], atEndOf: "2026-03-04", market: .lpr)
    #expect(claim.contract.rates.rate(on: "2026-02-01") == "1.00")
    #expect(claim.running.borrower == "104.17")  // 50,000 × 0.01 × 75 ÷ 360
  }

  @Test("that no loan may have is refused")
  func refused() {
    for rate in [AnnualRate(basisPoints: -1), AnnualRate(basisPoints: 10_001)] {
      let error = #expect(throws: ServicingError.self) {
        try terms.claim([.fact(.rateChanged(rate), on: "2025-04-01")], atEndOf: "2025-06-20")
      }
      #expect(
        error
          == .changeNotPossible(
            effectiveOn: "2025-04-01", because: .rateOutOfRange(rate, largest: .largest)))
      #expect(error?.code == "servicing.change_not_possible")
    }
  }
}
