import Classification
import Interchange
import Operations
import Quantities
import Reporting
import Risk

extension RiskDocument {
  /// Loans by days overdue, exact.
  var ageing: ReportSection {
    let figures = report.figures()
    var listing = Listing([
      column("overdue_days", RiskWords.daysOverdue, .left), column("loans", .loans),
      column("amount", .principal), column("share_percent", RiskWords.share),
    ])
    for bucket in AgeingBucket.allCases {
      let tally = figures.ageing[bucket] ?? Tally()
      listing.rows.append([
        word(bucket.rawValue, RiskWords.ageing(bucket)), .integer(tally.loans),
        money(tally.principal), share(tally.principal, of: figures.outstanding.principal),
      ])
    }
    listing.totals = [
      word("total", RiskWords.total), .integer(figures.outstanding.loans),
      money(figures.outstanding.principal),
      share(figures.outstanding.principal, of: figures.outstanding.principal),
    ]
    return ReportSection(
      key: "ageing", title: RiskWords.ageingSection(language), listing: listing,
      charts: [ageingChart])
  }

  private var ageingChart: ReportChart {
    let months = (0..<13).reversed().map { report.month + -$0 }
    let past = months.map { report.figures(in: $0) }
    return ReportChart(
      .stack, title: RiskWords.overdueByMonth(language), unit: "%", decimals: 2,
      labels: months.map { "\($0)" },
      series: AgeingBucket.allCases.dropFirst().map { bucket in
        ReportChart.Series(
          RiskWords.ageing(bucket)(language),
          past.map { figures in
            figures.flatMap {
              Ratio.basisPoints(
                $0.ageing[bucket]?.principal ?? 0, of: $0.outstanding.principal)
            }.flatMap { Int64(exactly: $0) }
          })
      })
  }

  /// Days overdue by class in ten thousand (万元), in the form of the supervisory table G11.
  var supervisoryTable: ReportSection {
    let figures = report.figures()
    let classes = RiskClass.allCases
    var listing = Listing(
      [column("overdue_days", RiskWords.daysOverdue, .left)]
        + classes.map { column($0.rawValue, Phrase.listed($0)) }
        + [column("total", RiskWords.total)])
    for bucket in AgeingBucket.allCases {
      let row = figures.supervised[bucket] ?? [:]
      listing.rows.append(
        [word(bucket.rawValue, RiskWords.ageing(bucket))]
          + classes.map { .decimal(tenThousand(row[$0] ?? 0)) }
          + [.decimal(tenThousand(row.values.reduce(0, +)))])
    }
    let sums = classes.map { riskClass in
      figures.supervised.values.reduce(Int128(0)) { $0 + ($1[riskClass] ?? 0) }
    }
    listing.totals =
      [word("total", RiskWords.total)] + sums.map { .decimal(tenThousand($0)) }
      + [.decimal(tenThousand(sums.reduce(0, +)))]
    return ReportSection(
      key: "supervisory_table", title: RiskWords.supervisoryTable(language), listing: listing,
      notes: [RiskWords.supervisoryNote(language)],
      shaded: classes.map(\.rawValue))
  }

  var classes: ReportSection {
    let figures = report.figures()
    var listing = Listing([
      column("class", RiskWords.riskClassTitle, .left), column("loans", .loans),
      column("amount", .principal), column("share_percent", RiskWords.share),
      column("special_provision_percent", RiskWords.specialProvisionRate),
    ])
    for riskClass in RiskClass.allCases {
      let tally = figures.classes[riskClass] ?? Tally()
      listing.rows.append([
        word(riskClass.rawValue, Phrase.listed(riskClass)), .integer(tally.loans),
        money(tally.principal), share(tally.principal, of: figures.outstanding.principal),
        specialPercent(riskClass),
      ])
    }
    listing.totals = [
      word("total", RiskWords.total), .integer(figures.outstanding.loans),
      money(figures.outstanding.principal),
      share(figures.outstanding.principal, of: figures.outstanding.principal),
      .none,
    ]
    return ReportSection(
      key: "classes", title: RiskWords.classSection(language), listing: listing,
      notes: [RiskWords.classesNote(language)])
  }

  /// The one there is; nothing where the banks' rules differ, or go by each loan's expected loss.
  private func specialPercent(_ riskClass: RiskClass) -> Listing.Cell {
    guard source.rules.allSatisfy({ $0.regime != .expectedLoss }) else { return .none }
    let percents = Set(source.rules.map { $0.specialPercent(riskClass) })
    return percents.count == 1 ? .integer(percents.first ?? 0) : .none
  }

  /// Where the loans of each class went in the month: principal before.
  var classMoves: ReportSection {
    let matrix = report.transitions(.classes, monthsBefore: 1, over: 1)
    let names = matrix.destinations
    var listing = Listing(
      [column("class_before", RiskWords.classBefore, .left), column("loans", .loans)]
        + names.map { column($0, RiskWords.state($0)) })
    for (row, origin) in matrix.origins.enumerated() {
      listing.rows.append(
        [word(origin, RiskWords.state(origin)), .integer(matrix.before(row).loans)]
          + names.indices.map { money(matrix.tally(from: row, to: $0).principal) })
    }
    let entries = matrix.entries
    listing.rows.append(
      [word("new", RiskWords.state("new")), .integer(entries.reduce(0) { $0 + $1.loans })]
        + names.indices.map { money(entries[$0].principal) })
    return ReportSection(
      key: "class_moves", title: RiskWords.classMoves(language), listing: listing,
      shaded: names)
  }

  /// What is required as provision, and what is held.
  var provision: ReportSection {
    let figures = report.figures()
    var listing = Listing([
      column("item", RiskWords.item, .left), column("amount", RiskWords.amount),
      column("share_of_loans", RiskWords.shareOfLoans),
      column("share_of_npl", RiskWords.shareOfNPL),
    ])
    var rows: [(String, Phrase, Int128)] = [
      ("general", RiskWords.generalProvision, figures.generalProvision),
      ("special", RiskWords.specialProvision, figures.specialProvision),
      ("required", RiskWords.requiredProvision, figures.requiredProvision),
    ]
    if !report.isPart {
      let held = report.held(in: report.month) ?? 0
      rows.append(("held", RiskWords.heldProvision, held))
    }
    for (key, title, amount) in rows {
      listing.rows.append([
        word(key, title), money(amount), share(amount, of: figures.outstanding.principal),
        share(amount, of: figures.nonPerforming.principal),
      ])
    }
    if let other = source.provisions?.other {
      listing.rows.append([
        word("other", RiskWords.otherRule(other.rules[0].regime.document)), money(other.total),
        share(other.total, of: figures.outstanding.principal),
        share(other.total, of: figures.nonPerforming.principal),
      ])
    }
    if let reserve = report.generalReserve() {
      listing.rows.append([
        word("general_reserve", RiskWords.generalReserve), money(reserve),
        share(reserve, of: figures.outstanding.principal),
        share(reserve, of: figures.nonPerforming.principal),
      ])
    }
    // A bank is held to what it holds of provisions, and not a part of its loans.
    if !report.isPart {
      listing.rows.append([
        word("limit", RiskWords.supervisoryValue), .none,
        percent(SupervisoryLimits.provisionRatio), percent(SupervisoryLimits.coverage),
      ])
    }
    return ReportSection(
      key: "provision", title: RiskWords.provisionSection(language), listing: listing,
      notes: source.rules.map { RiskWords.provisionNote($0)(language) }
        + (report.isPart ? [] : [RiskWords.provisionLimitNote(language)]))
  }
}
