package import LoanProducts
package import Quantities

/// The exact interest of one interest period so far, and the part of it that a subsidy pays.
///
/// Units:  sums of balance (minor units) × rate (1e-12) × day weight, whole numbers.
/// Rounds: once, in `amounts`, from the exact sums; adding days never rounds, so the interest of
///         `[a, c)` is that of `[a, b)` and `[b, c)` together, exactly.
package struct InterestMeter: Hashable, Sendable {
  package let period: InterestPeriod
  private var total: Int128 = 0
  private var subsidised: Int128 = 0
  private var shareBasisPoints: Int128 = 0

  package init(period: InterestPeriod) { self.period = period }

  /// Adds the interest on `balance` for the days `[from, until)`.
  ///
  /// A loan's subsidy has one share for life, which is taken once, in `amounts`.
  package mutating func add(
    balance: Money, from: Day, until: Day, rates: RatePath, subsidy: SubsidyTerms?
  ) {
    guard balance.isPositive, from < until else { return }
    rates.forEachStretch(from: from, until: until) { start, end, rate in
      total += units(balance, start, end, rate)
      guard let subsidy else { return }
      let lastSubsidised = min(end, subsidy.until ?? end)
      guard start < lastSubsidised else { return }
      let base = min(balance, subsidy.principalLimit ?? balance)
      subsidised += units(base, start, lastSubsidised, rate)
      shareBasisPoints = Int128(subsidy.shareBasisPoints)
    }
  }

  private func units(_ balance: Money, _ from: Day, _ until: Day, _ rate: AnnualRate) -> Int128 {
    Int128(balance.minorUnits) * Int128(rate.trillionths)
      * Int128(period.weight(from: from, until: until))
  }

  /// The interest so far, rounded: the whole, and the subsidy's part of it.
  package func amounts(_ rounding: Rounding) -> (whole: Money, subsidised: Money) {
    let year = Int128(period.denominator) * 1_000_000_000_000
    let whole = rounding.divide(total, by: year)
    if subsidised == 0 { return (Money(minorUnits: Int64(whole)), .zero) }
    let (full, rest) = subsidised.quotientAndRemainder(dividingBy: year * 10_000)
    let part = full * shareBasisPoints + rounding.divide(rest * shareBasisPoints, by: year * 10_000)
    return (Money(minorUnits: Int64(whole)), Money(minorUnits: Int64(min(part, whole))))
  }

  /// The whole interest so far, rounded; nil if it passes 64 bits.
  package func whole(_ rounding: Rounding) -> Money? {
    let year = Int128(period.denominator) * 1_000_000_000_000
    return Int64(exactly: rounding.divide(total, by: year)).map { Money(minorUnits: $0) }
  }
}
