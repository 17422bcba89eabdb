/// An amount of money: whole minor units (fen, haléř) of one currency.
///
/// Units:  `minorUnits`; the currency, and with it the number of decimals, belongs to the bank.
/// Bounds: ±92,233,720,368,547,758.07 at two decimals. `+` and `-` trap on overflow, which no sum
///         of admitted amounts reaches: every amount is held to `Money.largestAmount` at the door.
@frozen
package struct Money: Hashable, Comparable, Sendable {
  package var minorUnits: Int64

  @inlinable
  package init(minorUnits: Int64) { self.minorUnits = minorUnits }

  package static let zero = Money(minorUnits: 0)

  /// The largest amount one contract or payment may have: 10 trillion major units at two decimals.
  ///
  /// A hundred thousand such amounts can still be added without overflow in `Int128`, and nine
  /// thousand in `Int64`; sums over a portfolio are taken in `Int128`.
  package static let largestAmount = Money(minorUnits: 1_000_000_000_000_000)

  @inlinable
  package static func + (left: Money, right: Money) -> Money {
    Money(minorUnits: left.minorUnits + right.minorUnits)
  }

  @inlinable
  package static func - (left: Money, right: Money) -> Money {
    Money(minorUnits: left.minorUnits - right.minorUnits)
  }

  @inlinable
  package static func += (left: inout Money, right: Money) { left = left + right }

  @inlinable
  package static func -= (left: inout Money, right: Money) { left = left - right }

  @inlinable
  package static prefix func - (amount: Money) -> Money { Money(minorUnits: -amount.minorUnits) }

  @inlinable
  package static func < (left: Money, right: Money) -> Bool { left.minorUnits < right.minorUnits }

  @inlinable
  package var isZero: Bool { minorUnits == 0 }

  @inlinable
  package var isPositive: Bool { minorUnits > 0 }

  @inlinable
  package var isNegative: Bool { minorUnits < 0 }
}
