/// A yearly interest rate: a whole number of 1e-12 a year (3.45 % = 34,500,000,000).
@frozen
public struct AnnualRate: Hashable, Comparable, Sendable {
  /// The rate in 1e-12 a year.
  public var trillionths: Int64

  /// A rate of so many 1e-12 a year.
  @inlinable
  public init(trillionths: Int64) { self.trillionths = trillionths }

  /// No interest.
  public static let zero = AnnualRate(trillionths: 0)

  /// One hundred per cent a year: no lawful rate comes near it, and a larger one is refused.
  public static let largest = AnnualRate(trillionths: 1_000_000_000_000)

  /// A rate of `points` basis points (0.01 % each).
  public init(basisPoints points: Int64) { self.init(trillionths: points * 100_000_000) }

  /// The rate that a plain decimal of per cent names: `3.45`, at most ten decimals.
  public init?(percent text: some StringProtocol) {
    guard let units = FixedPoint.parse(text, decimals: 10) else { return nil }
    self.init(trillionths: units)
  }

  /// The rate in per cent, with at least two decimals: `3.45`.
  public var percent: String { FixedPoint.trimmed(Int128(trillionths), decimals: 10, least: 2) }

  /// The sum of two rates.
  public static func + (left: AnnualRate, right: AnnualRate) -> AnnualRate {
    AnnualRate(trillionths: left.trillionths + right.trillionths)
  }

  /// The rate times `percent` ÷ 100, rounded half up; the penalty rate is 150 per cent of a rate.
  public func scaled(percent: Int) -> AnnualRate {
    AnnualRate(
      trillionths: Int64(
        Rounding.halfUp.divide(Int128(trillionths) * Int128(percent), by: 100)))
  }

  /// Whether the left rate is lower.
  @inlinable
  public static func < (left: AnnualRate, right: AnnualRate) -> Bool {
    left.trillionths < right.trillionths
  }
}
