package import LoanProducts
package import Quantities

/// The exact penalty interest (罚息) since the loan began: on overdue principal, and on principal
/// of a misused loan.
///
/// Rule:   overdue principal bears the contract rate in force × the penalty per cent, by actual
///         days ÷ 360, from its due day until it is paid; it bears no contract interest then.
///         Principal of a misused loan that is not due bears the misuse rate; what that is above
///         the contract interest, which it bears by the contract's own days, is metered here. What
///         is overdue of a misused loan bears the heavier rate alone.
/// Source: 银发〔2003〕251号, in force 2004-01-01.
/// Rounds: once, in `amount`, from the exact sum.
package struct PenaltyMeter: Hashable, Sendable {
  /// In the units of `year`.
  package private(set) var total: Int128 = 0

  package init() {}

  package mutating func add(
    overdue: Money, from: Day, until: Day, rates: RatePath, penaltyPercent: Int
  ) {
    guard overdue.isPositive, from < until else { return }
    rates.forEachStretch(from: from, until: until) { start, end, rate in
      total += Self.units(overdue, start, end, rate.scaled(percent: penaltyPercent))
    }
  }

  /// Adds what the misuse rate is above the contract rate on principal that is not due.
  package mutating func add(
    misused: Money, from: Day, until: Day, rates: RatePath, misusePercent: Int
  ) {
    guard misused.isPositive, from < until, misusePercent > 100 else { return }
    rates.forEachStretch(from: from, until: until) { start, end, rate in
      total += Self.units(misused, start, end, rate.above(percent: misusePercent))
    }
  }

  package func amount(_ rounding: Rounding) -> Money { Self.amount(total, rounding) }

  /// What an exact sum is worth.
  package static func amount(_ total: Int128, _ rounding: Rounding) -> Money {
    Money(minorUnits: Int64(rounding.divide(total, by: year)))
  }

  /// What `units` are parts of: 360 days, and the 1e12 of a rate.
  package static let year: Int128 = 360 * 1_000_000_000_000

  /// Balance (minor units) × rate (1e-12) × actual days: ÷ `year`, the interest in minor units.
  @inline(__always)
  package static func units(
    _ balance: Money, _ from: Day, _ until: Day, _ rate: AnnualRate
  ) -> Int128 {
    Int128(balance.minorUnits) * Int128(rate.trillionths) * Int128(until - from)
  }
}

extension AnnualRate {
  /// What `percent` of the rate is above the rate itself.
  package func above(percent: Int) -> AnnualRate {
    AnnualRate(trillionths: scaled(percent: percent).trillionths - trillionths)
  }
}
