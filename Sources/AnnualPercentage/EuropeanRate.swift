package import Quantities

/// The annual percentage rate of charge of the European Union, and the two yearly rates that
/// Chinese lenders disclose.
///
/// Source: Annex I of Directives 2008/48/EC and 2014/17/EU: Σ advances ÷ (1 + X)^t = Σ payments ÷
/// (1 + X)^s, time in years; remark (c) on intervals, in own words.
package enum EuropeanRate {
  /// The rate where time is given in days: a year has 365.25 of them, an equal month 30.4375.
  ///
  /// - Throws: `AnnualPercentageError.noRate`.
  package static func solve(
    _ credit: Credit<DayOffset>
  ) throws(AnnualPercentageError) -> RateSolution {
    let start = credit.advances[0].at.days
    let equation = credit.presentValue { PeriodCount(compounded: ($0.days - start) / 365.25) }
    return try RateSolution(equation) { $0 * 100 }
  }

  /// The rate where time is given by dates.
  ///
  /// An interval is the full months counted back from its end, each a twelfth of a year, and the
  /// days before them over the 365 or 366 days of the year that ends with them. Where there are
  /// several payments, all of them whole weeks from the start and not all whole months, it is
  /// weeks, each a 52nd of a year.
  ///
  /// - Throws: `AnnualPercentageError.noRate`.
  package static func solve(_ credit: Credit<Day>) throws(AnnualPercentageError) -> RateSolution {
    try RateSolution(presentValue(credit)) { $0 * 100 }
  }

  /// The nominal yearly rate: twelve times the rate a month, without interest on interest.
  ///
  /// The same equation with time in months: the rate a month is (1 + X)^(1 ÷ 12) − 1. Where every
  /// flow lies whole months from the start it is the internal rate of return (IRR) × 12.
  ///
  /// Source: 中国人民银行公告〔2021〕第3号 on showing the annualised rate (贷款年化利率), as quoted and
  /// not seen at the source: all costs over the principal really used, by the compound method (IRR;
  /// the yearly rate of `solve`) or by a simple one that is named as such.
  /// - Throws: `AnnualPercentageError.noRate`.
  package static func solveNominal(
    _ credit: Credit<Day>
  ) throws(AnnualPercentageError) -> RateSolution {
    let equation = presentValue(credit, periodsPerYear: 12)
    return try RateSolution(equation) { $0 * 12 * 100 }
  }

  private static func presentValue(_ credit: Credit<Day>, periodsPerYear: Double = 1)
    -> PresentValue
  {
    let start = credit.advances[0].at
    let payments = credit.payments.map(\.at).filter { $0 != start }
    let series = MonthSeries(payments)
    let days = credit.advances.map(\.at) + payments
    let isWeekly =
      Set(payments).count > 1 && days.allSatisfy { ($0 - start).isMultiple(of: 7) }
      && !days.allSatisfy {
        series.wholeMonths(from: min(start, $0), until: max(start, $0)) != nil
      }
    return credit.presentValue { day in
      let length =
        isWeekly
        ? Double(day - start) / 7 / 52
        : day < start
          ? -years(from: day, until: start, series) : years(from: start, until: day, series)
      return PeriodCount(compounded: length * periodsPerYear)
    }
  }

  private static func years(from: Day, until: Day, _ series: MonthSeries) -> Double {
    let (months, days) = series.months(from: from, until: until)
    if days == 0 { return Double(months) / 12 }
    let end = from + days
    return Double(months) / 12 + Double(days) / Double(end - end.adding(months: -12))
  }
}
