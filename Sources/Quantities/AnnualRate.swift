/// A yearly interest rate: a whole number of 1e-12 a year (3.45 % = 34,500,000,000).
@frozen
package struct AnnualRate: Hashable, Comparable, Sendable {
  package var trillionths: Int64

  @inlinable
  package init(trillionths: Int64) { self.trillionths = trillionths }

  package static let zero = AnnualRate(trillionths: 0)

  /// One hundred per cent a year: no lawful rate comes near it, and a larger one is refused.
  package static let largest = AnnualRate(trillionths: 1_000_000_000_000)

  /// A rate of `points` basis points (0.01 % each).
  package init(basisPoints points: Int64) { self.init(trillionths: points * 100_000_000) }

  /// The rate that a plain decimal of per cent names: `3.45`, at most ten decimals.
  package init?(percent text: some StringProtocol) {
    guard let units = FixedPoint.parse(text, decimals: 10) else { return nil }
    self.init(trillionths: units)
  }

  /// The rate in per cent, with at least two decimals: `3.45`.
  package var percent: String { FixedPoint.trimmed(Int128(trillionths), decimals: 10, least: 2) }

  package static func + (left: AnnualRate, right: AnnualRate) -> AnnualRate {
    AnnualRate(trillionths: left.trillionths + right.trillionths)
  }

  /// The rate times `percent` ÷ 100, rounded half up; the penalty rate is 150 per cent of a rate.
  package func scaled(percent: Int) -> AnnualRate {
    AnnualRate(
      trillionths: Int64(
        Rounding.halfUp.divide(Int128(trillionths) * Int128(percent), by: 100)))
  }

  @inlinable
  package static func < (left: AnnualRate, right: AnnualRate) -> Bool {
    left.trillionths < right.trillionths
  }
}
