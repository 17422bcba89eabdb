import Quantities
import Risk

/// One figure of a portfolio, as each output format prints it.
struct RiskMeasure {
  enum Share: Equatable {
    /// It has none.
    case none
    /// In hundredths of a per cent; nil where it would be a division by zero.
    case hundredths(Int128?)
  }

  /// The name for programs.
  let key: String
  /// The name for people.
  let title: Phrase
  var loans: Int?
  var borrowers: Int?
  /// In minor units.
  var amount: Int128?
  /// Of the outstanding principal; of the non-performing loans for the provision's coverage.
  var share = Share.none

  private init(_ key: String, _ title: Phrase) {
    self.key = key
    self.title = title
  }

  /// Loans and their principal.
  private init(_ key: String, _ title: Phrase, _ tally: Tally, of outstanding: Tally) {
    self.init(key, title)
    loans = tally.loans
    amount = tally.principal
    share = .of(tally.principal, outstanding.principal)
  }

  private init(_ key: String, _ title: Phrase, amount: Int128) {
    self.init(key, title)
    self.amount = amount
  }

  /// All figures of a portfolio, in the order of the report.
  static func all(_ figures: PortfolioFigures) -> [RiskMeasure] {
    let whole = figures.outstanding
    var outstanding = RiskMeasure("outstanding", RiskWords.outstanding, whole, of: whole)
    outstanding.borrowers = figures.borrowers
    var measures = [outstanding]
    for (days, tally) in zip(PortfolioFigures.atRiskDays, figures.atRisk) {
      measures.append(RiskMeasure("par_\(days)", RiskWords.portfolioAtRisk(days), tally, of: whole))
    }
    measures.append(
      RiskMeasure("restructured", RiskWords.restructured, figures.restructured, of: whole))
    var principalDue = RiskMeasure(
      "principal_due", RiskWords.principalDue, amount: figures.principalDue)
    principalDue.share = .of(figures.principalDue, whole.principal)
    measures += [
      principalDue,
      RiskMeasure("interest_due", RiskWords.interestDue, amount: figures.interestDue),
      RiskMeasure("interest_running", RiskWords.interestRunning, amount: figures.interestRunning),
      RiskMeasure("penalty_due", RiskWords.penaltyDue, amount: figures.penaltyDue),
      RiskMeasure("non_performing", RiskWords.nonPerforming, figures.nonPerforming, of: whole),
      RiskMeasure(
        "general_provision", RiskWords.generalProvision, amount: figures.generalProvision),
      RiskMeasure(
        "special_provision", RiskWords.specialProvision, amount: figures.specialProvision),
      RiskMeasure(
        "required_provision", RiskWords.requiredProvision, amount: figures.requiredProvision),
    ]
    var coverage = RiskMeasure("provision_coverage", RiskWords.provisionCoverage)
    coverage.share = .of(figures.requiredProvision, figures.nonPerforming.principal)
    return measures + [coverage]
  }

  /// One line of a distribution: an ageing bucket, a class.
  static func part(_ key: String, _ title: Phrase, _ tally: Tally?, of whole: Tally) -> RiskMeasure
  {
    RiskMeasure(key, title, tally ?? Tally(), of: whole)
  }
}

extension RiskMeasure.Share {
  static func of(_ part: Int128, _ whole: Int128) -> RiskMeasure.Share {
    .hundredths(Ratio.basisPoints(part, of: whole))
  }

  /// For people: `12.34%`, or a dash where nothing is to divide by.
  var shown: String {
    switch self {
    case .none: ""
    case .hundredths(nil): "—"
    case .hundredths(let share?): FixedPoint.text(share, decimals: 2) + "%"
    }
  }

  /// For programs: `12.34`; nil where there is none.
  var plain: String? {
    switch self {
    case .none, .hundredths(nil): nil
    case .hundredths(let share?): FixedPoint.text(share, decimals: 2)
    }
  }
}
