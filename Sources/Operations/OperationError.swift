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
  case businessDateGoesBack(Day, businessDate: Day)
  case monthNotOver(Month, businessDate: Day)
  case monthBeforeLastRun(Month, last: Month)
  case monthNotAccrued(Month, banks: [String])
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
    case .businessDateGoesBack: return "operation.business_date_goes_back"
    case .monthNotOver: return "operation.month_not_over"
    case .monthBeforeLastRun: return "operation.month_before_last_run"
    case .monthNotAccrued: return "operation.month_not_accrued"
    case .currenciesDiffer: return "operation.currencies_differ"
    }
  }
}
