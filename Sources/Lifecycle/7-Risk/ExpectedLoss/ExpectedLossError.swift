package import Quantities

/// Why assumptions, a count of transitions or a loan yield no expected loss.
///
/// Cases stand in the order they are checked: assumptions first, then matrices, then loan by loan.
package enum ExpectedLossError: Explained, Hashable {
  case noScenarios
  /// In ten-thousandths.
  case weightNegative(Int, scenario: String)
  /// In thousandths.
  case factorOutsideRange(Int, scenario: String, allowed: ClosedRange<Int>)
  /// The sum, in ten-thousandths; it has to be 10,000.
  case weightsDoNotAddUp(Int)
  /// In ten-thousandths.
  case lossGivenDefaultOutsideRange(Int)
  /// The pseudo-count, in thousandths of a loan.
  case pseudoCountNegative(Int)
  /// Months missed before a default, of interest added on it, or of the longest schedule.
  case monthsOutsideRange(Int, allowed: ClosedRange<Int>)
  /// The matrix is not one of days overdue.
  case statesOfAnotherScale(line: String)
  /// There is nothing to estimate from, not even a pseudo-count.
  case stateWithoutLoans(DueState, line: String)
  case segmentUnknown(Int, loan: Int64)
  case tooManyMonths(Int, allowed: Int, loan: Int64)
  case amountOutsideRange(Money, loan: Int64)
  /// All amounts of the loan together, or what it owes in a default.
  case exposureTooLarge(Money, loan: Int64)
  case rateOutsideRange(AnnualRate, loan: Int64)
  /// In ten-thousandths.
  case fundShareOutsideRange(Int, loan: Int64)

  package var code: String {
    switch self {
    case .noScenarios: "expected_loss.no_scenarios"
    case .weightNegative: "expected_loss.weight_negative"
    case .factorOutsideRange: "expected_loss.factor_outside_range"
    case .weightsDoNotAddUp: "expected_loss.weights_do_not_add_up"
    case .lossGivenDefaultOutsideRange: "expected_loss.loss_given_default_outside_range"
    case .pseudoCountNegative: "expected_loss.pseudo_count_negative"
    case .monthsOutsideRange: "expected_loss.months_outside_range"
    case .statesOfAnotherScale: "expected_loss.states_of_another_scale"
    case .stateWithoutLoans: "expected_loss.state_without_loans"
    case .segmentUnknown: "expected_loss.segment_unknown"
    case .tooManyMonths: "expected_loss.too_many_months"
    case .amountOutsideRange: "expected_loss.amount_outside_range"
    case .exposureTooLarge: "expected_loss.exposure_too_large"
    case .rateOutsideRange: "expected_loss.rate_outside_range"
    case .fundShareOutsideRange: "expected_loss.fund_share_outside_range"
    }
  }
}
