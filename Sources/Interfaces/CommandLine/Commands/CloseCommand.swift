import ArgumentParser
import Banks
import Interchange
import Operations
import Postgres
import Quantities
import Repositories

/// `shanhai close`: days and months, and how far they have come.
struct CloseCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "close", abstract: say(.closeAbstract),
      subcommands: [
        CloseDayCommand.self, CloseMonthCommand.self, CloseStatusCommand.self,
        CloseReopenCommand.self,
      ])
  }
}

/// `shanhai close day --to`: the business date moves forward.
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
      for bank in try await session.banks(bank) {
        let isNew = try await CloseDay.run(
          to: to, bank: bank.code, caller: session.caller, on: session.pool)
        listing.rows.append([.text(bank.code), .day(to), .flag(isNew, shown: say(.yesNo(isNew)))])
      }
      try output.print(listing)
    }
  }
}

/// `shanhai close status`: each bank's business date, the last month accrued and closed.
struct CloseStatusCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "status", abstract: say(.closeStatusAbstract))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption
  @Option(help: ArgumentHelp(.accrueBankHelp, valueName: "code")) var bank: String?

  func run() async throws {
    try await global.withDatabase { session in
      let banks = try await session.banks(bank)
      var listing = Listing([
        .init("bank", say(.bank)), .init("business_date", say(.businessDate)),
        .init("last_month_accrued", say(.lastMonthAccrued)),
        .init("last_month_closed", say(.lastMonthClosed)),
        .init("set_aside", say(.setAsideCount), .right), .init("facts", say(.facts), .right),
      ])
      listing.rows = try await session.pool.run { connection in
        let closes = CloseRepository(connection)
        return try banks.map { bank in
          let head = try BankRepository(connection).readHead(bankID: bank.id)
          let run = try AccrualRepository(connection).lastRun(bankID: bank.id)
          let last = try closes.lastClosed(bankID: bank.id)
          let setAside = try run.map { try closes.setAside(bankID: bank.id, month: $0.month).count }
          return [
            .text(bank.code), head.map { .day($0.businessDate) } ?? .none,
            run.map { .text("\($0.month)") } ?? .none,
            last.map { .text("\($0.month)") } ?? .none, .integer(setAside ?? 0),
            .integer(Int(head?.lastFactNumber ?? 0)),
          ]
        }
      }
      try output.print(listing)
    }
  }
}
