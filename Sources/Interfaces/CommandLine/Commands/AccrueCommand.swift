import ArgumentParser
import Banks
import Interchange
import Operations
import Postgres
import Quantities
import Repositories

/// `shanhai accrue --month`: the monthly interest accrual.
struct AccrueCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "accrue", abstract: say(.accrueAbstract), discussion: say(.accrueDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption
  @Option(help: ArgumentHelp(.monthHelp)) var month: Month
  @Option(help: ArgumentHelp(.accrueBankHelp, valueName: "code")) var bank: String?
  @Option(help: ArgumentHelp(.jobsHelp, valueName: "number")) var jobs: Int?

  func run() async throws {
    try await global.withDatabase { session in
      var listing = Listing([
        .init("bank", say(.bank)), .init("month", say(.month)),
        .init("run", say(.run), .right), .init("version", say(.positionsVersion), .right),
        .init("loans", say(.loans), .right), .init("transfers", say(.transfers), .right),
        .init("interest", say(.interest), .right), .init("penalty", say(.penalty), .right),
      ])
      let progress = ProgressReporter(.loansAccrued, total: nil)
      let banks = try await session.banksWithLoans(bank)
      let runs = try await AccrueInterest.run(
        month: month, banks: banks, caller: session.caller, on: session.pool,
        options: RunOptions(jobs: jobs) { count in progress.advance(by: count) })
      for bank in banks {
        listing.rows.append(row(bank, runs.first { $0.bank.id == bank.id }?.run))
      }
      progress.finish()
      try output.print(listing)
    }
  }

  private func row(_ bank: Bank, _ run: AccrualRun?) -> [Listing.Cell] {
    guard let run else {
      return [
        .text(bank.code), .text("\(month)"), .none, .none, .none, .integer(0),
        .money(.zero, bank.currency), .money(.zero, bank.currency),
      ]
    }
    return [
      .text(bank.code), .text("\(month)"), .integer(Int(run.number)),
      run.version.map { .integer(Int($0)) } ?? .none,
      .integer(run.loanCount), .integer(run.transferCount), .money(run.interest, bank.currency),
      .money(run.penalty, bank.currency),
    ]
  }
}
