import Accrual
import Fixtures
import LoanProducts
import Quantities
import Scheduling
import Servicing
import Testing

@Suite("The facts of a loan")
struct LoanFactTests {
  func imported(paidTo: Day, on day: Day) -> LoanFact {
    LoanFact(number: 1, effectiveOn: day, kind: .imported(paidToOn: paidTo), amount: "50000.00")
  }

  func claim(
    _ facts: [LoanFact], atEndOf day: Day, terms: LoanTerms = .quarterly()
  ) throws -> Claim {
    try Claim(LoanContract(terms, market: .none), facts: facts, through: day)
  }

  @Test("an imported loan bears interest from the day to which it is paid")
  func importedLoan() throws {
    // Paid to 20 September 2025; to 31 December: 379.17 billed on 20 December (91 days), and 12
    // days running, 50.00.
    let claim = try claim([imported(paidTo: "2025-09-20", on: "2025-10-31")], atEndOf: "2025-12-31")
    #expect(claim.dues == [UnpaidDue(dueOn: "2025-12-20", principal: .zero, interest: "379.17")])
    #expect(claim.running.borrower == "50.00")
    #expect(claim.principal == "50000.00")
  }

  @Test("an imported loan that is behind has its unpaid dues, oldest first, from the first day")
  func importedOverdue() throws {
    let claim = try claim([imported(paidTo: "2025-03-20", on: "2025-10-31")], atEndOf: "2025-10-31")
    #expect(claim.dues.map(\.dueOn) == ["2025-06-20", "2025-09-20"])
    #expect(claim.interestDue == "766.66")
    #expect(claim.oldestUnpaidDueOn == "2025-06-20")
  }

  @Test("a loan without a fact that starts it was never disbursed")
  func neverDisbursed() {
    expect(.neverDisbursed, "servicing.never_disbursed") { try claim([], atEndOf: "2025-12-31") }
    expect(.neverDisbursed, "servicing.never_disbursed") {
      try claim([.disbursement(of: .quarterly())], atEndOf: "2025-03-04")
    }
    expect(.neverDisbursed, "servicing.never_disbursed") {
      try claim([.payment("1.00", on: "2025-04-01")], atEndOf: "2025-12-31")
    }
    expect(.neverDisbursed, "servicing.never_disbursed") {
      try claim([imported(paidTo: "2026-03-05", on: "2026-04-01")], atEndOf: "2026-04-01")
    }
  }

  @Test("a fact before the loan starts is refused, a loan that starts before its terms too")
  func beforeStart() {
    let error = ServicingError.factBeforeStart(effectiveOn: "2025-03-04", startsOn: "2025-03-05")
    let code = "servicing.fact_before_start"
    expect(error, code) {
      try claim(
        [.disbursement(of: .quarterly()), .payment("1.00", on: "2025-03-04")],
        atEndOf: "2025-12-31")
    }
    expect(error, code) {
      try claim([imported(paidTo: "2025-03-04", on: "2025-10-31")], atEndOf: "2025-12-31")
    }
    expect(error, code) {
      let early = LoanTerms.quarterly(from: "2025-03-04")
      return try claim([.disbursement(of: early)], atEndOf: "2025-12-31")
    }
  }

  @Test("a loan that has started is not taken over, and none is paid past its takeover")
  func takenOverTwice() {
    let first = imported(paidTo: "2025-09-20", on: "2025-10-31")
    let second = LoanFact.fact(.imported(paidToOn: "2025-10-20"), on: "2025-11-30")
    expect(
      .alreadyStarted(effectiveOn: "2025-11-30", startsOn: "2025-09-20"),
      "servicing.already_started"
    ) { try claim([first, second], atEndOf: "2025-12-31") }
    expect(
      .alreadyStarted(effectiveOn: "2025-11-30", startsOn: "2025-03-05"),
      "servicing.already_started"
    ) { try claim([.disbursement(of: .quarterly()), second], atEndOf: "2025-12-31") }
    expect(
      .disbursedTooMuch(sum: "100000.00", principal: "50000.00"), "servicing.disbursed_too_much"
    ) {
      let draw = LoanFact.fact(.disbursed, on: "2025-11-30", amount: "50000.00")
      return try claim([first, draw], atEndOf: "2025-12-31")
    }
    expect(
      .paidPastTakeover(effectiveOn: "2025-09-19", paidToOn: "2025-09-20"),
      "servicing.paid_past_takeover"
    ) { try claim([imported(paidTo: "2025-09-20", on: "2025-09-19")], atEndOf: "2025-12-31") }
  }

  @Test("a payment of nothing, less than nothing, or too much is refused")
  func amounts() {
    func pay(_ amounts: Money...) throws -> Claim {
      let facts = amounts.enumerated().map { index, amount in
        LoanFact.payment(amount, on: "2025-04-01", number: Int64(index + 2))
      }
      return try LoanTerms.quarterly().claim(facts, atEndOf: "2025-12-31")
    }
    expect(.amountNotPositive("0.00"), "servicing.amount_not_positive") { try pay("0.00") }
    expect(.amountNotPositive("-5.00"), "servicing.amount_not_positive") { try pay("-5.00") }
    expect(
      .amountTooLarge("10000000000000.01", largest: .largestAmount), "servicing.amount_too_large"
    ) { try pay("10000000000000.01") }
  }

  @Test("payments that together pass 64 bits are refused, not trapped on")
  func sumTooLarge() throws {
    let facts = (0..<9_300).map { index in
      LoanFact.payment(.largestAmount, on: "2025-04-01", number: Int64(index + 2))
    }
    let error = #expect(throws: ServicingError.self) {
      try LoanTerms.quarterly().claim(facts, atEndOf: "2025-12-31")
    }
    #expect(error?.code == "servicing.amount_too_large")
  }

  @Test("a payment after the day asked for is left out, a wrong one too")
  func later() throws {
    let none = try LoanTerms.quarterly().claim(atEndOf: "2025-06-30")
    let later = [LoanFact.payment("-1.00", on: "2025-07-01")]
    #expect(try LoanTerms.quarterly().claim(later, atEndOf: "2025-06-30") == none)
  }

  @Test("the largest loan at 100 % with the largest penalty, unpaid to the last day, is computed")
  func largest() throws {
    let terms = LoanTerms.lending(
      .largestAmount, at: .largest, from: "1960-01-01", until: "2020-01-01"
    ).repaid(.equalInstallments, everyMonths: 1).counting(.months)
      .with { $0.penaltyPercent = 1_000 }
    let claim = try terms.claim(atEndOf: .last)
    #expect(claim.principal == .largestAmount)
    #expect(claim.penaltyDue.isPositive)
  }

  private func expect(
    _ error: ServicingError, _ code: String, _ work: () throws -> Claim,
    at location: SourceLocation = #_sourceLocation
  ) {
    let thrown = #expect(throws: ServicingError.self, sourceLocation: location) {
      try work()
    }
    #expect(thrown == error, sourceLocation: location)
    #expect(thrown?.code == code, sourceLocation: location)
  }
}
