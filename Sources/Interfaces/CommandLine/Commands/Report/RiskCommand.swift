import ArgumentParser
import Operations
import Quantities
import Risk

/// `shanhai report risk`: a month's portfolio risk report, of a bank or of a sponsor.
struct RiskCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "risk", abstract: say(.riskAbstract), discussion: say(.riskDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var form: ReportOptions
  @Option(help: ArgumentHelp(.monthHelp, valueName: "YYYY-MM")) var month: Month
  @OptionGroup var owner: ScopeOptions
  @Option(help: ArgumentHelp(.knownAtHelp, valueName: "fact|instant")) var knownAt: KnownAt?
  @Flag(help: ArgumentHelp(.recomputeHelp)) var recompute = false
  @Option(
    name: .customLong("where"),
    help: ArgumentHelp(.portfolioPartHelp, valueName: "name=value,…"))
  var part: String?
  @Option(help: ArgumentHelp(.drillHelp, valueName: "name=value,…")) var drill: String?

  func run() async throws {
    try form.check()
    guard drill == nil || (form.section.isEmpty && !recompute && part == nil) else {
      throw Failure(.usage, code: "usage.drill_alone", .drillAlone)
    }
    var request = RiskRequest(
      month: month, scope: try owner.scope(of: "report risk", knownAt: knownAt), knownAt: knownAt,
      recounts: recompute)
    request.part = try part.map { try PortfolioPart($0) }
    let asked = request
    if let drill {
      let filter = try PositionFilter(drill)
      let output = PositionOutput(format: try form.listFormat(), output: form.output)
      return try await global.withDatabase { session in
        try await output.write(asked, where: filter, on: session.pool)
      }
    }
    try await global.withDatabase { session in
      let report = try await ReportRisk.run(asked, on: session.pool)
      try form.write(RiskDocument(report, .current).document)
    }
  }
}
