import ArgumentParser

/// `shanhai compensation`: losses that risk-compensation funds share.
struct CompensationCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "compensation", abstract: say(.compensationAbstract),
      discussion: say(.compensationDiscussion),
      subcommands: [
        CompensationDueCommand.self, CompensationClaimCommand.self, CompensationPayCommand.self,
        CompensationRejectCommand.self, CompensationReturnCommand.self,
        CompensationListCommand.self,
      ])
  }
}
