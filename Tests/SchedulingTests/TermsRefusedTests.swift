import Fixtures
import LoanProducts
import Quantities
import Scheduling
import Testing

/// Goal: terms that contradict themselves are refused by a typed error with a stable code.
///
/// Method: one row a case, in the order the cases are checked; each row's terms are sound up to
/// that case, and carry every mistake checked after it, so the order is tested too.
@Suite("Terms without a schedule")
struct TermsRefusedTests {
  @Test("are refused by the first rule they break", arguments: 0..<rows.count)
  func refused(index: Int) {
    let row = Self.rows[index]
    let error = #expect(throws: SchedulingError.self) {
      try LoanContract(row.terms, market: row.market)
    }
    #expect(error == row.error)
    #expect(error?.code == row.code)
  }

  struct Row: Sendable {
    let code: String
    let error: SchedulingError
    let terms: LoanTerms
    var market = MarketRates.none
  }

  /// Terms that break the rules of interest, penalty, subsidy and rate at once.
  static let broken = LoanTerms.quarterly().with {
    $0.repayment.interestEveryMonths = 5
    $0.repayment.settlementDay = 29
    $0.penaltyPercent = -1
    $0.subsidy = SubsidyTerms(payer: .borrower, shareBasisPoints: 1, stopsWhenOverdue: true)
    $0.rate = .fixed("100.01")
  }

  static let rows: [Row] =
    [
      Row(
        code: "scheduling.principal_not_positive", error: .principalNotPositive("0.00"),
        terms: broken.with { $0.principal = "0.00" }),
      Row(
        code: "scheduling.principal_not_positive", error: .principalNotPositive("-0.01"),
        terms: broken.with { $0.principal = "-0.01" }),
      Row(
        code: "scheduling.principal_too_large",
        error: .principalTooLarge("10000000000000.01", largest: .largestAmount),
        terms: broken.with { $0.principal = "10000000000000.01" }),
      Row(
        code: "scheduling.maturity_not_after_start",
        error: .maturityNotAfterStart(startsOn: "2025-03-05", maturesOn: "2025-03-05"),
        terms: broken.with { $0.maturesOn = $0.startsOn }),
      Row(
        code: "scheduling.start_too_early",
        error: .startTooEarly(startsOn: Day(number: .min), first: .first),
        terms: broken.with { $0.startsOn = Day(number: .min) }),
      Row(
        code: "scheduling.term_too_long",
        error: .termTooLong(maturesOn: Day(number: .max), last: .last),
        terms: broken.with { $0.maturesOn = Day(number: .max) }),
      Row(
        code: "scheduling.months_between_dues_not_allowed",
        error: .monthsBetweenDuesNotAllowed(5), terms: broken),
      Row(
        code: "scheduling.months_between_dues_not_allowed",
        error: .monthsBetweenDuesNotAllowed(-3),
        terms: broken.with { $0.repayment.interestEveryMonths = -3 }),
      Row(
        code: "scheduling.months_between_dues_not_allowed",
        error: .monthsBetweenDuesNotAllowed(4),
        terms: broken.repaid(.equalPrincipal, everyMonths: 3, on: 29)
          .with { $0.repayment.principalEveryMonths = 4 }),
      Row(
        code: "scheduling.settlement_day_not_allowed", error: .settlementDayNotAllowed(29),
        terms: broken.with { $0.repayment.interestEveryMonths = 3 }),
      Row(
        code: "scheduling.settlement_day_not_allowed", error: .settlementDayNotAllowed(0),
        terms: broken.repaid(.plan, everyMonths: 3, on: 0)),
    ] + oddRows + planRows + laterRows

  static let broken20 = broken.repaid(.interestThenPrincipal, everyMonths: 3, on: 20)

  static func plan(_ parts: [(Day, Money)], from: Day? = nil) -> LoanTerms {
    broken20.repaid(.plan, everyMonths: 3, on: 20).with {
      $0.repayment.plan = parts.map { PlannedPrincipal(dueOn: $0.0, principal: $0.1) }
      $0.repayment.principalFrom = from
    }
  }

  static let planRows: [Row] = [
    Row(
      code: "scheduling.plan_day_outside_term",
      error: .planDayOutsideTerm("2025-03-05", from: "2025-03-06", maturesOn: "2026-03-05"),
      terms: plan([("2025-03-05", "50000.00")])),
    Row(
      code: "scheduling.plan_day_outside_term",
      error: .planDayOutsideTerm("2026-03-06", from: "2025-03-06", maturesOn: "2026-03-05"),
      terms: plan([("2026-03-06", "50000.00")])),
    Row(
      code: "scheduling.plan_day_outside_term",
      error: .planDayOutsideTerm("2025-09-30", from: "2025-10-01", maturesOn: "2026-03-05"),
      terms: plan([("2025-09-30", "50000.00")], from: "2025-10-01")),
    Row(
      code: "scheduling.plan_not_ascending",
      error: .planNotAscending("2025-09-01", after: "2025-09-01"),
      terms: plan([("2025-09-01", "1.00"), ("2025-09-01", "1.00")])),
    Row(
      code: "scheduling.plan_part_not_positive",
      error: .planPartNotPositive("2025-09-01", "-1.00"),
      terms: plan([("2025-09-01", "-1.00"), ("2025-10-01", "50001.00")])),
    Row(
      code: "scheduling.plan_part_not_positive",
      error: .planPartNotPositive("2025-09-01", Money(minorUnits: .max)),
      terms: plan([("2025-09-01", Money(minorUnits: .max))])),
    Row(
      code: "scheduling.plan_does_not_sum_to_principal",
      error: .planDoesNotSumToPrincipal(sum: "0.00", principal: "50000.00"), terms: plan([])),
    Row(
      code: "scheduling.plan_does_not_sum_to_principal",
      error: .planDoesNotSumToPrincipal(sum: "49999.99", principal: "50000.00"),
      terms: plan([("2025-09-01", "49999.99")])),
    Row(
      code: "scheduling.plan_does_not_sum_to_principal",
      error: .planDoesNotSumToPrincipal(sum: "50000.01", principal: "50000.00"),
      terms: plan([("2025-09-01", "50000.01")])),
  ]

  static let seasonal = broken20.repaid(.seasonal, everyMonths: 3, on: 20)

  static func subsidy(
    _ payer: Payer, _ share: Int, limit: Money? = nil
  ) -> (terms: LoanTerms, error: SchedulingError) {
    let subsidy = SubsidyTerms(
      payer: payer, shareBasisPoints: share, principalLimit: limit, stopsWhenOverdue: true)
    let terms = broken20.with {
      $0.penaltyPercent = 150
      $0.subsidy = subsidy
    }
    return (terms, .subsidyNotAllowed(subsidy))
  }

  static let laterRows: [Row] =
    [
      [Int64](repeating: 1, count: 11), [Int64](repeating: -1, count: 12),
      [Int64](repeating: 1_000_001, count: 12),
    ].map { weights in
      Row(
        code: "scheduling.weights_not_twelve_or_negative",
        error: .weightsNotTwelveOrNegative(weights),
        terms: seasonal.with { $0.repayment.monthWeights = weights })
    }
    + [-1, 1_001].map { percent in
      Row(
        code: "scheduling.penalty_percent_not_allowed",
        error: .penaltyPercentNotAllowed(percent, allowed: 0...1_000),
        terms: broken20.with { $0.penaltyPercent = percent })
    }
    + [
      subsidy(.borrower, 5_000), subsidy(.finance, -1), subsidy(.programme, 10_001),
      subsidy(.finance, 5_000, limit: "-0.01"),
    ].map { Row(code: "scheduling.subsidy_not_allowed", error: $0.error, terms: $0.terms) }
    + [
      Row(
        code: "scheduling.no_principal_due_day", error: .noPrincipalDueDay,
        terms: plain.with {
          $0.repayment.principalFrom = "2026-03-06"
          $0.rate = .fixed("-0.01")
        }),
      Row(
        code: "scheduling.no_principal_due_day", error: .noPrincipalDueDay,
        terms: plain.repaid(.seasonal, everyMonths: 3, on: 20)
          .with { $0.repayment.monthWeights = [Int64](repeating: 0, count: 12) }),
    ] + rateRows

  static let plain = LoanTerms.quarterly()

  static func floating(_ spread: AnnualRate) -> LoanTerms {
    plain.with {
      $0.rate = .floating(index: .fiveYear, spread: spread, reset: .yearly(month: 1, day: 1))
    }
  }

  static func rateRow(
    _ rate: AnnualRate, _ terms: LoanTerms, market: MarketRates = .lpr
  ) -> Row {
    Row(
      code: "scheduling.rate_out_of_range", error: .rateOutOfRange(rate, largest: .largest),
      terms: terms, market: market)
  }

  static let rateRows: [Row] = [
    Row(
      code: "scheduling.index_not_published",
      error: .indexNotPublished(.fiveYear, on: "2019-08-19"),
      terms: floating(AnnualRate(trillionths: .max)).with { $0.agreedOn = "2019-08-19" },
      market: .lpr),
    rateRow("-0.01", plain.with { $0.rate = .fixed("-0.01") }),
    rateRow("100.0000000001", plain.with { $0.rate = .fixed("100.0000000001") }),
    // LPR 5Y is 3.60 on 5 March 2025, and 3.50 at the reset of 1 January 2026.
    rateRow("-0.01", floating("-3.61")),
    rateRow("-0.10", floating("-3.60")),
    rateRow("100.10", floating("96.50")),
    rateRow(AnnualRate(trillionths: .max), floating(AnnualRate(trillionths: .max))),
    rateRow(AnnualRate(trillionths: .min), floating(AnnualRate(trillionths: .min))),
    rateRow(
      AnnualRate(trillionths: .max), floating("0.00"),
      market: MarketRates([
        .init(on: "2025-01-01", oneYear: "3.00", fiveYear: AnnualRate(trillionths: .max))
      ])),
  ]
}
