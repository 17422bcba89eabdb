import Banks
package import Interchange
package import Operations
import Quantities
import Risk

/// The money to come as a document.
package struct CashDocument: ReportWriting {
  private let source: CashForecast
  let language: Language

  /// - Parameters:
  ///   - source: the forecast.
  ///   - language: of all words.
  package init(_ source: CashForecast, _ language: Language) {
    self.source = source
    self.language = language
  }

  var currency: Currency { source.currency }

  package var document: ReportDocument {
    let title = CashWords.title(
      Phrase(source.title), day: source.month.lastDay, currency: currency.code)
    return ReportDocument(
      title: title(language), subtitles: [], language: languageTag,
      head: head(source.month, source.scope, source.title),
      sections: [months, outcomes], notes: [])
  }

  private var months: ReportSection {
    var listing = Listing([
      column("month", CashWords.month, .left), column("principal", CashWords.principal),
      column("interest", CashWords.interest), column("contractual", CashWords.contractual),
      column("expected", CashWords.expected),
      column("expected_percent", CashWords.expectedShare),
      column("early", CashWords.early), column("subsidy", CashWords.subsidy),
    ])
    listing.rows = [cells(word("arrears", CashWords.arrears), source.plan.arrears)]
    for (place, flow) in source.plan.months.enumerated() {
      listing.rows.append(cells(.text("\(source.month + (place + 1))"), flow))
    }
    listing.rows.append(cells(word("later", CashWords.later), source.plan.later))
    listing.totals = cells(word("total", RiskWords.total), source.plan.whole)
    let flows = source.plan.months
    let chart = ReportChart(
      .bars, title: CashWords.months(language), unit: currency.code,
      decimals: currency.decimals, labels: flows.indices.map { "\(source.month + ($0 + 1))" },
      series: [
        ReportChart.Series(
          CashWords.contractual(language), flows.map { Int64(clamping: $0.contractual) }),
        ReportChart.Series(
          CashWords.expected(language), flows.map { Int64(clamping: $0.expected) }),
      ])
    return ReportSection(
      key: "months", title: CashWords.months(language), listing: listing, charts: [chart],
      notes: [CashWords.expectedNote(language)])
  }

  private func cells(_ first: Listing.Cell, _ flow: CashPlan.Flow) -> [Listing.Cell] {
    [
      first, money(flow.principal), money(flow.interest), money(flow.contractual),
      money(flow.expected), share(flow.expected, of: flow.contractual), money(flow.early),
      money(flow.subsidy),
    ]
  }

  private var outcomes: ReportSection {
    var listing = Listing([
      column("month", CashWords.month, .left), column("arrears", CashWords.arrearsBefore),
      column("due", CashWords.due), column("expected", CashWords.expected),
      column("collected", CashWords.collected),
      column("collected_percent", CashWords.collectedShare),
    ])
    for outcome in source.outcomes {
      listing.rows.append([
        .text("\(outcome.month)"), money(outcome.arrears.contractual),
        money(outcome.due.contractual), outcome.expected.map(money) ?? .none,
        outcome.collected.map(money) ?? .none, collectedShare(of: outcome),
      ])
    }
    return ReportSection(
      key: "outcomes", title: CashWords.outcomes(language), listing: listing,
      notes: [CashWords.outcomesNote(language)])
  }

  private func collectedShare(of outcome: CashForecast.Outcome) -> Listing.Cell {
    guard let expected = outcome.expected, let collected = outcome.collected else { return .none }
    return share(collected, of: expected)
  }
}
