import ArgumentParser
import Banks
import Interchange
import LoanProducts
import Origination
import Postgres
import Quantities
import Repositories

/// `shanhai catalog tiers`: who decides on which amount.
struct CatalogTiersCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "tiers", abstract: say(.catalogTiersAbstract))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption

  func run() async throws {
    let tiers = try await global.withDatabase { session in
      try await session.pool.run { try CatalogRepository($0).tiers() }
    }
    var listing = Listing([
      .init("bank", say(.bank)), .init("line", say(.productLine)),
      .init("valid_from", say(.validFrom)), .init("above", say(.tierAbove), .right),
      .init("authority", say(.tierAuthority)), .init("quorum", say(.tierQuorum), .right),
      .init("majority", say(.tierMajority)), .init("documents", say(.documentName)),
      .init("survey", say(.tierSurvey)), .init("score", say(.scorePoints)),
      .init("validity_days", say(.tierValidity), .right),
    ])
    listing.rows = tiers.map { entry in
      let tier = entry.tier
      func flag(_ value: Bool) -> Listing.Cell { .flag(value, shown: say(.yesNo(value))) }
      return [
        .text(tier.bank ?? TierEntry.any), .text(tier.line?.rawValue ?? TierEntry.any),
        .day(tier.validFrom), .money(tier.above, .yuan), .text(tier.authority.rawValue),
        .integer(tier.quorum), .text(tier.majority.text), flag(tier.requiresDocuments),
        flag(tier.requiresSurvey), flag(tier.requiresScore),
        tier.validityDays.map { .integer($0) } ?? .none,
      ]
    }
    try output.print(listing)
  }
}

/// `shanhai catalog documents`: the papers that each line asks for.
struct CatalogDocumentsCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "documents", abstract: say(.catalogDocumentsAbstract))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption
  @Option(help: ArgumentHelp(.listLineHelp)) var line: ProductLine?

  func run() async throws {
    let documents = try await global.withDatabase { session in
      try await session.pool.run { try CatalogRepository($0).documents() }
    }
    var listing = Listing([
      .init("line", say(.productLine)), .init("code", say(.documentCode)),
      .init("name", say(.documentName)), .init("valid_from", say(.validFrom)),
      .init("valid_until", say(.validUntil)), .init("source", say(.source)),
    ])
    for entry in documents where line == nil || line == entry.document.line {
      let document = entry.document
      listing.rows.append([
        .text(document.line.rawValue), .text(document.code), .text(say(Phrase(document.name))),
        .day(document.validFrom), document.validUntil.map { .day($0) } ?? .none,
        .text(entry.source),
      ])
    }
    try output.print(listing)
  }
}

/// `shanhai catalog scores`: the points tables, a row a band.
struct CatalogScoresCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "scores", abstract: say(.catalogScoresAbstract))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption
  @Option(help: ArgumentHelp(.listLineHelp)) var line: ProductLine?

  func run() async throws {
    let cards = try await global.withDatabase { session in
      try await session.pool.run { try CatalogRepository($0).scorecards().map(\.card) }
    }
    var listing = Listing([
      .init("line", say(.productLine)), .init("version", say(.version), .right),
      .init("valid_from", say(.validFrom)), .init("pass_mark", say(.scorePassMark), .right),
      .init("criterion", say(.scoreCriterion)), .init("from", say(.scoreFrom), .right),
      .init("points", say(.scorePoints), .right),
    ])
    for card in cards where line == nil || line == card.line {
      for criterion in card.criteria {
        for band in criterion.bands {
          listing.rows.append([
            .text(card.line.rawValue), .integer(card.version), .day(card.validFrom),
            .integer(card.passMark),
            .word(criterion.measure.rawValue, shown: say(Phrase(criterion.name))),
            band.from.map { .integer($0) } ?? .none, .integer(band.points),
          ])
        }
      }
    }
    try output.print(listing)
  }
}
