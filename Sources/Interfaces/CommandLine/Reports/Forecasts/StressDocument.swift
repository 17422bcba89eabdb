import Banks
import Classification
package import Interchange
import LoanProducts
package import Operations
import Quantities
import Risk

/// A stress test as a document: each scenario beside today.
package struct StressDocument: ReportWriting {
  private let source: StressedPortfolio
  let language: Language
  private let today: StressFigures
  /// In the order of the scenarios.
  private let stressed: [StressFigures]

  /// - Parameters:
  ///   - source: the figures.
  ///   - language: of all words.
  package init(_ source: StressedPortfolio, _ language: Language) {
    self.source = source
    self.language = language
    today = source.test.today
    stressed = source.test.scenarios.indices.map { source.test.figures(of: $0) }
  }

  var currency: Currency { source.currency }
  private var scenarios: [StressScenario] { source.test.scenarios }

  package var document: ReportDocument {
    let title = StressWords.title(
      Phrase(source.title), day: source.month.lastDay, currency: currency.code)
    var document = ReportDocument(
      title: title(language), subtitles: [], language: languageTag,
      head: head(source.month, source.scope, source.title))
    document.sections = [comparison]
    if source.banks.count > 1 { document.sections.append(byBank) }
    document.sections += [funds, shocks]
    document.notes = [StressWords.methodNote(language)]
    if source.isByGuideline { document.notes.append(StressWords.guidelineNote(language)) }
    return document
  }

  /// A row a figure, a column a scenario.
  private var comparison: ReportSection {
    var listing = Listing(
      [column("figure", RiskWords.item, .left), column("today", StressWords.today)]
        + scenarios.map { column($0.code, Phrase($0.name)) })
    let all = [today] + stressed
    func add(_ key: String, _ title: Phrase, _ cell: (StressFigures) -> Listing.Cell) {
      listing.rows.append([word(key, title)] + all.map(cell))
    }
    add("outstanding", RiskWords.outstanding) { money($0.principal) }
    for (place, days) in PortfolioFigures.atRiskDays.enumerated() {
      add("par_\(days)", StressWords.atRisk(days)) { money($0.atRisk[place]) }
      add("par_\(days)_percent", StressWords.atRiskShare(days)) {
        share($0.atRisk[place], of: $0.principal)
      }
    }
    for riskClass in RiskClass.allCases {
      add(riskClass.rawValue, Phrase.listed(riskClass)) { money($0.classes[riskClass] ?? 0) }
    }
    add("non_performing", RiskWords.npl) { money($0.nonPerforming) }
    add("non_performing_percent", StressWords.nonPerformingShare) {
      share($0.nonPerforming, of: $0.principal)
    }
    add("required_provision", RiskWords.requiredProvision) { money($0.requiredProvision) }
    add("provision_change", StressWords.provisionChange) {
      money($0.requiredProvision - today.requiredProvision)
    }
    add("interest_income", StressWords.income) { money($0.interest) }
    add("income_change", StressWords.incomeChange) { money($0.interest - today.interest) }
    add("interest_reversed", StressWords.reversed) { money($0.reversed) }
    add("profit_effect", StressWords.profit) { money($0.profitEffect(against: today)) }
    return ReportSection(
      key: "comparison", title: StressWords.comparison(language), listing: listing)
  }

  private var byBank: ReportSection {
    var listing = Listing([
      column("bank", .bank, .left), column("scenario", StressWords.scenario, .left),
      column("non_performing_percent", StressWords.nonPerformingShare),
      column("provision_change", StressWords.provisionChange),
      column("income_change", StressWords.incomeChange),
      column("profit_effect", StressWords.profit),
      column("profit_effect_of_capital", StressWords.profitOfCapital),
    ])
    for bank in source.banks where source.test.bankIDs.contains(bank.id) {
      let today = source.test.today(bankID: bank.id)
      let capital = source.capital[bank.id].map { Int128($0.minorUnits) } ?? 0
      func add(_ scenario: Listing.Cell, _ figures: StressFigures) {
        let effect = figures.profitEffect(against: today)
        listing.rows.append([
          word(bank.code, Phrase(bank.name)), scenario,
          share(figures.nonPerforming, of: figures.principal),
          money(figures.requiredProvision - today.requiredProvision),
          money(figures.interest - today.interest), money(effect), share(effect, of: capital),
        ])
      }
      add(word("today", StressWords.today), today)
      for (place, scenario) in scenarios.enumerated() {
        add(
          word(scenario.code, Phrase(scenario.name)),
          source.test.figures(place, bankID: bank.id))
      }
    }
    return ReportSection(key: "by_bank", title: StressWords.byBank(language), listing: listing)
  }

  /// Of each bank, as it is asked at the counter, with the funds of its loans' lines and places.
  private var funds: ReportSection {
    var listing = Listing([
      column("bank", .bank, .left), column("fund", StressWords.fund, .left),
      column("scenario", StressWords.scenario, .left),
      column("principal", StressWords.ofPlace), column("non_performing", RiskWords.npl),
      column("non_performing_percent", StressWords.nonPerformingShare),
      column("stop_line_percent", StressWords.stopLine),
      column("headroom", StressWords.headroom), column("claimable", StressWords.claimable),
      column("lending_stops", StressWords.stops),
    ])
    for bank in source.banks {
      let today = source.test.today(bankID: bank.id)
      let all = scenarios.indices.map { source.test.figures($0, bankID: bank.id) }
      for fund in source.funds where today.funds[fund.code] != nil {
        let names =
          [word("today", StressWords.today)]
          + scenarios.map { word($0.code, Phrase($0.name)) }
        for (name, figures) in zip(names, [today] + all) {
          let sums = figures.funds[fund.code] ?? StressFund()
          listing.rows.append(
            [word(bank.code, Phrase(bank.name)), word(fund.code, Phrase(fund.name)), name]
              + cells(of: sums, fund))
        }
      }
    }
    return ReportSection(key: "funds", title: StressWords.funds(language), listing: listing)
  }

  private func cells(of sums: StressFund, _ fund: CompensationFund) -> [Listing.Cell] {
    let stops = fund.stopsLending(nonPerforming: sums.nonPerforming, of: sums.principal)
    return [
      money(sums.principal), money(sums.nonPerforming),
      share(sums.nonPerforming, of: sums.principal), percent(Int128(fund.stopBasisPoints)),
      money(sums.headroom(stopBasisPoints: fund.stopBasisPoints)), money(sums.claimable),
      flag(stops, RiskWords.yes),
    ]
  }

  private var shocks: ReportSection {
    var listing = Listing([
      column("scenario", StressWords.scenario, .left), column("name", StressWords.name, .left),
      column("late_percent", StressWords.latePercent), column("late_days", StressWords.lateDays),
      column("rate_basis_points", StressWords.basisPoints),
      column("subsidy_stops", StressWords.subsidyStops), column("marks", StressWords.marks, .left),
    ])
    for scenario in scenarios {
      for shock in scenario.shocks {
        listing.rows.append([
          .text(scenario.code), .text(Phrase(shock.name)(language)),
          percent(Int128(shock.lateShare)), .integer(shock.lateDays),
          .integer(shock.rateBasisPoints), flag(shock.stopsSubsidy, RiskWords.yes),
          .text(shock.marks),
        ])
      }
    }
    return ReportSection(key: "shocks", title: StressWords.shocks(language), listing: listing)
  }
}
