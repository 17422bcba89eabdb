import ArgumentParser
import CatalogFiles
import Interchange
import Operations

/// `shanhai catalog load DIR`: takes in the files of a folder like `seeds/`.
struct CatalogLoadCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "load", abstract: say(.catalogLoadAbstract),
      discussion: say(.catalogLoadDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption
  @Argument(help: ArgumentHelp(.catalogFolderHelp)) var folder: String

  func run() async throws {
    let counts = try await FileReport.reporting {
      let files = try CatalogFolder(path: folder)
      return try await global.withDatabase { session in
        do {
          return try await LoadCatalog.run(files.content, on: session.pool)
        } catch CatalogError.loadRefused(let problems) {
          throw FileRefusal.linesRefused(problems.map { FileProblem($0) })
        }
      }
    }
    var listing = Listing([
      .init("file", say(.file)), .init("added", say(.added), .right),
      .init("unchanged", say(.unchanged), .right),
    ])
    listing.rows = counts.map { [.text($0.file), .integer($0.added), .integer($0.unchanged)] }
    try output.print(listing)
  }
}

extension FileProblem {
  init(_ problem: CatalogProblem) {
    self.init(file: problem.file, line: problem.line, reason: .rule(problem.error))
  }
}

/// Tells on standard error which lines of files are refused, before the one line of the error.
enum FileReport {
  static func reporting<R>(_ body: () async throws -> R) async throws -> R {
    do {
      return try await body()
    } catch FileRefusal.linesRefused(let problems) {
      write(problems)
      throw FileRefusal.linesRefused(problems)
    }
  }

  static func write(_ problems: [FileProblem]) {
    var listing = Listing([
      .init("file", say(.file)), .init("line", say(.line), .right), .init("code", say(.rule)),
      .init("problem", say(.problem)),
    ])
    listing.rows = problems.map { problem in
      [.text(problem.file), .integer(problem.line), .text(problem.code), .text(words(problem))]
    }
    Output.writeError(listing.text(.table))
  }

  private static func words(_ problem: FileProblem) -> String {
    switch problem.reason {
    case .field(let fault): say(Failure(fault).phrase)
    case .rule(let error): say(Failure(error).phrase)
    }
  }
}
