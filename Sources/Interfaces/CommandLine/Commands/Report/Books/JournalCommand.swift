import ArgumentParser
import Banks
import Interchange
import Operations
import Quantities
import Repositories

/// `shanhai report journal`: all that was booked on a day.
struct JournalCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "journal", abstract: say(.journalAbstract), discussion: say(.journalDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var place: BankOption
  @Option(help: ArgumentHelp(.journalOnHelp, valueName: "YYYY-MM-DD")) var on: Day
  @OptionGroup var knowledge: KnowledgeOptions

  func run() async throws {
    let request = BooksRequest(
      from: on, until: on, asOf: knowledge.asOf, knownAt: knowledge.knownAt)
    let format = output.format
    try await global.inBank(place) { session, bank in
      try await ReadBooks.run(request, bank: bank.code, on: session.pool) { books in
        try print(books, format)
      }
    }
  }
}

private func print(_ books: OpenBooks, _ format: OutputFormat) throws {
  let currency = books.bank.currency
  if format == .table {
    let title = BooksWords.journal(
      Phrase(books.bank.name), books.days.lowerBound, currency: currency.code)
    try Output.write(Table.printable(say(title)) + "\n\n")
  }
  let head: [JSONValue.Member] = [.init("bank", .string(books.bank.code))]
  var stream = ListingStream(columns, format, head: head + books.head) { try Output.write($0) }
  let totals = try books.eachPosting { posting in
    let isOff = books.chart.isOff(posting.debit)
    try stream.add([
      .integer(Int(posting.factNumber)), posting.runNumber.map { .integer(Int($0)) } ?? .none,
      .word(posting.factKind, shown: say(.told(by: posting.factKind))),
      posting.loanNumber.map { .text($0) } ?? .none,
      .word(posting.kind, shown: say(.posted(as: posting.kind))),
      .word(posting.payer, shown: say(.paying(posting.payer))), .day(posting.valueOn),
      .text(posting.debit), .text(posting.credit), .money(posting.amount, currency),
      .flag(isOff, shown: isOff ? say(.yesNo(true)) : ""),
    ])
  }
  try stream.finish(
    totals: [.none, .none]
      + [.word("total", shown: say(.linesCount(totals.onBalance.postingCount)))]
      + [Listing.Cell](repeating: .none, count: 6)
      + [.sum(totals.onBalance.amount, currency), .none],
    tail: [
      .init("postings", .integer(Int64(totals.onBalance.postingCount))),
      .init("off_balance_postings", .integer(Int64(totals.offBalance.postingCount))),
      .init(
        "off_balance_amount",
        .string(FixedPoint.text(totals.offBalance.amount, decimals: currency.decimals))),
    ])
  if format == .table, totals.offBalance.postingCount > 0 {
    let amount = FixedPoint.text(
      totals.offBalance.amount, decimals: currency.decimals, grouped: true)
    let note = BooksWords.offBalanceNote(totals.offBalance.postingCount, amount)
    try Output.write("\n* " + say(note) + "\n")
  }
}

private var columns: [Listing.Column] {
  [
    .init("fact", say(.fact), .right), .init("run", say(.run), .right),
    .init("fact_kind", say(BooksWords.factKind)), .init("loan_number", say(.loanNumber)),
    .init("kind", say(.kind)), .init("payer", say(.payer)), .init("value_on", say(.valueOn)),
    .init("debit", say(.debit)), .init("credit", say(.creditSide)),
    .init("amount", say(.amount), .right), .init("off_balance", say(BooksWords.offBalance)),
  ]
}
