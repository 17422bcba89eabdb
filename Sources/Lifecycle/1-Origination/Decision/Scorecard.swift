package import Banks
package import LoanProducts
package import Quantities

/// What a criterion of a scorecard looks at; each is a whole number.
package enum ScoreMeasure: String, Hashable, Sendable, CaseIterable {
  /// A year's instalments of this loan, in per cent of what is left of a year's income.
  case servicePercentOfFreeIncome = "service-percent-of-free-income"
  /// All debt with this loan, here and elsewhere, in per cent of a year's income.
  case debtPercentOfIncome = "debt-percent-of-income"
  /// This loan in per cent of a year's income.
  case amountPercentOfIncome = "amount-percent-of-income"
  case yearsInTrade = "years-in-trade"
  /// The borrower's full years of life.
  case age = "age"
  /// How many loans the borrower has paid back to this bank.
  case loansSettled = "loans-settled"
}

/// The points from a value on, up to the next band.
package struct ScoreBand: Hashable, Sendable {
  /// The least value of the band; nil for the first, which has none.
  package let from: Int?
  package let points: Int

  package init(from: Int?, points: Int) {
    self.from = from
    self.points = points
  }
}

/// One line of a scorecard.
package struct ScoreCriterion: Hashable, Sendable {
  package let measure: ScoreMeasure
  package let name: BilingualName
  /// Ascending; the first has no least value.
  package let bands: [ScoreBand]

  package init(measure: ScoreMeasure, name: BilingualName, bands: [ScoreBand]) {
    self.measure = measure
    self.name = name
    self.bands = bands
  }

  package var mostPoints: Int { bands.map(\.points).max() ?? 0 }
  private var fewestPoints: Int { bands.map(\.points).min() ?? 0 }

  /// The points of a value; the fewest there are for one that can't be found.
  package func points(_ value: Int?) -> Int {
    guard let value else { return fewestPoints }
    return bands.last { $0.from.map { $0 <= value } ?? true }?.points ?? fewestPoints
  }
}

/// The points table that applications of a line in a period are held to.
///
/// A loan is scored by the version of the day of its agreement. Every figure is a row of the seeds.
package struct Scorecard: Hashable, Sendable {
  package let line: ProductLine
  package let version: Int
  package let validFrom: Day
  /// The first day on which it no longer holds.
  package let validUntil: Day?
  /// The points from which an application passes.
  package let passMark: Int
  package let criteria: [ScoreCriterion]

  package init(
    line: ProductLine, version: Int, validFrom: Day, validUntil: Day?, passMark: Int,
    criteria: [ScoreCriterion]
  ) {
    self.line = line
    self.version = version
    self.validFrom = validFrom
    self.validUntil = validUntil
    self.passMark = passMark
    self.criteria = criteria
  }

  package func holds(on day: Day) -> Bool {
    day >= validFrom && validUntil.map { day < $0 } ?? true
  }

  /// The points of an application, criterion by criterion.
  package func score(_ basis: ScoreBasis) -> Score {
    Score(
      passMark: passMark,
      lines: criteria.map { criterion in
        let value = basis.value(criterion.measure)
        return Score.Line(
          measure: criterion.measure, value: value, points: criterion.points(value),
          mostPoints: criterion.mostPoints)
      })
  }
}

/// What is known of an application when it is scored.
package struct ScoreBasis: Hashable, Sendable {
  package var survey: Survey
  package var principal: Money
  /// What the borrower pays on this loan in a year, principal and interest, on average; on one of
  /// less than a year, all of it.
  package var yearlyService: Money
  /// What the borrower owes this bank beside this loan.
  package var owedHere: Money
  /// Full years of life; nil for an organisation, or if not known.
  package var age: Int?
  package var loansSettled: Int

  package init(survey: Survey, principal: Money, yearlyService: Money) {
    self.survey = survey
    self.principal = principal
    self.yearlyService = yearlyService
    owedHere = .zero
    age = nil
    loansSettled = 0
  }

  /// The value a criterion looks at; nil if it can't be found, such as a share of no income.
  ///
  /// Rounds: per cent down to a whole number.
  package func value(_ measure: ScoreMeasure) -> Int? {
    switch measure {
    case .servicePercentOfFreeIncome: return percent(yearlyService, of: survey.free)
    case .debtPercentOfIncome:
      return percent(principal + owedHere + survey.otherDebt, of: survey.income)
    case .amountPercentOfIncome: return percent(principal, of: survey.income)
    case .yearsInTrade: return survey.years
    case .age: return age
    case .loansSettled: return loansSettled
    }
  }

  private func percent(_ part: Money, of whole: Money) -> Int? {
    guard whole.isPositive else { return nil }
    return Int(
      Rounding.down.divide(Int128(part.minorUnits) * 100, by: Int128(whole.minorUnits)))
  }
}

/// The points of one application.
package struct Score: Hashable, Sendable {
  package struct Line: Hashable, Sendable {
    package let measure: ScoreMeasure
    /// Nil if it could not be found; then the points are the criterion's fewest.
    package let value: Int?
    package let points: Int
    package let mostPoints: Int

    package init(measure: ScoreMeasure, value: Int?, points: Int, mostPoints: Int) {
      self.measure = measure
      self.value = value
      self.points = points
      self.mostPoints = mostPoints
    }
  }

  package let passMark: Int
  package let lines: [Line]

  package init(passMark: Int, lines: [Line]) {
    self.passMark = passMark
    self.lines = lines
  }

  package var points: Int { lines.reduce(0) { $0 + $1.points } }
  package var mostPoints: Int { lines.reduce(0) { $0 + $1.mostPoints } }
  package var isPassed: Bool { points >= passMark }
}
