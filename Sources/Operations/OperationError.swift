package import Banks
package import Quantities
package import Repositories

/// Why an operation is refused, beside the rules of origination and servicing.
///
/// Cases stand in the order in which operations check them.
package enum OperationError: Explained, Hashable {
  case bankUnknown(String, known: [String])
  case sponsorUnknown(String)
  case officerUnknown(String, bank: String)
  case roleMissing(officer: String, needed: OfficerRole)
  case keyEmptyOrTooLong(length: Int, most: Int)
  /// The bank's own work is recorded under keys that begin so.
  case keyReserved(key: String, prefix: String)
  case keyUsedForAnotherRequest(key: String, fact: Int64)
  case branchUnknown(String, known: [String])
  case borrowerUnknown(String, bank: String)
  case loanUnknown(String, bank: String)
  case statusNotAllowed(loan: String, found: LoanStatus, allowed: [LoanStatus])
  /// Four eyes: this officer did the step before.
  case sameOfficer(officer: String, step: FactKind)
  case dayAfterBusinessDate(Day, businessDate: Day)
  case disbursedOutsideFirstPeriod(Day, allowed: ClosedRange<Day>)
  case amountOutsideRange(Money, largest: Money)
  /// An officer alone can't do this: another one confirms it.
  case needsConfirmation(FactKind)
  /// A repayment of the same amount on the same day is there already, under another key.
  case looksLikeDuplicate(loan: String, amount: Money, on: Day, fact: Int64)
  case factNotOfLoan(Int64, loan: String)
  case factNotReversible(Int64, kind: FactKind)
  case factReversedAlready(Int64, by: Int64)
  /// A disbursement is undone only while nothing has followed it.
  case disbursementFollowed(Int64, by: Int64)
  case disbursementAccrued(Int64)
  case proposedAlready(FactKind, proposal: Int64)
  case proposalUnknown(Int64, loan: String)
  case proposalDecided(Int64, by: Int64)
  case businessDateGoesBack(Day, businessDate: Day)
  case monthNotOver(Month, businessDate: Day)
  case monthBeforeLastRun(Month, last: Month)
  /// A month that is closed takes no booking: what is known late is booked in the first open one.
  case monthClosed(Month, last: Month)
  /// Only the last closed month can be opened again.
  case monthNotClosed(Month, last: Month?)
  case checksFailed(Month, check: String)
  case reasonMissing(length: Int, most: Int)
  case reopeningNotProposed(Month)
  case monthNotAccrued(Month, banks: [String])
  /// No loan has a position both at the month's end and so many months before it, nor at any
  /// month's end of the last twelve and so many before that.
  case historyTooShort(Month, needed: Int)
  /// It was not yet paid out, or settled or written off, at the month's end.
  case loanWithoutPosition(String, Month)
  /// The scenarios that are known are those in force on the day.
  case scenarioUnknown(String, known: [String], on: Day)
  case currenciesDiffer([String])

  package var code: String {
    switch self {
    case .bankUnknown: return "operation.bank_unknown"
    case .sponsorUnknown: return "operation.sponsor_unknown"
    case .officerUnknown: return "operation.officer_unknown"
    case .roleMissing: return "operation.role_missing"
    case .keyEmptyOrTooLong: return "operation.key_empty_or_too_long"
    case .keyReserved: return "operation.key_reserved"
    case .keyUsedForAnotherRequest: return "operation.key_used_for_another_request"
    case .branchUnknown: return "operation.branch_unknown"
    case .borrowerUnknown: return "operation.borrower_unknown"
    case .loanUnknown: return "operation.loan_unknown"
    case .statusNotAllowed: return "operation.status_not_allowed"
    case .sameOfficer: return "operation.same_officer"
    case .dayAfterBusinessDate: return "operation.day_after_business_date"
    case .disbursedOutsideFirstPeriod: return "operation.disbursed_outside_first_period"
    case .amountOutsideRange: return "operation.amount_outside_range"
    case .needsConfirmation: return "operation.needs_confirmation"
    case .looksLikeDuplicate: return "operation.looks_like_duplicate"
    case .factNotOfLoan: return "operation.fact_not_of_loan"
    case .factNotReversible: return "operation.fact_not_reversible"
    case .factReversedAlready: return "operation.fact_reversed_already"
    case .disbursementFollowed: return "operation.disbursement_followed"
    case .disbursementAccrued: return "operation.disbursement_accrued"
    case .proposedAlready: return "operation.proposed_already"
    case .proposalUnknown: return "operation.proposal_unknown"
    case .proposalDecided: return "operation.proposal_decided"
    case .businessDateGoesBack: return "operation.business_date_goes_back"
    case .monthNotOver: return "operation.month_not_over"
    case .monthBeforeLastRun: return "operation.month_before_last_run"
    case .monthClosed: return "operation.month_closed"
    case .monthNotClosed: return "operation.month_not_closed"
    case .checksFailed: return "operation.checks_failed"
    case .reasonMissing: return "operation.reason_missing"
    case .reopeningNotProposed: return "operation.reopening_not_proposed"
    case .monthNotAccrued: return "operation.month_not_accrued"
    case .historyTooShort: return "operation.history_too_short"
    case .loanWithoutPosition: return "operation.loan_without_position"
    case .scenarioUnknown: return "operation.scenario_unknown"
    case .currenciesDiffer: return "operation.currencies_differ"
    }
  }
}
