import ArgumentParser
import Banks
import Interchange
import Operations

/// `shanhai import`: what other programs kept is taken over.
struct ImportCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import", abstract: say(.importAbstract),
      subcommands: [ImportLoansCommand.self, ImportFactsCommand.self])
  }
}

/// `shanhai import loans FILE.csv`: an existing book is taken over at a cutover day.
struct ImportLoansCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "loans", abstract: say(.importLoansAbstract),
      discussion: say(.importLoansFormat))
  }

  @Argument(help: ArgumentHelp(.bookFileHelp, valueName: "file.csv"))
  var file: String

  @Option(help: ArgumentHelp(.bookBankHelp, valueName: "bank"))
  var bank: String?

  @Flag(help: ArgumentHelp(.bookGoodRowsHelp))
  var goodRows = false

  @Flag(help: ArgumentHelp(.bookCheckHelp))
  var check = false

  @Flag(help: ArgumentHelp(.bookEachHelp))
  var each = false

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption

  /// The most lines of one file: all of them are held until the last is checked.
  static let lineCountMax = 1_000_000

  func run() async throws {
    let (rows, problems) = try read()
    try await global.withDatabase { session in
      if let bank { _ = try await session.bank(bank) }
      let banks = try await session.banks(nil)
      let book = LoanBook(rows, problems: problems, banks: banks, defaultBank: bank)
      let isWhole = book.parts.count <= 1 && book.problems.isEmpty
      if check || (!goodRows && !isWhole) {
        let report = try await take(book, .checkOnly, session)
        if check || !report.problems.isEmpty { return try finish(report, book, wrote: false) }
      }
      let report = try await take(book, goodRows ? .goodRows : .allOrNone, session)
      try finish(report, book, wrote: goodRows || report.problems.isEmpty)
    }
  }

  private func read() throws -> (rows: [CSVRow], problems: LineProblems) {
    var rules = CSVRules()
    rules.rowCountMax = Self.lineCountMax
    let reader = try CSVReader(ByteSource(path: file), columns: LoanBook.columns, rules: rules)
    var problems = LineProblems()
    var rows: [CSVRow] = []
    while let row = try reader.next(noting: &problems) { rows.append(row) }
    return (rows, problems)
  }

  private func take(
    _ book: LoanBook, _ mode: BatchRule, _ session: Session
  ) async throws -> ImportReport {
    var report = ImportReport(book.problems)
    for part in book.parts {
      report.add(
        try await ImportLoans.run(
          part.loans, mode: mode, bank: part.bank.code, caller: session.caller, on: session.pool),
        of: part)
    }
    return report
  }

  /// Prints what was written or, if nothing was because lines are refused, these lines.
  private func finish(_ report: ImportReport, _ book: LoanBook, wrote: Bool) throws {
    let refusedCount = report.problems.count
    if wrote {
      try output.print(each ? report.each : report.summary)
      if refusedCount > 0 { Output.writeError(report.refusals.text(.table)) }
    } else {
      try output.print(refusedCount > 0 ? report.refusals : each ? report.each : report.summary)
    }
    guard refusedCount == 0 else {
      throw ImportError.linesRefused(refusedCount, of: book.lineCount, othersWritten: wrote)
    }
  }
}
