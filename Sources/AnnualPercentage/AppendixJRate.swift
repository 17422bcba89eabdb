package import Quantities

/// The annual percentage rate of United States closed-end credit, by the actuarial method.
///
/// Source: 12 CFR 1026 (Regulation Z) Appendix J (b): the rate a unit-period times the unit-periods
/// of a year; a fraction of a unit-period bears that fraction of its rate, (b)(6) and (b)(8).
package enum AppendixJRate {
  /// The rate, with the unit-periods counted as the appendix says.
  ///
  /// - Parameters:
  ///   - credit: what is advanced and paid; the term begins on the first day of all.
  ///   - unitPeriod: nil finds it by (b)(4), `UnitPeriod(of:)`.
  ///   - perYear: unit-periods a year; nil takes those of the unit-period.
  /// - Returns: the rate, and others that solve the equation, if any do.
  /// - Throws: `AnnualPercentageError.noRate`.
  package static func solve(
    _ credit: Credit<Day>, unitPeriod: UnitPeriod? = nil, perYear: PeriodsPerYear? = nil
  ) throws(AnnualPercentageError) -> RateSolution {
    let unit = unitPeriod ?? UnitPeriod(of: credit)
    let start = credit.start
    let series = MonthSeries(credit.payments.map(\.at).filter { $0 != start })
    let equation = credit.presentValue { unit.count(from: start, until: $0, series) }
    let periods = (perYear ?? unit.perYear).value
    return try RateSolution(equation) { $0 * periods * 100 }
  }
}
