import Accrual
import Fixtures
import LoanProducts
import Quantities
import Scheduling
import Servicing
import Testing

/// Goal: a student's contract from the first school year to the last instalment.
///
/// Method: 8,000.00 of September 2020 at LPR 5Y − 30 bp, reset each 21 December: 4.35 % (LPR 4.65),
/// 4.00 % from 21 December 2022 (4.30), 3.90 % from 2023 (4.20), 3.30 % from 2024 (3.60), 3.20 %
/// from 2025 (3.50). Interest due each 20 December: the period's first day still bears the rate
/// before. The figures beside each expectation are exact fractions worked out apart from this
/// program.
@Suite("A student's loan")
struct StudentAidTests {
  let terms = LoanTerms.studentAid(
    principal: "8000.00",
    rate: .floating(index: .fiveYear, spread: AnnualRate(basisPoints: -30), reset: .december21),
    from: "2020-09-01", graduation: "2024-09-01", until: "2039-09-20"
  ).with { $0.graduation = GraduationTerms(graceMonths: 60) }

  func waiver(_ year: Int, defers: Bool = false, number: Int64 = 10) -> LoanFact {
    .fact(
      .interestWaived(year: year, defersPrincipal: defers),
      on: Month(year: year, month: 1).firstDay,
      number: number)
  }

  func bills(_ facts: [LoanFact], atEndOf day: Day) throws -> [Day: InterestByPayer] {
    var bills: [Day: InterestByPayer] = [:]
    var life = try LoanLife(
      LoanContract(terms, market: .lpr), facts: [.disbursement(of: terms)] + facts, through: day
    ) { event in
      if case .closed(let due, _, let bill?) = event { bills[due.on] = bill.interest }
    }
    _ = try life.claim(atEndOf: day)
    return bills
  }

  @Test("is the State's in school, the graduate's from 1 September, waived in 2024 and 2025")
  func interest() throws {
    let plain = try bills([], atEndOf: "2026-12-20")
    // 110 days at 4.35 %: 106.3333…; 365 days 352.8333…; 2023, 1 at 4.35 %, 364 at 4.00 %:
    // 324.5222…
    #expect(plain["2020-12-20"] == InterestByPayer(finance: "106.33"))
    #expect(plain["2021-12-20"] == InterestByPayer(finance: "352.83"))
    #expect(plain["2023-12-20"] == InterestByPayer(finance: "324.52"))
    // 2024: 317.2222…, of which to 1 September 0.8888… + 255 days 221.00 = 221.8888…
    #expect(plain["2024-12-20"] == InterestByPayer(borrower: "95.33", finance: "221.89"))
    #expect(plain["2025-12-20"] == InterestByPayer(borrower: "267.80"))
    #expect(plain["2026-12-20"] == InterestByPayer(borrower: "259.58"))
    let waived = try bills([waiver(2024), waiver(2025, number: 11)], atEndOf: "2026-12-20")
    #expect(waived["2024-12-20"] == InterestByPayer(finance: "317.22"))
    #expect(waived["2025-12-20"] == InterestByPayer(finance: "267.80"))
    #expect(waived["2026-12-20"] == InterestByPayer(borrower: "259.58"))
  }

