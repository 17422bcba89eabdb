import Interchange
import Quantities
import Reporting
import Risk

extension RiskDocument {
  /// The ages that are shown, in months on book.
  private static let ages = [3, 6, 9, 12, 18, 24, 30, 36]

  /// What of each quarter's loans has been in default by an age.
  var vintages: ReportSection {
    vintageSection("vintages", RiskWords.vintages) { $0.defaulted(by: $1) }
  }

  /// What of each quarter's loans is at risk by more than 30 days at an age.
  var vintageRisk: ReportSection {
    vintageSection("vintages_par_30", RiskWords.vintagesAtRisk) { $0.atRisk30(at: $1) }
  }

  private func vintageSection(
    _ key: String, _ title: Phrase, _ value: (VintageCurve, Int) -> Int128?
  ) -> ReportSection {
    let curves = report.vintages()
    let ages = Self.ages.filter { age in curves.contains { value($0, age) != nil } }
    var listing = Listing(
      [
        column("cohort", RiskWords.cohort, .left), column("loans", .loans),
        column("granted", RiskWords.granted), column("small", RiskWords.small, .left),
      ] + ages.map { column("month_\($0)", RiskWords.monthOnBook($0)) })
    for curve in curves {
      listing.rows.append(
        [
          .text(curve.quarter.quarterName), .integer(Int(curve.grantedLoans)),
          money(curve.granted),
          flag(curve.isSmall, RiskWords.isSmall),
        ] + ages.map { percent(value(curve, $0)) })
    }
    let longest =
      curves.flatMap(\.seen).filter { age in
        curves.contains { !$0.isSmall && value($0, age) != nil }
      }.max() ?? 0
    let drawn = curves.filter { curve in
      !curve.isSmall && (0...longest).contains { value(curve, $0) != nil }
    }
    let chart = ReportChart(
      .lines, title: title(language), unit: "%", decimals: 2,
      labels: (0...longest).map { "\($0)" },
      series: drawn.suffix(8).map { curve in
        ReportChart.Series(
          curve.quarter.quarterName,
          (0...longest).map { value(curve, $0).flatMap { Int64(exactly: $0) } })
      })
    return ReportSection(
      key: key, title: title(language), listing: listing, charts: drawn.isEmpty ? [] : [chart],
      notes: [RiskWords.vintageNote(language)],
      shaded: ages.map { "month_\($0)" })
  }

  /// Where loans went in a month, over the last twelve of them.
  var rollRates: ReportSection {
    matrixSection(
      "roll_rates", RiskWords.rollRates, report.transitions(.days, monthsBefore: 1, over: 12))
  }

  /// Where loans went in twelve months.
  var yearlyMoves: ReportSection {
    matrixSection(
      "transitions_12_months", RiskWords.yearlyMoves,
      report.transitions(.days, monthsBefore: 12, over: 1))
  }

  private func matrixSection(
    _ key: String, _ title: Phrase, _ matrix: TransitionMatrix
  ) -> ReportSection {
    let names = matrix.destinations
    var listing = Listing(
      [
        column("days_before", RiskWords.daysBefore, .left), column("loans", .loans),
        column("principal", .principal),
      ] + names.map { column($0, RiskWords.state($0)) })
    var series: [ReportChart.Series] = []
    for (row, origin) in matrix.origins.enumerated() {
      let before = matrix.before(row)
      let shares = names.indices.map { matrix.share(from: row, to: $0) }
      listing.rows.append(
        [word(origin, RiskWords.state(origin)), .integer(before.loans), money(before.principal)]
          + shares.map(percent))
      series.append(
        ReportChart.Series(
          RiskWords.state(origin)(language), shares.map { $0.flatMap { Int64(exactly: $0) } }))
    }
    let chart = ReportChart(
      .heat, title: title(language), unit: "%", decimals: 2,
      labels: names.map { RiskWords.state($0)(language) }, series: series)
    return ReportSection(
      key: key, title: title(language), listing: listing, charts: [chart],
      notes: [RiskWords.transitionNote(language)], shaded: names)
  }

  /// How often loans are cured, get into default and are repaid early, and when.
  var outcomes: ReportSection {
    var listing = Listing([
      column("figure", RiskWords.item, .left), column("loans", .loans),
      column("of_loans", RiskWords.ofLoans), column("share", RiskWords.share),
      column("months", RiskWords.months),
    ])
    let month = report.transitions(.days, monthsBefore: 1, over: 12)
    let year = report.transitions(.days, monthsBefore: 12, over: 1)
    let states = Dictionary(
      uniqueKeysWithValues: DueState.allCases.map { ($0.rawValue, $0) })
    func isDefault(_ name: String) -> Bool { states[name]?.isDefault == true }
    func isPerforming(_ name: String) -> Bool { states[name]?.isPerforming == true }
    func add(
      _ key: String, _ title: Phrase, _ matrix: TransitionMatrix, from: (String) -> Bool,
      to: (String, String) -> Bool
    ) {
      let (share, loans, of) = matrix.share(from: from, to: to)
      listing.rows.append([
        word(key, title), .integer(loans), .integer(of), percent(share), .none,
      ])
    }
    add("cured_in_month", RiskWords.curedInMonth, month, from: isDefault) { to, _ in
      isPerforming(to) || to == DueState.settled.rawValue || to == DueState.prepaid.rawValue
    }
    add("default_in_month", RiskWords.defaultInMonth, month, from: isPerforming) { to, _ in
      isDefault(to)
    }
    add("default_in_year", RiskWords.defaultInYear, year, from: isPerforming) { to, _ in
      isDefault(to)
    }
    add("prepaid_in_month", RiskWords.prepaidInMonth, month, from: isPerforming) { to, _ in
      to == DueState.prepaid.rawValue
    }
    let ages = report.vintages().reduce(into: [Int: Int64]()) { sums, curve in
      for age in curve.seen { sums[age, default: 0] += curve.defaults(at: age) }
    }
    let count = ages.values.reduce(0, +)
    var seen: Int64 = 0
    let median = ages.sorted { $0.key < $1.key }.first { age in
      seen += age.value
      return count > 0 && 2 * seen >= count
    }
    listing.rows.append([
      word("months_to_default", RiskWords.monthsToDefault), .integer(Int(count)),
      .none, .none, median.map { .integer($0.key) } ?? .none,
    ])
    return ReportSection(
      key: "outcomes", title: RiskWords.outcomes(language), listing: listing,
      notes: [RiskWords.outcomesNote(language)])
  }
}
