package import Quantities

/// A sum of products exposure × LGD × PD × discount factor, with nothing rounded away.
///
/// Shape:  `whole` + `part` ÷ 1e32 minor units.
/// Why:    the products have up to 32 decimals, more than 128 bits hold beside the amount.
package struct ExactLoss: Hashable, Sendable {
  /// In minor units.
  package private(set) var whole: Int128
  /// In 1e-32 of a minor unit, below 1.
  package private(set) var part: Int128

  /// 1 in the units of `part`.
  package static let unit: Int128 = 100_000_000_000_000_000_000_000_000_000_000
  package static let zero = ExactLoss(whole: 0, part: 0)

  private init(whole: Int128, part: Int128) {
    self.whole = whole
    self.part = part
  }

  /// An amount × a share in ten-thousandths.
  init(_ amount: Money, share: Int) {
    let (whole, rest) = (Int128(amount.minorUnits) * Int128(share))
      .quotientAndRemainder(dividingBy: 10_000)
    self.init(whole: whole, part: rest * (Self.unit / 10_000))
  }

  /// The product for one month.
  init(_ month: DefaultMonth, probability: Int64, share: Int) {
    var sum = ProductSum()
    sum.add(month, probability: probability)
    self = sum.loss(share: share)
  }

  /// From 1e-28, divided so that each piece fits: `high` × 1e6 + `low`.
  fileprivate init(high: Int128, low: Int128) {
    let million: Int128 = 1_000_000
    let carried = high + low / million
    let (whole, rest) = carried.quotientAndRemainder(
      dividingBy: 10_000_000_000_000_000_000_000)
    self.init(whole: whole, part: (rest * million + low % million) * 10_000)
  }

  package static func + (left: ExactLoss, right: ExactLoss) -> ExactLoss {
    let part = left.part + right.part
    return part >= unit
      ? ExactLoss(whole: left.whole + right.whole + 1, part: part - unit)
      : ExactLoss(whole: left.whole + right.whole, part: part)
  }

  /// The mean of losses by weights in ten-thousandths that add up to 10,000.
  ///
  /// Exact, for each loss is a multiple of 1e-28.
  static func mean(_ losses: [ExactLoss], _ scenarios: [MacroScenario]) -> ExactLoss {
    var (whole, part) = (Int128(0), Int128(0))
    for (loss, scenario) in zip(losses, scenarios) {
      whole += loss.whole * Int128(scenario.weight)
      part += loss.part / 10_000 * Int128(scenario.weight)
    }
    let (quotient, rest) = whole.quotientAndRemainder(dividingBy: 10_000)
    part += rest * (unit / 10_000)
    return ExactLoss(whole: quotient + part / unit, part: part % unit)
  }

  /// Rounded half up to the minor unit.
  package var rounded: Money {
    Money(minorUnits: Int64(part >= Self.unit / 2 ? whole + 1 : whole))
  }

  /// In minor units with all decimals there are: `12.5`.
  package var text: String {
    let decimals = FixedPoint.trimmed(part, decimals: 32, least: 0)
    return "\(whole)" + decimals.dropFirst()
  }
}

/// Adds exposure × PD × discount factor over months.
///
/// Bounds: exposures to 1e15, probabilities that add up to 1e12 at most, a discount factor in two
///         halves to 1e6 each: each sum stays below 1e33, and 1e37 after the share.
struct ProductSum {
  private var high: Int128 = 0
  private var low: Int128 = 0

  @inline(__always)
  mutating func add(_ month: DefaultMonth, probability: Int64) {
    // Within the bounds nothing overflows, and arithmetic that looks takes several times as long.
    let product = Int128(month.exposure.minorUnits) &* Int128(probability)
    let (upper, lower) = month.discount.quotientAndRemainder(dividingBy: 1_000_000)
    high &+= product &* Int128(upper)
    low &+= product &* Int128(lower)
  }

  /// The sum × the loss given default, in ten-thousandths.
  func loss(share: Int) -> ExactLoss {
    ExactLoss(high: high * Int128(share), low: low * Int128(share))
  }
}
