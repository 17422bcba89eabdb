import Fixtures
import LoanProducts
import Quantities
import Scheduling
import Testing

/// The refusals of what is out of the ordinary, in the order they are checked: rows for
/// `TermsRefusedTests`, each with the mistakes of the rows after it.
extension TermsRefusedTests {
  /// Terms that are sound up to the settlement day, and break each rule after it.
  private static let odd = broken20.with {
    $0.repayment.firstDueOn = $0.startsOn
    $0.repayment.grace.principal = -1
    $0.repayment.installmentMultiple = "0.00"
    $0.repayment.steps = [InstallmentStep(fromNumber: 0, percent: 100)]
    $0.laterDisbursements = [LaterDisbursement(on: $0.startsOn, amount: "1.00")]
    $0.repayment.downPayment = $0.principal
  }
  private static let firstDue = odd.with { $0.repayment.firstDueOn = $0.maturesOn }
  private static let grace = firstDue.with { $0.repayment.grace.principal = 10_000 }
  private static let multiple = grace.with { $0.repayment.installmentMultiple = .largestAmount }
  private static let steps = multiple.with {
    $0.repayment.steps = [
      InstallmentStep(fromNumber: 1, percent: 1),
      InstallmentStep(fromNumber: 10_000, percent: 10_000),
    ]
  }

  private static func draws(_ parts: [(Day, Money)]) -> LoanTerms {
    steps.with {
      $0.laterDisbursements = parts.map { LaterDisbursement(on: $0.0, amount: $0.1) }
    }
  }

  static let oddRows: [Row] =
    intervalRows + stepRows
    + ["2025-03-05", "2026-03-06"].map { (day: Day) in
      Row(
        code: "scheduling.first_due_day_outside_term",
        error: .firstDueDayOutsideTerm(day, startsOn: "2025-03-05", maturesOn: "2026-03-05"),
        terms: odd.with { $0.repayment.firstDueOn = day })
    }
    + [-1, 10_001].flatMap { (count: Int) -> [Row] in
      let changes: [(inout GraceTerms) -> Void] = [
        { $0.principal = count }, { $0.interest = count }, { $0.interestFree = count },
      ]
      return changes.map { change in
        Row(
          code: "scheduling.grace_not_allowed", error: .graceNotAllowed(count),
          terms: firstDue.with {
            $0.repayment.grace = GraceTerms()
            change(&$0.repayment.grace)
          })
      }
    }
    + [Money.zero, "-0.01", "10000000000000.01"].map { amount in
      Row(
        code: "scheduling.multiple_not_positive", error: .multipleNotPositive(amount),
        terms: grace.with { $0.repayment.installmentMultiple = amount })
    } + disbursementRows

  private static let intervalRows: [Row] = [
    Row(
      code: "scheduling.months_between_dues_not_allowed",
      error: .monthsBetweenDuesNotAllowed(1_201),
      terms: odd.repaid(.interestThenPrincipal, everyMonths: 1_201)),
    Row(
      code: "scheduling.days_between_dues_not_allowed",
      error: .daysBetweenDuesNotAllowed(-1, months: 0),
      terms: odd.with {
        $0.repayment.interestEveryMonths = 0
        $0.repayment.interestEveryDays = -1
      }),
    Row(
      code: "scheduling.days_between_dues_not_allowed",
      error: .daysBetweenDuesNotAllowed(40_001, months: 0),
      terms: odd.with {
        $0.repayment.interestEveryMonths = 0
        $0.repayment.interestEveryDays = 40_001
      }),
    Row(
      code: "scheduling.days_between_dues_not_allowed",
      error: .daysBetweenDuesNotAllowed(14, months: 3),
      terms: odd.with { $0.repayment.interestEveryDays = 14 }),
  ]

