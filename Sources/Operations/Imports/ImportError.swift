package import LoanProducts
package import Quantities

/// Why a loan of another book is not taken over.
///
/// Cases stand in the order they are checked: the first three while a line is read.
package enum ImportError: Explained, Hashable {
  /// A line gives a fixed rate and an index, or neither.
  case rateUnclear(given: [String])
  /// A part that is not `2026-04-20:1000.00`.
  case planUnreadable(part: String)
  /// Twelve whole numbers with `;` between them are asked for.
  case monthWeightsUnreadable(String)
  case oldNumberTooLong(length: Int, most: Int)
  case oldNumberTwice(String, firstLine: Int)
  /// The number was imported before, with other contents.
  case importedDifferently(String, loanNumber: String)
  case cutoverAfterBusinessDate(Day, businessDate: Day)
  case daysOutOfOrder(agreedOn: Day, startsOn: Day, maturesOn: Day)
  case startsAfterCutover(Day, cutover: Day)
  case grantedOutsideRange(Money, largest: Money)
  case balanceAboveGranted(Money, granted: Money)
  /// A loan with a balance is paid to a day before its maturity.
  case paidToOutsideRange(Day, allowed: ClosedRange<Day>)
  case penaltyOutsideRange(Int, allowed: ClosedRange<Int>)
  case principalMonthsOutsideRange(Int, allowed: ClosedRange<Int>)
  case planForOtherMethod(RepaymentMethod)
  case planPartBeforePaidTo(Day, paidTo: Day)
  /// Of the whole file: whether the other lines went in.
  case linesRefused(Int, of: Int, othersWritten: Bool)

  package var code: String {
    switch self {
    case .rateUnclear: return "import.rate_unclear"
    case .planUnreadable: return "import.plan_unreadable"
    case .monthWeightsUnreadable: return "import.month_weights_unreadable"
    case .oldNumberTooLong: return "import.old_number_too_long"
    case .oldNumberTwice: return "import.old_number_twice"
    case .importedDifferently: return "import.imported_differently"
    case .cutoverAfterBusinessDate: return "import.cutover_after_business_date"
    case .daysOutOfOrder: return "import.days_out_of_order"
    case .startsAfterCutover: return "import.starts_after_cutover"
    case .grantedOutsideRange: return "import.granted_outside_range"
    case .balanceAboveGranted: return "import.balance_above_granted"
    case .paidToOutsideRange: return "import.paid_to_outside_range"
    case .penaltyOutsideRange: return "import.penalty_outside_range"
    case .principalMonthsOutsideRange: return "import.principal_months_outside_range"
    case .planForOtherMethod: return "import.plan_for_other_method"
    case .planPartBeforePaidTo: return "import.plan_part_before_paid_to"
    case .linesRefused: return "import.lines_refused"
    }
  }
}
