import ArgumentParser
import Interchange
import Operations
import Quantities
import Risk

/// `shanhai export positions`: the rows that a month's risk report is counted from.
struct ExportPositionsCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "positions", abstract: say(.exportPositionsAbstract),
      discussion: say(.exportPositionsDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @Option(help: ArgumentHelp(.formatHelp, valueName: "table|json|csv"))
  var format = OutputFormat.csv
  @Option(help: ArgumentHelp(.monthHelp, valueName: "YYYY-MM")) var month: Month
  @OptionGroup var owner: ScopeOptions
  @Option(help: ArgumentHelp(.knownAtHelp, valueName: "fact|instant")) var knownAt: KnownAt?
  @Option(name: .customLong("where"), help: ArgumentHelp(.drillHelp, valueName: "name=value,…"))
  var filter: String?
  @Option(help: ArgumentHelp(.outputFileHelp, valueName: "file")) var output: String?

  func run() async throws {
    let request = RiskRequest(
      month: month, scope: try owner.scope(of: "export positions", knownAt: knownAt),
      knownAt: knownAt)
    let filter = try PositionFilter(filter ?? "")
    try await global.withDatabase { session in
      try await PositionOutput(format: format, output: output)
        .write(request, where: filter, on: session.pool)
    }
  }
}
