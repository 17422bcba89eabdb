import Interchange
import Quantities
import Reporting
import Risk

extension RiskDocument {
  /// One figure of the summary, and how it is had of any month.
  private struct Figure {
    enum Unit { case money, percent, count }

    let key: String
    let title: Phrase
    let unit: Unit
    /// How many loans it is of; nil where it is of none.
    var loans: (PortfolioFigures) -> Int? = { _ in nil }
    /// Minor units, hundredths of a per cent, or a number.
    let value: (PortfolioFigures, Past) -> Int128?
  }

  /// Of a month, beside the figures of its positions.
  private struct Past {
    let flows: MonthFlows
    /// Provisions held; nil of a part of the portfolio.
    let held: Int128?

    func coverage(of amount: Int128) -> Int128? {
      held.flatMap { Ratio.basisPoints($0, of: amount) }
    }
  }

  /// The figures of one page, with last month, last year and the way between.
  var summary: ReportSection {
    var listing = Listing([
      column("figure", RiskWords.item, .left), column("unit", RiskWords.unit, .left),
      column("loans", .loans), column("value", RiskWords.value),
      column("last_month", RiskWords.lastMonth), column("last_year", RiskWords.lastYear),
    ])
    let months = (0..<13).reversed().map { report.month + -$0 }
    let past = months.map { month -> (PortfolioFigures, Past)? in
      guard let figures = report.figures(in: month), let flows = report.flows(in: month) else {
        return nil
      }
      return (figures, Past(flows: flows, held: report.held(in: month)))
    }
    var trends: [[Int64?]] = []
    for figure in Self.figures {
      let values = past.map { month in month.flatMap { figure.value($0.0, $0.1) } }
      let now = values.last ?? nil
      listing.rows.append([
        word(figure.key, figure.title), unit(figure.unit),
        figure.loans(report.figures()).map { .integer($0) } ?? .none,
        cell(now, figure.unit), cell(values[11], figure.unit), cell(values[0], figure.unit),
      ])
      trends.append(values.map { $0.flatMap { Int64(exactly: $0) } })
    }
    for (key, title, value) in single {
      listing.rows.append([word(key, title), .text("%"), .none, percent(value), .none, .none])
      trends.append([])
    }
    var section = ReportSection(
      key: "summary", title: RiskWords.summary(language), listing: listing, trends: trends,
      trendTitle: RiskWords.trend(language))
    section.notes = [RiskWords.yieldNote(language)]
    section.charts = [trendChart(months, past.map { $0?.0 })]
    return section
  }

  /// Figures of the report's month alone.
  private var single: [(String, Phrase, Int128?)] {
    let whole = report.figures().outstanding
    func part(_ cut: PortfolioCut, _ member: String) -> Int128 {
      report.figures(RiskReport.Key(cut, member)).outstanding.principal
    }
    let persons = part(.sex, "female") + part(.sex, "male")
    return [
      ("yield", RiskWords.yield, report.yearly(\.income)),
      ("write_off_ratio", RiskWords.writeOffRatio, report.yearly(\.writtenOff)),
      (
        "farmers_and_small_firms", RiskWords.farmersAndSmallFirms,
        Ratio.basisPoints(report.farmersAndSmallFirms(), of: whole.principal)
      ),
      ("women", RiskWords.women, Ratio.basisPoints(part(.sex, "female"), of: persons)),
      (
        "first_time", RiskWords.firstTime,
        Ratio.basisPoints(part(.first, "first"), of: whole.principal)
      ),
    ]
  }

  private static var figures: [Figure] {
    let atRisk = PortfolioFigures.atRiskDays.enumerated().map { index, days in
      Figure(
        key: "par_\(days)", title: RiskWords.portfolioAtRisk(days), unit: .percent,
        loans: { $0.atRisk[index].loans },
        value: { figures, _ in
          Ratio.basisPoints(figures.atRisk[index].principal, of: figures.outstanding.principal)
        })
    }
    return money + atRisk + ratios
  }

