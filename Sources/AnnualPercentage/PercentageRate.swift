import Quantities

/// A yearly rate that solves an equation: a decimal that was cut, never an exact one.
package struct PercentageRate: Hashable, Comparable, Sendable {
  /// Per cent a year.
  let percent: Double

  /// No rate above this many per cent is looked for.
  static let largestPercent: Int64 = 1_000_000_000_000

  /// The rate in per cent with this many decimals, at most 10, halves away from zero: `9.690000`.
  package func text(decimals: Int) -> String {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    return FixedPoint.text(Int128((percent * scale).rounded()), decimals: decimals)
  }

  package static func < (left: PercentageRate, right: PercentageRate) -> Bool {
    left.percent < right.percent
  }
}

/// The rate of a credit, and the others that solve its equation, too.
package struct RateSolution: Hashable, Sendable {
  package let rate: PercentageRate
  /// Ascending; empty for all credits but those in which payments precede advances.
  package let others: [PercentageRate]

  /// - Parameters:
  ///   - equation: what is to be zero.
  ///   - percent: the yearly rate in per cent that a rate a period stands for.
  /// - Throws: `AnnualPercentageError.noRate`.
  init(
    _ equation: PresentValue, percent: (_ ratePerPeriod: Double) -> Double
  ) throws(AnnualPercentageError) {
    let all = equation.ratesPerPeriod.map { PercentageRate(percent: percent($0)) }
      .filter { $0.percent <= Double(PercentageRate.largestPercent) }
    let isCostly = equation.total <= 0
    let named = isCostly ? all.first { $0.percent >= 0 } : all.last { $0.percent <= 0 }
    let nearest = all.min { abs($0.percent) < abs($1.percent) }
    guard let rate = named ?? nearest else {
      throw .noRate(largest: PercentageRate.largestPercent)
    }
    self.rate = rate
    others = all.filter { $0 != rate }
  }
}
