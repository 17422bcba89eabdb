import ArgumentParser
import Banks
import Interchange
import Operations
import Quantities
import Repositories

/// `shanhai report ledger`: what moved an account, or what a loan moved, line by line.
struct LedgerCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "ledger", abstract: say(.ledgerAbstract), discussion: say(.ledgerDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var place: BankOption
  @Option(help: ArgumentHelp(.ledgerAccountHelp, valueName: "code")) var account: String?
  @Option(help: ArgumentHelp(.ledgerLoanHelp, valueName: "number")) var loan: String?
  @Flag(help: ArgumentHelp(.ledgerByLoanHelp)) var byLoan = false
  @OptionGroup var period: PeriodOptions
  @OptionGroup var knowledge: KnowledgeOptions

  private enum Subject: Sendable {
    case account(String)
    case loans(of: String)
    case loan(String, account: String?)
  }

  func run() async throws {
    let request = try period.request(knowledge)
    let subject = try subject
    let format = output.format
    try await global.inBank(place) { session, bank in
      try await ReadBooks.run(request, bank: bank.code, on: session.pool) { books in
        let printer = LedgerPrinter(books, format)
        switch subject {
        case .account(let code): try printer.lines(of: code)
        case .loans(let code): try printer.loans(of: code)
        case .loan(let number, let account): try printer.loan(number, account: account)
        }
      }
    }
  }

  private var subject: Subject {
    get throws(Failure) {
      switch (account, loan, byLoan) {
      case (let account?, nil, false): return .account(account)
      case (let account?, nil, true): return .loans(of: account)
      case (let account, let loan?, false): return .loan(loan, account: account)
      default: throw Failure(.usage, code: "usage.account_or_loan", .accountOrLoan)
      }
    }
  }
}

/// Prints ledgers while they are read.
private struct LedgerPrinter {
  private let books: OpenBooks
  private let format: OutputFormat
  private var currency: Currency { books.bank.currency }

  init(_ books: OpenBooks, _ format: OutputFormat) {
    self.books = books
    self.format = format
  }

  /// The general ledger: each line of an account.
  func lines(of code: String) throws {
    let ledger = try books.ledger(of: code)
    var stream = try stream(LedgerColumns.lines, of: ledger.account, opening: ledger.opening)
    if format == .table { try stream.add(opening(ledger.account, ledger.opening)) }
    let totals = try ledger.each { line in try stream.add(row(line)) }
    try stream.finish(totals: self.totals(totals))
  }

  /// The sub-ledger: what an account holds of each loan.
  func loans(of code: String) throws {
    let ledger = try books.ledger(of: code)
    let account = ledger.account
    var stream = try stream(LedgerColumns.loans, of: account, opening: ledger.opening)
    var sums: [Int128] = [0, 0, 0, 0]
    var count = 0
    try ledger.eachLoan { loan in
      let amounts = [
        account.grown(loan.opening), loan.debit, loan.credit, account.grown(loan.closing),
      ]
      for index in sums.indices { sums[index] += amounts[index] }
      count += 1
      try stream.add([.text(loan.loanNumber)] + amounts.map { .sum($0, currency) })
    }
    try stream.finish(
      totals: [.word("total", shown: say(.linesCount(count)))] + sums.map { .sum($0, currency) })
  }

  /// The sub-ledger of one loan: account by account.
  func loan(_ number: String, account code: String?) throws {
    let ledgers = try books.ledger(ofLoan: number, account: code)
    let head: [JSONValue.Member] = [
      .init("bank", .string(books.bank.code)), .init("loan_number", .string(number)),
    ]
    if format == .table {
      try Output.write(
        title(
          BooksWords.loanLedger(
            number, Phrase(books.bank.name), books.days, currency: currency.code)))
    }
    var stream = ListingStream(LedgerColumns.lines, format, head: head + period) {
      try Output.write($0)
    }
    for ledger in ledgers {
      if format == .table, ledger.totals.opening != 0 {
        try stream.add(opening(ledger.account, ledger.totals.opening))
      }
      for line in ledger.lines { try stream.add(row(line)) }
    }
    var members: [JSONValue] = []
    for ledger in ledgers {
      members.append([
        "account": .string(ledger.account.code),
        "opening": .string(plain(ledger.totals.opening)),
        "closing": .string(plain(ledger.totals.closing)),
      ])
    }
    try stream.finish(tail: [.init("accounts", .array(members))])
  }

