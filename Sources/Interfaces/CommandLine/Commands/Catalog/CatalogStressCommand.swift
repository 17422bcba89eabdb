import ArgumentParser
import Banks
import Interchange
import Postgres
import Quantities
import Repositories
import Risk

/// `shanhai catalog stress`: what may befall a book, a row a shock.
struct CatalogStressCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "stress", abstract: say(.catalogStressAbstract),
      discussion: say(.catalogStressDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption

  func run() async throws {
    let entries = try await global.withDatabase { session in
      try await session.pool.run { try CatalogRepository($0).stressShocks() }
    }
    var listing = Listing([
      .init("scenario", say(.stressScenario)), .init("part", say(.stressPart), .right),
      .init("name", say(.name)), .init("valid_from", say(.validFrom)),
      .init("line", say(.productLine)), .init("division_prefix", say(.divisionPrefix)),
      .init("purpose", say(.stressPurpose)), .init("programme", say(.programmeCode)),
      .init("floating_only", say(.stressFloatingOnly)),
      .init("late_percent", say(.stressLatePercent), .right),
      .init("late_days", say(.stressLateDays), .right),
      .init("rate_basis_points", say(.stressBasisPoints), .right),
      .init("subsidy_stops", say(.stressSubsidyStops)), .init("source", say(.source)),
    ])
    listing.rows = entries.map { entry in
      let shock = entry.shock
      func flag(_ value: Bool) -> Listing.Cell { .flag(value, shown: say(.yesNo(value))) }
      return [
        .text(shock.scenario), .integer(shock.part), .text(say(Phrase(shock.name))),
        .day(shock.validFrom), .text(entry.line), .text(shock.divisionPrefix),
        .text(shock.purpose), .text(shock.programme), flag(shock.isFloatingOnly),
        .decimal(entry.latePercent), .integer(shock.lateDays), .integer(shock.rateBasisPoints),
        flag(shock.stopsSubsidy), .text(shock.source),
      ]
    }
    try output.print(listing)
  }
}
