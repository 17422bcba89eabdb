import ArgumentParser
import Banks
import Interchange
import Operations
import Postgres
import Quantities
import Repositories

/// `shanhai close day --to`: the business date moves forward.
struct CloseCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "close", abstract: say(.closeAbstract), subcommands: [CloseDayCommand.self])
  }
}

struct CloseDayCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "day", abstract: say(.closeDayAbstract), discussion: say(.closeDayDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption
  @Option(help: ArgumentHelp(.closeToHelp)) var to: Day
  @Option(help: ArgumentHelp(.accrueBankHelp, valueName: "code")) var bank: String?

  func run() async throws {
    try await global.withDatabase { session in
      var listing = Listing([
        .init("bank", say(.bank)), .init("business_date", say(.businessDate)),
        .init("new", say(.isNew)),
      ])
      let codes: [String]
      if let bank {
        codes = [bank]
      } else {
        codes = try await session.pool.run { connection in
          try BankRepository(connection).listBanks().map(\.code)
        }
      }
      for code in codes {
        let isNew = try await CloseDay.run(
          to: to, bank: code, caller: session.caller, on: session.pool)
        listing.rows.append([.text(code), .day(to), .flag(isNew, shown: say(.yesNo(isNew)))])
      }
      try output.print(listing)
    }
  }
}
