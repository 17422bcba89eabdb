import Classification
import Interchange
import Operations
import Quantities
import Reporting
import Risk

extension RiskReportPage {
  /// The report for people: a title, the parts with their headings, what the figures mean.
  func tables(_ language: Language) -> String {
    let month = source.report.month
    let title = RiskWords.riskTitle(
      Phrase(source.title), month: month, currency: source.report.currency.code)
    var parts = [
      Table.printable(title(language)) + "\n",
      section(RiskWords.summary, summary(language), language),
      section(
        RiskWords.ageingSection, distribution(ageing, RiskWords.daysOverdue, language), language),
      section(RiskWords.classSection, classTable(language), language),
    ]
    if isSponsors {
      parts.append(section(RiskWords.byBank, cutTable(banks, .bank, language), language))
    }
    parts += [
      section(RiskWords.byBranch, cutTable(branches, .branch, language), language),
      section(RiskWords.byLine, cutTable(lines, RiskWords.productLine, language), language),
      notes(language),
    ]
    return parts.joined(separator: "\n")
  }

  private func section(_ heading: Phrase, _ table: Table, _ language: Language) -> String {
    heading(language) + "\n\n" + table.text
  }

  private func summary(_ language: Language) -> Table {
    var table = Table([
      .init(RiskWords.item(language)), .init(RiskWords.number(language), .right),
      .init(RiskWords.amount(language), .right), .init(RiskWords.share(language), .right),
    ])
    for measure in RiskMeasure.all(figures) {
      table.rows.append([
        measure.title(language), measure.loans.map(count) ?? "", measure.amount.map(money) ?? "",
        measure.share.shown,
      ])
      if let borrowers = measure.borrowers {
        table.rows.append([RiskWords.borrowers(language), count(borrowers), "", ""])
      }
    }
    return table
  }

  private func distribution(
    _ parts: [RiskMeasure], _ first: Phrase, _ language: Language
  ) -> Table {
    var table = Table([
      .init(first(language)), .init(Phrase.loans(language), .right),
      .init(Phrase.principal(language), .right), .init(RiskWords.share(language), .right),
    ])
    table.rows = parts.map { part in
      [
        part.title(language), part.loans.map(count) ?? "", part.amount.map(money) ?? "",
        part.share.shown,
      ]
    }
    let whole = RiskMeasure.part("", RiskWords.total, figures.outstanding, of: figures.outstanding)
    table.totals = [
      whole.title(language), count(figures.outstanding.loans),
      money(figures.outstanding.principal), whole.share.shown,
    ]
    return table
  }

  private func classTable(_ language: Language) -> Table {
    var table = distribution(classes.map(\.part), RiskWords.riskClassTitle, language)
    table.columns.append(.init(RiskWords.specialProvisionRate(language), .right))
    for (index, riskClass) in classes.map(\.riskClass).enumerated() {
      table.rows[index].append("\(ProvisionRule.specialPercent(riskClass))%")
    }
    table.totals?.append("")
    return table
  }

  private func cutTable(_ cuts: [Cut], _ first: Phrase, _ language: Language) -> Table {
    // Branches of different banks may bear one name.
    let namesBank = isSponsors && cuts.contains { $0.bank != nil && $0.bank != $0.key }
    let titles: [Phrase] = [
      RiskWords.outstandingShort, .loans, RiskWords.borrowers, RiskWords.par(30), RiskWords.par(90),
      RiskWords.npl, RiskWords.nplRatio,
      RiskWords.requiredProvision,
    ]
    var table = Table(
      (namesBank ? [.init(Phrase.bank(language))] : []) + [.init(first(language))]
        + titles.map { .init($0(language), .right) })
    table.rows = cuts.map { cut in
      (namesBank ? [cut.bank ?? ""] : []) + [cut.title(language)] + cells(cut.figures)
    }
    table.totals = (namesBank ? [""] : []) + [RiskWords.total(language)] + cells(figures)
    return table
  }

  /// Outstanding, loans, borrowers, PAR 30, PAR 90, NPL, its ratio, provision.
  private func cells(_ figures: PortfolioFigures) -> [String] {
    let days = PortfolioFigures.atRiskDays
    let atRisk = [30, 90].map { limit in
      days.firstIndex(of: limit).map { money(figures.atRisk[$0].principal) } ?? ""
    }
    let nonPerforming = figures.nonPerforming.principal
    return [
      money(figures.outstanding.principal), count(figures.outstanding.loans),
      count(figures.borrowers), atRisk[0], atRisk[1], money(nonPerforming),
      RiskMeasure.Share.of(nonPerforming, figures.outstanding.principal).shown,
      money(figures.requiredProvision),
    ]
  }

  private func notes(_ language: Language) -> String {
    let read = versions.map { "\($0.bank) \($0.version)" }.joined(separator: ", ")
    let notes: [Phrase] = [
      RiskWords.positionsNote(source.report.month.lastDay, versions: read), RiskWords.atRiskNote,
      RiskWords.classesNote,
      RiskWords.provisionNote, RiskWords.borrowersNote,
    ]
    return notes.map { "* " + $0(language) + "\n" }.joined()
  }

  private func money(_ amount: Int128) -> String {
    FixedPoint.text(amount, decimals: source.report.currency.decimals, grouped: true)
  }

  private func count(_ count: Int) -> String {
    FixedPoint.text(Int128(count), decimals: 0, grouped: true)
  }
}
