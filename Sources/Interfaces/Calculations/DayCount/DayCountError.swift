package import Quantities

/// Why a period has no days to count.
package enum DayCountError: Explained, Hashable {
  case untilBeforeFrom(from: Day, until: Day)

  package var code: String {
    switch self {
    case .untilBeforeFrom: "day_count.until_before_from"
    }
  }
}
