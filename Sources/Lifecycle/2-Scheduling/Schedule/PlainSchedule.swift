import LoanProducts
import Quantities

/// The short way to the schedule of a plain loan: equal instalments every so many whole months, one
/// rate, nothing out of the ordinary.
///
/// Most loans of a book are such. The rows are those of `ScheduleWalk`, of the same pieces
/// (`Annuity`, `Rounding`), without its questions at each due day; a test compares the two.
struct PlainSchedule {
  private let count: Int
  private let months: Int
  /// The month of the start, and the day of the month on which instalments fall due.
  private let month: Int
  private let dayOfMonth: Int32
  private let rate: UInt64
  private let payment: Int64

  /// - Returns: nil if the terms are not plain: the long way decides.
  @inline(__always)
  init?(_ terms: borrowing LoanTerms, rates: borrowing RatePath) {
    guard Self.isPlain(terms), rates.steps.count == 1 else { return nil }
    let start = terms.startsOn.civil
    let end = terms.maturesOn.civil
    months = terms.repayment.interestEveryMonths
    month = (start.year - 1_900) * 12 + start.month - 1
    dayOfMonth = Int32(start.day)
    let term = (end.year - 1_900) * 12 + end.month - 1 - month
    guard term > 0, term.isMultiple(of: months) else { return nil }
    guard MonthStarts.day(dayOfMonth, of: month + term) == terms.maturesOn.number else {
      return nil
    }
    count = term / months
    rate = UInt64(rates.steps[0].rate.trillionths)
    var annuity = Annuity()
    switch terms.basis {
    case .months:
      annuity.add(
        rate: rates.steps[0].rate, weight: Int64(months), denominator: 12, times: count)
    case .days(.actual360):
      var from = terms.startsOn.number
      for number in 1...count {
        let due = MonthStarts.day(dayOfMonth, of: month + number * months)
        annuity.add(rate: rates.steps[0].rate, weight: Int64(due - from), denominator: 360)
        from = due
      }
    default: return nil
    }
    guard let found = annuity.payment(of: terms.principal, rounding: terms.rounding) else {
      return nil
    }
    payment = PrincipalRule.multiple(found, terms: terms).minorUnits
  }

  /// Whether nothing but principal, rate, days, basis and rounding shapes the schedule.
  @inline(__always)
  private static func isPlain(_ terms: borrowing LoanTerms) -> Bool {
    terms.repayment.method == .equalInstallments && terms.repayment.interestEveryMonths > 0
      && terms.repayment.settlementDay == nil && terms.repayment.firstDueOn == nil
      && terms.repayment.principalFrom == nil && terms.repayment.shift == nil
      && terms.repayment.grace.isNone && terms.repayment.downPayment == nil
      && terms.repayment.periodCount == nil && !terms.repayment.isLastPeriodLong
      && !terms.repayment.isEndOfMonth && !terms.repayment.isFlat
      && terms.repayment.lastInstallment != .levelled
      && terms.laterDisbursements.isEmpty && terms.subsidy == nil
  }

  /// The instalments; nil if one does not pay its interest.
  ///
  /// The two bases are two calls so that each divides by a number known when it is compiled, which
  /// takes a multiplication and not a division.
  @inline(__always)
  func installments(_ terms: borrowing LoanTerms) -> [Installment]? {
    if terms.basis == .months {
      let months = UInt64(months)
      return installments(terms, year: 12_000_000_000_000) { _ in months }
    }
    return installments(terms, year: 360_000_000_000_000) { days in
      UInt64(truncatingIfNeeded: days)
    }
  }

  @inline(__always)
  private func installments(
    _ terms: borrowing LoanTerms, year: UInt64, weight: (_ days: Int32) -> UInt64
  ) -> [Installment]? {
    let rounding = terms.rounding
    let starts = MonthStarts.numbers
    var isPayable = true
    let rows = [Installment](unsafeUninitializedCapacity: count) { rows, filled in
      var balance = terms.principal.minorUnits
      var from = terms.startsOn.number
      var month = month
      // No sum below can overflow: amounts are at most 1e15, rates 1e12, days 1e6.
      for row in 0..<count {
        month &+= months
        let due = min(starts[month] &+ dayOfMonth, starts[month &+ 1]) &- 1
        let interest = rounding.divide(
          UInt64(truncatingIfNeeded: balance), times: rate &* weight(due &- from), by: year)
        let part = row == count &- 1 ? balance : min(balance, payment &- interest)
        isPayable = isPayable && part >= 0
        balance &-= part
        rows.initializeElement(
          at: row,
          to: Installment(
            number: row &+ 1, from: Day(number: from), dueOn: Day(number: due),
            principal: Money(minorUnits: part), interest: Money(minorUnits: interest),
            subsidised: .zero, balance: Money(minorUnits: balance)))
        from = due
      }
      filled = count
    }
    return isPayable ? rows : nil
  }
}