  private static var money: [Figure] {
    [
      Figure(
        key: "outstanding", title: RiskWords.outstanding, unit: .money,
        loans: { $0.outstanding.loans }, value: { figures, _ in figures.outstanding.principal }),
      Figure(
        key: "borrowers", title: RiskWords.borrowers, unit: .count,
        value: { figures, _ in Int128(figures.borrowers) }),
      Figure(
        key: "average_loan", title: RiskWords.averageLoan, unit: .money,
        value: { figures, _ in figures.averageLoan }),
      Figure(
        key: "disbursed", title: RiskWords.disbursed, unit: .money,
        value: { _, past in past.flows.disbursed }),
      Figure(
        key: "repaid", title: RiskWords.repaid, unit: .money,
        value: { _, past in past.flows.repaid }),
      Figure(
        key: "written_off", title: RiskWords.writtenOff, unit: .money,
        value: { _, past in past.flows.writtenOff }),
      Figure(
        key: "interest_income", title: RiskWords.income, unit: .money,
        value: { _, past in past.flows.income }),
      Figure(
        key: "principal_due", title: RiskWords.principalDue, unit: .money,
        value: { figures, _ in figures.principalDue }),
      Figure(
        key: "interest_due", title: RiskWords.interestDue, unit: .money,
        value: { figures, _ in figures.interestDue }),
      Figure(
        key: "restructured", title: RiskWords.restructured, unit: .money,
        loans: { $0.restructured.loans }, value: { figures, _ in figures.restructured.principal }),
      Figure(
        key: "non_performing", title: RiskWords.nonPerforming, unit: .money,
        loans: { $0.nonPerforming.loans },
        value: { figures, _ in figures.nonPerforming.principal }),
      Figure(
        key: "required_provision", title: RiskWords.requiredProvision, unit: .money,
        value: { figures, _ in figures.requiredProvision }),
      Figure(
        key: "held_provision", title: RiskWords.heldProvision, unit: .money,
        value: { _, past in past.held }),
    ]
  }

  private static var ratios: [Figure] {
    [
      Figure(
        key: "npl_ratio", title: RiskWords.nplRatio, unit: .percent,
        value: { figures, _ in
          Ratio.basisPoints(figures.nonPerforming.principal, of: figures.outstanding.principal)
        }),
      Figure(
        key: "risk_coverage", title: RiskWords.riskCoverage, unit: .percent,
        value: { figures, past in
          past.coverage(of: figures.atRisk[1].principal)
        }),
      Figure(
        key: "provision_coverage", title: RiskWords.heldCoverage, unit: .percent,
        value: { figures, past in
          past.coverage(of: figures.nonPerforming.principal)
        }),
      Figure(
        key: "provision_ratio", title: RiskWords.provisionRatio, unit: .percent,
        value: { figures, past in
          past.coverage(of: figures.outstanding.principal)
        }),
    ]
  }

  private func unit(_ unit: Figure.Unit) -> Listing.Cell {
    switch unit {
    case .money: .text(currency.code)
    case .percent: .text("%")
    case .count: word("number", RiskWords.countUnit)
    }
  }

  private func cell(_ value: Int128?, _ unit: Figure.Unit) -> Listing.Cell {
    guard let value else { return .none }
    switch unit {
    case .money: return money(value)
    case .percent: return percent(value)
    case .count: return .integer(Int(value))
    }
  }

  private func trendChart(_ months: [Month], _ past: [PortfolioFigures?]) -> ReportChart {
    func line(_ title: Phrase, _ amount: (PortfolioFigures) -> Int128) -> ReportChart.Series {
      ReportChart.Series(
        title(language),
        past.map { figures in
          figures.flatMap { Ratio.basisPoints(amount($0), of: $0.outstanding.principal) }
            .flatMap { Int64(exactly: $0) }
        })
    }
    return ReportChart(
      .lines, title: RiskWords.trendOfRisk(language), unit: "%", decimals: 2,
      labels: months.map { "\($0)" },
      series: [
        line(RiskWords.par(30)) { $0.atRisk[1].principal },
        line(RiskWords.par(90)) { $0.atRisk[3].principal },
        line(RiskWords.npl) { $0.nonPerforming.principal },
      ])
  }
}
