import ArgumentParser
import Banks
import Foundation
import Interchange
import Operations
import Quantities

/// In what shape a statement comes out.
enum StatementFormat: String, ExpressibleByArgument, CaseIterable {
  case table, csv, json
  /// A page for printing.
  case html
}

/// `shanhai loan statement`: a statement of account.
struct LoanStatementCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "statement", abstract: say(.statementAbstract),
      discussion: say(.statementDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var place: BankOption
  @Argument(help: ArgumentHelp(.numberHelp)) var number: String
  @Option(help: ArgumentHelp(.statementFromHelp, valueName: "YYYY-MM-DD")) var from: Day?
  @Option(help: ArgumentHelp(.statementUntilHelp, valueName: "YYYY-MM-DD")) var until: Day?
  @Option(help: ArgumentHelp(.statementFormatHelp, valueName: "table|csv|json|html"))
  var format = StatementFormat.table
  @Option(help: ArgumentHelp(.outputFileHelp, valueName: "file")) var output: String?
  @Flag(help: ArgumentHelp(.revealHelp)) var reveal = false

  func run() async throws {
    try await global.inBank(place) { session, bank in
      let statement = try await DrawStatement.run(
        number, from: from, until: until, bank: bank.code, on: session.pool)
      try write(text(statement))
    }
  }

  private func text(_ statement: LoanStatement) -> String {
    let sections = StatementSections(statement, reveal: reveal)
    switch format {
    case .table: return sections.table
    case .csv: return sections.rows.text(.csv)
    case .json: return sections.json.pretty + "\n"
    case .html:
      // A borrower of a village bank is handed Chinese, whatever the clerk's terminal speaks.
      return StatementPage(statement, reveal: reveal, language: global.language.language ?? .zh)
        .text
    }
  }

  private func write(_ text: String) throws(OutputError) {
    guard let output else {
      try Output.write(text)
      return
    }
    do {
      try Data(text.utf8).write(to: URL(filePath: output), options: .atomic)
    } catch {
      throw .cannotWriteFile(path: output, reason: error.localizedDescription)
    }
  }
}
