/// An exact quotient, so that nothing is rounded before the day it is asked for.
struct Fraction: Sendable {
  private var numerator: Int128
  private var denominator: Int128

  static let zero = Fraction(0, over: 1)

  /// - Parameters:
  ///   - numerator: what is divided.
  ///   - denominator: by what, above zero.
  init(_ numerator: Int128, over denominator: Int128) {
    var (larger, smaller) = (denominator, numerator.magnitude)
    while smaller > 0 {
      (larger, smaller) = (Int128(smaller), (larger % Int128(smaller)).magnitude)
    }
    self.numerator = numerator / larger
    self.denominator = denominator / larger
  }

  static func += (left: inout Fraction, right: Fraction) {
    left = Fraction(
      left.numerator * right.denominator + right.numerator * left.denominator,
      over: left.denominator * right.denominator)
  }

  static func * (left: Fraction, right: Fraction) -> Fraction {
    Fraction(left.numerator * right.numerator, over: left.denominator * right.denominator)
  }

  /// The nearest whole number, a half upward; for quotients that are not negative.
  var rounded: Int { Int((2 * numerator + denominator) / (2 * denominator)) }
}

/// Per cent of a whole number, to the nearest one, a half upward.
func percent(_ percent: Int, of amount: Int) -> Int {
  Fraction(Int128(percent) * Int128(amount), over: 100).rounded
}
