import ArgumentParser
import Interchange
import Operations
import Quantities

/// `shanhai report loss`: what a portfolio may lose, drawn loan by loan.
struct LossCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "loss", abstract: say(.lossAbstract), discussion: say(.lossDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var form: ReportOptions
  @Option(help: ArgumentHelp(.monthHelp, valueName: "YYYY-MM")) var month: Month
  @OptionGroup var owner: ScopeOptions
  @Option(help: ArgumentHelp(.scenariosHelp, valueName: "number")) var scenarios = 10_000
  @Option(help: ArgumentHelp(.lossSeedHelp, valueName: "number")) var seed: UInt64 = 1
  @Option(help: ArgumentHelp(.knownAtHelp, valueName: "fact|instant")) var knownAt: KnownAt?
  @Option(help: ArgumentHelp(.lossJobsHelp, valueName: "number")) var jobs = 2

  /// So that the level of 99.9 % has a scenario beyond it.
  private static let fewest = 1_000

  func run() async throws {
    try form.check()
    guard scenarios >= Self.fewest else {
      throw Failure(.usage, code: "usage.too_few_scenarios", .tooFewScenarios(Self.fewest))
    }
    let request = RiskRequest(
      month: month, scope: try owner.scope(of: "report loss", knownAt: knownAt), knownAt: knownAt)
    let losses = LossRequest(request, scenarios: scenarios, seed: seed, jobs: jobs)
    try await global.withDatabase { session in
      let simulated = try await SimulateLosses.run(losses, on: session.pool)
      try form.write(LossDocument(simulated, .current).document)
    }
  }
}
