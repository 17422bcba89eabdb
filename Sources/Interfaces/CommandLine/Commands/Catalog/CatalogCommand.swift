import ArgumentParser

/// `shanhai catalog`: what all loans rest on, and how it gets into the database.
struct CatalogCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "catalog", abstract: say(.catalogAbstract),
      subcommands: [
        CatalogLoadCommand.self, CatalogBanksCommand.self, CatalogBranchesCommand.self,
        CatalogOfficersCommand.self, CatalogProductsCommand.self, CatalogLPRCommand.self,
        CatalogCalendarCommand.self, CatalogAccountsCommand.self, CatalogProgrammesCommand.self,
        CatalogFundsCommand.self, CatalogTiersCommand.self, CatalogDocumentsCommand.self,
        CatalogScoresCommand.self, CatalogStressCommand.self, CatalogLossesCommand.self,
        CatalogScenariosCommand.self, CatalogMatrixCommand.self,
      ])
  }
}
