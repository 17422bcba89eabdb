import ArgumentParser
import Interchange
import Operations
import Quantities

/// `shanhai report stress`: what the catalog's scenarios would do to a portfolio.
struct StressCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "stress", abstract: say(.stressAbstract), discussion: say(.stressDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var form: ReportOptions
  @Option(help: ArgumentHelp(.monthHelp, valueName: "YYYY-MM")) var month: Month
  @OptionGroup var owner: ScopeOptions
  @Option(help: ArgumentHelp(.scenarioHelp, valueName: "code")) var scenario: [String] = []
  @Option(help: ArgumentHelp(.knownAtHelp, valueName: "fact|instant")) var knownAt: KnownAt?
  @Option(help: ArgumentHelp(.readingJobsHelp, valueName: "number")) var jobs = 2

  func run() async throws {
    try form.check()
    let scope = try owner.scope(of: "report stress", knownAt: knownAt)
    let request = RiskRequest(month: month, scope: scope, knownAt: knownAt)
    try await global.withDatabase { session in
      let stressed = try await TestStress.run(
        request, scenarios: scenario, jobs: jobs, on: session.pool)
      try form.write(StressDocument(stressed, .current).document)
    }
  }
}
