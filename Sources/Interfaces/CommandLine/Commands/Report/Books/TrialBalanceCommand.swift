import ArgumentParser
import Operations
import Quantities

/// `shanhai report trial-balance`: what each account held, what moved, what it holds.
struct TrialBalanceCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "trial-balance", abstract: say(.trialBalanceAbstract),
      discussion: say(.trialBalanceDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var owner: ScopeOptions
  @OptionGroup var period: PeriodOptions
  @OptionGroup var knowledge: KnowledgeOptions

  func run() async throws {
    let scope = try owner.scope(of: "report trial-balance")
    if case .sponsor = scope, case .fact = knowledge.knownAt {
      throw Failure(.usage, code: "usage.fact_of_one_bank", .factOfOneBank)
    }
    let request = try period.request(knowledge)
    try await global.withDatabase { session in
      let report = try await ReportTrialBalance.run(request, scope: scope, on: session.pool)
      try Output.write(TrialBalancePage(report).text(output.format, .current))
    }
  }
}
