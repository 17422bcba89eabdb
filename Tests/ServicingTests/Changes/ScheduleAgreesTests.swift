import Fixtures
import LoanProducts
import Quantities
import Scheduling
import Servicing
import Testing

/// Goal: a life and a schedule are one engine: what a loan that is paid out as agreed has before it
/// is the schedule of its terms, row by row.
///
/// Method: random terms with every oddity a schedule knows; a failure prints seed and terms.
@Suite("The instalments of a life that has just begun")
struct ScheduleAgreesTests {
  @Test("are those of the schedule, whatever the terms (seed 8000000…)")
  func agree() throws {
    var count = 0
    for seed in 8_000_000..<(8_000_000 + 3_000) as Range<UInt64> {
      let terms = OddTerms(seed: seed).terms
      guard let contract = try? LoanContract(terms, market: .none, calendar: .golden),
        let schedule = try? RepaymentSchedule(contract)
      else { continue }
      count += 1
      var facts: [LoanFact] = [.disbursement(of: terms)]
      if let amount = terms.repayment.downPayment {
        facts.append(.payment(amount, on: terms.startsOn))
      }
      let claim = try Claim(contract, facts: facts, through: terms.startsOn)
      let rows = schedule.installments.filter { $0.dueOn > terms.startsOn }.map(Row.init)
      let upcoming = claim.upcoming.map(Row.init)
      if let (row, found) = zip(rows, upcoming).first(where: { $0 != $1 }) {
        Issue.record("seed \(seed): \(row), found \(found) of \(terms)")
      } else if rows.count != upcoming.count {
        Issue.record("seed \(seed): \(rows.count) rows, \(upcoming.count) of \(terms)")
      }
    }
    #expect(count > 1_500)
  }

  @Test("fall due on their days, and paid on them leave nothing (seed 8100000…)")
  func paid() throws {
    for seed in 8_100_000..<(8_100_000 + 400) as Range<UInt64> {
      let terms = OddTerms(seed: seed).terms
      guard let contract = try? LoanContract(terms, market: .none, calendar: .golden),
        let schedule = try? RepaymentSchedule(contract)
      else { continue }
      var facts: [LoanFact] = [.disbursement(of: terms)]
      for row in schedule.installments where row.borrowerTotal.isPositive {
        facts.append(.payment(row.borrowerTotal, on: row.dueOn, number: Int64(facts.count + 1)))
      }
      let claim = try Claim(contract, facts: facts, through: terms.maturesOn + 20)
      if !claim.isSettled || claim.repaid.credit.isPositive || claim.repaid.penalty.isPositive {
        Issue.record("seed \(seed): \(claim.dues) \(claim.repaid) of \(terms)")
      }
    }
  }

  private struct Row: Equatable, CustomStringConvertible {
    let dueOn: Day
    let principal: Money
    let interest: Money
    let subsidised: Money
    let balance: Money

    init(_ installment: Installment) {
      dueOn = installment.dueOn
      principal = installment.principal
      interest = installment.interest
      subsidised = installment.subsidised
      balance = installment.balance
    }

    var description: String { "\(dueOn) \(principal) \(interest) \(subsidised) \(balance)" }
  }
}

/// Random terms with every oddity a schedule knows.
private struct OddTerms {
  let terms: LoanTerms

  init(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let start = ("2024-01-01" as Day) + Int.random(in: 0...700, using: &random)
    let maturity =
      start.adding(months: Int.random(in: 2...20, using: &random)) + random.pick(0, 0, 9)
    let principal = Money(minorUnits: .random(in: 10_000...5_000_000, using: &random))
    var terms = LoanTerms.lending(
      principal, at: AnnualRate(basisPoints: .random(in: 0...2400, using: &random)), from: start,
      until: maturity)
    let method = random.pick(
      RepaymentMethod.equalInstallments, .equalPrincipal, .interestThenPrincipal, .atMaturity,
      .graceThenEqualInstallments, .seasonal, .stepped, .revolving)
    terms.repayment = RepaymentTerms(
      method: method, interestEveryMonths: method == .atMaturity ? 0 : random.pick(1, 1, 1, 2, 3),
      settlementDay: random.pick(nil, nil, 20, 28))
    terms.basis = random.pick(
      .months, .monthsAndDays, .monthsOfThirtyDays(yearDays: 365), .days(.actual360),
      .days(.actualActualISDA), .days(.thirtyE360), .days(.thirty360US))
    terms.rounding = random.pick(.halfUp, .halfUp, .halfEven, .up, .down)
    if method == .seasonal { terms.repayment.monthWeights = [1, 0, 2, 3, 1, 1, 5, 4, 1, 9, 1, 2] }
    if method == .stepped {
      terms.repayment.steps = [InstallmentStep(fromNumber: 3, percent: random.pick(120, 80))]
    }
    if method == .graceThenEqualInstallments {
      terms.repayment.principalFrom = start + (maturity - start) / 2
    }
    terms.repayment.settlementDayCloses = random.onceIn(3)
    terms.repayment.isLastPeriodLong = random.onceIn(3)
    terms.repayment.lastInstallment = random.pick(.spread, .absorbs, .levelled)
    if random.onceIn(3) { terms.repayment.firstDueOn = start + random.pick(10, 25, 45) }
    if random.onceIn(3) { terms.repayment.grace.principal = random.pick(1, 2) }
    if random.onceIn(3) { terms.repayment.grace.interest = random.pick(1, 2) }
    if random.onceIn(4) { terms.repayment.grace.interestFree = random.pick(1, 2) }
    if random.onceIn(4) {
      terms.repayment.downPayment = Money(minorUnits: principal.minorUnits / 5)
    }
    if random.onceIn(4) { terms.repayment.installmentMultiple = "1.00" }
    if random.onceIn(2) {
      terms.repayment.shift = ShiftTerms(
        rule: random.pick(.following, .modifiedFollowing, .preceding, .modifiedPreceding),
        movesInterest: random.onceIn(2))
    }
    if random.onceIn(3) {
      terms.subsidy = SubsidyTerms(
        payer: .finance, shareBasisPoints: 5_000, principalLimit: "1000.00",
        until: random.pick(nil, start + 100), stopsWhenOverdue: true)
    }
    self.terms = terms
  }
}

extension BusinessCalendar {
  /// Weekends, and a golden week in each of the years.
  fileprivate static let golden = BusinessCalendar(
    holidays: Set(
      (2024...2028).flatMap { year in
        (1...7).compactMap { Day(year: year, month: 10, day: $0) }
      }), makeUpWorkdays: [], years: nil)
}
