import ArgumentParser
import Foundation
import Generator
import Interchange
import Operations
import Quantities

/// `shanhai generate`: invented data, for demonstrations, tests and measurements.
struct GenerateCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "generate", abstract: say(.generateAbstract),
      subcommands: [GenerateBookCommand.self])
  }
}

/// `shanhai generate book`: a loan book with its history, into a database with a catalog alone.
struct GenerateBookCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "book", abstract: say(.generateBookAbstract),
      discussion: say(.generateBookDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption
  @Option(help: ArgumentHelp(.generateLoansHelp)) var loans: Int
  @Option(help: ArgumentHelp(.generateBanksHelp)) var banks = 4
  @Option(help: ArgumentHelp(.generateSeedHelp)) var seed: UInt64 = 1
  @Option(help: ArgumentHelp(.generateMonthsHelp)) var months = 24
  @Option(help: ArgumentHelp(.generateUntilHelp, valueName: "month"))
  var until = Month(year: 2026, month: 3)
  @Flag(help: ArgumentHelp(.generateOpenHelp)) var open = false
  @Option(help: ArgumentHelp(.generateJobsHelp))
  var jobs = ProcessInfo.processInfo.activeProcessorCount

  func run() async throws {
    var plan = BookPlan(
      seed: seed, loanCount: loans, bankCount: banks, monthCount: months, through: until)
    plan.isLastMonthOpen = open
    let book = try await global.withOwnersDatabase { [plan] pool in
      let progress = ProgressReporter(.loansGenerated, total: loans)
      let book = try await GenerateBook.run(plan, jobs: max(1, jobs), on: pool) { count in
        progress.advance(by: count)
      }
      progress.finish()
      return book
    }
    var listing = Listing([
      .init("banks", say(.generatedBanks), .right), .init("loans", say(.loans), .right),
      .init("facts", say(.facts), .right), .init("rows", say(.generatedRows), .right),
    ])
    listing.rows = [
      [
        .integer(book.banks), .integer(book.loans), .integer(Int(book.facts)),
        .integer(book.rows),
      ]
    ]
    try output.print(listing)
  }
}
