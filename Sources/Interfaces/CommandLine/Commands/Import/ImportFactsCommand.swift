import ArgumentParser
import Interchange
import Operations

/// `shanhai import facts FILE`: an empty database is rebuilt from an export.
struct ImportFactsCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "facts", abstract: say(.importFactsAbstract),
      discussion: say(.importFactsDiscussion))
  }

  @Argument(help: ArgumentHelp(.factsFileHelp, valueName: "file")) var file: String
  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption

  func run() async throws {
    let file = file
    let books = try await global.withOwnersDatabase { pool in
      let progress = ProgressReporter(.loansRebuilt, total: nil)
      let books = try await ImportFacts.run(
        {
          let reader = LineReader(try ByteSource(path: file))
          return { try reader.next() }
        }, on: pool
      ) { progress.advance(by: $0) }
      progress.finish()
      return books
    }
    var listing = Listing([
      .init("lines", say(.rebuiltLines), .right), .init("banks", say(.generatedBanks), .right),
      .init("loans", say(.loans), .right), .init("transfers", say(.transfers), .right),
      .init("positions", say(.verifiedPositions), .right),
      .init("closed_months", say(.verifiedCloses), .right),
    ])
    listing.rows = [
      [
        .integer(books.lines), .integer(books.banks), .integer(books.loans),
        .integer(books.transfers), .integer(books.positions), .integer(books.closes),
      ]
    ]
    try output.print(listing)
  }
}
