import ArgumentParser

/// `shanhai subsidy`: interest that programmes pay: claimed, confirmed, paid, refused.
struct SubsidyCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "subsidy", abstract: say(.subsidyAbstract), discussion: say(.subsidyDiscussion),
      subcommands: [
        SubsidyClaimCommand.self, SubsidyConfirmCommand.self, SubsidyPayCommand.self,
        SubsidyRejectCommand.self, SubsidyListCommand.self, SubsidyShowCommand.self,
      ])
  }
}
