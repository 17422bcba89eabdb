import Interchange
import Quantities
import Reporting
import Risk

extension RiskDocument {
  /// The amounts of the whole, each with its loans and its share of what is outstanding.
  var portfolio: ReportSection {
    let figures = report.figures()
    var listing = Listing([
      column("figure", RiskWords.item, .left), column("loans", .loans),
      column("borrowers", RiskWords.borrowers), column("amount", RiskWords.amount),
      column("share_percent", RiskWords.share),
    ])
    func add(_ key: String, _ title: Phrase, _ tally: Tally, borrowers: Int? = nil) {
      listing.rows.append([
        word(key, title), .integer(tally.loans), borrowers.map { .integer($0) } ?? .none,
        money(tally.principal), share(tally.principal, of: figures.outstanding.principal),
      ])
    }
    func add(_ key: String, _ title: Phrase, amount: Int128, of whole: Int128? = nil) {
      listing.rows.append([
        word(key, title), .none, .none, money(amount),
        whole.map { share(amount, of: $0) } ?? .none,
      ])
    }
    add("outstanding", RiskWords.outstanding, figures.outstanding, borrowers: figures.borrowers)
    for (days, tally) in zip(PortfolioFigures.atRiskDays, figures.atRisk) {
      add("par_\(days)", RiskWords.portfolioAtRisk(days), tally)
    }
    add("restructured", RiskWords.restructured, figures.restructured)
    add(
      "principal_due", RiskWords.principalDue, amount: figures.principalDue,
      of: figures.outstanding.principal)
    add("interest_due", RiskWords.interestDue, amount: figures.interestDue)
    add("interest_running", RiskWords.interestRunning, amount: figures.interestRunning)
    add("penalty_due", RiskWords.penaltyDue, amount: figures.penaltyDue)
    add("non_performing", RiskWords.nonPerforming, figures.nonPerforming)
    add("general_provision", RiskWords.generalProvision, amount: figures.generalProvision)
    add("special_provision", RiskWords.specialProvision, amount: figures.specialProvision)
    add("required_provision", RiskWords.requiredProvision, amount: figures.requiredProvision)
    listing.rows.append([
      word("required_coverage", RiskWords.provisionCoverage), .none, .none, .none,
      share(figures.requiredProvision, of: figures.nonPerforming.principal),
    ])
    return ReportSection(
      key: "portfolio", title: RiskWords.portfolio(language), listing: listing)
  }
}
