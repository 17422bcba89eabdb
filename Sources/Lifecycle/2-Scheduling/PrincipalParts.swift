package import LoanProducts
package import Quantities

/// The principal that falls due on each due day.
///
/// Rounds: weighted parts by `Apportionment` (running sums, half up); equal instalments once a
///         schedule, half up to the minor unit, the last instalment taking what is left.
package enum PrincipalParts {
  /// The parts of `balance` over the remaining due days.
  ///
  /// One function gives them at signature, after a prepayment and for an imported balance.
  ///
  /// - Parameters:
  ///   - balance: the principal not yet due on `from`.
  ///   - from: the day from which it bears interest, inside or at the start of a period.
  ///   - dueDays: the due days after `from`.
  ///   - terms: the signed terms.
  ///   - rates: the rates in force.
  /// - Returns: one part for each due day; they sum to the balance.
  package static func parts(
    of balance: Money, from: Day, dueDays: ArraySlice<DueDay>, terms: LoanTerms, rates: RatePath
  ) -> [Money] {
    if balance.isZero { return [Money](repeating: .zero, count: dueDays.count) }
    switch terms.repayment.method {
    case .equalInstallments, .graceThenEqualInstallments:
      return level(balance, from: from, dueDays: dueDays, terms: terms, rates: rates)
    case .equalPrincipal, .interestThenPrincipal, .atMaturity, .plan, .seasonal:
      let weights = dueDays.map(\.weight)
      guard weights.contains(where: { $0 > 0 }) else {
        return [Money](repeating: .zero, count: dueDays.count - 1) + [balance]
      }
      return Apportionment.split(balance, by: weights)
    }
  }

  /// Equal instalments: the level payment less each period's interest.
  ///
  /// The payment is found anew when the rate at the start of a period has changed.
  /// Source: payment = principal ÷ Σ ∏ 1 ÷ (1 + rᵢ), the annuity with the periods' own rates.
  private static func level(
    _ balance: Money, from: Day, dueDays: ArraySlice<DueDay>, terms: LoanTerms, rates: RatePath
  ) -> [Money] {
    var parts: [Money] = []
    parts.reserveCapacity(dueDays.count)
    var rest = balance
    var start = from
    var payment: Money?
    var paymentRate = AnnualRate.zero
    for index in dueDays.indices {
      let due = dueDays[index]
      let rate = rates.rate(on: start)
      let isLast = index == dueDays.endIndex - 1
      if due.weight > 0, !isLast, payment == nil || rate != paymentRate {
        payment = levelPayment(rest, from: start, dueDays: dueDays[index...], rate: rate)
        paymentRate = rate
      }
      var meter = InterestMeter(period: due.period)
      meter.add(balance: rest, from: start, until: due.on, rates: rates, subsidy: nil)
      let interest = meter.amounts(terms.rounding).whole
      var part = due.weight > 0 ? max(.zero, (payment ?? .zero) - interest) : .zero
      if isLast || part > rest { part = rest }
      parts.append(part)
      rest -= part
      start = due.on
    }
    return parts
  }

  /// The level payment at one rate, half up to the minor unit.
  ///
  /// Works in fixed point of 1e-18: with n periods the factor is off by less than n × 1e-18, far
  /// below half a minor unit of any admitted principal. Whole and remainder are divided apart: the
  /// product of the factor and 1e18 passes 128 bits from some 170 periods on.
  private static func levelPayment(
    _ balance: Money, from: Day, dueDays: ArraySlice<DueDay>, rate: AnnualRate
  ) -> Money {
    let one: Int128 = 1_000_000_000_000_000_000
    var annuity: Int128 = 0
    for index in dueDays.indices.reversed() {
      let due = dueDays[index]
      let start = index == dueDays.startIndex ? from : dueDays[index - 1].on
      let weight = Int128(due.period.weight(from: start, until: due.on))
      let growth =
        one
        + Rounding.halfUp.divide(
          Int128(rate.trillionths) * 1_000_000 * weight, by: Int128(due.period.denominator))
      let (whole, rest) = (one + annuity).quotientAndRemainder(dividingBy: growth)
      annuity = whole * one + Rounding.halfUp.divide(rest * one, by: growth)
    }
    return Money(
      minorUnits: Int64(Rounding.halfUp.divide(Int128(balance.minorUnits) * one, by: annuity)))
  }
}
