import Accrual
import Fixtures
import LoanProducts
import Quantities
import Scheduling
import Servicing
import Testing

/// Goal: unpaid interest bears interest as the law reads, and nothing else does.
///
/// Method: the worked numbers of the domain notes, and small loans with the arithmetic beside them.
@Suite("Compound interest")
struct CompoundTests {
  // 20,000.00 at 6.00 % from 10 March to 10 June 2025 by months: 300.00 of interest.
  let atMaturity = LoanTerms.lending(
    "20000.00", at: "6.00", from: "2025-03-10", until: "2025-06-10"
  ).counting(.months).with { $0.compound = CompoundTerms() }

  @Test("on 300.00 unpaid after maturity, 45 days at 9 %, is 3.38, beside 225.00 penalty")
  func worked() throws {
    // 300 × 0.09 × 45 ÷ 360 = 3.375; 20,000 × 0.09 × 45 ÷ 360 = 225.00.
    let claim = try atMaturity.claim(atEndOf: "2025-07-24")
    #expect(claim.interestDue == "300.00")
    #expect(claim.compoundDue == "3.38")
    #expect(claim.penaltyDue == "225.00")
    #expect(claim.accrualTarget.compound == "3.38")
  }

  @Test("in the term runs at the contract rate, from maturity on at the penalty rate")
  func rates() throws {
    // 36,000 at 6.00 %, monthly interest on the 10th: 186.00 (31 days) due on 10 April, unpaid.
    // 10 April to 10 May, 30 days at 6 %: 186 × 0.06 × 30 ÷ 360 = 0.93. On 10 May 180.00 more:
    // 366 × 0.06 × 31 ÷ 360 = 1.891 to 10 June, maturity, with 186.00 more. From then on
    // 552 × 0.09 ÷ 360 = 0.138 a day: 10 days 1.38. In all 4.201.
    let terms = LoanTerms.lending("36000.00", at: "6.00", from: "2025-03-10", until: "2025-06-10")
      .repaid(.interestThenPrincipal, everyMonths: 1).with { $0.compound = CompoundTerms() }
    #expect(try terms.claim(atEndOf: "2025-05-09").compoundDue == "0.93")
    #expect(try terms.claim(atEndOf: "2025-06-09").compoundDue == "2.82")
    let claim = try terms.claim(atEndOf: "2025-06-19")
    #expect(claim.interestDue == "552.00")
    #expect(claim.compoundDue == "4.20")
    // Nobody pays it for the borrower, and loans without the term bear none.
    #expect(try terms.with { $0.compound = nil }.claim(atEndOf: "2025-06-19").compoundDue == .zero)
  }

  @Test("is paid after interest and before penalty, and stops when the interest is paid")
  func order() throws {
    // Of 305.00 on 25 July: 300.00 interest, 3.38 compound, 1.62 of the penalty of 225.00.
    let paid = try atMaturity.claim([.payment("305.00", on: "2025-07-25")], atEndOf: "2025-08-31")
    #expect(paid.repaid.interest == "300.00")
    #expect(paid.repaid.compound == "3.38")
    #expect(paid.repaid.penalty == "1.62")
    #expect(paid.compoundDue == .zero)
    #expect(!paid.isSettled)
  }

  @Test("joins its own base on settlement days only if the terms say so, and penalty never does")
  func joins() throws {
    // To 20 June, 10 days at 9 % on 300.00: 0.75 joins. To 20 September, 92 days on 300.75:
    // 300.75 × 0.09 × 92 ÷ 360 = 6.91725; in all 7.66725, and 7.67 joins. Then 10 days on 307.67:
    // 0.769175, in all 8.436425. Without joining: 300 × 0.09 × 112 ÷ 360 = 8.40.
    let joining = atMaturity.with { $0.compound = CompoundTerms(joinsEveryMonths: 3) }
    #expect(try joining.claim(atEndOf: "2025-09-29").compoundDue == "8.44")
    #expect(try atMaturity.claim(atEndOf: "2025-09-29").compoundDue == "8.40")
    // Joined compound interest that is paid bears none any more: 300.00 and 8.44 are paid on the
    // 30th; nothing runs from then on.
    let paid = try joining.claim([.payment("308.44", on: "2025-09-30")], atEndOf: "2026-09-30")
    #expect(paid.interestDue == .zero)
    #expect(paid.accrualTarget.compound == "8.44")
    // Interest paid, 8.44 not: 7.67 of it go on bearing, 31 days at 9 %: 0.06; then 8.50 joins.
    let half = try joining.claim([.payment("300.00", on: "2025-09-30")], atEndOf: "2025-10-30")
    #expect(half.compoundDue == "8.50")
  }

