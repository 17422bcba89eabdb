/// How an exact quotient becomes a whole number.
///
/// Every product by a rate ends in one division with one of these, last.
package enum Rounding: String, Hashable, Sendable, CaseIterable {
  /// Halves away from zero: what Chinese banks do to the fen.
  case halfUp = "half-up"
  /// Halves to the even neighbour.
  case halfEven = "half-even"
  /// Away from zero.
  case up = "up"
  /// Toward zero.
  case down = "down"

  /// `numerator` ÷ `denominator`, rounded; the denominator is positive.
  package func divide(_ numerator: Int128, by denominator: Int128) -> Int128 {
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
