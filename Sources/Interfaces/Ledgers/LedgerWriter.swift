package import Banks
package import Quantities
package import Repositories

/// A program for plain-text accounting.
package enum LedgerFormat: String, Hashable, Sendable, CaseIterable {
  case hledger, beancount, ledger
}

/// What a file of the books is about.
package struct LedgerHead {
  package let bank: Bank
  package let chart: [AccountEntry]
  package let days: ClosedRange<Day>
  /// The last fact that is in it.
  package let lastFact: Int64

  package init(bank: Bank, chart: [AccountEntry], days: ClosedRange<Day>, lastFact: Int64) {
    self.bank = bank
    self.chart = chart
    self.days = days
    self.lastFact = lastFact
  }
}

/// Writes a bank's books for one of the programs, in this order: head, balances brought forward,
/// entries by day, closing balances.
package struct LedgerWriter {
  private let syntax: any LedgerSyntax
  private let content: LedgerHead

  package init(_ format: LedgerFormat, _ content: LedgerHead) {
    self.content = content
    let book = LedgerBook(content)
    switch format {
    case .hledger: syntax = HledgerSyntax(book)
    case .beancount: syntax = BeancountSyntax(book)
    case .ledger: syntax = ClassicSyntax(book)
    }
  }

  /// What the file is, the currency, and all accounts of the chart.
  package var head: String {
    var text = syntax.title
    for account in content.chart { text += syntax.declaration(account) }
    return text
  }

  /// What the accounts hold before the first day; debits count up.
  package func opening(_ balances: [String: Int128]) -> String {
    let moved = content.chart.filter { balances[$0.code, default: 0] != 0 }
    guard !moved.isEmpty else { return "" }
    return syntax.opening(moved.map { ($0.code, balances[$0.code, default: 0]) })
  }

  package func entry(_ entry: BookEntry) -> String { syntax.entry(entry) }

  /// What every account of the chart holds at the end of the last day, as an assertion that the
  /// program checks; debits count up.
  package func closing(_ balances: [String: Int128]) -> String {
    syntax.closing(content.chart.map { ($0.code, balances[$0.code, default: 0]) })
  }
}

/// How one program has books written.
protocol LedgerSyntax {
  var title: String { get }
  func declaration(_ account: AccountEntry) -> String
  func opening(_ balances: [(code: String, amount: Int128)]) -> String
  func entry(_ entry: BookEntry) -> String
  func closing(_ balances: [(code: String, amount: Int128)]) -> String
}

/// What all three have in common: names and amounts.
struct LedgerBook {
  let content: LedgerHead
  let names: AccountNames

  init(_ content: LedgerHead) {
    self.content = content
    names = AccountNames(content.chart)
  }

  var bank: Bank { content.bank }
  var currency: Currency { content.bank.currency }

  /// Lines that say what the file is, in both languages; no line begins with a mark.
  var remarks: [String] {
    let days = content.days
    return [
      "\(Self.line(bank.name.chinese)) / \(Self.line(bank.name.english))",
      "bank \(bank.code), \(days.lowerBound) to \(days.upperBound), "
        + "facts up to \(content.lastFact)",
    ]
  }

  /// One of its units, with all its decimals: `1.00`, and `1.` without any.
  var unit: String { decimal(Int128(currency.minorUnitsPerMajor), keepsPoint: true) }

  func amount(_ minorUnits: Int128) -> String { decimal(minorUnits) + " " + currency.code }

  func decimal(_ minorUnits: Int128, keepsPoint: Bool = false) -> String {
    let text = FixedPoint.text(minorUnits, decimals: currency.decimals)
    return keepsPoint && currency.decimals == 0 ? text + "." : text
  }

  /// A name on one line.
  static func line(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}

extension BookEntry {
  /// `F12` for a fact, `R3` for a run: the entry's own mark.
  var mark: String { runNumber.map { "R\($0)" } ?? "F\(factNumber)" }
}
