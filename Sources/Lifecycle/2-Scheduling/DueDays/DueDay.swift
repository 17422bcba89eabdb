package import LoanProducts
package import Quantities

/// A day on which something falls due, and the interest period that ends there.
package struct DueDay: Hashable, Sendable {
  /// 1 for the first.
  package let number: Int
  package let on: Day
  /// The first day whose interest falls due later: `on`, but for a settlement day that closes its
  /// period and for a payment that alone is moved off a holiday.
  package let until: Day
  /// The number of the interest period below, 1 for the first.
  package let periodNumber: Int
  /// The interest period this day lies in or closes.
  package let period: InterestPeriod
  /// Whether the period's interest falls due on this day; false for a part of principal inside it.
  package let billsInterest: Bool
  /// The share of the principal that falls due here, against the other due days' weights; for
  /// level payments the size of the payment against the others'; 0 for none.
  package let weight: Int64
  /// Whether nothing falls due after it: whatever is left falls due here.
  package let isLast: Bool
}

extension LoanTerms {
  /// The loan's due days, ascending, the last at maturity.
  ///
  /// - Throws: a `SchedulingError` if the terms contradict themselves.
  package func dueDays(
    calendar: BusinessCalendar = BusinessCalendar(years: nil)
  ) throws(SchedulingError) -> [DueDay] {
    try check()
    let days = Array(DueDays(self, calendar: calendar, after: DueDayCursor(self)))
    guard days.contains(where: { $0.weight > 0 }) else { throw .noPrincipalDueDay }
    return days
  }
}