  @Test("never runs on what a subsidy or the State pays")
  func subsidised() throws {
    let terms = LoanTerms.studentAid(
      from: "2021-09-01", graduation: "2025-09-01", until: "2040-09-20"
    ).with { $0.compound = CompoundTerms() }
    #expect(try terms.claim(atEndOf: "2025-12-19").compoundDue == .zero)
    let waived = try terms.claim(
      [.fact(.interestWaived(year: 2025, defersPrincipal: false), on: "2025-01-01")],
      atEndOf: "2026-06-30")
    #expect(waived.compoundDue == .zero)
    #expect(waived.interestDue == .zero)
  }

  @Test("that no loan reaches is refused, not trapped on")
  func tooLarge() throws {
    let terms = LoanTerms.lending(
      .largestAmount, at: .largest, from: "1900-01-01", until: "1901-01-01"
    ).repaid(.interestThenPrincipal, everyMonths: 1).with {
      $0.compound = CompoundTerms(joinsEveryMonths: 1)
      $0.penaltyPercent = 1_000
    }
    let error = #expect(throws: ServicingError.self) { try terms.claim(atEndOf: .last) }
    #expect(error == .compoundTooLarge(largest: CompoundMeter.largest))
    #expect(error?.code == "servicing.compound_too_large")
  }

  @Test("adds exactly in any pieces")
  func additive() {
    let rates = RatePath(steps: [
      .init(from: "2025-01-01", rate: "3.33"), .init(from: "2025-02-11", rate: "7.77"),
    ])
    var whole = CompoundMeter()
    whole.add(
      unpaid: "123.45", from: "2025-01-01", until: "2025-04-01", rates: rates, percent: 150)
    var pieces = CompoundMeter()
    for count in 0..<90 {
      let day = ("2025-01-01" as Day) + count
      pieces.add(unpaid: "123.45", from: day, until: day + 1, rates: rates, percent: 150)
    }
    #expect(whole == pieces)
  }

  @Test("terms that say it oddly are refused")
  func refused() {
    let code = #expect(throws: SchedulingError.self) {
      try atMaturity.with { $0.compound = CompoundTerms(joinsEveryMonths: 2) }.schedule()
    }?.code
    #expect(code == "scheduling.compound_not_allowed")
    let misuse = #expect(throws: SchedulingError.self) {
      try atMaturity.with { $0.misusePercent = 1_001 }.schedule()
    }?.code
    #expect(misuse == "scheduling.misuse_percent_not_allowed")
    let graduation = #expect(throws: SchedulingError.self) {
      try atMaturity.with { $0.graduation = GraduationTerms(graceMonths: -1) }.schedule()
    }?.code
    #expect(graduation == "scheduling.graduation_not_allowed")
  }
}

@Suite("A misused loan")
struct MisuseTests {
  // 36,000.00 at 6.00 %: 6.00 a day; at 12.00 % 12.00 a day; at 9.00 % 9.00 a day.
  let terms = LoanTerms.lending("36000.00", at: "6.00", from: "2025-01-01", until: "2025-04-01")

  @Test("bears the misuse rate from its day, and the heavier rate alone once overdue")
  func heavier() throws {
    // From 1 March: 6.00 a day beside the contract's 6.00 for 31 days: 186.00. Overdue from
    // 1 April: 12.00 a day, not 9.00 or 21.00: 10 days 120.00.
    let facts = [LoanFact.fact(.misused(until: nil), on: "2025-03-01")]
    let due = try terms.claim(facts, atEndOf: "2025-03-31")
    #expect(due.running.borrower == "540.00")
    #expect(due.penaltyDue == "186.00")
    #expect(try terms.claim(facts, atEndOf: "2025-04-10").penaltyDue == "306.00")
    // A lighter misuse rate gives way to the penalty rate: 31 × 1.80 = 55.80, and 10 × 9.00.
    let light = terms.with { $0.misusePercent = 130 }
    #expect(try light.claim(facts, atEndOf: "2025-04-10").penaltyDue == "145.80")
  }

  @Test("bears it until the day it is used as agreed again")
  func ends() throws {
    let facts = [LoanFact.fact(.misused(until: "2025-03-11"), on: "2025-03-01")]
    #expect(try terms.claim(facts, atEndOf: "2025-03-31").penaltyDue == "60.00")
    // Overdue 10 days at 9 %.
    #expect(try terms.claim(facts, atEndOf: "2025-04-10").penaltyDue == "150.00")
  }

  @Test("its unpaid interest compounds at the misuse rate")
  func compounds() throws {
    // 540.00 from 1 April at 12 %: 0.18 a day; misuse ends on 6 April, then 9 %: 0.135 a day.
    let facts = [LoanFact.fact(.misused(until: "2025-04-06"), on: "2025-03-01")]
    let claim = try terms.with { $0.compound = CompoundTerms() }.claim(facts, atEndOf: "2025-04-10")
    #expect(claim.compoundDue == "1.58")  // 5 × 0.18 + 5 × 0.135 = 1.575
  }
}
