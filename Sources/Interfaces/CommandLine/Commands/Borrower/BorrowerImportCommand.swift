import ArgumentParser
import CatalogFiles
import Interchange
import Operations

/// `shanhai borrower import FILE`: registers the borrowers of a file, with a report by line.
struct BorrowerImportCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import", abstract: say(.borrowerImportAbstract),
      discussion: say(.borrowerImportDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption
  @Argument(help: ArgumentHelp(.applicationFileHelp)) var file: String
  @Option(help: ArgumentHelp(.borrowerImportBankHelp, valueName: "code")) var bank: String?
  @Flag(help: ArgumentHelp(.goodRowsHelp)) var goodRows = false

  func run() async throws {
    let read = BorrowerFile(path: file, bank: bank)
    var problems = read.problems
    var outcomes: [BorrowerOutcome] = []
    // With lines that can't be read, the others are checked, too, so that one run tells all.
    if !read.rows.isEmpty {
      outcomes = try await global.withDatabase { session in
        try await ImportBorrowers.run(
          read.rows, mode: mode(problems), caller: session.caller, on: session.pool)
      }
    }
    for (row, outcome) in zip(read.rows, outcomes) {
      guard case .refused(let error) = outcome else { continue }
      problems.append(FileProblem(file: read.name, line: row.line, reason: .rule(error)))
    }
    let isWritten = goodRows || problems.isEmpty
    let added = isWritten ? outcomes.count { $0.isAdded } : 0
    if isWritten { try output.print(listing(outcomes, added: added)) }
    guard !problems.isEmpty else { return }
    FileReport.write(problems.sorted { $0.line < $1.line })
    throw Failure(
      .refused, code: "borrower.lines_refused",
      .linesRefused(problems.count, accepted: added, keepsGood: goodRows))
  }

  private func mode(_ problems: [FileProblem]) -> BatchRule {
    if goodRows { return .goodRows }
    return problems.isEmpty ? .allOrNone : .checkOnly
  }

  private func listing(_ outcomes: [BorrowerOutcome], added: Int) -> Listing {
    let refused = outcomes.count { $0.isRefused }
    let completed = outcomes.count { $0.isCompleted }
    var listing = Listing([
      .init("added", say(.added), .right), .init("completed", say(.villagesAdded), .right),
      .init("unchanged", say(.unchanged), .right),
    ])
    let unchanged = outcomes.count - added - completed - refused
    listing.rows = [[.integer(added), .integer(completed), .integer(unchanged)]]
    return listing
  }
}
