import ArgumentParser
import Operations
import Quantities

/// `shanhai report`: what is told about a portfolio.
struct ReportCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "report", abstract: say(.reportAbstract),
      subcommands: [
        RiskCommand.self, CollectionsReportCommand.self, RemindersReportCommand.self,
      ])
  }

  /// `shanhai report risk`: a month's portfolio risk report, of a bank or of a sponsor.
  struct RiskCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "risk", abstract: say(.riskAbstract), discussion: say(.riskDiscussion))
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: FormatOption
    @Option(help: ArgumentHelp(.monthHelp, valueName: "YYYY-MM")) var month: Month
    @Option(help: ArgumentHelp(.bankHelp, valueName: "code")) var bank: String?
    @Option(defaultAsFlag: "", help: ArgumentHelp(.sponsorHelp, valueName: "code"))
    var sponsor: String?

    func run() async throws {
      let scope = try scope
      try await global.withDatabase { session in
        let report = try await ReportRisk.run(month: month, scope: scope, on: session.pool)
        try Output.write(RiskReportPage(report).text(output.format, .current))
      }
    }

    private var scope: ReportScope {
      get throws {
        switch (bank, sponsor) {
        case (let bank?, nil): return .bank(bank)
        case (nil, let sponsor?): return .sponsor(sponsor)
        default: throw Failure(.usage, code: "usage.bank_or_sponsor", .bankOrSponsor)
        }
      }
    }
  }
}
