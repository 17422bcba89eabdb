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
  /// The level payment: principal and interest in equal parts.
  let payment: Money

  /// Periods free of interest are left out of the term and of the parts.
  init(_ terms: LoanTerms, rates: RatePath, first: DueDay, later: DueDays) {
    let principal = terms.principal - (terms.repayment.downPayment ?? .zero)
    let rounding = terms.rounding
    let isByPeriod = terms.repayment.lastInstallment == .levelled
    let base = isByPeriod ? principal : terms.principal
    self.isByPeriod = isByPeriod
    self.base = base
    var count: Int64 = 0
    var billed: Int64 = 0
    var from: Day?
    var sum = Money.zero
    func add(_ due: DueDay) {
      guard due.billsInterest else { return }
      count += 1
      guard due.periodNumber > terms.repayment.grace.interestFree else { return }
      billed += 1
      from = from ?? due.period.from
      guard isByPeriod else { return }
      sum += Self.interest(on: base, due.period, rates: rates, rounding: rounding)
    }
    add(first)
    for due in later { add(due) }
    if !isByPeriod, let from {
      let months = terms.maturesOn.month - from.month
      let isWhole = from.adding(months: months) == terms.maturesOn
      let term = InterestPeriod(
        from: from, until: terms.maturesOn, wholeMonths: isWhole ? months : nil,
        basis: terms.basis)
      sum = Self.interest(on: base, term, rates: rates, rounding: rounding)
    }
    total = sum
    func share(_ amount: Money, _ count: Int64) -> Money {
      guard count > 0 else { return .zero }
      return Money(
        minorUnits: Int64(rounding.divide(Int128(amount.minorUnits), by: Int128(count))))
    }
    part = share(sum, billed)
    payment = PrincipalRule.multiple(share(principal + sum, count), terms: terms)
  }

  /// The interest that falls due on a day.
  ///
  /// - Parameters:
  ///   - due: a day that bills interest, of a period that bears it.
  ///   - billed: what was billed before.
  ///   - rates: the rates in force.
  ///   - rounding: the terms'.
  /// - Returns: an equal part, or on the last day what is left: a part rounded up may use the total
  ///   up before it, fen of a tiny loan.
  func amount(at due: DueDay, billed: Money, rates: RatePath, rounding: Rounding) -> Money {
    if isByPeriod { return Self.interest(on: base, due.period, rates: rates, rounding: rounding) }
    let left = max(.zero, total - billed)
    return due.isLast ? left : min(part, left)
  }

  private static func interest(
    on base: Money, _ period: InterestPeriod, rates: RatePath, rounding: Rounding
  ) -> Money {
    var meter = InterestMeter(period: period)
    meter.add(balance: base, from: period.from, until: period.until, rates: rates, subsidy: nil)
    return meter.amounts(rounding).whole
  }
}
