import Banks
import Classification
package import Interchange
package import Operations
import Quantities
import Reporting
import Risk

/// A risk report laid out: its parts in order, which print as tables, as JSON or as CSV.
package struct RiskReportPage {
  /// One bank, branch or line.
  struct Cut {
    /// The bank's code; nil for a line of loans.
    let bank: String?
    /// The code of what it is: bank, branch or line.
    let key: String
    let title: Phrase
    let figures: PortfolioFigures
  }

  let source: NamedRiskReport
  let figures: PortfolioFigures
  let ageing: [RiskMeasure]
  let classes: [(riskClass: RiskClass, part: RiskMeasure)]
  let banks: [Cut]
  let branches: [Cut]
  let lines: [Cut]

  package init(_ source: NamedRiskReport) {
    self.source = source
    let whole = source.report.figures()
    figures = whole
    ageing = AgeingBucket.allCases.map { bucket in
      .part(bucket.rawValue, RiskWords.ageing(bucket), whole.ageing[bucket], of: whole.outstanding)
    }
    classes = RiskClass.allCases.map { riskClass in
      let tally = whole.classes[riskClass]
      return (
        riskClass,
        .part(riskClass.rawValue, Phrase.listed(riskClass), tally, of: whole.outstanding)
      )
    }
    let byID = Dictionary(source.banks.map { ($0.id, $0) }) { first, _ in first }
    let report = source.report
    banks = Self.sorted(report.byBank, source).map { key, figures in
      let bank = key.bankID.flatMap { byID[$0] }
      return Cut(
        bank: bank?.code, key: bank?.code ?? "", title: Phrase(bank?.name), figures: figures)
    }
    branches = Self.sorted(report.byBranch, source).map { key, figures in
      let branch = source.branches.first { $0.bankID == key.bankID && $0.id == key.branchID }
      return Cut(
        bank: key.bankID.flatMap { byID[$0] }?.code, key: branch?.code ?? "",
        title: Phrase(branch?.name), figures: figures)
    }
    lines = report.byLine.map { key, figures in
      let line = key.line ?? ""
      return Cut(bank: nil, key: line, title: RiskWords.lineName(line), figures: figures)
    }
  }

  package func text(_ format: OutputFormat, _ language: Language) -> String {
    switch format {
    case .table: tables(language)
    case .json: json.pretty + "\n"
    case .csv: csv
    }
  }

  var isSponsors: Bool {
    if case .sponsor = source.scope { true } else { false }
  }

  /// The code of the bank or of the sponsor.
  var scopeCode: String {
    switch source.scope {
    case .bank(let code), .sponsor(let code): code
    }
  }

  /// Which versions of the positions were read, as bank and version, by the banks' numbers.
  var versions: [(bank: String, version: Int32)] {
    source.banks.compactMap { bank in source.versions[bank.id].map { (bank.code, $0) } }
  }

  /// In the order of the banks' numbers, which is not that of their ids.
  private static func sorted(
    _ cuts: [(key: RiskReport.Key, figures: PortfolioFigures)], _ source: NamedRiskReport
  ) -> [(key: RiskReport.Key, figures: PortfolioFigures)] {
    source.banks.flatMap { bank in cuts.filter { $0.key.bankID == bank.id } }
  }
}

extension Phrase {
  /// A name from the catalog; a dash for one that is not there.
  init(_ name: BilingualName?) {
    self.init(zh: name?.chinese ?? "—", en: name?.english ?? "—")
  }
}
