import Banks
import Quantities
import Repositories

/// A journal of hledger: tags stand behind the line they belong to.
///
/// Source: hledger manual, "Journal format".
struct HledgerSyntax: LedgerSyntax {
  private let book: LedgerBook

  init(_ book: LedgerBook) { self.book = book }

  var title: String {
    book.remarks.map { "; \($0)\n" }.joined() + """

      decimal-mark .
      commodity \(book.unit) \(book.currency.code)


      """
  }

  func declaration(_ account: AccountEntry) -> String {
    let kind: String
    switch book.names.kind(account.code) {
    case .assets: kind = "A"
    case .liabilities: kind = "L"
    case .equity: kind = "E"
    case .income: kind = "R"
    case .expenses: kind = "X"
    }
    let name = LedgerBook.line(account.name.chinese)
    return "account \(book.names[account.code])  ; type:\(kind), zh:\(name)\n"
  }

  func opening(_ balances: [(code: String, amount: Int128)]) -> String {
    var text = "\n\(book.content.days.lowerBound) * opening balances  ; bank:\(book.bank.code)\n"
    for (code, amount) in balances { text += leg(code, amount) + "\n" }
    return text
  }

  func entry(_ entry: BookEntry) -> String {
    var text = "\n\(entry.bookedOn) * (\(entry.mark)) \(entry.factKind)  ; bank:\(book.bank.code)"
    text += ", fact:\(entry.factNumber)"
    if let run = entry.runNumber { text += ", run:\(run)" }
    let loan = entry.loanNumber
    if let loan { text += ", loan:\(loan)" }
    text += ", effective:\(entry.valueOn)\n"
    for part in entry.movements {
      text += leg(part.debit, part.amount) + "  ; kind:\(part.kind), payer:\(part.payer)"
      if loan == nil, let number = part.loanNumber { text += ", loan:\(number)" }
      if entry.runNumber != nil { text += ", postings:\(part.postingCount)" }
      text += "\n" + leg(part.credit, -part.amount) + "\n"
    }
    return text
  }

  func closing(_ balances: [(code: String, amount: Int128)]) -> String {
    var text = "\n\(book.content.days.upperBound) * closing balances  ; bank:\(book.bank.code)\n"
    for (code, amount) in balances { text += leg(code, 0) + " == \(book.amount(amount))\n" }
    return text
  }

  private func leg(_ code: String, _ amount: Int128) -> String {
    "    \(book.names[code])  \(book.amount(amount))"
  }
}
