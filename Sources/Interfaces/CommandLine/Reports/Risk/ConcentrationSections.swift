import Banks
import Interchange
import Operations
import Quantities
import Reporting
import Risk

extension RiskDocument {
  /// The ten largest borrowers, and groups that answer for each other.
  var largest: ReportSection {
    var listing = Listing([
      column("kind", RiskWords.kind, .left), column("bank", .bank, .left),
      column("reference", RiskWords.reference, .left), column("loans", .loans),
      column("principal", .principal), column("share", RiskWords.share),
      column("percent_of_capital", RiskWords.percentOfCapital),
      column("limit", RiskWords.limit), column("breach", RiskWords.breach, .left),
    ])
    let whole = report.figures().outstanding.principal
    for kind in PortfolioMonth.Debtor.Kind.allCases {
      // What a borrower owes in a part is not all that the limit is on.
      let isLimited = kind == .borrower && !report.isPart
      let limit = isLimited ? SupervisoryLimits.singleBorrower : nil
      let rows = report.largest(kind, count: 10).map { bankID, debtor in
        (bankID, debtor, ofCapital(Int128(debtor.principal), bankID))
      }
      // Breaches first; within them and the others the largest first.
      func isBreach(_ ratio: Int128?) -> Bool {
        if let ratio, let limit { ratio > limit } else { false }
      }
      for (bankID, debtor, ratio) in rows.filter({ isBreach($0.2) })
        + rows.filter({ !isBreach($0.2) })
      {
        let isBreach = isBreach(ratio)
        listing.rows.append([
          word(kind.rawValue, RiskWords.debtor(kind)), .text(bank(bankID)?.code ?? ""),
          .text(debtor.reference), .integer(Int(debtor.loans)), money(Int128(debtor.principal)),
          share(Int128(debtor.principal), of: whole), percent(ratio), percent(limit),
          flag(isBreach, RiskWords.isBreach),
        ])
      }
    }
    return ReportSection(
      key: "largest", title: RiskWords.largest(language), listing: listing)
  }

  /// Of a bank's net capital, in hundredths of a per cent; nil where it is not known.
  private func ofCapital(_ amount: Int128, _ bankID: Int64) -> Int128? {
    source.capital[bankID].flatMap { Ratio.basisPoints(amount, of: Int128($0.minorUnits)) }
  }

  /// Each bank against what supervision asks, breaches first.
  var limits: ReportSection {
    var listing = Listing([
      column("bank", .bank, .left), column("limit", RiskWords.limitName, .left),
      column("unit", RiskWords.unit, .left), column("value", RiskWords.value),
      column("at_least", RiskWords.atLeast), column("at_most", RiskWords.atMost),
      column("breach", RiskWords.breach, .left),
    ])
    let checks = source.banks.flatMap { bank in
      report.limits(bankID: bank.id, capital: source.capital[bank.id]).map { (bank, $0) }
    }
    for (bank, check) in checks.filter({ $0.1.isBreach }) + checks.filter({ !$0.1.isBreach }) {
      let isMoney = check.limit == .averageLoan
      let bound = isMoney ? money(check.bound) : percent(check.bound)
      listing.rows.append([
        word(bank.code, Phrase(bank.name)),
        word(check.limit.rawValue, RiskWords.limit(check.limit)),
        .text(isMoney ? currency.code : "%"),
        isMoney ? money(check.value) : percent(check.value),
        check.limit.isLeast ? bound : .none, check.limit.isLeast ? .none : bound,
        flag(check.isBreach, RiskWords.isBreach),
      ])
    }
    return ReportSection(
      key: "limits", title: RiskWords.limits(language), listing: listing,
      notes: [RiskWords.limitsNote(language), RiskWords.provisionLimitNote(language)])
  }

  /// How concentrated the portfolio is by line, county and purpose.
  var concentration: ReportSection {
    var listing = Listing([
      column("cut", RiskWords.cutBy, .left), column("members", RiskWords.members),
      column("herfindahl", RiskWords.herfindahl), column("largest", RiskWords.largestMember, .left),
      column("largest_share", RiskWords.share),
    ])
    let whole = report.figures().outstanding.principal
    for cut in [PortfolioCut.line, .division, .purpose, .cohort] {
      let members = report.members(of: cut).filter { $0.figures.outstanding.principal > 0 }
      let top = members.max {
        ($0.figures.outstanding.principal, $1.key) < ($1.figures.outstanding.principal, $0.key)
      }
      listing.rows.append([
        word(cut.rawValue, RiskWords.name(of: cut)), .integer(members.count),
        report.herfindahl(cut).map { .integer(Int($0)) } ?? .none,
        top.map { word($0.key.member, RiskWords.member($0.key.member, of: cut)) } ?? .none,
        top.map { share($0.figures.outstanding.principal, of: whole) } ?? .none,
      ])
    }
    return ReportSection(
      key: "concentration", title: RiskWords.concentration(language), listing: listing,
      notes: [RiskWords.herfindahlNote(language)])
  }
}
