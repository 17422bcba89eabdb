/// How an exact quotient becomes a whole number.
///
/// Every product by a rate ends in one division with one of these, last.
public enum Rounding: String, Hashable, Sendable, CaseIterable {
  /// Halves away from zero: what Chinese banks do to the fen.
  case halfUp = "half-up"
  /// Halves to the even neighbour.
  case halfEven = "half-even"
  /// Away from zero.
  case up = "up"
  /// Toward zero.
  case down = "down"

  /// `numerator` ÷ `denominator`, rounded; the denominator is positive.
  ///
  /// A quotient of 64 bits by a denominator of 64 bits, which nearly every one is, takes one
  /// machine division; the answer is the same either way.
  @inlinable
  public func divide(_ numerator: Int128, by denominator: Int128) -> Int128 {
    let magnitude = numerator.magnitude
    let high = UInt64(truncatingIfNeeded: magnitude >> 64)
    let divisor = UInt64(truncatingIfNeeded: denominator)
    guard Int128(divisor) == denominator, high < divisor else {
      return divideWide(numerator, by: denominator)
    }
    let low = UInt64(truncatingIfNeeded: magnitude)
    let quotient = high == 0 ? low / divisor : divisor.dividingFullWidth((high, low)).quotient
    let remainder = low &- quotient &* divisor
    let rounded = Int128(quotient) + (isAway(quotient, remainder, divisor) ? 1 : 0)
    return numerator < 0 ? -rounded : rounded
  }

  /// `left` × `right` ÷ `denominator`, rounded, for numbers that are not negative, an even
  /// denominator and a quotient of 63 bits.
  @inlinable @inline(__always)
  public func divide(_ left: UInt64, times right: UInt64, by denominator: UInt64) -> Int64 {
    let product = left.multipliedFullWidth(by: right)
    if self == .halfUp, product.high == 0 {
      let (raised, overflow) = product.low.addingReportingOverflow(denominator / 2)
      if !overflow { return Int64(truncatingIfNeeded: raised / denominator) }
    }
    let quotient =
      product.high == 0
      ? product.low / denominator : denominator.dividingFullWidth(product).quotient
    let remainder = product.low &- quotient &* denominator
    let rounded = isAway(quotient, remainder, denominator) ? quotient &+ 1 : quotient
    return Int64(truncatingIfNeeded: rounded)
  }

  /// Whether the magnitude of a quotient is rounded up.
  @inlinable @inline(__always)
  func isAway(_ quotient: UInt64, _ remainder: UInt64, _ divisor: UInt64) -> Bool {
    switch self {
    case .halfUp: return remainder >= divisor &- remainder
    case .halfEven:
      let rest = divisor &- remainder
      return remainder > rest || (remainder == rest && quotient & 1 == 1)
    case .up: return remainder != 0
    case .down: return false
    }
  }

  /// As `divide`, for numbers of any size.
  @usableFromInline
  func divideWide(_ numerator: Int128, by denominator: Int128) -> Int128 {
    precondition(denominator > 0, "a rounding divides by a positive number, not \(denominator)")
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    if remainder == 0 { return quotient }
    let away: Int128 = numerator < 0 ? -1 : 1
    let distance = remainder.magnitude
    let half = denominator.magnitude - distance
    switch self {
    case .halfUp: return distance >= half ? quotient + away : quotient
    case .halfEven:
      if distance == half { return quotient.isMultiple(of: 2) ? quotient : quotient + away }
      return distance > half ? quotient + away : quotient
    case .up: return quotient + away
    case .down: return quotient
    }
  }
}