  @Test("comes back after 60 months in yearly parts on 20 December, the last on 20 September")
  func parts() throws {
    // 8,000 ÷ 11 = 727.2727…, running sums half up.
    let upcoming = try terms.claim(
      [waiver(2024), waiver(2025, number: 11)], atEndOf: "2026-01-01", market: .lpr
    ).upcoming.filter { $0.principal.isPositive }
    #expect(upcoming.map(\.dueOn.year) == Array(2029...2039))
    #expect(
      upcoming.dropLast().allSatisfy { $0.dueOn.civil.month == 12 && $0.dueOn.civil.day == 20 })
    #expect(upcoming.last?.dueOn == "2039-09-20")
    #expect(upcoming.map(\.principal).filter { $0 == "727.28" }.count == 3)
    #expect(upcoming.map(\.principal).filter { $0 == "727.27" }.count == 8)
  }

  @Test("paid on each day ends settled, penalty never runs and the payers' parts sum to the whole")
  func whole() throws {
    var facts: [LoanFact] = [
      .disbursement(of: terms), waiver(2024), waiver(2025, number: 11),
    ]
    let planned = try terms.claim(of: facts, atEndOf: "2020-09-01").upcoming
    for installment in planned {
      let claim = try terms.claim(of: facts, atEndOf: installment.dueOn)
      let owed = claim.interestDue + claim.principalDue
      guard owed.isPositive else { continue }
      facts.append(.payment(owed, on: installment.dueOn, number: Int64(100 + facts.count)))
    }
    let end = try terms.claim(of: facts, atEndOf: "2040-12-31")
    #expect(end.isSettled && end.repaid.credit.isZero && end.repaid.penalty.isZero)
    #expect(end.repaid.principal == "8000.00")
    #expect(end.billed.sum == planned.reduce(.zero) { $0 + $1.interest })
    #expect(end.billed.finance + end.repaid.interest == end.billed.sum)
  }

  @Test("a graduation known late moves who owes what has accrued, from its effective day")
  func backDated() throws {
    // Planned for 2025: finance owes all to 20 December 2024. In March 2025 a notice: it was July
    // 2024, so the borrower owes from 1 September 2024.
    let planned = terms.with {
      $0.subsidy?.until = "2025-09-01"
      $0.repayment.principalFrom = "2030-09-01"
    }
    let notice = LoanFact.fact(.graduated(on: "2024-07-01"), on: "2024-07-01", number: 9)
    let before = try planned.claim(atEndOf: "2025-03-31", market: .lpr)
    let after = try planned.claim([notice], atEndOf: "2025-03-31", market: .lpr)
    let direct = try terms.claim(atEndOf: "2025-03-31", market: .lpr)
    #expect(before.accrualTarget.interest.borrower == .zero)
    #expect(before.accrualTarget.interest.sum == after.accrualTarget.interest.sum)
    #expect(after.accrualTarget.interest == direct.accrualTarget.interest)
    #expect(after.interestDue == "95.33")
    #expect(after.upcoming == direct.upcoming)
    // Effective only from 1 March 2025, the months before stay the State's: from then to
    // 20 December 2025, 294 days at 3.30 %: 215.60; the whole of the year is 267.80.
    let later = LoanFact.fact(.graduated(on: "2024-07-01"), on: "2025-03-01", number: 9)
    let year = try planned.claim([later], atEndOf: "2025-12-20", market: .lpr)
    #expect(year.interestDue == "215.60")
    #expect(year.billed.sum == direct.billed.sum + "267.80")
  }

  @Test("postgraduate study extends the subsidy, the grace and, if the terms say so, maturity")
  func postgraduate() throws {
    let moving = terms.with {
      $0.graduation = GraduationTerms(graceMonths: 60, yearsToMaturity: 15, longestYears: 22)
    }
    let study = LoanFact.fact(.graduated(on: "2027-07-01"), on: "2024-06-01", number: 9)
    let claim = try moving.claim([study], atEndOf: "2026-12-31", market: .lpr)
    #expect(claim.billed.borrower == .zero)
    #expect(claim.terms.subsidy?.until == "2027-09-01")
    // 15 years after 2027 is 2042, but 22 years from 1 September 2020 end before its 20 September.
    #expect(claim.terms.maturesOn == "2041-09-20")
    let parts = claim.upcoming.filter { $0.principal.isPositive }
    #expect(parts.first?.dueOn == "2032-12-20")
    #expect(parts.last?.dueOn == "2041-09-20")
    #expect(parts.reduce(.zero) { $0 + $1.principal } == "8000.00")
    // As signed, maturity stays: the repayment time is shorter.
    let fixed = try terms.claim([study], atEndOf: "2026-12-31", market: .lpr)
    #expect(fixed.terms.maturesOn == "2039-09-20")
    #expect(fixed.upcoming.filter { $0.principal.isPositive }.count == 8)
  }

  @Test("principal put off for a year falls due a year later, without penalty")
  func deferred() throws {
    // Paid by 2029: 95.33 + 267.80 + 259.58 + 259.56 + 260.27 + 259.56 of interest and 727.27.
    let facts: [LoanFact] = [
      .fact(.interestWaived(year: 2030, defersPrincipal: true), on: "2030-01-01", number: 10),
      .payment("2129.37", on: "2029-12-20", number: 12),
    ]
    let claim = try terms.claim(facts, atEndOf: "2031-06-30", market: .lpr)
    #expect(claim.penaltyDue == .zero)
    #expect(claim.principalDue == .zero)
    let upcoming = claim.upcoming
    #expect(upcoming[0].dueOn == "2031-12-20")
    #expect(upcoming[0].principal == "1454.55")  // 727.28 of 2030 and 727.27
    #expect(upcoming[1].principal == "727.27")
    #expect(upcoming.reduce(.zero) { $0 + $1.principal } == "7272.73")
    // Interest runs on all of it: 7,272.73 at 3.20 % for 365 days 235.96.
    #expect(upcoming[0].interest == "235.96")
  }

  @Test("the last year's principal put off extends the loan by a year, at most to its longest")
  func deferredAtTheEnd() throws {
    let last = LoanFact.fact(.interestWaived(year: 2039, defersPrincipal: true), on: "2039-01-01")
    let claim = try terms.claim([last], atEndOf: "2039-02-01", market: .lpr)
    #expect(claim.terms.maturesOn == "2040-09-20")
    let short = terms.with { $0.graduation?.longestYears = 19 }
    #expect(
      try short.claim([last], atEndOf: "2039-02-01", market: .lpr).terms.maturesOn == "2039-09-20")
  }

  @Test("a year put off at the end stays with a graduation, whichever became known first")
  func deferredAndGraduated() throws {
    let moving = terms.with {
      $0.graduation = GraduationTerms(graceMonths: 60, yearsToMaturity: 15, longestYears: 22)
    }
    // 15 years after 2024 is 2039, the year that is put off.
    let deferral = LoanFact.Kind.interestWaived(year: 2039, defersPrincipal: true)
    let graduation = LoanFact.Kind.graduated(on: "2024-07-01")
    let claims = try [[deferral, graduation], [graduation, deferral]].map { kinds in
      try moving.claim(
        [.fact(kinds[0], on: "2039-01-01"), .fact(kinds[1], on: "2039-02-01", number: 51)],
        atEndOf: "2039-03-01", market: .lpr)
    }
    #expect(claims.map(\.terms.maturesOn) == ["2040-09-20", "2040-09-20"])
    #expect(claims[0].upcoming == claims[1].upcoming)
  }

  @Test("a graduation that leaves no due day is refused")
  func refused() {
    let moving = terms.with {
      $0.graduation = GraduationTerms(graceMonths: 60, yearsToMaturity: 0, longestYears: 22)
    }
    let gone = LoanFact.fact(.graduated(on: "2021-07-01"), on: "2024-10-01")
    let error = #expect(throws: ServicingError.self) {
      try moving.claim([gone], atEndOf: "2025-12-31", market: .lpr)
    }
    #expect(error?.code == "servicing.change_not_possible")
  }
}

extension RateReset {
  fileprivate static let december21 = RateReset.yearly(month: 12, day: 21)
}
