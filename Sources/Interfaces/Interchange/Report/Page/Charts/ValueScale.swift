import Quantities

/// The values along the side of a chart: even steps of 1, 2 or 5 times a power of ten.
struct ValueScale: Hashable, Sendable {
  let low: Int128
  let high: Int128
  let step: Int128

  /// About how many steps there are.
  private static let steps: Int128 = 5

  /// A scale that holds the values and, unless they are lines far above it, nought.
  init(_ values: [Int128], isLines: Bool) {
    var low = values.min() ?? 0
    var high = values.max() ?? 0
    if !isLines || low <= 0 || high == low || low < 2 * (high - low) {
      low = min(low, 0)
      high = max(high, 0)
    }
    if low == high { high = low + 1 }
    let wanted = (high - low + Self.steps - 1) / Self.steps
    var power: Int128 = 1
    while power * 10 <= wanted { power *= 10 }
    let step = [1, 2, 5, 10].map { $0 * power }.first { $0 >= wanted } ?? power
    self.step = step
    self.low = Self.floor(low, step)
    self.high = -Self.floor(-high, step)
  }

  /// The next multiple of the step at or below a value.
  private static func floor(_ value: Int128, _ step: Int128) -> Int128 {
    let rest = value % step
    return value - rest - (rest < 0 ? step : 0)
  }

  var ticks: [Int128] { (0...Int((high - low) / step)).map { low + Int128($0) * step } }

  /// How far below the top a value stands in so many units of height.
  func depth(_ value: Int128, height: Int) -> Int {
    Int((high - value) * Int128(height) / (high - low))
  }

  /// A tick with no more decimals than the steps need.
  func text(_ tick: Int128, decimals: Int) -> String {
    var (shown, factor) = (decimals, Int128(1))
    while shown > 0, (step / factor).isMultiple(of: 10) {
      factor *= 10
      shown -= 1
    }
    return FixedPoint.text(tick / factor, decimals: shown, grouped: true)
  }
}
