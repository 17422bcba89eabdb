package import Quantities
package import Repositories

/// Why a list of loans is refused; cases stand in the order in which they are checked.
package enum LoanListError: Explained, Hashable {
  /// No bank was named, and the officer works at none or at several.
  case bankNotGiven(officer: String, banks: [String])
  case rowsOutsideRange(found: Int, allowed: ClosedRange<Int>)
  /// No day lies in `[from, until)`.
  case daysEmpty(from: Day, until: Day)
  case overdueDaysOutsideRange(found: Int, allowed: ClosedRange<Int>)
  /// Only an active loan has a class or overdue days.
  case statusHasNoClass(LoanStatus)
  case pageKeyMalformed(String)
  case pageKeyOfOtherOrder(found: LoanOrder, asked: LoanOrder)

  package var code: String {
    switch self {
    case .bankNotGiven: return "list.bank_not_given"
    case .rowsOutsideRange: return "list.rows_outside_range"
    case .daysEmpty: return "list.days_empty"
    case .overdueDaysOutsideRange: return "list.overdue_days_outside_range"
    case .statusHasNoClass: return "list.status_has_no_class"
    case .pageKeyMalformed: return "list.page_key_malformed"
    case .pageKeyOfOtherOrder: return "list.page_key_of_other_order"
    }
  }
}