  // MARK: Parts

  private func stream(
    _ columns: [Listing.Column], of account: AccountEntry, opening: Int128
  ) throws -> ListingStream {
    if format == .table {
      let name = Phrase(
        zh: "\(account.code) \(account.name.chinese)",
        en: "\(account.code) \(account.name.english)")
      try Output.write(
        title(
          BooksWords.ledger(
            name, Phrase(books.bank.name), books.days, currency: currency.code)))
    }
    let head: [JSONValue.Member] = [
      .init("bank", .string(books.bank.code)), .init("account", .string(account.code)),
      .init("name_zh", .string(account.name.chinese)),
      .init("name_en", .string(account.name.english)),
      .init("side", .string(account.side.rawValue)),
    ]
    return ListingStream(
      columns, format, head: head + period + [.init("opening", .string(plain(opening)))]
    ) { try Output.write($0) }
  }

  private func title(_ phrase: Phrase) -> String { Table.printable(say(phrase)) + "\n\n" }

  private var period: [JSONValue.Member] { books.head }

  private func row(_ line: LedgerLine) -> [Listing.Cell] {
    let posting = line.posting
    let amount = Listing.Cell.money(posting.amount, currency)
    return [
      .day(posting.bookedOn), .text(line.account.code), .integer(Int(posting.factNumber)),
      posting.runNumber.map { .integer(Int($0)) } ?? .none,
      posting.loanNumber.map { .text($0) } ?? .none,
      .word(posting.kind, shown: say(.posted(as: posting.kind))),
      .word(posting.payer, shown: say(.paying(posting.payer))), .text(line.counterAccount),
      line.isDebit ? amount : .none, line.isDebit ? .none : amount, .sum(line.balance, currency),
    ]
  }

  private func opening(_ account: AccountEntry, _ balance: Int128) -> [Listing.Cell] {
    [.day(books.days.lowerBound), .text(account.code), .none, .none, .none]
      + [.text(say(BooksWords.opening)), .none, .none, .none, .none, .sum(balance, currency)]
  }

  private func totals(_ totals: LedgerTotals) -> [Listing.Cell] {
    [.word("total", shown: say(.linesCount(totals.lineCount)))]
      + [Listing.Cell](repeating: .none, count: 7)
      + [
        .sum(totals.debit, currency), .sum(totals.credit, currency), .sum(totals.closing, currency),
      ]
  }

  private func plain(_ amount: Int128) -> String {
    FixedPoint.text(amount, decimals: currency.decimals)
  }
}

/// The columns of ledgers.
private enum LedgerColumns {
  static var lines: [Listing.Column] {
    [
      .init("booked_on", say(.bookedOn)), .init("account", say(.account)),
      .init("fact", say(.fact), .right), .init("run", say(.run), .right),
      .init("loan_number", say(.loanNumber)), .init("kind", say(.kind)),
      .init("payer", say(.payer)), .init("counter_account", say(BooksWords.counterAccount)),
      .init("debit", say(.debit), .right), .init("credit", say(.creditSide), .right),
      .init("balance", say(BooksWords.balance), .right),
    ]
  }

  static var loans: [Listing.Column] {
    [
      .init("loan_number", say(.loanNumber)), .init("opening", say(BooksWords.opening), .right),
      .init("debit", say(.debit), .right), .init("credit", say(.creditSide), .right),
      .init("closing", say(BooksWords.closing), .right),
    ]
  }
}

extension OpenBooks {
  /// What is seen, for programs.
  var head: [JSONValue.Member] {
    [
      .init("from", .string("\(days.lowerBound)")), .init("until", .string("\(days.upperBound)")),
      .init("last_fact", .integer(lastFact)),
    ]
  }
}
