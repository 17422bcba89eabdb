package import LoanProducts
package import Quantities

/// The exact compound interest (复利) on unpaid interest since the loan began.
///
/// Rule:   see `CompoundTerms`.
/// Rounds: once, in `amount`, from the exact sum.
package struct CompoundMeter: Hashable, Sendable {
  /// In the units of `PenaltyMeter.year`.
  package private(set) var total: Int128 = 0
  /// Whether it grew beyond `largest`, where it then stands still: a sum that no loan reaches.
  package private(set) var isTooLarge = false

  package init() {}

  /// The largest amount it holds: with all that a claim may hold beside it, within 64 bits.
  package static let largest = Money(minorUnits: 2_000_000_000_000_000_000)

  /// Adds the days `[from, until)`, each at the rate in force × `percent` ÷ 100.
  package mutating func add(
    unpaid: Money, from: Day, until: Day, rates: RatePath, percent: Int
  ) {
    guard unpaid.isPositive, from < until else { return }
    rates.forEachStretch(from: from, until: until) { start, end, rate in
      let rate = rate.scaled(percent: percent)
      total += PenaltyMeter.units(unpaid, start, end, rate)
    }
    let largest = Int128(Self.largest.minorUnits) * PenaltyMeter.year
    if total > largest {
      total = largest
      isTooLarge = true
    }
  }

  package func amount(_ rounding: Rounding) -> Money {
    PenaltyMeter.amount(total, rounding)
  }
}