  private static let stepRows: [Row] = [
    [(0, Int64(100))], [(10_001, 100)], [(1, 0)], [(1, 10_001)], [(2, 100), (2, 100)],
    [(2, 100), (1, 100)],
  ].map { steps in
    Row(
      code: "scheduling.step_not_allowed",
      error: .stepNotAllowed(number: steps[steps.count - 1].0, percent: steps[steps.count - 1].1),
      terms: multiple.with {
        $0.repayment.steps = steps.map { InstallmentStep(fromNumber: $0.0, percent: $0.1) }
      })
  }

  private static let disbursementRows: [Row] = [
    Row(
      code: "scheduling.disbursement_outside_term",
      error: .disbursementOutsideTerm("2025-03-05", after: "2025-03-05", maturesOn: "2026-03-05"),
      terms: draws([("2025-03-05", "1.00")])),
    Row(
      code: "scheduling.disbursement_outside_term",
      error: .disbursementOutsideTerm("2026-03-05", after: "2025-03-05", maturesOn: "2026-03-05"),
      terms: draws([("2026-03-05", "1.00")])),
    Row(
      code: "scheduling.disbursement_outside_term",
      error: .disbursementOutsideTerm("2025-04-01", after: "2025-04-01", maturesOn: "2026-03-05"),
      terms: draws([("2025-04-01", "1.00"), ("2025-04-01", "1.00")])),
    Row(
      code: "scheduling.disbursement_not_allowed",
      error: .disbursementNotAllowed("2025-04-01", "0.00"), terms: draws([("2025-04-01", "0.00")])),
    Row(
      code: "scheduling.disbursement_not_allowed",
      error: .disbursementNotAllowed("2025-05-01", "25000.00"),
      terms: draws([("2025-04-01", "25000.00"), ("2025-05-01", "25000.00")])),
    Row(
      code: "scheduling.down_payment_not_allowed",
      error: .downPaymentNotAllowed("-0.01", below: "50000.00"),
      terms: draws([]).with { $0.repayment.downPayment = "-0.01" }),
    Row(
      code: "scheduling.down_payment_not_allowed",
      error: .downPaymentNotAllowed("49000.00", below: "49000.00"),
      terms: draws([("2025-04-01", "1000.00")]).with { $0.repayment.downPayment = "49000.00" }),
    Row(
      code: "scheduling.plan_ends_before_maturity", error: .planEndsBeforeMaturity("2026-03-05"),
      terms: plan([("2026-03-04", "50000.00")]).with { $0.repayment.method = .imported }),
    Row(
      code: "scheduling.plan_ends_before_maturity", error: .planEndsBeforeMaturity("2026-03-05"),
      terms: plan([]).with { $0.repayment.method = .imported }),
  ]
}

@Suite("A level payment below its interest")
struct UnpayableTests {
  @Test("is refused with the due day, the payment and the interest")
  func belowInterest() throws {
    // 1,000 at 100 %: ten years to the first due day are 10,000.00 of interest; the payment over
    // it and 60 months more is 1,000 × 11 g^60 ÷ (g^60 + … + 1), g = 13/12, = 852.614.
    let terms = LoanTerms.lending(
      "1000.00", at: .largest, from: "2025-01-01", until: "2040-01-01"
    ).repaid(.equalInstallments, everyMonths: 1).counting(.months)
      .with { $0.repayment.firstDueOn = "2035-01-01" }
    let contract = try LoanContract(terms, market: .none)
    let error = #expect(throws: SchedulingError.self) { try RepaymentSchedule(contract) }
    #expect(
      error
        == .installmentBelowInterest("2035-01-01", installment: "852.61", interest: "10000.00"))
    #expect(error?.code == "scheduling.installment_below_interest")
  }

  @Test("months between dues may be any to a century without a settlement day, as 5 of them")
  func fiveMonths() throws {
    let terms = LoanTerms.quarterly().repaid(.interestThenPrincipal, everyMonths: 5)
    #expect(try terms.schedule().map(\.dueOn) == ["2025-08-05", "2026-01-05", "2026-03-05"])
    let century = LoanTerms.quarterly(until: "2125-03-05")
      .repaid(.interestThenPrincipal, everyMonths: 1_200)
    #expect(try century.schedule().map(\.dueOn) == ["2125-03-05"])
  }
}
