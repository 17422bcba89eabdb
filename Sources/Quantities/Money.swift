/// An amount of money: whole minor units (fen, haléř) of one currency.
///
/// Units:  `minorUnits`; the currency, and with it the number of decimals, belongs to the bank.
/// Bounds: ±92,233,720,368,547,758.07 at two decimals. `+` and `-` trap on overflow, which no sum
///         of admitted amounts reaches: every amount is held to `Money.largestAmount` at the door.
@frozen
public struct Money: Hashable, Comparable, Sendable {
  /// Whole minor units: fen.
  public var minorUnits: Int64

  /// An amount of so many minor units.
  @inlinable
  public init(minorUnits: Int64) { self.minorUnits = minorUnits }

  /// Nothing.
  public static let zero = Money(minorUnits: 0)

  /// The largest amount one contract or payment may have: 10 trillion major units at two decimals.
  ///
  /// A hundred thousand such amounts can still be added without overflow in `Int128`, and nine
  /// thousand in `Int64`; sums over a portfolio are taken in `Int128`.
  public static let largestAmount = Money(minorUnits: 1_000_000_000_000_000)

  /// The sum.
  @inlinable
  public static func + (left: Money, right: Money) -> Money {
    Money(minorUnits: left.minorUnits + right.minorUnits)
  }

  /// The difference.
  @inlinable
  public static func - (left: Money, right: Money) -> Money {
    Money(minorUnits: left.minorUnits - right.minorUnits)
  }

  /// Adds to the left amount.
  @inlinable
  public static func += (left: inout Money, right: Money) { left = left + right }

  /// Takes from the left amount.
  @inlinable
  public static func -= (left: inout Money, right: Money) { left = left - right }

  /// The same amount with the other sign.
  @inlinable
  public static prefix func - (amount: Money) -> Money { Money(minorUnits: -amount.minorUnits) }

  /// Whether the left amount is smaller.
  @inlinable
  public static func < (left: Money, right: Money) -> Bool { left.minorUnits < right.minorUnits }

  /// Whether it is nothing.
  @inlinable
  public var isZero: Bool { minorUnits == 0 }

  /// Whether it is above nothing.
  @inlinable
  public var isPositive: Bool { minorUnits > 0 }

  /// Whether it is below nothing.
  @inlinable
  public var isNegative: Bool { minorUnits < 0 }
}
