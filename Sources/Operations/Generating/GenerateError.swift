package import Quantities

/// Why no book is generated; cases stand in the order of the checks.
package enum GenerateError: Explained, Hashable, Sendable {
  package enum Count: String, Hashable, Sendable {
    case loans, banks, months
    case loansOfOneBank = "loans of one bank"
  }

  case countOutsideRange(Count, found: Int, allowed: ClosedRange<Int>)
  case monthTooEarly(Month, earliest: Month)
  /// Beyond it no application finds a rate that was published lately.
  case monthWithoutRates(Month, latest: Month?)
  /// Keys are dropped and made anew, which only the owner of the tables may.
  case notOwner
  case notEmpty
  /// `what` names a file of the seeds.
  case catalogMissing(String)
  case officerMissing(role: String, bank: String)

  package var code: String {
    switch self {
    case .countOutsideRange: "generate.count_outside_range"
    case .monthTooEarly: "generate.month_too_early"
    case .monthWithoutRates: "generate.month_without_rates"
    case .notOwner: "generate.not_owner"
    case .notEmpty: "generate.not_empty"
    case .catalogMissing: "generate.catalog_missing"
    case .officerMissing: "generate.officer_missing"
    }
  }
}
