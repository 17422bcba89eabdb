package import Quantities

/// Why a loan's facts make no life.
///
/// Cases stand in the order they are checked.
package enum ServicingError: Explained, Hashable {
  case neverDisbursed
  case factBeforeStart(effectiveOn: Day, startsOn: Day)
  case amountNotPositive(Money)
  case amountTooLarge(Money, largest: Money)

  package var code: String {
    switch self {
    case .neverDisbursed: return "servicing.never_disbursed"
    case .factBeforeStart: return "servicing.fact_before_start"
    case .amountNotPositive: return "servicing.amount_not_positive"
    case .amountTooLarge: return "servicing.amount_too_large"
    }
  }
}
