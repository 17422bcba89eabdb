import ArgumentParser
import Interchange
import LoanProducts
import Postgres
import Quantities
import Repositories

/// `shanhai catalog products`: the versions of each line, and what they rest on.
struct CatalogProductsCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "products", abstract: say(.catalogProductsAbstract),
      discussion: say(.catalogProductsDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption
  @Option(help: ArgumentHelp(.productsOnHelp, valueName: "YYYY-MM-DD")) var on: Day?

  func run() async throws {
    let products = try await global.withDatabase { session in
      try await session.pool.run { try CatalogRepository($0).products().map(\.product) }
    }
    var listing = Listing([
      .init("line", say(.productLine)), .init("version", say(.version), .right),
      .init("name", say(.name)), .init("valid_from", say(.validFrom)),
      .init("valid_until", say(.validUntil)), .init("document", say(.document)),
    ])
    for product in products where on.map({ product.isOffered(on: $0) }) ?? true {
      listing.rows.append([
        .text(product.line.rawValue), .integer(product.version),
        .text(say(Phrase(zh: product.nameZh, en: product.nameEn))), .day(product.validFrom),
        product.validUntil.map { .day($0) } ?? .none, .text(product.document),
      ])
    }
    try output.print(listing)
  }
}

/// `shanhai catalog accounts`: the chart of accounts.
struct CatalogAccountsCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "accounts", abstract: say(.catalogAccountsAbstract),
      discussion: say(.catalogAccountsDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption

  func run() async throws {
    let accounts = try await global.withDatabase { session in
      try await session.pool.run { try CatalogRepository($0).accounts() }
    }
    var listing = Listing([
      .init("account", say(.account)), .init("name", say(.name)), .init("side", say(.side)),
      .init("parent", say(.parent)), .init("source", say(.source)),
    ])
    listing.rows = accounts.map { account in
      [
        .text(account.code), .text(say(Phrase(account.name))),
        .word(account.side.rawValue, shown: say(Phrase(account.side))),
        account.parent.map { .text($0) } ?? .none, .text(account.source),
      ]
    }
    try output.print(listing)
  }
}

/// `shanhai catalog lpr`: the loan prime rate as published.
struct CatalogLPRCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "lpr", abstract: say(.catalogLPRAbstract))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption
  @Option(help: ArgumentHelp(.lprOnHelp, valueName: "YYYY-MM-DD")) var on: Day?

  func run() async throws {
    var publications = try await global.withDatabase { session in
      try await session.pool.run { try CatalogRepository($0).publications() }
    }
    if let on { publications = publications.last { $0.publishedOn <= on }.map { [$0] } ?? [] }
    var listing = Listing([
      .init("published_on", say(.publishedOn)),
      .init("one_year_percent", say(.oneYearPercent), .right),
      .init("five_year_percent", say(.fiveYearPercent), .right), .init("source", say(.source)),
    ])
    listing.rows = publications.map { publication in
      [
        .day(publication.publishedOn), .decimal(publication.oneYear.percent),
        .decimal(publication.fiveYear.percent), .text(publication.source),
      ]
    }
    try output.print(listing)
  }
}

/// `shanhai catalog calendar`: holidays, and weekend days that are worked.
struct CatalogCalendarCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "calendar", abstract: say(.catalogCalendarAbstract))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption

  func run() async throws {
    let days = try await global.withDatabase { session in
      try await session.pool.run { try CatalogRepository($0).calendarDays() }
    }
    var listing = Listing([
      .init("day", say(.day)), .init("kind", say(.kind)), .init("name", say(.name)),
      .init("document", say(.document)),
    ])
    listing.rows = days.map { day in
      [
        .day(day.day), .word(day.kind.rawValue, shown: say(Phrase(day.kind))), .text(day.name),
        .text(day.document),
      ]
    }
    try output.print(listing)
  }
}
