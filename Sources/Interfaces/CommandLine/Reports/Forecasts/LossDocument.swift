import Banks
package import Interchange
package import Operations
import Quantities
import Risk

/// The distribution of a portfolio's losses as a document.
package struct LossDocument: ReportWriting {
  private let source: SimulatedLosses
  let language: Language

  /// - Parameters:
  ///   - source: what was simulated.
  ///   - language: of all words.
  package init(_ source: SimulatedLosses, _ language: Language) {
    self.source = source
    self.language = language
  }

  package var document: ReportDocument {
    let request = source.request
    let title = LossWords.title(
      Phrase(source.title), month: request.risk.month, currency: currency.code)
    let drawn = LossWords.drawn(request.scenarios, seed: request.seed)
    return ReportDocument(
      title: title(language), subtitles: [drawn(language)],
      language: languageTag,
      head: head(request.risk.month, source.scope, source.title) + [
        .init("scenarios", .integer(Int64(request.scenarios))),
        .init("seed", .string(String(request.seed))),
      ],
      sections: [losses, byBank, byLine, probabilities],
      notes: [LossWords.modelNote(language), LossWords.probabilityNote(language)])
  }

  var currency: Currency { source.currency }

  private var losses: ReportSection {
    var listing = Listing([
      column("figure", RiskWords.item, .left), column("amount", RiskWords.amount),
      column("share_percent", LossWords.shareOfExposure), column("error", LossWords.error),
    ])
    func add(_ key: String, _ title: Phrase, _ amount: Money, error: Money? = nil) {
      listing.rows.append([
        word(key, title), money(amount),
        share(Int128(amount.minorUnits), of: source.exposure), error.map(money) ?? .none,
      ])
    }
    listing.rows.append([
      word("exposure", LossWords.exposure),
      money(source.exposure), share(source.exposure, of: source.exposure), .none,
    ])
    add("expected_loss", LossWords.expectedLoss, source.expectedLoss)
    let distribution = source.distribution
    add(
      "mean_loss", LossWords.meanLoss, distribution.meanLoss,
      error: distribution.standardErrorAmount)
    for tail in source.tails.map(\.tail) {
      let level = FixedPoint.trimmed(Int128(tail.level), decimals: 2, least: 0)
      let range = tail.valueAtRiskRange
      add(
        "value_at_risk_\(level)", LossWords.valueAtRisk(level), tail.valueAtRisk,
        error: Money(
          minorUnits: (range.upperBound.minorUnits - range.lowerBound.minorUnits) / 4))
      add(
        "expected_shortfall_\(level)", LossWords.expectedShortfall(level),
        tail.expectedShortfall, error: tail.shortfallErrorAmount)
    }
    let bars = distribution.histogram(bars: 40)
    let chart = ReportChart(
      .bars, title: LossWords.histogram(language), unit: LossWords.scenarios(language),
      decimals: 0,
      labels: bars.map { tenThousand(Int128($0.least.minorUnits)) },
      series: [
        ReportChart.Series(LossWords.scenarios(language), bars.map { Int64($0.scenarios) })
      ])
    return ReportSection(
      key: "losses", title: LossWords.losses(language), listing: listing, charts: [chart])
  }

  private var byBank: ReportSection {
    contributions(
      "contributions_by_bank", LossWords.byBank, column("bank", .bank, .left),
      source.banks.map { ($0.code, Phrase($0.name)) }
    ) { $0.byBank }
  }

  private var byLine: ReportSection {
    let lines = Set(source.tails.flatMap(\.byLine.keys)).sorted()
    return contributions(
      "contributions_by_line", LossWords.byLine, column("line", RiskWords.name(of: .line), .left),
      lines.map { ($0, RiskWords.lineName($0)) }
    ) { $0.byLine }
  }

  /// What each part adds to the expected shortfall of each level.
  private func contributions(
    _ key: String, _ title: Phrase, _ first: Listing.Column, _ names: [(String, Phrase)],
    _ parts: (SimulatedLosses.Tail) -> [String: Money]
  ) -> ReportSection {
    var listing = Listing(
      [first]
        + source.tails.flatMap { tail -> [Listing.Column] in
          let level = FixedPoint.trimmed(Int128(tail.tail.level), decimals: 2, least: 0)
          return [
            column("shortfall_\(level)", LossWords.expectedShortfall(level)),
            column("share_\(level)", RiskWords.share),
          ]
        })
    for (name, words) in names {
      listing.rows.append(
        [word(name, words)]
          + source.tails.flatMap { tail -> [Listing.Cell] in
            let amount = parts(tail)[name] ?? .zero
            return [
              money(amount),
              share(
                Int128(amount.minorUnits), of: Int128(tail.tail.expectedShortfall.minorUnits)),
            ]
          })
    }
    listing.totals =
      [word("total", RiskWords.total)]
      + source.tails.flatMap { tail -> [Listing.Cell] in
        [money(tail.tail.expectedShortfall), percent(100_00)]
      }
    return ReportSection(key: key, title: title(language), listing: listing)
  }

  /// What the draws were made from.
  private var probabilities: ReportSection {
    var listing = Listing([
      column("line", RiskWords.name(of: .line), .left),
      column("overdue_days", RiskWords.daysOverdue, .left), column("loans", .loans),
      column("exposure", LossWords.exposure), column("probability", LossWords.probability),
      column("seen_loans", LossWords.seenLoans), column("seen_defaults", LossWords.seenDefaults),
      column("loss_given_default", LossWords.lossGivenDefault),
      column("asset_correlation", LossWords.assetCorrelation),
      column("region_correlation", LossWords.regionCorrelation),
    ])
    let states = DueState.allCases
    let stands = source.stands.sorted {
      ($0.line, states.firstIndex(of: $0.state) ?? 0)
        < ($1.line, states.firstIndex(of: $1.state) ?? 0)
    }
    for stand in stands {
      let assumptions = stand.assumptions
      listing.rows.append([
        word(stand.line, RiskWords.lineName(stand.line)),
        word(stand.state.rawValue, RiskWords.state(stand.state.rawValue)),
        .integer(stand.loans), money(stand.exposure),
        .decimal(FixedPoint.text(Int128(stand.probability), decimals: 7)),
        .integer(stand.seen.loans), .integer(stand.seen.defaults),
        .decimal(FixedPoint.text(Int128(assumptions.lossGivenDefault), decimals: 2)),
        .decimal(FixedPoint.text(Int128(assumptions.assetCorrelation), decimals: 7)),
        .decimal(FixedPoint.text(Int128(assumptions.regionCorrelation), decimals: 7)),
      ])
    }
    return ReportSection(
      key: "probabilities", title: LossWords.probabilities(language), listing: listing)
  }
}
