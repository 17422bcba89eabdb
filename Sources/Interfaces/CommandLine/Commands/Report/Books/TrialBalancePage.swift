import Banks
package import Interchange
package import Operations
import Quantities
import Repositories

/// A trial balance as it is printed: in each pair of columns debits and credits are the same.
///
/// What stands off the balance sheet stands apart.
package struct TrialBalancePage: Sendable {
  private let source: NamedTrialBalance

  package init(_ source: NamedTrialBalance) { self.source = source }

  package func text(_ format: OutputFormat, _ language: Language) -> String {
    switch format {
    case .table: tables(language)
    case .json: json.pretty + "\n"
    case .csv: csv
    }
  }

  private var balance: TrialBalance { source.balance }

  // MARK: For people

  private func tables(_ language: Language) -> String {
    let title = BooksWords.trialBalance(
      Phrase(source.title), source.days, currency: source.currency.code)
    var parts = [Table.printable(title(language)) + "\n", table(off: false, language)]
    if !balance.lines(off: true).isEmpty {
      parts.append(BooksWords.offBalance(language) + "\n\n" + table(off: true, language))
    }
    let facts = source.banks.filter { $0.lastFact > 0 }
      .map { "\($0.bank.code) \($0.lastFact)" }.joined(separator: ", ")
    if !facts.isEmpty { parts.append("* " + BooksWords.factsNote(facts)(language) + "\n") }
    return parts.joined(separator: "\n")
  }

  private func table(off: Bool, _ language: Language) -> String {
    let titles: [Phrase] = [
      BooksWords.openingDebit, BooksWords.openingCredit, .debit, .creditSide,
      BooksWords.closingDebit, BooksWords.closingCredit,
    ]
    var listing = Listing(
      [.init("account", Phrase.account(language)), .init("name", Phrase.name(language))]
        + titles.map { .init("amount", $0(language), .right) })
    listing.rows = balance.lines(off: off).map { line in
      [.text(line.account.code), .text(Phrase(line.account.name)(language))]
        + sums(line).map { $0 == 0 ? .none : .sum($0, source.currency) }
    }
    listing.totals =
      [.text(RiskWords.total(language)), .none]
      + sums(balance.totals(off: off)).map { .sum($0, source.currency) }
    return listing.text(.table)
  }

  private func sums(_ line: TrialBalance.Line) -> [Int128] {
    [
      max(line.opening, 0), max(-line.opening, 0), line.debit, line.credit, max(line.closing, 0),
      max(-line.closing, 0),
    ]
  }

  private func sums(_ totals: TrialBalance.Totals) -> [Int128] {
    [
      totals.opening.debit, totals.opening.credit, totals.debit, totals.credit,
      totals.closing.debit, totals.closing.credit,
    ]
  }

  // MARK: For programs

  private static let amounts = [
    "opening_debit", "opening_credit", "debit", "credit", "closing_debit", "closing_credit",
  ]

  /// A row an account; totals as of its part.
  private func listing(off: Bool) -> Listing {
    var listing = Listing(
      (["account", "name_zh", "name_en", "side"] + Self.amounts).map { .init($0, $0) })
    listing.rows = balance.lines(off: off).map { line in
      let account = line.account
      return [
        .text(account.code), .text(account.name.chinese), .text(account.name.english),
        .text(account.side.rawValue),
      ] + sums(line).map { .sum($0, source.currency) }
    }
    listing.totals =
      [.none, .none, .none, .none]
      + sums(balance.totals(off: off)).map { .sum($0, source.currency) }
    return listing
  }

  private var json: JSONValue {
    [
      "scope": .string(scope.name), "code": .string(scope.code),
      "name_zh": .string(source.title.chinese), "name_en": .string(source.title.english),
      "currency": .string(source.currency.code),
      "from": .string("\(source.days.lowerBound)"), "until": .string("\(source.days.upperBound)"),
      "facts": .array(
        source.banks.map { bank, lastFact in
          ["bank": .string(bank.code), "last_fact": .integer(lastFact)]
        }),
      "on_balance": part(off: false), "off_balance": part(off: true),
    ]
  }

  private func part(off: Bool) -> JSONValue {
    guard case .object(let members) = listing(off: off).json else { return .null }
    return .object(members.filter { $0.name != "next" })
  }

  private var scope: (name: String, code: String) {
    switch source.scope {
    case .bank(let code): ("bank", code)
    case .sponsor(let code): ("sponsor", code)
    }
  }

  private var csv: String {
    var whole = listing(off: false)
    whole.rows += listing(off: true).rows
    return whole.text(.csv)
  }
}
