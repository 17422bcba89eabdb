import ArgumentParser

/// `shanhai borrower`: who borrows, and who signs with them.
struct BorrowerCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "borrower", abstract: say(.borrowerAbstract),
      subcommands: [BorrowerImportCommand.self, BorrowerListCommand.self])
  }
}
