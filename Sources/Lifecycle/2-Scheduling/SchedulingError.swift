package import LoanProducts
package import Quantities

/// Why terms have no schedule.
///
/// Cases stand in the order they are checked.
package enum SchedulingError: Explained, Hashable {
  case principalNotPositive(Money)
  case principalTooLarge(Money, largest: Money)
  case maturityNotAfterStart(startsOn: Day, maturesOn: Day)
  case startTooEarly(startsOn: Day, first: Day)
  case termTooLong(maturesOn: Day, last: Day)
  case monthsBetweenDuesNotAllowed(Int)
  case daysBetweenDuesNotAllowed(Int, months: Int)
  case settlementDayNotAllowed(Int)
  case firstDueDayOutsideTerm(Day, startsOn: Day, maturesOn: Day)
  case graceNotAllowed(Int)
  case multipleNotPositive(Money)
  case stepNotAllowed(number: Int, percent: Int64)
  case disbursementOutsideTerm(Day, after: Day, maturesOn: Day)
  case disbursementNotAllowed(Day, Money)
  case downPaymentNotAllowed(Money, below: Money)
  case planDayOutsideTerm(Day, from: Day, maturesOn: Day)
  case planNotAscending(Day, after: Day)
  case planPartNotPositive(Day, Money)
  case planDoesNotSumToPrincipal(sum: Money, principal: Money)
  case planEndsBeforeMaturity(Day)
  case weightsNotTwelveOrNegative([Int64])
  case penaltyPercentNotAllowed(Int, allowed: ClosedRange<Int>)
  case misusePercentNotAllowed(Int, allowed: ClosedRange<Int>)
  case compoundNotAllowed(joinsEveryMonths: Int)
  case graduationNotAllowed(GraduationTerms)
  case subsidyNotAllowed(SubsidyTerms)
  case noPrincipalDueDay
  case rateBoundsNotAllowed(RateBounds)
  case indexNotPublished(RateIndex, on: Day)
  case rateOutOfRange(AnnualRate, largest: AnnualRate)
  case installmentBelowInterest(Day, installment: Money, interest: Money)

  package var code: String {
    switch self {
    case .principalNotPositive: return "scheduling.principal_not_positive"
    case .principalTooLarge: return "scheduling.principal_too_large"
    case .maturityNotAfterStart: return "scheduling.maturity_not_after_start"
    case .startTooEarly: return "scheduling.start_too_early"
    case .termTooLong: return "scheduling.term_too_long"
    case .monthsBetweenDuesNotAllowed: return "scheduling.months_between_dues_not_allowed"
    case .daysBetweenDuesNotAllowed: return "scheduling.days_between_dues_not_allowed"
    case .firstDueDayOutsideTerm: return "scheduling.first_due_day_outside_term"
    case .graceNotAllowed: return "scheduling.grace_not_allowed"
    case .multipleNotPositive: return "scheduling.multiple_not_positive"
    case .stepNotAllowed: return "scheduling.step_not_allowed"
    case .disbursementOutsideTerm: return "scheduling.disbursement_outside_term"
    case .disbursementNotAllowed: return "scheduling.disbursement_not_allowed"
    case .downPaymentNotAllowed: return "scheduling.down_payment_not_allowed"
    case .planEndsBeforeMaturity: return "scheduling.plan_ends_before_maturity"
    case .installmentBelowInterest: return "scheduling.installment_below_interest"
    case .settlementDayNotAllowed: return "scheduling.settlement_day_not_allowed"
    case .planDayOutsideTerm: return "scheduling.plan_day_outside_term"
    case .planNotAscending: return "scheduling.plan_not_ascending"
    case .planPartNotPositive: return "scheduling.plan_part_not_positive"
    case .planDoesNotSumToPrincipal: return "scheduling.plan_does_not_sum_to_principal"
    case .weightsNotTwelveOrNegative: return "scheduling.weights_not_twelve_or_negative"
    case .penaltyPercentNotAllowed: return "scheduling.penalty_percent_not_allowed"
    case .misusePercentNotAllowed: return "scheduling.misuse_percent_not_allowed"
    case .compoundNotAllowed: return "scheduling.compound_not_allowed"
    case .graduationNotAllowed: return "scheduling.graduation_not_allowed"
    case .subsidyNotAllowed: return "scheduling.subsidy_not_allowed"
    case .noPrincipalDueDay: return "scheduling.no_principal_due_day"
    case .rateBoundsNotAllowed: return "scheduling.rate_bounds_not_allowed"
    case .indexNotPublished: return "scheduling.index_not_published"
    case .rateOutOfRange: return "scheduling.rate_out_of_range"
    }
  }
}
