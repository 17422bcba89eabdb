import Banks
import Interchange
import Operations
import Quantities
import Reporting
import Risk

extension RiskDocument {
  /// A section for each cut.
  var cuts: [ReportSection] {
    PortfolioCut.allCases.filter { $0 != .whole }.map { cut in
      let members = report.members(of: cut)
      return section("by_\(cut.rawValue)", cut, inOrder(cut, members))
    }
  }

  /// The sponsor's banks side by side, those whose PAR is far above the others' marked.
  var league: ReportSection {
    let members = inOrder(.whole, report.members(of: .whole))
    var section = section("by_bank", .whole, members)
    section.listing.columns += [
      column("rank_par_30", RiskWords.rank), column("outlier", RiskWords.outlier, .left),
    ]
    for (row, place) in RiskReport.league(members.map(\.figures)).enumerated() {
      section.listing.rows[row] += [
        place.rank.map { .integer($0) } ?? .none,
        flag(place.isOutlier, RiskWords.isOutlier),
      ]
    }
    section.listing.totals? += [.none, .none]
    section.notes = [RiskWords.leagueNote(language)]
    return section
  }

  /// Banks and what is theirs by the banks' numbers, the rest by name; sizes by size.
  private func inOrder(
    _ cut: PortfolioCut, _ members: [(key: RiskReport.Key, figures: PortfolioFigures)]
  ) -> [(key: RiskReport.Key, figures: PortfolioFigures)] {
    if cut == .whole || PortfolioCut.ofBanks.contains(cut) {
      return source.banks.flatMap { bank in members.filter { $0.key.bankID == bank.id } }
    }
    return switch cut {
    case .first:
      members.sorted { $0.key.member > $1.key.member }
    case .size:
      SizeBand.allCases.flatMap { band in members.filter { $0.key.member == band.rawValue } }
    default: members
    }
  }

  private func section(
    _ key: String, _ cut: PortfolioCut,
    _ members: [(key: RiskReport.Key, figures: PortfolioFigures)]
  ) -> ReportSection {
    let namesBank = PortfolioCut.ofBanks.contains(cut) && isSponsors
    var listing = Listing(
      (namesBank ? [column("bank", .bank, .left)] : [])
        + [column(cut == .whole ? "bank" : cut.rawValue, RiskWords.name(of: cut), .left)]
        + [
          column("outstanding", RiskWords.outstandingShort), column("loans", .loans),
          column("borrowers", RiskWords.borrowers), column("par_30", RiskWords.par(30)),
          column("par_30_percent", RiskWords.parRatio(30)),
          column("par_90", RiskWords.par(90)), column("non_performing", RiskWords.npl),
          column("npl_ratio", RiskWords.nplRatio),
          column("required_provision", RiskWords.requiredProvision),
        ])
    for (key, figures) in members {
      let bank: [Listing.Cell] = namesBank ? [.text(self.bank(key.bankID)?.code ?? "")] : []
      listing.rows.append(bank + [name(of: key)] + cells(figures))
    }
    let blank: [Listing.Cell] = namesBank ? [.none] : []
    listing.totals = blank + [word("total", RiskWords.total)] + cells(report.figures())
    return ReportSection(
      key: key, title: RiskWords.title(of: cut)(language), listing: listing,
      shaded: ["par_30_percent", "npl_ratio"])
  }

  private func cells(_ figures: PortfolioFigures) -> [Listing.Cell] {
    let whole = figures.outstanding.principal
    return [
      money(whole), .integer(figures.outstanding.loans), .integer(figures.borrowers),
      money(figures.atRisk[1].principal), share(figures.atRisk[1].principal, of: whole),
      money(figures.atRisk[3].principal), money(figures.nonPerforming.principal),
      share(figures.nonPerforming.principal, of: whole), money(figures.requiredProvision),
    ]
  }

  /// A member by its code, shown by its name.
  private func name(of key: RiskReport.Key) -> Listing.Cell {
    switch key.cut {
    case .whole:
      let bank = bank(key.bankID)
      return word(bank?.code ?? "", Phrase(bank?.name))
    case .branch:
      let branch = source.branches.first { $0.bankID == key.bankID && $0.code == key.member }
      return word(key.member, Phrase(branch?.name))
    default: return word(key.member, RiskWords.member(key.member, of: key.cut))
    }
  }
}
