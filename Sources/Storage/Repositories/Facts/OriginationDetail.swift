package import Origination
import Quantities

/// What a fact from the application to the signature says, as `FactDetail` holds it; amounts in
/// minor units.
package struct OriginationDetail: Codable, Hashable, Sendable {
  package struct Figures: Codable, Hashable, Sendable {
    package var income: Int64
    package var expenses: Int64
    package var otherDebt: Int64
    package var years: Int
  }

  package struct Points: Codable, Hashable, Sendable {
    package struct Line: Codable, Hashable, Sendable {
      package var measure: String
      package var value: Int?
      package var points: Int
      package var most: Int
    }

    /// The version of the points table.
    package var version: Int
    package var points: Int
    package var passMark: Int
    package var lines: [Line]
  }

  /// The code of a paper or of a condition.
  package var code: String?
  package var figures: Figures?
  package var points: Points?
  package var isInFavour: Bool?
  /// Who decided: an `ApprovalAuthority`.
  package var authority: String?
  /// The SHA-256 of the text that was signed.
  package var contract: String?

  package init() {}

  package init(code: String) { self.code = code }

  package init(isInFavour: Bool) { self.isInFavour = isInFavour }

  package init(decidedBy authority: ApprovalAuthority) { self.authority = authority.rawValue }

  package init(contract sha256: String) { contract = sha256 }

  package init(_ survey: Survey) {
    figures = Figures(
      income: survey.income.minorUnits, expenses: survey.expenses.minorUnits,
      otherDebt: survey.otherDebt.minorUnits, years: survey.years)
  }

  package init(_ score: Score, version: Int) {
    points = Points(
      version: version, points: score.points, passMark: score.passMark,
      lines: score.lines.map {
        Points.Line(
          measure: $0.measure.rawValue, value: $0.value, points: $0.points, most: $0.mostPoints)
      })
  }

  package var survey: Survey? {
    figures.map {
      Survey(
        income: Money(minorUnits: $0.income), expenses: Money(minorUnits: $0.expenses),
        otherDebt: Money(minorUnits: $0.otherDebt), years: $0.years)
    }
  }
}

extension OriginationDetail.Points {
  package var isPassed: Bool { points >= passMark }
}
