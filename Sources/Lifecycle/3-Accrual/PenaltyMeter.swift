package import LoanProducts
package import Quantities

/// The exact penalty interest (罚息) on overdue principal since the loan began.
///
/// Rule:   overdue principal bears the contract rate in force × the penalty per cent, by actual
///         days ÷ 360, from its due day until it is paid; it bears no contract interest then.
/// Source: 银发〔2003〕251号, in force 2004-01-01.
/// Rounds: once, in `amount`, from the exact sum.
package struct PenaltyMeter: Hashable, Sendable {
  private var total: Int128 = 0

  package init() {}

  package mutating func add(
    overdue: Money, from: Day, until: Day, rates: RatePath, penaltyPercent: Int
  ) {
    guard overdue.isPositive, from < until else { return }
    rates.forEachStretch(from: from, until: until) { start, end, rate in
      total +=
        Int128(overdue.minorUnits) * Int128(rate.scaled(percent: penaltyPercent).trillionths)
        * Int128(end - start)
    }
  }

  package func amount(_ rounding: Rounding) -> Money {
    Money(minorUnits: Int64(rounding.divide(total, by: 360 * 1_000_000_000_000)))
  }
}
