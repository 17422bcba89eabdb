import Banks
import Fixtures
import LoanProducts
import Origination
import Quantities
import Testing

/// Goal: points are those of the table, whatever the value, and follow from figures by hand.
@Suite("A scorecard")
struct ScorecardTests {
  /// 100,000 over 24 months paid back with 54,000 a year, of a household that earns 180,000 and
  /// spends 90,000: 60 % of free income; owes 30,000 here and 20,000 elsewhere: 83 % of income.
  private static let basis: ScoreBasis = {
    var basis = ScoreBasis(
      survey: Survey(
        income: "180000.00", expenses: "90000.00", otherDebt: "20000.00", years: 4),
      principal: "100000.00", yearlyService: "54000.00")
    basis.owedHere = "30000.00"
    basis.age = 41
    basis.loansSettled = 1
    return basis
  }()

  @Test(
    "looks at whole numbers that follow from survey and application",
    arguments: [
      (.servicePercentOfFreeIncome, 60), (.debtPercentOfIncome, 83), (.amountPercentOfIncome, 55),
      (.yearsInTrade, 4), (.age, 41), (.loansSettled, 1),
    ] as [(ScoreMeasure, Int)])
  func values(_ measure: ScoreMeasure, _ expected: Int) {
    #expect(Self.basis.value(measure) == expected)
  }

  @Test("has no value for a share of no income, or of an unknown age")
  func noValue() {
    var basis = Self.basis
    basis.survey.expenses = "180000.00"
    basis.age = nil
    #expect(basis.value(.servicePercentOfFreeIncome) == nil && basis.value(.age) == nil)
    basis.survey.income = .zero
    #expect(basis.value(.debtPercentOfIncome) == nil)
    #expect(basis.value(.amountPercentOfIncome) == nil)
  }

  private static let criterion = ScoreCriterion(
    measure: .servicePercentOfFreeIncome, name: BilingualName(chinese: "占比", english: "share"),
    bands: [
      ScoreBand(from: nil, points: 35), ScoreBand(from: 30, points: 28),
      ScoreBand(from: 70, points: 8), ScoreBand(from: 100, points: 0),
    ])

  @Test(
    "gives a band's points from its least value on, and the fewest for none",
    arguments: [
      (-5, 35), (29, 35), (30, 28), (69, 28), (70, 8), (99, 8), (100, 0), (9_999, 0), (nil, 0),
    ] as [(Int?, Int)])
  func bands(_ value: Int?, _ points: Int) {
    #expect(Self.criterion.points(value) == points)
  }

  @Test("passes from the pass mark on")
  func passes() {
    func card(_ mark: Int) -> Scorecard {
      Scorecard(
        line: .tourism, version: 1, validFrom: "2025-01-01", validUntil: "2026-01-01",
        passMark: mark, criteria: [Self.criterion])
    }
    let score = card(28).score(Self.basis)
    #expect(score.points == 28 && score.mostPoints == 35 && score.isPassed)
    #expect(score.lines.map(\.value) == [60])
    #expect(!card(29).score(Self.basis).isPassed)
    #expect(card(1).holds(on: "2025-01-01") && !card(1).holds(on: "2026-01-01"))
    #expect(!card(1).holds(on: "2024-12-31"))
  }

  @Test("needs a survey with figures that can be")
  func survey() {
    func error(_ change: (inout Survey) -> Void) -> SurveyError? {
      var survey = Self.basis.survey
      change(&survey)
      do throws(SurveyError) {
        try survey.check()
        return nil
      } catch {
        return error
      }
    }
    #expect(error { _ in } == nil)
    let negative = error { $0.expenses = "-0.01" }
    #expect(negative?.code == "survey.amount_outside_range")
    #expect(error { $0.income = "10000000000000.01" }?.code == "survey.amount_outside_range")
    #expect(error { $0.years = 81 } == .yearsOutsideRange(81, most: 80))
    #expect(error { $0.years = -1 }?.code == "survey.years_outside_range")
  }
}
