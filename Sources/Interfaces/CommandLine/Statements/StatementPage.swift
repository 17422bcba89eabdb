import Banks
import Interchange
import LoanProducts
package import Operations
import Quantities
import Repositories
import Scheduling
import Servicing

/// A statement as a page of A4 for printing, in one language: it needs nothing beside itself.
package struct StatementPage {
  private let statement: LoanStatement
  private let reveal: Bool
  private let language: Language
  private let words: StatementWords
  private var currency: Currency { statement.file.bank.currency }

  /// - Parameters:
  ///   - statement: what is shown.
  ///   - reveal: whether name and identity number stand there in full.
  ///   - language: of the page.
  package init(_ statement: LoanStatement, reveal: Bool, language: Language) {
    self.statement = statement
    self.reveal = reveal
    self.language = language
    words = StatementWords(statement.file.bank.currency)
  }

  package var text: String {
    let title = Phrase(zh: "贷款对账单", en: "Loan statement")
    return HTML.page(
      title: "\(title(language)) \(statement.file.loan.number)",
      language: language == .zh ? "zh-CN" : "en", style: StatementStyle.sheet,
      body: [
        .element("header", [bankName, .element("h1", title(language))]),
        facts, movements, .element("div", class: "parts", [closing, coming]), amountInWords, notes,
        signatures,
      ])
  }

  private func say(_ zh: String, _ en: String) -> String { Phrase(zh: zh, en: en)(language) }

  private func money(_ amount: Money) -> String { currency.grouped(amount) }

  /// Nothing is left blank.
  private func shown(_ amount: Money?) -> String {
    guard let amount, !amount.isZero else { return "" }
    return money(amount)
  }

  // MARK: Head

  private var bankName: HTML {
    let branch = statement.file.branch.map { Phrase($0.name)(language) }
    let bank = Phrase(statement.file.bank.name)(language)
    let separator = language == .zh ? "　" : ", "
    let place = [bank, branch].compactMap { $0 }.joined(separator: separator)
    return .element("p", class: "bank", place)
  }

  private var facts: HTML {
    let file = statement.file
    let borrower = file.borrower.borrower
    let claim = statement.account.claim
    let days = statement.account.days
    let rate = claim.contract.rates.rate(on: file.asOf).percent
    let pairs: [(Phrase, String)] = [
      (.borrower, reveal ? borrower.name : borrower.maskedName),
      (.identity, reveal ? borrower.identity.number : borrower.identity.masked),
      (.loanNumber, file.loan.number),
      (.productLine, Phrase.listed(file.loan.line)(language)),
      (.principal, "\(money(file.loan.terms.principal)) \(currency.code)"),
      (.ratePercent, rate),
      (.startsOn, "\(claim.startsOn)"),
      (.maturesOn, "\(claim.terms.maturesOn)"),
      (.accountPeriod, "\(days.lowerBound) – \(days.upperBound)"),
      (.status, Phrase.listed(file.state.status)(language)),
    ]
    return .element(
      "dl",
      pairs.map { name, value in
        .element("div", [.element("dt", name(language)), .element("dd", value)])
      })
  }

  // MARK: Tables

  private func row(_ cells: [(String, isAmount: Bool)], _ name: String = "td") -> HTML {
    .element("tr", cells.map { .element(name, class: $0.isAmount ? "amount" : "", $0.0) })
  }

  private var movements: HTML {
    let account = statement.account
    let head = [
      (Phrase.day(language), false), (Phrase.about(language), false),
      (Phrase.charged(language), true), (Phrase.settled(language), true),
      (Phrase.owedBalance(language), true),
    ]
    func edge(_ day: Day, _ phrase: Phrase, _ balance: Money) -> HTML {
      row([
        ("\(day)", false), (phrase(language), false), ("", true), ("", true),
        (money(balance), true),
      ])
    }
    var rows = [edge(account.days.lowerBound, .openingBalance, account.opening.balance)]
    var charged = Money.zero
    var received = Money.zero
    for line in statement.lines {
      charged += line.movement?.charged.sum ?? .zero
      received += line.received ?? .zero
      rows.append(
        row([
          ("\(line.on)", false), (words.phrase(line)(language), false),
          (shown(line.movement?.charged.sum), true), (shown(line.received), true),
          (money(line.balance), true),
        ]))
    }
    let foot = row([
      ("\(account.days.upperBound)", false), (Phrase.totals(language), false),
      (money(charged), true), (money(received), true), (money(account.closing.balance), true),
    ])
    return .element(
      "table", class: "movements",
      [
        .element("thead", [row(head, "th")]), .element("tbody", rows), .element("tfoot", [foot]),
      ])
  }

  private func table(_ caption: String, _ rows: [HTML]) -> HTML {
    .element("table", [.element("caption", caption), .element("tbody", rows)])
  }

  private var closing: HTML {
    table(
      Phrase.sectionOwed(statement.file.asOf)(language),
      statement.closingParts.filter { !$0.amount.isZero || $0.key == "balance" }.map {
        row([($0.name(language), false), (money($0.amount), true)])
      })
  }

  private var coming: HTML {
    let overdue = statement.account.claim.dues.map { due in
      row([
        ("\(due.dueOn)", false), (say("到期未还", "due and unpaid"), false),
        (money(due.principal + due.interest), true),
      ])
    }
    let next = statement.next.map { due in
      let parts = say(
        "本金 \(money(due.principal))，利息 \(money(due.interest - due.subsidised))",
        "principal \(money(due.principal)), interest \(money(due.interest - due.subsidised))")
      return row([("\(due.dueOn)", false), (parts, false), (money(due.borrowerTotal), true)])
    }
    let none = row([(say("没有了", "nothing more"), false)])
    let rows = overdue + next
    return table(Phrase.sectionNext(language), rows.isEmpty ? [none] : rows)
  }

  // MARK: Foot

  /// The closing balance in figures and, of yuan, in capital numerals.
  private var amountInWords: HTML {
    let balance = statement.account.closing.balance
    var text = "\(Phrase.closingBalance(language)) \(money(balance)) \(currency.code)"
    if currency == .yuan {
      let capitals = CapitalAmount.text(balance)
      text += language == .zh ? "　大写：\(capitals)" : " (\(capitals))"
    }
    return .element("p", class: "words", text)
  }

  private var notes: HTML {
    .element(
      "p", class: "notes",
      say(
        """
        余额为欠款减去预收；未到期的应计利息到结息日计入。今后的应还款按现行条款和最近公布的利率暂列。\
        如有疑问，请在收到后及时与本行核对。
        """,
        """
        The balance is what is owed, less what is held; running interest is owed when it is \
        billed. What is to come is provisional, by the terms and rates in force. Please tell the \
        bank if anything differs from your own records.
        """))
  }

  private var signatures: HTML {
    let places = [
      say("经办：", "Prepared by:"), say("复核：", "Checked by:"),
      say("借款人确认：", "Borrower:"), say("银行（盖章）：", "Bank (seal):"),
      say("日期：", "Date:"),
    ]
    return .element("footer", places.map { .element("span", $0) })
  }
}

