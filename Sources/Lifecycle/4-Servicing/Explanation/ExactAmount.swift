package import Quantities

/// An amount as an exact fraction of minor units: what a line of interest is before rounding.
///
/// Always reduced; the denominator is positive.
package struct ExactAmount: Hashable, Sendable {
  package let numerator: Int128
  package let denominator: Int128

  package static let zero = ExactAmount(reduced: 0, 1)

  private init(reduced numerator: Int128, _ denominator: Int128) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The fraction, reduced; the denominator is above zero.
  package init(_ numerator: Int128, _ denominator: Int128) {
    let divisor = Self.commonDivisor(numerator.magnitude, denominator.magnitude)
    self.init(reduced: numerator / divisor, denominator / divisor)
  }

  package init(_ amount: Money) { self.init(reduced: Int128(amount.minorUnits), 1) }

  /// The sum; nil if it passes 128 bits, which no figure of a village's loan does.
  package func adding(_ other: ExactAmount) -> ExactAmount? {
    let divisor = Self.commonDivisor(denominator.magnitude, other.denominator.magnitude)
    let (left, leftOverflow) = numerator.multipliedReportingOverflow(
      by: other.denominator / divisor)
    let (right, rightOverflow) = other.numerator.multipliedReportingOverflow(
      by: denominator / divisor)
    let (sum, sumOverflow) = left.addingReportingOverflow(right)
    let (common, commonOverflow) = denominator.multipliedReportingOverflow(
      by: other.denominator / divisor)
    guard !leftOverflow, !rightOverflow, !sumOverflow, !commonOverflow else { return nil }
    return ExactAmount(sum, common)
  }

  /// The product with a whole number; nil if it passes 128 bits.
  package func times(_ factor: Int128, dividedBy divisor: Int128) -> ExactAmount? {
    let share = ExactAmount(factor, divisor)
    let first = ExactAmount(numerator, share.denominator)
    let second = ExactAmount(share.numerator, denominator)
    let (product, overflow) = first.numerator.multipliedReportingOverflow(by: second.numerator)
    let (common, commonOverflow) = first.denominator.multipliedReportingOverflow(
      by: second.denominator)
    guard !overflow, !commonOverflow else { return nil }
    return ExactAmount(product, common)
  }

  package static prefix func - (amount: ExactAmount) -> ExactAmount {
    ExactAmount(reduced: -amount.numerator, amount.denominator)
  }

  package func rounded(_ rounding: Rounding) -> Money? {
    Int64(exactly: rounding.divide(numerator, by: denominator)).map { Money(minorUnits: $0) }
  }

  private static func commonDivisor(_ left: UInt128, _ right: UInt128) -> Int128 {
    var (larger, smaller) = (left, right)
    while smaller > 0 { (larger, smaller) = (smaller, larger % smaller) }
    return Int128(max(1, min(larger, UInt128(Int128.max))))
  }
}
