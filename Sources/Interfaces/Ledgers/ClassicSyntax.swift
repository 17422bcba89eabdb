import Banks
import Quantities
import Repositories

/// A journal of ledger, the oldest of the three.
///
/// Tags stand on lines of their own and are declared, for `--pedantic`. None may be called `value`:
/// ledger would value the amounts by it.
/// Source: Ledger manual, "Keeping a Journal".
struct ClassicSyntax: LedgerSyntax {
  private static let tags = [
    "bank", "fact", "run", "loan", "effective", "kind", "payer", "postings",
  ]

  private let book: LedgerBook

  init(_ book: LedgerBook) { self.book = book }

  var title: String {
    book.remarks.map { "; \($0)\n" }.joined() + """

      commodity \(book.currency.code)
          format \(book.unit) \(book.currency.code)

      \(Self.tags.map { "tag \($0)\n" }.joined())

      """
  }

  func declaration(_ account: AccountEntry) -> String {
    """
    account \(book.names[account.code])
        note \(LedgerBook.line(account.name.chinese))

    """
  }

  func opening(_ balances: [(code: String, amount: Int128)]) -> String {
    var text = "\n\(book.content.days.lowerBound) * opening balances\n"
    text += "    ; bank: \(book.bank.code)\n"
    for (code, amount) in balances { text += leg(code, amount) + "\n" }
    return text
  }

  func entry(_ entry: BookEntry) -> String {
    var text = "\n\(entry.bookedOn) * (\(entry.mark)) \(entry.factKind)\n"
    text += "    ; bank: \(book.bank.code)\n    ; fact: \(entry.factNumber)\n"
    if let run = entry.runNumber { text += "    ; run: \(run)\n" }
    let loan = entry.loanNumber
    if let loan { text += "    ; loan: \(loan)\n" }
    text += "    ; effective: \(entry.valueOn)\n"
    for part in entry.movements {
      text += leg(part.debit, part.amount) + "\n"
      text += "    ; kind: \(part.kind)\n    ; payer: \(part.payer)\n"
      if loan == nil, let number = part.loanNumber { text += "    ; loan: \(number)\n" }
      if entry.runNumber != nil { text += "    ; postings: \(part.postingCount)\n" }
      text += leg(part.credit, -part.amount) + "\n"
    }
    return text
  }

  func closing(_ balances: [(code: String, amount: Int128)]) -> String {
    var text = "\n\(book.content.days.upperBound) * closing balances\n"
    text += "    ; bank: \(book.bank.code)\n"
    for (code, amount) in balances { text += leg(code, 0) + " = \(book.amount(amount))\n" }
    return text
  }

  private func leg(_ code: String, _ amount: Int128) -> String {
    "    \(book.names[code])  \(book.amount(amount))"
  }
}
