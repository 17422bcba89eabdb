import Banks
import Quantities
import Repositories

/// A file of beancount: metadata stands on lines of its own.
///
/// Its assertions hold at the beginning of a day, cover an account with its parts, and let twice
/// the last decimal pass unless they say `~ 0.00`.
/// Source: Beancount documentation, "Language Syntax" and "Precision & Tolerances".
struct BeancountSyntax: LedgerSyntax {
  private let book: LedgerBook

  init(_ book: LedgerBook) { self.book = book }

  var title: String {
    book.remarks.map { "; \($0)\n" }.joined() + """

      option "title" \(Self.quoted(book.bank.name.english))
      option "operating_currency" "\(book.currency.code)"
      \(first) commodity \(book.currency.code)


      """
  }

  private var first: Day { book.content.days.lowerBound }

  func declaration(_ account: AccountEntry) -> String {
    """
    \(first) open \(book.names[account.code]) \(book.currency.code)
      zh: \(Self.quoted(account.name.chinese))

    """
  }

  func opening(_ balances: [(code: String, amount: Int128)]) -> String {
    var text = "\n\(first) * \"opening balances\"\n  bank: \"\(book.bank.code)\"\n"
    for (code, amount) in balances { text += leg(code, amount) }
    return text
  }

  func entry(_ entry: BookEntry) -> String {
    var text = "\n\(entry.bookedOn) * \"\(entry.mark)\" \"\(entry.factKind)\"\n"
    text += "  bank: \"\(book.bank.code)\"\n  fact: \(entry.factNumber)\n"
    if let run = entry.runNumber { text += "  run: \(run)\n" }
    let loan = entry.loanNumber
    if let loan { text += "  loan: \"\(loan)\"\n" }
    text += "  effective: \(entry.valueOn)\n"
    for part in entry.movements {
      text += leg(part.debit, part.amount)
      text += "    kind: \"\(part.kind)\"\n    payer: \"\(part.payer)\"\n"
      if loan == nil, let number = part.loanNumber { text += "    loan: \"\(number)\"\n" }
      if entry.runNumber != nil { text += "    postings: \(part.postingCount)\n" }
      text += leg(part.credit, -part.amount)
    }
    return text
  }

  func closing(_ balances: [(code: String, amount: Int128)]) -> String {
    let day = book.content.days.upperBound + 1
    let own = Dictionary(balances.map { ($0.code, $0.amount) }, uniquingKeysWith: { one, _ in one })
    var text = "\n"
    for (code, _) in balances {
      let name = book.names[code]
      // The sum of the account and of all whose names begin with its own.
      var sum: Int128 = 0
      for (part, amount) in own {
        let other = book.names[part]
        if other == name || other.hasPrefix(name + ":") { sum += amount }
      }
      text += "\(day) balance \(name)  \(book.decimal(sum)) ~ \(book.decimal(0))"
      text += " \(book.currency.code)\n"
    }
    return text
  }

  private func leg(_ code: String, _ amount: Int128) -> String {
    "  \(book.names[code])  \(book.amount(amount))\n"
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for character in LedgerBook.line(text) {
      if character == "\"" || character == "\\" { quoted.append("\\") }
      quoted.append(character)
    }
    return quoted + "\""
  }
}
