import ArgumentParser
import Banks
import Interchange
import LoanProducts
import Postgres
import Quantities
import Repositories

/// `shanhai catalog programmes`: who pays subsidised interest, line by line and place by place.
struct CatalogProgrammesCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "programmes", abstract: say(.catalogProgrammesAbstract),
      discussion: say(.catalogProgrammesDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption

  func run() async throws {
    let programmes = try await global.withDatabase { session in
      try await session.pool.run { try CatalogRepository($0).programmes().map(\.programme) }
    }
    var listing = Listing([
      .init("code", say(.programmeCode)), .init("payer", say(.payer)), .init("name", say(.name)),
      .init("division_prefix", say(.divisionPrefix)), .init("line", say(.productLine)),
      .init("valid_from", say(.validFrom)), .init("refused_owed_by", say(.refusedOwedBy)),
      .init("share_note", say(.programmeShareNote)), .init("source", say(.source)),
    ])
    listing.rows = programmes.map { programme in
      let bearer = BearerOfRefused(programme.refusedIsOwedByBorrower)
      return [
        .text(programme.code),
        .word(programme.payer.rawValue, shown: say(.programmePayer(programme.payer))),
        .text(say(Phrase(zh: programme.name.chinese, en: programme.name.english))),
        .text(programme.divisionPrefix), .text(programme.line.rawValue),
        .day(programme.validFrom), .word(bearer.rawValue, shown: say(Phrase(bearer))),
        .text(programme.shareNote), .text(programme.source),
      ]
    }
    try output.print(listing)
  }
}

/// `shanhai catalog funds`: who shares losses, and when lending stops.
struct CatalogFundsCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "funds", abstract: say(.catalogFundsAbstract),
      discussion: say(.catalogFundsDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption

  func run() async throws {
    let funds = try await global.withDatabase { session in
      try await session.pool.run { try CatalogRepository($0).funds().map(\.fund) }
    }
    var listing = Listing([
      .init("code", say(.fundCode)), .init("name", say(.name)),
      .init("division_prefix", say(.divisionPrefix)), .init("line", say(.productLine)),
      .init("valid_from", say(.validFrom)),
      .init("share_percent", say(.compensationShare), .right),
      .init("buffer_days", say(.fundBufferDays), .right),
      .init("stop_percent", say(.fundStopPercent), .right),
      .init("principal_limit_yuan", say(.fundPrincipalLimit), .right),
      .init("return_workdays", say(.fundReturnWorkdays), .right), .init("source", say(.source)),
    ])
    listing.rows = funds.map { fund in
      [
        .text(fund.code), .text(say(Phrase(zh: fund.name.chinese, en: fund.name.english))),
        .text(fund.divisionPrefix), .text(fund.line.rawValue), .day(fund.validFrom),
        .integer(fund.sharePercent), .integer(fund.bufferDays),
        .decimal(FixedPoint.text(Int128(fund.stopBasisPoints), decimals: 2)),
        fund.principalLimit.map { .money($0, .yuan) } ?? .none, .integer(fund.returnWorkdays),
        .text(fund.source),
      ]
    }
    try output.print(listing)
  }
}