/// How the page looks: A4, the head of the table on each sheet, no row parted between two.
enum StatementStyle {
  static let sheet = """
    @page { size: A4; margin: 15mm 14mm; }
    body { font: 10pt/1.3 "Noto Serif CJK SC", "Source Han Serif SC", SimSun, serif;
      color: #000; max-width: 182mm; margin: 0 auto; }
    header { text-align: center; }
    .bank { margin: 0; font-size: 12pt; }
    h1 { margin: 1mm 0 3mm; font-size: 16pt; letter-spacing: 0.2em; }
    dl { display: grid; grid-template-columns: 1fr 1fr; gap: 0.4mm 8mm; margin: 0 0 3mm; }
    dl div { display: flex; gap: 3mm; }
    dt { color: #444; flex: none; width: 24mm; }
    dd { margin: 0; overflow-wrap: anywhere; }
    table { border-collapse: collapse; width: 100%; margin: 0 0 3mm; }
    caption { text-align: left; font-weight: bold; padding: 0 0 1mm; }
    th, td { border: 0.2mm solid #666; padding: 0.5mm 1.5mm; vertical-align: top;
      text-align: left; overflow-wrap: anywhere; }
    th { background: #eee; }
    .amount { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
    .movements td:first-child { white-space: nowrap; }
    thead { display: table-header-group; }
    tfoot { display: table-row-group; font-weight: bold; }
    tr { break-inside: avoid; }
    .parts { display: grid; grid-template-columns: 1fr 1fr; gap: 6mm; break-inside: avoid; }
    .words { font-weight: bold; border: 0.3mm solid #000; padding: 1.5mm 2mm; }
    .notes { color: #444; font-size: 9pt; }
    footer { display: grid; grid-template-columns: repeat(5, 1fr); gap: 3mm;
      margin-top: 6mm; padding-bottom: 12mm; break-inside: avoid; }
    """
}
