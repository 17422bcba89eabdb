import ArgumentParser

/// `shanhai export`: what the database holds, as files for other programs.
struct ExportCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "export", abstract: say(.exportAbstract),
      subcommands: [
        ExportBooksCommand.self, ExportFactsCommand.self, ExportPositionsCommand.self,
      ])
  }
}
