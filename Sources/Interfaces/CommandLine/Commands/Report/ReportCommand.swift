import ArgumentParser

/// `shanhai report`: what is told about a portfolio.
struct ReportCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "report", abstract: say(.reportAbstract),
      subcommands: [
        RiskCommand.self, LossCommand.self, ExpectedLossCommand.self, CashCommand.self,
        StressCommand.self,
        TrialBalanceCommand.self, LedgerCommand.self, JournalCommand.self,
        CollectionsReportCommand.self, SchemaCommand.self, RemindersReportCommand.self,
      ])
  }
}
