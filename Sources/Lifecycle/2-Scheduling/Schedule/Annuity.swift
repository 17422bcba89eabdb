package import Quantities

/// The level payment that repays a balance over periods with rates of their own.
///
/// Formula: payment = balance × ∏ gᵢ ÷ Σ sᵢ ∏ gⱼ (j after i), where gᵢ = 1 + rateᵢ × the period's
///          fraction of a year and sᵢ is the share of the payment made at its end: the value at
///          the end of the balance, over that of payments of 1.
/// Units:   both sums are fixed point of 2^-64, moved down together before they overflow.
/// Rounds:  once, in `payment`. Each period cuts less than 2^-63 of its value off the sums, so n
///          periods leave the quotient exact to n × 2^-62 of itself: below a thousandth of a fen
///          for 36 instalments of the largest amount, far less for any loan of a village.
package struct Annuity: Sendable {
  private var growth = UInt128(1) << 64
  private var shares: UInt128 = 0
  /// How far both sums have been moved down, in bits.
  private var moved = 0
  /// Equal periods that are not in the sums yet, and how many they are.
  private var waiting = Period(rate: .zero, weight: 0, denominator: 1)
  private var waitingCount = 0
  /// The growth in one unit of weight at a rate: ÷ 2^96; nil if it was not worked out yet.
  private var unit: (rate: AnnualRate, denominator: Int64, growth: UInt128)?

  private struct Period: Hashable {
    var rate: AnnualRate
    var weight: Int64
    var denominator: Int64
  }

  package init() {}

  /// Adds a period and the payment at its end.
  ///
  /// - Parameters:
  ///   - rate: the yearly rate of the period.
  ///   - weight: the period's length, in parts of a year.
  ///   - denominator: how many such parts a year has.
  ///   - share: how many payments are made: 0 for none, 1 for the usual one.
  ///   - times: how many such periods follow one another.
  @inline(__always)
  package mutating func add(
    rate: AnnualRate, weight: Int64, denominator: Int64, share: Int64 = 1, times: Int = 1
  ) {
    let period = Period(rate: rate, weight: weight, denominator: denominator)
    if share == 1, waitingCount > 0, period == waiting {
      waitingCount += times
      return
    }
    flush()
    if share == 1 {
      waiting = period
      waitingCount = times
    } else {
      for _ in 0..<times { append(period, share: share) }
    }
  }

  /// Takes the waiting periods into the sums: few one by one, many by doubling.
  private mutating func flush() {
    defer { waitingCount = 0 }
    if waitingCount > 3, let sum = followed(by: waiting, times: waitingCount) {
      growth = sum.growth
      shares = sum.shares
    } else {
      for _ in 0..<waitingCount { append(waiting, share: 1) }
    }
  }

  private mutating func append(_ period: Period, share: Int64) {
    if period.rate < .zero { return shrink(by: period, share: share) }
    if let fraction = fraction(of: period) {
      growth += Annuity.product(growth, fraction)
      shares += Annuity.product(shares, fraction)
    } else {
      let accrued = UInt128(UInt64(period.rate.trillionths)) * UInt128(period.weight)
      let year = UInt128(period.denominator) * 1_000_000_000_000
      let (whole, rest) = accrued.quotientAndRemainder(dividingBy: year)
      let fraction = Annuity.fraction(rest, of: year)
      makeRoom(for: whole)
      growth += growth * whole + Annuity.product(growth, fraction)
      shares += shares * whole + Annuity.product(shares, fraction)
    }
    if share != 0, moved <= 64 { shares += UInt128(share) << (64 - moved) }
    if (growth | shares) >> 96 != 0 { makeRoom(for: 0) }
  }

  /// As `append` at a rate below zero; one that leaves nothing of the balance leaves no payment.
  private mutating func shrink(by period: Period, share: Int64) {
    let lost = UInt128(period.rate.trillionths.magnitude) * UInt128(period.weight)
    let year = UInt128(period.denominator) * 1_000_000_000_000
    guard lost < year else {
      growth = 0
      shares = 0
      moved = 128
      return
    }
    let fraction = Annuity.fraction(lost, of: year)
    growth -= Annuity.product(growth, fraction)
    shares -= Annuity.product(shares, fraction)
    if share != 0, moved <= 64 { shares += UInt128(share) << (64 - moved) }
    if (growth | shares) >> 96 != 0 { makeRoom(for: 0) }
  }

  /// What a period adds to a balance of 1, in 2^-64; nil if it is 1 or more, or the period is long.
  private mutating func fraction(of period: Period) -> UInt64? {
    guard period.weight < (1 << 31) else { return nil }
    let growth: UInt128
    if let unit, unit.rate == period.rate, unit.denominator == period.denominator {
      growth = unit.growth
    } else {
      let year = UInt128(period.denominator) * 1_000_000_000_000
      guard year >> 96 == 0 else { return nil }
      let scaled = UInt128(UInt64(period.rate.trillionths)) << 64
      let (high, rest) = scaled.quotientAndRemainder(dividingBy: year)
      growth = (high << 32) + (rest << 32) / year
      unit = (period.rate, period.denominator, growth)
    }
    return UInt64(exactly: (growth &* UInt128(period.weight)) >> 32)
  }

  /// Equal periods with a payment of 1 at the end of each, after those here; nil if the sums would
  /// have to be moved down.
  private func followed(by period: Period, times: Int) -> Annuity? {
    var run = Annuity()
    run.append(period, share: 1)
    var sum = self
    var left = times
    while left > 0 {
      if left & 1 == 1 {
        guard let next = sum.followed(by: run) else { return nil }
        sum = next
      }
      left >>= 1
      if left > 0 {
        guard let next = run.followed(by: run) else { return nil }
        run = next
      }
    }
    return sum
  }

  /// The periods of both, one after the other; nil if the sums would have to be moved down.
  private func followed(by later: Annuity) -> Annuity? {
    guard moved == 0, later.moved == 0, let grown = Annuity.product(growth, later.growth),
      let carried = Annuity.product(shares, later.growth)
    else { return nil }
    var both = Annuity()
    both.growth = grown
    both.shares = carried + later.shares
    return both.shares >> 96 == 0 ? both : nil
  }

  /// The product of two sums, cut; nil from 2^32 on.
  private static func product(_ left: UInt128, _ right: UInt128) -> UInt128? {
    guard left >> 96 == 0, right >> 80 == 0 else { return nil }
    let whole = left * (right >> 64)
    let sum = whole + product(left, UInt64(truncatingIfNeeded: right))
    return sum >> 96 == 0 ? sum : nil
  }

  /// The payment of `size` shares, rounded; nil if no payment was added, or it passes 64 bits.
  package func payment(of balance: Money, size: Int64 = 1, rounding: Rounding) -> Money? {
    var whole = self
    whole.flush()
    return whole.quotient(balance, size: size, rounding: rounding)
  }

  private func quotient(_ balance: Money, size: Int64, rounding: Rounding) -> Money? {
    let unused = (growth | shares).leadingZeroBitCount
    let shift = max(0, 65 - unused)
    let divisor = shares >> shift
    guard divisor > 0 else { return nil }
    let (dividend, overflow) = (Int128(balance.minorUnits) * Int128(growth >> shift))
      .multipliedReportingOverflow(by: Int128(size))
    guard !overflow else { return nil }
    return Int64(exactly: rounding.divide(dividend, by: Int128(divisor)))
      .map { Money(minorUnits: $0) }
  }

  /// `value` × `fraction` ÷ 2^64, cut.
  @inline(__always)
  private static func product(_ value: UInt128, _ fraction: UInt64) -> UInt128 {
    let low = UInt64(truncatingIfNeeded: value).multipliedFullWidth(by: fraction).high
    let high = UInt64(truncatingIfNeeded: value >> 64).multipliedFullWidth(by: fraction)
    return (UInt128(high.high) << 64 | UInt128(high.low)) + UInt128(low)
  }

  /// `part` ÷ `whole` in 2^-64, cut; `part` is less than `whole`.
  private static func fraction(_ part: UInt128, of whole: UInt128) -> UInt64 {
    var part = part
    var whole = whole
    let excess = max(0, 64 - whole.leadingZeroBitCount)
    part >>= UInt128(excess)
    whole >>= UInt128(excess)
    return UInt64(truncatingIfNeeded: min((part << 64) / whole, UInt128(UInt64.max)))
  }

  /// Moves both sums down so that they can grow `whole` times and once more.
  private mutating func makeRoom(for whole: UInt128) {
    let needed = 34 + (128 - whole.leadingZeroBitCount)
    let shift = max(0, needed - (growth | shares).leadingZeroBitCount)
    growth >>= UInt128(shift)
    shares >>= UInt128(shift)
    moved += shift
  }
}
