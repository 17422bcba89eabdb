/// A probability as a whole number of 2^-48, in the two parts with which a draw is compared.
///
/// A loan defaults if its draw of 48 bits is below the threshold. The upper 8 bits are drawn first;
/// only if they are equal to the threshold's do the lower 40 bits decide.
struct DefaultThreshold {
  /// The upper 8 bits, less 128: compared with signed draws.
  let upper: Int8
  /// The lower 40 bits; 2^40 for a certain default, whose upper bits are all set.
  let lower: UInt64

  /// - Parameter units: the probability in 2^-48, 0 to 2^48 inclusive.
  init(units: UInt64) {
    let upper = min(units >> 40, 0xFF)
    self.upper = Int8(truncatingIfNeeded: Int(upper) - 128)
    lower = units - upper << 40
  }
}

/// Φ in steps of 2^-48, fast: by a table of Φ and its density at every 64th, and five terms of the
/// Taylor series from the nearest.
///
/// Bounds: off Φ by less than 2^-48. Below −8 it is 0 and above 8 it is 1: Φ(−8) = 6e-16.
package struct ThresholdTable: Sendable {
  private static let stepsPerUnit = 64.0
  private static let reach = 8.0
  private static let one = 281_474_976_710_656.0  // 2^48

  /// Φ and density by turns, from −8 to 8.
  private let nodes: [SIMD2<Double>]

  package init() {
    let last = Int(Self.reach * Self.stepsPerUnit)
    nodes = (-last...last).map { step in
      let x = Double(step) / Self.stepsPerUnit
      return [NormalDistribution.cumulative(x), NormalDistribution.density(x)]
    }
  }

  /// Φ(x) in units of 2^-48, rounded half up; `x` may be infinite.
  @inline(__always)
  package func units(_ x: Double) -> UInt64 {
    if x <= -Self.reach { return 0 }
    if x >= Self.reach { return 1 << 48 }
    let place = Int((x + Self.reach) * Self.stepsPerUnit + 0.5)
    let node = Double(place) * (1 / Self.stepsPerUnit) - Self.reach
    let step = x - node
    // The derivatives of Φ over the density: each follows from the two before.
    let second = -node
    let third = -node * second - 1
    let fourth = -node * third - 2 * second
    let fifth = -node * fourth - 3 * third
    var series = fourth * (1.0 / 24) + step * (fifth * (1.0 / 120))
    series = 1 + step * (second * 0.5 + step * (third * (1.0 / 6) + step * series))
    let probability = nodes[place][0] + nodes[place][1] * step * series
    return UInt64(min(max(probability, 0), 1) * Self.one + 0.5)
  }
}
