package import LoanProducts
package import Quantities

/// The exact interest of one interest period so far, and the part of it that a subsidy pays.
///
/// Rounds: see `InterestSums`; adding days never rounds, so the interest of `[a, c)` is that of
///         `[a, b)` and `[b, c)` together, exactly.
package struct InterestMeter: Hashable, Sendable {
  package let period: InterestPeriod
  package private(set) var sums: InterestSums

  package init(period: InterestPeriod) {
    self.period = period
    sums = InterestSums(denominator: period.denominator)
  }

  /// Adds the interest on `balance` for the days `[from, until)`.
  ///
  /// A loan's subsidy has one share for life, which is taken once, in `amounts`.
  package mutating func add(
    balance: Money, from: Day, until: Day, rates: RatePath, subsidy: SubsidyTerms?
  ) {
    guard balance.isPositive, from < until else { return }
    rates.forEachStretch(from: from, until: until) { start, end, rate in
      sums.total += units(balance, start, end, rate)
      guard let subsidy else { return }
      let lastSubsidised = min(end, subsidy.until ?? end)
      guard start < lastSubsidised else { return }
      let base = min(balance, subsidy.principalLimit ?? balance)
      sums.subsidised += units(base, start, lastSubsidised, rate)
      sums.shareBasisPoints = Int128(subsidy.shareBasisPoints)
    }
  }

  private func units(_ balance: Money, _ from: Day, _ until: Day, _ rate: AnnualRate) -> Int128 {
    Int128(balance.minorUnits) * Int128(rate.trillionths)
      * Int128(period.weight(from: from, until: until))
  }

  /// The interest so far, rounded: the whole, and the subsidy's part of it.
  package func amounts(_ rounding: Rounding) -> (whole: Money, subsidised: Money) {
    sums.amounts(rounding)
  }

  /// The whole interest so far, rounded; nil if it passes 64 bits.
  package func whole(_ rounding: Rounding) -> Money? {
    Int64(exactly: rounding.divide(sums.total, by: sums.year)).map { Money(minorUnits: $0) }
  }
}

/// The exact sums of an interest period, in whole numbers.
///
/// Units:  balance (minor units) × rate (1e-12) × day weight; ÷ `year`, minor units.
/// Rounds: once, in `amounts`.
package struct InterestSums: Hashable, Sendable {
  package var total: Int128 = 0
  package var subsidised: Int128 = 0
  package var shareBasisPoints: Int128 = 0
  /// What the day weights are parts of.
  package let denominator: Int64

  package init(denominator: Int64) { self.denominator = denominator }

  var year: Int128 { Int128(denominator) * 1_000_000_000_000 }

  /// The interest, rounded: the whole, and the subsidy's part of it.
  package func amounts(_ rounding: Rounding) -> (whole: Money, subsidised: Money) {
    let year = self.year
    let whole = rounding.divide(total, by: year)
    if subsidised == 0 { return (Money(minorUnits: Int64(whole)), .zero) }
    let (full, rest) = subsidised.quotientAndRemainder(dividingBy: year * 10_000)
    let part = full * shareBasisPoints + rounding.divide(rest * shareBasisPoints, by: year * 10_000)
    return (Money(minorUnits: Int64(whole)), Money(minorUnits: Int64(min(part, whole))))
  }
}
