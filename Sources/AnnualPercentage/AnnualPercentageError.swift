package import Quantities

/// Why a credit has no annual percentage rate.
///
/// Cases stand in the order they are checked.
package enum AnnualPercentageError: Explained, Hashable {
  case tooManyFlows(Int, allowed: Int)
  case amountNegative(Money)
  /// Nothing is advanced, or zero alone.
  case noAdvances
  /// Nothing is paid, or zero alone.
  case noPayments
  /// The moments as days or as offsets in days.
  case lastPaymentNotAfterFirstAdvance(lastPayment: String, firstAdvance: String)
  case unitPeriodNotAllowed(UnitPeriod.Kind, multiple: Int, allowed: ClosedRange<Int>)
  /// No rate above −100 % and up to `largest` per cent makes both sides equal.
  case noRate(largest: Int64)

  package var code: String {
    switch self {
    case .tooManyFlows: "apr.too_many_flows"
    case .amountNegative: "apr.amount_negative"
    case .noAdvances: "apr.no_advances"
    case .noPayments: "apr.no_payments"
    case .lastPaymentNotAfterFirstAdvance: "apr.last_payment_not_after_first_advance"
    case .unitPeriodNotAllowed: "apr.unit_period_not_allowed"
    case .noRate: "apr.no_rate"
    }
  }
}
