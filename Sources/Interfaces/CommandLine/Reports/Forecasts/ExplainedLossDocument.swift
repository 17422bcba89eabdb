import Banks
package import Interchange
package import Operations
import Quantities
import Risk

/// One loan's expected credit loss as a document: what it was worked out from, then each term.
package struct ExplainedLossDocument: ReportWriting {
  private let source: ExplainedLoss
  let language: Language

  /// - Parameters:
  ///   - source: the loan and its terms.
  ///   - language: of all words.
  package init(_ source: ExplainedLoss, _ language: Language) {
    self.source = source
    self.language = language
  }

  var currency: Currency { source.bank.currency }

  package var document: ReportDocument {
    let title = ExpectedLossWords.loanTitle(
      source.loanNumber, day: source.month.lastDay, currency: currency.code)
    return ReportDocument(
      title: title(language), subtitles: [], language: languageTag,
      head: [
        .init("month", .string("\(source.month)")),
        .init("as_of", .string("\(source.month.lastDay)")),
        .init("bank", .string(source.bank.code)), .init("loan", .string(source.loanNumber)),
        .init("currency", .string(currency.code)),
      ],
      sections: [inputs, scenarios, terms],
      notes: [ExpectedLossWords.methodNote(language)])
  }

  private var result: LoanLoss { source.explanation.result }

  private var inputs: ReportSection {
    var listing = Listing([
      column("item", ExpectedLossWords.item, .left), column("value", ExpectedLossWords.value),
    ])
    let exposure = source.exposure
    let principal = exposure.instalments.reduce(Money.zero) { $0 + $1.principal }
    listing.rows = [
      [word("line", ExpectedLossWords.line), word(source.line, RiskWords.lineName(source.line))],
      [
        word("stage", ExpectedLossWords.stage),
        word("\(result.stage.rawValue)", ExpectedLossWords.stageName(result.stage)),
      ],
      [
        word("reason", ExpectedLossWords.reason),
        word(result.reason.rawValue, ExpectedLossWords.name(of: result.reason)),
      ],
      [word("documents", ExpectedLossWords.documents), .text(result.reason.references)],
      [word("overdue_days", RiskWords.daysOverdue), .integer(exposure.signs.overdueDays)],
      [word("rate_percent", ExpectedLossWords.rate), .decimal(exposure.rate.percent)],
      [
        word("fund_share_percent", ExpectedLossWords.fundShare),
        percent(Int128(exposure.fundShare)),
      ],
      [
        word("loss_given_default", ExpectedLossWords.lossGivenDefault),
        percent(Int128(result.lossGivenDefault)),
      ],
      [word("source", ExpectedLossWords.source), source(of: result)],
      [word("due_unpaid", ExpectedLossWords.dueUnpaid), money(exposure.dueUnpaid)],
      [
        word("interest_running", ExpectedLossWords.interestRunning),
        money(exposure.interestRunning),
      ],
      [word("principal_to_come", ExpectedLossWords.principalToCome), money(principal)],
      [word("exposure", ExpectedLossWords.exposure), money(result.exposure)],
      [word("ecl", ExpectedLossWords.loss), money(result.loss)],
    ]
    return ReportSection(
      key: "inputs", title: ExpectedLossWords.inputs(language), listing: listing)
  }

  private func source(of result: LoanLoss) -> Listing.Cell {
    word(result.source.key, ExpectedLossWords.name(of: result.source))
  }

  /// The sum of each scenario, and their mean by weights before it is rounded.
  private var scenarios: ReportSection {
    var listing = Listing([
      column("scenario", ExpectedLossWords.scenarioName, .left),
      column("weight_percent", ExpectedLossWords.weight),
      column("factor", ExpectedLossWords.factor), column("sum", ExpectedLossWords.product),
    ])
    for (scenario, sum) in zip(source.explanation.scenarios, source.explanation.byScenario) {
      listing.rows.append([
        word(scenario.name, ExpectedLossWords.name(of: scenario)),
        percent(Int128(scenario.weight)),
        .decimal(FixedPoint.text(Int128(scenario.factor), decimals: 3)), exact(sum),
      ])
    }
    listing.totals = [
      word("mean", ExpectedLossWords.weighted), .none, .none, exact(source.explanation.mean),
    ]
    return ReportSection(
      key: "scenarios", title: ExpectedLossWords.scenarios(language), listing: listing)
  }

  private var terms: ReportSection {
    var listing = Listing([
      column("scenario", ExpectedLossWords.scenarioName, .left),
      column("month", ExpectedLossWords.month),
      column("exposure", ExpectedLossWords.exposureThen),
      column("probability", ExpectedLossWords.probability),
      column("loss_given_default", ExpectedLossWords.lossGivenDefault),
      column("discount", ExpectedLossWords.discount), column("product", ExpectedLossWords.product),
    ])
    for line in source.explanation.lines {
      let scenario = source.explanation.scenarios[line.scenario]
      listing.rows.append([
        word(scenario.name, ExpectedLossWords.name(of: scenario)), .integer(line.month),
        money(line.exposure), .decimal(FixedPoint.text(Int128(line.probability), decimals: 10)),
        percent(Int128(line.lossGivenDefault)),
        .decimal(FixedPoint.text(Int128(line.discount), decimals: 12)), exact(line.product),
      ])
    }
    return ReportSection(
      key: "terms", title: ExpectedLossWords.terms(language), listing: listing)
  }

  /// In the currency's major unit, with four decimals more than it has, cut off and not rounded.
  private func exact(_ loss: ExactLoss) -> Listing.Cell {
    let more = loss.part / (ExactLoss.unit / 10_000)
    return .decimal(
      FixedPoint.text(loss.whole * 10_000 + more, decimals: currency.decimals + 4))
  }
}
