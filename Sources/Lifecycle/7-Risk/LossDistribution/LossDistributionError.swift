package import Quantities

/// Why a portfolio or a simulation of its losses is refused.
///
/// Cases stand in the order they are checked, loan by loan.
package enum LossDistributionError: Explained, Hashable {
  /// A correlation is negative, or the two leave nothing for the loan's own share; in billionths.
  case correlationsOutsideRange(segment: Int, asset: Int64, region: Int64)
  case segmentUnknown(Int32, loan: Int)
  case regionUnknown(Int32, loan: Int)
  case groupUnknown(Int32, loan: Int)
  case exposureNegative(Money, loan: Int)
  /// In ten-thousandths.
  case lossGivenDefaultOutsideRange(Int32, loan: Int)
  /// In billionths.
  case probabilityOutsideRange(Int64, loan: Int)
  /// All losses together do not fit 64 bits; in minor units.
  case totalLossTooLarge(Int128)
  case noScenarios
  /// In ten-thousandths.
  case levelOutsideRange(Int)
  /// The tail beyond the level, in ten-thousandths, holds no whole scenario.
  case tooFewScenarios(Int, level: Int, needed: Int)

  package var code: String {
    switch self {
    case .correlationsOutsideRange: "loss_distribution.correlations_outside_range"
    case .segmentUnknown: "loss_distribution.segment_unknown"
    case .regionUnknown: "loss_distribution.region_unknown"
    case .groupUnknown: "loss_distribution.group_unknown"
    case .exposureNegative: "loss_distribution.exposure_negative"
    case .lossGivenDefaultOutsideRange: "loss_distribution.loss_given_default_outside_range"
    case .probabilityOutsideRange: "loss_distribution.probability_outside_range"
    case .totalLossTooLarge: "loss_distribution.total_loss_too_large"
    case .noScenarios: "loss_distribution.no_scenarios"
    case .levelOutsideRange: "loss_distribution.level_outside_range"
    case .tooFewScenarios: "loss_distribution.too_few_scenarios"
    }
  }
}
