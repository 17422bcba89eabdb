import ArgumentParser
import Interchange
import Operations
import Quantities

/// `shanhai report cash`: the money to come, and what came of earlier forecasts.
struct CashCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "cash", abstract: say(.cashAbstract), discussion: say(.cashDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var form: ReportOptions
  @Option(help: ArgumentHelp(.monthHelp, valueName: "YYYY-MM")) var month: Month
  @OptionGroup var owner: ScopeOptions
  @Option(help: ArgumentHelp(.knownAtHelp, valueName: "fact|instant")) var knownAt: KnownAt?
  @Option(help: ArgumentHelp(.readingJobsHelp, valueName: "number")) var jobs = 2

  func run() async throws {
    try form.check()
    let request = RiskRequest(
      month: month, scope: try owner.scope(of: "report cash", knownAt: knownAt), knownAt: knownAt)
    try await global.withDatabase { session in
      let forecast = try await ForecastCash.run(request, jobs: jobs, on: session.pool)
      try form.write(CashDocument(forecast, .current).document)
    }
  }
}
