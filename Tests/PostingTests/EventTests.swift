import Fixtures
import LoanProducts
import Posting
import Quantities
import Scheduling
import Servicing
import Testing

/// Goal: each event moves what the table of the books says, and nothing else.
///
/// Method: a loan of 36,000.00 that earns 6.00 a day; the transfers of one fact, found by hand.
@Suite("transfers, event by event")
struct EventTests {
  /// What one more fact books, as `kind debit credit amount`.
  private func booked(
    _ facts: [LoanFact], _ kind: LoanFact.Kind, _ amount: Money = .zero, on day: Day,
    change: (inout LoanTerms) -> Void = { _ in }
  ) throws -> [String] {
    var terms = LoanTerms.lending(
      "36000.00", at: AnnualRate(basisPoints: 600), from: "2025-01-10", until: "2026-01-10")
    terms.repayment = RepaymentTerms(method: .interestThenPrincipal, interestEveryMonths: 1)
    change(&terms)
    let contract = try LoanContract(terms, market: .none)
    let before = [LoanFact.disbursement(of: terms)] + facts
    let fact = LoanFact.fact(kind, on: day, amount: amount, number: 90)
    let posted = Moved(try Claim(contract, facts: before, through: day))
    let target = Moved(try Claim(contract, facts: before + [fact], through: day))
    return Posting.moves(target: target, posted: posted).map {
      "\($0.kind.rawValue) \($0.debit.rawValue) \($0.credit.rawValue) \($0.amount)"
    }
  }

  private func payment(_ amount: Money, on day: Day, number: Int64 = 2) -> LoanFact {
    .payment(amount, on: day, number: number)
  }

