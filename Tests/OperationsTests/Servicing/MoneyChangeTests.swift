import Fixtures
import Operations
import Posting
import Quantities
import Repositories
import Servicing
import Testing

/// Goal: money beside repayments, losses and corrections book what was found by hand, and a preview
/// shows exactly that.
///
/// Method: 36,000 yuan at 3.00 % by actual/360 earn 3.00 yuan a day, penalty 4.50.
@Suite("money, loss and correction on PostgreSQL")
struct MoneyChangeTests {
  @Test("costs are owed at once and paid first; what is paid too much is given back")
  func costsAndRefund() async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(.simple(until: "2025-08-01"))
    try await village.work(on: "2025-08-01")
    let costs = try await village.change(loan, .costsCharged("150.00"))
    #expect(costs.lines == ["costs 122101→1003 150.00"])
    #expect(costs.after?.claim.costsDue == "150.00")
    let paid = try await village.repay(loan, "36253.00")
    #expect(paid.used.costs == "150.00" && paid.used.credit == "10.00" && paid.isSettled)
    await #expect(throws: ServicingError.refundedTooMuch("10.01", credit: "10.00")) {
      try await village.change(loan, .refunded("10.01"))
    }
    let back = try await village.change(loan, .refunded("10.00"), key: "refund-1")
    #expect(back.lines == ["credit 224101→2011 10.00"])
    #expect(try await !village.change(loan, .refunded("10.00"), key: "refund-1").isNew)
    #expect(try await Verification.brokenChecks(village) == [])
    await village.close()
  }

  @Test("what is quoted for a day pays the loan off on it")
  func payoff() async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(.simple())
    let quote = try await QuotePayoff.run(
      loan, on: "2025-07-11", bank: village.bank, on: village.pool)
    #expect(quote.principal == "36000.00" && quote.interest == "30.00")
    #expect(quote.total == "36030.00")
    try await village.work(on: "2025-07-11")
    let request = RepaymentRequest(
      loanNumber: loan, amount: quote.total, on: nil, inAdvance: .lowersInstallments, key: "off")
    let receipt = try await RecordRepayment.run(
      request, bank: village.bank, caller: Village.clara, on: village.pool)
    #expect(receipt.isSettled && receipt.used.credit == .zero)
    await #expect(throws: OperationError.self) {
      try await QuotePayoff.run(loan, on: nil, bank: village.bank, on: village.pool)
    }
    await village.close()
  }

  @Test("penalty is forgiven up to what is owed, by two officers, as it was shown")
  func waiver() async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(.simple(from: "2025-07-01", until: "2025-09-01"))
    try await village.work(on: "2025-09-30")
    _ = try await village.accrue("2025-09")
    // 29 nights of September at 4.50 when the day begins, and the 30th by its end.
    await #expect(throws: ServicingError.waivedTooMuch(.penalty, "130.51", owed: "130.50")) {
      try await village.previewChange(loan, .waived(.penalty, "130.51"))
    }
    let shown = try await village.previewChange(loan, .waived(.penalty, "100.00"))
    let done = try await village.agree(loan, .waived(.penalty, "100.00"))
    #expect(done.transfers == shown.transfers && done.after?.claim == shown.after?.claim)
    #expect(done.lines == ["penalty-waived 601102→113204 100.00"])
    #expect(done.after?.claim.penaltyDue == "35.00")
    #expect(try await Verification.brokenChecks(village) == [])
    await village.close()
  }

  @Test("what is written off leaves the books, and what is recovered goes to the provisions")
  func writeOff() async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(.simple())
    try await village.work(on: "2025-07-31")
    await #expect(throws: ServicingError.writtenOffTooMuch("36000.01", onBooks: "36000.00")) {
      try await village.previewChange(loan, .writtenOff("36000.01"))
    }
    let done = try await village.agree(loan, .writtenOff(nil))
    #expect(Set(done.lines).contains("written-off 1304→130302 36000.00"))
    #expect(Set(done.lines).contains("written-off-claim 990301→990901 36000.00"))
    #expect(try await village.file(loan).state.status == .writtenOff)
    let undone = try await village.agree(loan, .reversed(fact: done.factNumber))
    #expect(Set(undone.lines).contains("written-off 130302→1304 36000.00"))
    #expect(try await village.file(loan).state.status == .active)
    #expect(try await Verification.brokenChecks(village) == [])
    await village.close()
  }

  @Test("a bounced payment is reversed; the reversal reversed, it counts again")
  func reversalOfReversal() async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(.simple())
    try await village.work(on: "2025-08-01")
    try await village.repay(loan, "93.00")
    let paid = try await village.file(loan)
    guard let payment = paid.facts.last?.number else { return }
    let undone = try await village.agree(loan, .reversed(fact: payment))
    #expect(undone.lines == ["interest-repaid 113201→2011 93.00"])
    #expect(undone.after?.claim.interestDue == "93.00" && undone.effectiveOn == "2025-08-01")
    await #expect(
      throws: OperationError.factReversedAlready(payment, by: undone.factNumber)
    ) { try await village.previewChange(loan, .reversed(fact: payment)) }
    let back = try await village.agree(loan, .reversed(fact: undone.factNumber))
    #expect(back.lines == ["interest-repaid 2011→113201 93.00"])
    let file = try await village.file(loan)
    #expect(file.claim == paid.claim && file.state.moved == paid.state.moved)
    #expect(try await Verification.brokenChecks(village) == [])
    await village.close()
  }

  @Test("facts that are no loan's, or that nothing can undo")
  func notReversible() async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(.simple("B1"))
    let other = try await village.lend(.simple("B2"))
    let facts = try await village.file(loan).facts
    await #expect(throws: OperationError.factNotOfLoan(facts[0].number, loan: other)) {
      try await village.previewChange(other, .reversed(fact: facts[0].number))
    }
    await #expect(
      throws: OperationError.factNotReversible(facts[0].number, kind: .applied)
    ) { try await village.previewChange(loan, .reversed(fact: facts[0].number)) }
    guard let disbursement = facts.first(where: { $0.kind == .disbursed })?.number else { return }
    try await village.work(on: "2025-07-10")
    try await village.repay(loan, "5.00")
    guard let payment = try await village.file(loan).facts.last?.number else { return }
    await #expect(throws: OperationError.disbursementFollowed(disbursement, by: payment)) {
      try await village.previewChange(loan, .reversed(fact: disbursement))
    }
    await village.close()
  }

  @Test("the same amount on the same day is booked twice only on purpose")
  func duplicate() async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(.simple())
    try await village.work(on: "2025-08-01")
    try await village.repay(loan, "50.00")
    guard let first = try await village.file(loan).facts.last?.number else { return }
    await #expect(
      throws: OperationError.looksLikeDuplicate(
        loan: loan, amount: "50.00", on: "2025-08-01", fact: first)
    ) {
      let request = RepaymentRequest(loanNumber: loan, amount: "50.00", on: nil, key: "twice")
      _ = try await RecordRepayment.run(
        request, bank: village.bank, caller: Village.clara, on: village.pool)
    }
    var request = RepaymentRequest(loanNumber: loan, amount: "50.00", on: nil, key: "on-purpose")
    request.acceptsDuplicate = true
    let receipt = try await RecordRepayment.run(
      request, bank: village.bank, caller: Village.clara, on: village.pool)
    #expect(receipt.used.interest == "43.00" && receipt.used.credit == "7.00")
    await village.close()
  }
}
