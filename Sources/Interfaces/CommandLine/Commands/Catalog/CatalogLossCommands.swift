import ArgumentParser
import Banks
import Interchange
import LoanProducts
import Postgres
import Quantities
import Repositories
import Risk

/// `shanhai catalog losses`: what is assumed to be lost in a default.
struct CatalogLossesCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "losses", abstract: say(.catalogLossesAbstract),
      discussion: say(.catalogLossesDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption

  func run() async throws {
    let entries = try await global.withDatabase { session in
      try await session.pool.run { try CatalogRepository($0).lossShares() }
    }
    var listing = Listing([
      .init("line", say(.productLine)), .init("security", say(.loanSecurity)),
      .init("valid_from", say(.validFrom)), .init("loss_percent", say(.lossPercent), .right),
      .init("source", say(.source)),
    ])
    listing.rows = entries.map { entry in
      [
        .text(entry.line), .text(entry.share.security.rawValue), .day(entry.share.validFrom),
        .decimal(entry.percent), .text(entry.source),
      ]
    }
    try output.print(listing)
  }
}

/// `shanhai catalog scenarios`: how the economy may go on.
struct CatalogScenariosCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "scenarios", abstract: say(.catalogScenariosAbstract),
      discussion: say(.catalogScenariosDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption

  func run() async throws {
    let entries = try await global.withDatabase { session in
      try await session.pool.run { try CatalogRepository($0).macroScenarios() }
    }
    var listing = Listing([
      .init("scenario", say(.stressScenario)), .init("name", say(.name)),
      .init("valid_from", say(.validFrom)),
      .init("weight_percent", say(ExpectedLossWords.weight), .right),
      .init("factor_percent", say(.scenarioFactor), .right),
      .init("applied_to", say(ExpectedLossWords.scaling)), .init("source", say(.source)),
    ])
    listing.rows = entries.map { entry in
      let scenario = entry.outlook.scenario
      return [
        .text(scenario.name), .text(say(Phrase(scenario.title))), .day(entry.outlook.validFrom),
        .decimal(entry.weightPercent), .decimal(entry.factorPercent),
        .text(scenario.scaling.rawValue), .text(entry.source),
      ]
    }
    try output.print(listing)
  }
}
