import LoanProducts
import Quantities

/// Interest that is found on the first principal, whatever has been repaid (for imported books).
///
/// `levelled`: each period's by itself, on the principal less the down payment. Else: once for the
/// whole term on the whole principal, in equal parts, the last taking the difference.
/// Source: behaviour of Apache Fineract's progressive and cumulative schedules, from its public
/// test figures.
struct FlatInterest {
  private let base: Money
  private let isByPeriod: Bool
  private let part: Money
  private let total: Money
  private let firstNumber: Int
  /// The level payment: principal and interest in equal parts.
  let payment: Money

  init(
    _ terms: LoanTerms, rates: RatePath, first: DueDay, later: DueDays
  ) {
    let principal = terms.principal - (terms.repayment.downPayment ?? .zero)
    let rounding = terms.rounding
    var count: Int64 = 1
    isByPeriod = terms.repayment.lastInstallment == .levelled
    firstNumber = first.number
    var total = Money.zero
    if isByPeriod {
      base = principal
      total = Self.interest(on: base, first.period, rates: rates, rounding: rounding)
      for due in later {
        total += Self.interest(on: base, due.period, rates: rates, rounding: rounding)
        count += 1
      }
    } else {
      base = terms.principal
      for _ in later { count += 1 }
      let months = terms.maturesOn.month - terms.startsOn.month
      let isWhole = terms.startsOn.adding(months: months) == terms.maturesOn
      let term = InterestPeriod(
        from: terms.startsOn, until: terms.maturesOn, wholeMonths: isWhole ? months : nil,
        basis: terms.basis)
      total = Self.interest(on: base, term, rates: rates, rounding: rounding)
    }
    func share(_ amount: Money) -> Money {
      Money(
        minorUnits: Int64(rounding.divide(Int128(amount.minorUnits), by: Int128(count))))
    }
    part = share(total)
    self.total = total
    payment = PrincipalRule.multiple(share(principal + total), terms: terms)
  }

  /// The interest that falls due on a day.
  func amount(at due: DueDay, rates: RatePath, rounding: Rounding) -> Money {
    if isByPeriod { return Self.interest(on: base, due.period, rates: rates, rounding: rounding) }
    // A part rounded up may use the total up before the last due day: fen of a tiny loan.
    let before = Int128(part.minorUnits) * Int128(due.number - firstNumber)
    let left = max(0, Int128(total.minorUnits) - before)
    return due.isLast ? Money(minorUnits: Int64(left)) : min(part, Money(minorUnits: Int64(left)))
  }

  private static func interest(
    on base: Money, _ period: InterestPeriod, rates: RatePath, rounding: Rounding
  ) -> Money {
    var meter = InterestMeter(period: period)
    meter.add(balance: base, from: period.from, until: period.until, rates: rates, subsidy: nil)
    return meter.amounts(rounding).whole
  }
}
