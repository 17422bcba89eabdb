import Accrual
import ArgumentParser
import Banks
import Calculations
import Interchange
import LoanProducts
import Operations
import Quantities
import Servicing

/// `shanhai loan explain`: how the figures of a loan came about.
struct LoanExplainCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "explain", abstract: say(.explainAbstract),
      discussion: say(.explainDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var place: BankOption
  @Argument(help: ArgumentHelp(.numberHelp)) var number: String
  @Option(help: ArgumentHelp(.explainOnHelp, valueName: "YYYY-MM-DD")) var on: Day?
  @Option(help: ArgumentHelp(.asOfHelp, valueName: "YYYY-MM-DD")) var asOf: Day?

  func run() async throws {
    try await global.inBank(place) { session, bank in
      let explanation = try await ExplainLoan.run(
        number, on: on, asOf: asOf, bank: bank.code, on: session.pool)
      let sections = ExplanationSections(explanation)
      try output.print(sections.all)
      if output.format == .table { try Output.write("\n\(say(sections.sentence))\n") }
    }
  }
}

/// The sections in which figures are explained.
struct ExplanationSections {
  private let explanation: LoanExplanation
  private var currency: Currency { explanation.file.bank.currency }

  init(_ explanation: LoanExplanation) { self.explanation = explanation }

  var all: [ListingSection] {
    [
      ListingSection(key: "lines", title: say(.sectionStretches), listing: lines),
      ListingSection(key: "figures", title: say(.sectionFigures), listing: figures),
      ListingSection(
        key: "owed", title: say(.sectionOwed(explanation.file.asOf)), listing: owed),
    ] + ClassSections(explanation).all
  }

  /// The figures that are explained: their keys, names and lines.
  private var parts: [(key: String, name: Phrase, explanation: Explanation)] {
    let interest: Phrase = explanation.billedOn.map { .billedOn($0) } ?? .runningUntilNow
    var parts = [("interest", interest, explanation.interest)]
    if let penalty = explanation.penalty { parts.append(("penalty", .penalty, penalty)) }
    if let compound = explanation.compound {
      parts.append(("compound", Phrase(Charge.compound), compound))
    }
    return parts
  }

  private var lines: Listing {
    var listing = Listing([
      .init("figure", say(.figure)), .init("rule", say(.basedOn)), .init("payer", say(.payer)),
      .init("from", say(.from)), .init("until", say(.until)), .init("days", say(.days), .right),
      .init("balance", say(.balance), .right), .init("rate_percent", say(.ratePercent), .right),
      .init("year_fraction", say(.yearFraction), .right),
      .init("share_percent", say(.sharePercent), .right),
      .init("exact", say(.exactDecimal), .right),
      .init("exact_fraction", say(.exactFraction), .right), .init("source", say(.source)),
    ])
    for part in parts {
      for line in part.explanation.lines {
        let rule = line.rule.named
        listing.rows.append([
          .word(part.key, shown: say(part.name)), .word(rule.name, shown: say(Phrase(line.rule))),
          .word(line.payer.rawValue, shown: say(Phrase(line.payer))), .day(line.from),
          .day(line.until), .integer(line.until - line.from), .money(line.balance, currency),
          .decimal(line.rate.percent), .text("\(line.weight)/\(line.denominator)"),
          .decimal(AnnualRate(basisPoints: Int64(line.shareBasisPoints)).percent),
          .decimal(line.exact.decimal(currency)), .text(line.exact.fraction(currency)),
          .text(rule.source),
        ])
      }
    }
    return listing
  }

  private var figures: Listing {
    var listing = Listing([
      .init("figure", say(.figure)), .init("exact", say(.exactDecimal), .right),
      .init("exact_fraction", say(.exactFraction), .right),
      .init("rounding", say(.rounding), .right), .init("amount", say(.figureAmount), .right),
      .init("borrower", say(Phrase(.borrower)), .right),
      .init("finance", say(Phrase(.finance)), .right),
      .init("programme", say(Phrase(.programme)), .right),
    ])
    listing.rows = parts.map { key, name, explanation in
      let figure = explanation.figure
      return [
        .word(key, shown: say(name)), .decimal(explanation.exact.decimal(currency)),
        .text(explanation.exact.fraction(currency)),
        .decimal(explanation.rounding.decimal(currency)), .money(figure.sum, currency),
        .money(figure.borrower, currency), .money(figure.finance, currency),
        .money(figure.programme, currency),
      ]
    }
    return listing
  }

  /// What is owed, by what it is for; the last row is the sum.
  private var owedParts: [(key: String, name: Phrase, amount: Money)] {
    let claim = explanation.claim
    return [
      ("principal_due", Phrase(zh: "到期本金", en: "principal due"), claim.principalDue),
      ("principal_not_due", .principalNotDue, claim.principalNotDue),
      ("interest_due", Phrase(zh: "到期利息", en: "interest due"), claim.interestDue),
      ("interest_running", .runningUntilNow, claim.running.borrower),
      ("compound_due", Phrase(Charge.compound), claim.compoundDue),
      ("penalty_due", Phrase(Charge.penalty), claim.penaltyDue),
      ("costs_due", Phrase(zh: "费用", en: "costs"), claim.costsDue),
      ("credit", Phrase(zh: "减预收", en: "less held"), -claim.repaid.credit),
    ]
  }

  private var owed: Listing {
    var listing = Listing([.init("part", say(.part)), .init("amount", say(.amount), .right)])
    listing.rows = owedParts.map {
      [.word($0.key, shown: say($0.name)), .money($0.amount, currency)]
    }
    listing.rows.append([
      .word("total_owed", shown: say(.totalOwed)), .money(explanation.claim.totalOwed, currency),
    ])
    return listing
  }

  /// One line: `total owed at the end of 2026-03-31 = principal not due 47,900.00 + …`.
  var sentence: Phrase {
    let parts = owedParts.filter { !$0.amount.isZero }
    let total = currency.grouped(explanation.claim.totalOwed)
    func sum(_ name: (Phrase) -> String) -> String {
      let texts = parts.map { "\(name($0.name)) \(currency.grouped($0.amount))" }
      return texts.isEmpty ? total : texts.joined(separator: " + ") + " = " + total
    }
    let day = explanation.file.asOf
    return Phrase(
      zh: "\(day) 日终欠款 = " + sum(\.zh), en: "total owed at the end of \(day) = " + sum(\.en))
  }
}
