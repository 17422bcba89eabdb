import ArgumentParser
import Banks
import Ledgers
import Operations
import Quantities
import Repositories

/// `shanhai export books`: the books as plain-text accounting.
struct ExportBooksCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "books", abstract: say(.exportBooksAbstract),
      discussion: say(.exportBooksDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var place: BankOption
  @Option(help: ArgumentHelp(.ledgerFormatHelp, valueName: "hledger|beancount|ledger"))
  var format: LedgerFormat
  @OptionGroup var period: PeriodOptions
  @OptionGroup var knowledge: KnowledgeOptions
  @Option(help: ArgumentHelp(.outputFileHelp, valueName: "file")) var output: String?

  func run() async throws {
    let request = try period.request(knowledge)
    let (format, output) = (format, output)
    try await global.inBank(place) { session, bank in
      try await ReadBooks.run(request, bank: bank.code, on: session.pool) { books in
        guard let output else { return try write(books, format) { try Output.write($0) } }
        let file = try OutputFile(output)
        try write(books, format) { try file.write($0) }
        try file.keep()
      }
    }
  }
}

extension LedgerFormat: ExpressibleByArgument {}

/// Writes the books while they are read: entries by what each fact and run booked, balances by
/// sums that the database takes by itself, so that the one is held to the other.
private func write(
  _ books: OpenBooks, _ format: LedgerFormat, _ write: (String) throws -> Void
) throws {
  let writer = LedgerWriter(
    format,
    LedgerHead(
      bank: books.bank, chart: books.chart.accounts, days: books.days, lastFact: books.lastFact))
  let balance = try books.trialBalance()
  var openings: [String: Int128] = [:]
  var closings: [String: Int128] = [:]
  for line in balance.lines(off: false) + balance.lines(off: true) {
    openings[line.account.code] = line.opening
    closings[line.account.code] = line.closing
  }
  var text = writer.head + writer.opening(openings)
  try books.eachEntry { entry in
    text += writer.entry(entry)
    if text.utf8.count >= 65_536 {
      try write(text)
      text = ""
    }
  }
  try write(text + writer.closing(closings))
}
