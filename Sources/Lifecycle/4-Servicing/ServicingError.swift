package import LoanProducts
package import Quantities
package import Scheduling

/// Why a loan's facts make no life.
///
/// Cases stand in the order they are checked.
package enum ServicingError: Explained, Hashable {
  case neverDisbursed
  case factBeforeStart(effectiveOn: Day, startsOn: Day)
  /// Flat interest falls due by instalments, not by days: such a loan has a schedule, and no life.
  case flatInterestNotServiced
  /// A loan is taken over with interest paid beyond the day of the takeover.
  case paidPastTakeover(effectiveOn: Day, paidToOn: Day)
  /// A loan is taken over that has started already: its principal is in the books.
  case alreadyStarted(effectiveOn: Day, startsOn: Day)
  case amountNotPositive(Money)
  case amountTooLarge(Money, largest: Money)
  case disbursedAfterMaturity(effectiveOn: Day, lastDueOn: Day)
  /// More than the terms' principal, with what was disbursed, or is owed of a revolving loan.
  case disbursedTooMuch(sum: Money, principal: Money)
  case refundedTooMuch(Money, credit: Money)
  case waivedTooMuch(Charge, Money, owed: Money)
  case writtenOffTooMuch(Money, onBooks: Money)
  case compensationTooMuch(CompensationStep, Money, allowed: Money)
  case subsidyBeyondAccrued(Payer, Money, accrued: Money)
  case changedAfterMaturity(effectiveOn: Day, maturedOn: Day)
  case maturityNotLater(Day, maturesOn: Day)
  /// A renewal needs all interest and charges paid, and no principal late.
  case renewedWithUnpaid(effectiveOn: Day, unpaid: Money)
  case pauseEndsBefore(effectiveOn: Day, until: Day)
  /// A method whose instalments can't become fewer.
  case termNotShortened(RepaymentMethod)
  /// A change after which the loan would have no schedule.
  case changeNotPossible(effectiveOn: Day, because: SchedulingError)
  case compoundTooLarge(largest: Money)
  case nothingBilled(on: Day)
  /// A sum of exact fractions that passes 128 bits.
  case notExplained

  package var code: String {
    switch self {
    case .neverDisbursed: return "servicing.never_disbursed"
    case .factBeforeStart: return "servicing.fact_before_start"
    case .flatInterestNotServiced: return "servicing.flat_interest_not_serviced"
    case .paidPastTakeover: return "servicing.paid_past_takeover"
    case .alreadyStarted: return "servicing.already_started"
    case .amountNotPositive: return "servicing.amount_not_positive"
    case .amountTooLarge: return "servicing.amount_too_large"
    case .disbursedAfterMaturity: return "servicing.disbursed_after_maturity"
    case .disbursedTooMuch: return "servicing.disbursed_too_much"
    case .refundedTooMuch: return "servicing.refunded_too_much"
    case .waivedTooMuch: return "servicing.waived_too_much"
    case .writtenOffTooMuch: return "servicing.written_off_too_much"
    case .compensationTooMuch: return "servicing.compensation_too_much"
    case .subsidyBeyondAccrued: return "servicing.subsidy_beyond_accrued"
    case .changedAfterMaturity: return "servicing.changed_after_maturity"
    case .maturityNotLater: return "servicing.maturity_not_later"
    case .renewedWithUnpaid: return "servicing.renewed_with_unpaid"
    case .pauseEndsBefore: return "servicing.pause_ends_before"
    case .termNotShortened: return "servicing.term_not_shortened"
    case .changeNotPossible: return "servicing.change_not_possible"
    case .compoundTooLarge: return "servicing.compound_too_large"
    case .nothingBilled: return "servicing.nothing_billed"
    case .notExplained: return "servicing.not_explained"
    }
  }
}
