package import LoanProducts
package import Quantities

extension LoanContract {
  /// The contract with another rate from a day on, until the next change: a floating rate that is
  /// agreed anew is fixed from then on.
  ///
  /// It is for the days from `first` on; of those earlier, it no longer knows the rates, so that
  /// any number of changes leaves it as small. A change to the rate in force changes nothing.
  package func charging(_ rate: AnnualRate, from day: Day, knownFrom first: Day) -> LoanContract {
    LoanContract(
      terms: terms, rates: rates.kept(from: min(first, day - 1), until: day, then: rate),
      calendar: calendar, dueDays: dueDays)
  }

  /// The contract with other terms, its rates kept.
  ///
  /// - Throws: the first `SchedulingError` that applies to the new terms.
  package func replacing(_ terms: LoanTerms) throws(SchedulingError) -> LoanContract {
    LoanContract(
      terms: terms, rates: rates, calendar: calendar,
      dueDays: try terms.dueDays(calendar: calendar))
  }

  /// What moves the level payments of the schedule from a day on; see `LastInstallment.levelled`.
  ///
  /// - Throws: `SchedulingError.noPrincipalDueDay` if no due day is left after it.
  package func levelAdjustment(from day: Day) throws(SchedulingError) -> Money {
    guard terms.repayment.lastInstallment == .levelled else { return .zero }
    return try ScheduleWalk(terms, rates: rates, calendar: calendar, from: day)
      .levelled().adjustment
  }

  private init(terms: LoanTerms, rates: RatePath, calendar: BusinessCalendar, dueDays: [DueDay]) {
    self.terms = terms
    self.rates = rates
    self.calendar = calendar
    self.dueDays = dueDays
  }
}

extension LoanTerms {
  /// The terms after a graduation: the subsidy ends on 1 September of its year, the months of
  /// interest only count from there, and maturity moves if the terms say so, to the same day of
  /// the year, at most `longestYears` from the first day.
  ///
  /// Terms that are no student's stay as they are.
  package func graduated(on graduation: Day) -> LoanTerms {
    guard let rule = self.graduation else { return self }
    var terms = self
    let end = Month(year: graduation.year, month: 9).day(1)
    terms.subsidy?.until = end
    terms.repayment.principalFrom = end.adding(months: rule.graceMonths)
    if let years = rule.yearsToMaturity {
      let months = 12 * (graduation.year + years - maturesOn.year)
      let latest = startsOn.adding(months: 12 * rule.longestYears)
      var day = maturesOn.adding(months: months)
      while day > latest { day = day.adding(months: -12) }
      terms.maturesOn = day
    }
    return terms
  }

  /// These terms with the latest maturity that a graduation could give them: how far their rates
  /// are found.
  var reachingFurthest: LoanTerms {
    guard let rule = graduation, rule.yearsToMaturity != nil else { return self }
    var terms = self
    terms.maturesOn = min(
      .last, max(maturesOn, startsOn.adding(months: 12 * rule.longestYears)))
    return terms
  }
}
