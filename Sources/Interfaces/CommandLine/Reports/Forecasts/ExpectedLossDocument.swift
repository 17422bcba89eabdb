import Banks
import Classification
package import Interchange
import LoanProducts
package import Operations
import Quantities
import Risk

/// Expected credit losses as a document.
package struct ExpectedLossDocument: ReportWriting {
  private let source: ExpectedLosses
  let language: Language

  /// - Parameters:
  ///   - source: the sums.
  ///   - language: of all words.
  package init(_ source: ExpectedLosses, _ language: Language) {
    self.source = source
    self.language = language
  }

  var currency: Currency { source.currency }

  package var document: ReportDocument {
    let title = ExpectedLossWords.title(
      Phrase(source.title), day: source.month.lastDay, currency: currency.code)
    var document = ReportDocument(
      title: title(language), subtitles: [], language: languageTag,
      head: head(source.month, source.scope, source.title))
    document.sections = [stages, reasons, byLine]
    if source.banks.count > 1 { document.sections.append(byBank) }
    if let provisions { document.sections.append(provisions) }
    if let scenarios { document.sections.append(scenarios) }
    document.sections.append(probabilities)
    document.notes = notes.map { $0(language) }
    return document
  }

  private var notes: [Phrase] {
    let counted = Set(source.table.cells.keys.map(\.bankID))
    let booked =
      if source.posted.isEmpty {
        ExpectedLossWords.memoNote
      } else if source.posted.isSuperset(of: counted) {
        ExpectedLossWords.postedNote
      } else {
        ExpectedLossWords.partlyPostedNote
      }
    return [booked] + (source.scenarios == nil ? [ExpectedLossWords.scenariosNote] : [])
      + [ExpectedLossWords.methodNote, ExpectedLossWords.smoothingNote(source.assumptions)]
  }

  private func columns(_ first: Listing.Column) -> [Listing.Column] {
    [
      first, column("loans", .loans), column("exposure", ExpectedLossWords.exposure),
      column("ecl", ExpectedLossWords.loss),
      column("share_percent", ExpectedLossWords.lossRate),
    ]
      + (source.scenarios ?? []).map { column($0.name, ExpectedLossWords.name(of: $0)) }
  }

  private func cells(
    _ first: Listing.Cell, _ sum: ExpectedLossTable.Sum
  ) -> [Listing.Cell] {
    let scenarios = (source.scenarios ?? []).indices
    return [
      first, .integer(sum.loans), money(sum.exposure), money(sum.loss),
      share(sum.loss, of: sum.exposure),
    ] + scenarios.map { money(sum.byScenario.isEmpty ? 0 : sum.byScenario[$0]) }
  }

  private func section(
    _ key: String, _ title: Phrase, _ first: Listing.Column,
    _ rows: [(cell: Listing.Cell, sum: ExpectedLossTable.Sum)]
  ) -> ReportSection {
    var listing = Listing(columns(first))
    listing.rows = rows.map { cells($0.cell, $0.sum) }
    listing.totals = cells(word("total", RiskWords.total), source.table.sum())
    return ReportSection(key: key, title: title(language), listing: listing)
  }

  private var stages: ReportSection {
    section(
      "stages", ExpectedLossWords.stages, column("stage", ExpectedLossWords.stage, .left),
      CreditStage.allCases.map { stage in
        (
          word("\(stage.rawValue)", ExpectedLossWords.stageName(stage)),
          source.table.sum { $0.reason.stage == stage }
        )
      })
  }

  private var byLine: ReportSection {
    section(
      "by_line", ExpectedLossWords.byLine, column("line", RiskWords.name(of: .line), .left),
      Set(source.table.cells.keys.map(\.line)).sorted().map { line in
        (word(line, RiskWords.lineName(line)), source.table.sum { $0.line == line })
      })
  }

  private var byBank: ReportSection {
    section(
      "by_bank", ExpectedLossWords.byBank, column("bank", .bank, .left),
      source.banks.map { bank in
        (word(bank.code, Phrase(bank.name)), source.table.sum { $0.bankID == bank.id })
      }.filter { $0.1.loans > 0 })
  }

  private var reasons: ReportSection {
    var listing = Listing([
      column("reason", ExpectedLossWords.reason, .left),
      column("stage", ExpectedLossWords.stage), column("loans", .loans),
      column("exposure", ExpectedLossWords.exposure), column("ecl", ExpectedLossWords.loss),
      column("documents", ExpectedLossWords.documents, .left),
    ])
    for reason in StageReason.allCases {
      let sum = source.table.sum { $0.reason == reason }
      guard sum.loans > 0 else { continue }
      listing.rows.append([
        word(reason.rawValue, ExpectedLossWords.name(of: reason)),
        .integer(reason.stage.rawValue), .integer(sum.loans), money(sum.exposure),
        money(sum.loss), .text(reason.references),
      ])
    }
    return ReportSection(
      key: "reasons", title: ExpectedLossWords.reasons(language), listing: listing)
  }

  /// The memo beside what is booked.
  private var provisions: ReportSection? {
    guard let standing = source.provisions else { return nil }
    let loss = source.table.sum().loss
    var listing = Listing([
      column("item", ExpectedLossWords.item, .left), column("amount", RiskWords.amount),
    ])
    let regimes = Set(standing.required.rules.map(\.regime))
    let documents = ProvisionRule.Regime.allCases.filter(regimes.contains).map(\.document)
    listing.rows = [
      [word("ecl", ExpectedLossWords.loss), money(loss)],
      [
        word("required", ExpectedLossWords.required(documents)), money(standing.required.total),
      ],
      [word("held", ExpectedLossWords.held), money(standing.held)],
      [word("beyond", ExpectedLossWords.beyond), money(loss - standing.required.total)],
    ]
    return ReportSection(
      key: "provisions", title: ExpectedLossWords.provisions(language), listing: listing)
  }

  private var scenarios: ReportSection? {
    guard let scenarios = source.scenarios else { return nil }
    var listing = Listing([
      column("scenario", ExpectedLossWords.scenarioName, .left),
      column("weight_percent", ExpectedLossWords.weight),
      column("factor", ExpectedLossWords.factor),
      column("scaling", ExpectedLossWords.scaling, .left),
    ])
    listing.rows = scenarios.map { scenario in
      [
        word(scenario.name, ExpectedLossWords.name(of: scenario)),
        percent(Int128(scenario.weight)),
        .decimal(FixedPoint.text(Int128(scenario.factor), decimals: 3)),
        word(scenario.scaling.rawValue, ExpectedLossWords.name(of: scenario.scaling)),
      ]
    }
    return ReportSection(
      key: "scenarios", title: ExpectedLossWords.scenarios(language), listing: listing)
  }

  private var probabilities: ReportSection {
    var listing = Listing([
      column("bank", .bank, .left), column("line", RiskWords.name(of: .line), .left),
      column("overdue_days", RiskWords.daysOverdue, .left),
      column("probability", ExpectedLossWords.yearProbability),
      column("source", ExpectedLossWords.source, .left),
      column("seen_loans", ExpectedLossWords.seen),
      column("loss_given_default", ExpectedLossWords.lossGivenDefault),
    ])
    for stand in source.stands {
      listing.rows.append([
        word(stand.bank.code, Phrase(stand.bank.name)),
        word(stand.line, RiskWords.lineName(stand.line)),
        word(stand.state.rawValue, RiskWords.state(stand.state.rawValue)),
        .decimal(FixedPoint.text(Int128(stand.probability), decimals: 10)),
        word(stand.source.key, ExpectedLossWords.name(of: stand.source)), .integer(stand.seen),
        percent(Int128(stand.lossGivenDefault)),
      ])
    }
    return ReportSection(
      key: "probabilities", title: ExpectedLossWords.probabilities(language), listing: listing)
  }
}

extension StageReason {
  /// Each document with its article: `IFRS 9 5.5.5`.
  var references: String {
    zip(documents, articles).map { "\($0) \($1)" }.joined(separator: "; ")
  }
}

extension CurveSource {
  /// The name for programs.
  var key: String {
    switch self {
    case .line: "line"
    case .portfolio: "portfolio"
    }
  }
}