  @Test("a payment on time, its overpayment and the refund")
  func payments() throws {
    // 31 days × 6.00 = 186.00 fall due on 10 February.
    #expect(
      try booked([], .repaid(inAdvance: nil), "200.00", on: "2025-02-10") == [
        "interest-repaid 2011 113201 186.00", "credit 2011 224101 14.00",
      ])
    #expect(
      try booked([payment("200.00", on: "2025-02-10")], .refunded, "14.00", on: "2025-02-11")
        == ["credit 224101 2011 14.00"])
  }

  @Test("a bounced payment is booked back line by line")
  func bounced() throws {
    #expect(
      try booked([payment("200.00", on: "2025-02-10")], .reversed(2), on: "2025-02-10") == [
        "interest-repaid 113201 2011 186.00", "credit 224101 2011 14.00",
      ])
  }

  @Test("principal in advance, with the running interest")
  func advance() throws {
    // Ten days × 6.00.
    #expect(
      try booked([], .repaid(inAdvance: .lowersInstallments), "6060.00", on: "2025-01-20") == [
        "principal-repaid 2011 1303 6000.00", "interest-repaid 2011 113201 60.00",
      ])
  }

  @Test("costs laid out, and paid before all else")
  func costs() throws {
    #expect(
      try booked([], .costsCharged, "300.00", on: "2025-01-20") == ["costs 122101 1003 300.00"])
    let charged = LoanFact.fact(.costsCharged, on: "2025-01-20", amount: "300.00", number: 2)
    #expect(
      try booked([charged], .repaid(inAdvance: nil), "310.00", on: "2025-02-10") == [
        "interest-repaid 2011 113201 10.00", "costs-repaid 2011 122101 300.00",
      ])
  }

  @Test("waivers take back the income")
  func waivers() throws {
    #expect(
      try booked([], .waived(.interest), "86.00", on: "2025-02-20") == [
        "interest-waived 601101 113201 86.00"
      ])
    // The principal of 10 March is late: 36,000 × 9 % ÷ 360 = 9.00 a day.
    #expect(
      try booked([], .waived(.penalty), "9.00", on: "2025-03-11") {
        $0.maturesOn = "2025-03-10"
        $0.repayment = RepaymentTerms(method: .atMaturity, interestEveryMonths: 0)
      } == ["penalty-waived 601102 113204 9.00"])
    #expect(
      try booked([], .waived(.compound), "0.03", on: "2025-02-11") {
        $0.compound = CompoundTerms()
      } == ["compound-waived 601102 113204 0.03"])
  }

  @Test("without accrual everything received goes to principal in the books")
  func nonAccrual() throws {
    // The first interest, due 10 February, is 91 days late on 12 May.
    #expect(
      try booked([], .repaid(inAdvance: nil), "500.00", on: "2025-05-11") == [
        "interest-repaid 2011 113201 500.00"
      ])
    #expect(
      try booked([], .repaid(inAdvance: nil), "500.00", on: "2025-05-12") == [
        "principal-repaid 2011 1303 500.00"
      ])
  }

  @Test("a write-off, whole and in part, and what is recovered of it")
  func loss() throws {
    #expect(
      try booked([], .writtenOff(part: nil), on: "2025-08-01") == [
        "written-off 1304 1303 36000.00", "written-off-claim 990301 990901 36000.00",
      ])
    let part = LoanFact.fact(
      .writtenOff(part: "6000.00"), on: "2025-08-01", amount: "6000.00", number: 2)
    #expect(
      try booked([part], .repaid(inAdvance: nil), "40.00", on: "2025-08-02") == [
        "principal-repaid 2011 1303 40.00"
      ])
    let whole = LoanFact.fact(.writtenOff(part: nil), on: "2025-08-01", number: 2)
    #expect(
      try booked([whole], .repaid(inAdvance: nil), "700.00", on: "2025-08-02") == [
        "written-off-claim 990901 990301 700.00", "recovered 2011 1304 700.00",
      ])
  }

  @Test("a fund's cover, claimed, refused, paid, used, shared back and returned")
  func compensation() throws {
    let claimed = LoanFact.fact(
      .compensation(.claimed), on: "2025-08-01", amount: "20000.00", number: 2)
    let paid = LoanFact.fact(.compensation(.paid), on: "2025-08-10", amount: "20000.00", number: 3)
    let share: (inout LoanTerms) -> Void = { $0.fundSharePercent = 70 }
    #expect(
      try booked([], .compensation(.claimed), "20000.00", on: "2025-08-01", change: share)
        == ["compensation-claimed 122102 224103 20000.00"])
    #expect(
      try booked([claimed], .compensation(.rejected), "20000.00", on: "2025-08-10", change: share)
        == ["compensation-claimed 224103 122102 20000.00"])
    #expect(
      try booked([claimed], .compensation(.paid), "20000.00", on: "2025-08-10", change: share)
        == ["compensation-paid 1003 122102 20000.00"])
    #expect(
      try booked(
        [claimed, paid], .repaid(inAdvance: nil), "1000.00", on: "2025-08-20", change: share) == [
          "principal-repaid 2011 1303 1000.00", "compensation-owed-back 224103 224104 700.00",
        ])
    let received = payment("1000.00", on: "2025-08-20", number: 4)
    #expect(
      try booked(
        [claimed, paid, received], .compensation(.returned), "700.00", on: "2025-08-25",
        change: share) == ["compensation-returned 224104 1003 700.00"])
    #expect(
      try booked(
        [claimed, paid, received], .writtenOff(part: nil), on: "2025-09-01", change: share) == [
          "written-off 1304 1303 35000.00", "written-off-claim 990301 990901 35000.00",
          "compensation-used 224103 1304 19300.00",
        ])
  }

  @Test("a subsidy paid, and one refused that the borrower owes")
  func subsidy() throws {
    let shared: (inout LoanTerms) -> Void = {
      $0.subsidy = SubsidyTerms(
        payer: .programme, shareBasisPoints: 5_000, stopsWhenOverdue: true)
    }
    #expect(
      try booked([], .subsidyPaid(.programme), "93.00", on: "2025-02-10", change: shared) == [
        "subsidy-paid 1003 113203 93.00"
      ])
    #expect(
      try booked(
        [], .subsidyRejected(.programme, isOwedByBorrower: true), "93.00", on: "2025-02-10",
        change: shared) == [])
  }

  @Test("changes of the contract move no money")
  func changes() throws {
    let kinds: [LoanFact.Kind] = [
      .rateChanged(AnnualRate(basisPoints: 450)), .extended(to: "2026-07-10"),
      .paused(until: "2025-04-01"), .misused(until: nil),
      .rescheduled(Rescheduling(maturesOn: "2026-07-10")),
    ]
    for kind in kinds { #expect(try booked([], kind, on: "2025-01-20") == [], "\(kind)") }
  }
}
