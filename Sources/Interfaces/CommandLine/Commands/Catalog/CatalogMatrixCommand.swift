import ArgumentParser
import Classification
import Interchange
import LoanProducts
import Postgres
import Quantities
import Repositories

/// `shanhai catalog matrix`: from how many days on loans of small enterprises are in a class.
struct CatalogMatrixCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "matrix", abstract: say(.catalogMatrixAbstract),
      discussion: say(.catalogMatrixDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption

  func run() async throws {
    let entries = try await global.withDatabase { session in
      try await session.pool.run { try CatalogRepository($0).matrixRows() }
    }
    let classes = RiskClass.allCases.dropFirst()
    var listing = Listing(
      [.init("security", say(.loanSecurity)), .init("valid_from", say(.validFrom))]
        + zip(MatrixEntry.dayColumns, classes).map {
          .init($0, say(.classFrom($1)), .right)
        } + [.init("source", say(.source))])
    listing.rows = entries.map { entry in
      [.text(entry.row.security.rawValue), .day(entry.row.validFrom)]
        + entry.row.steps.days.map { $0.map { .integer($0) } ?? .none } + [.text(entry.source)]
    }
    try output.print(listing)
  }
}
