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

  func run() async throws {
    try await global.withDatabase { session in
      var listing = Listing([
        .init("bank", say(.bank)), .init("month", say(.month)),
        .init("run", say(.run), .right), .init("version", say(.positionsVersion), .right),
        .init("loans", say(.loans), .right), .init("transfers", say(.transfers), .right),
        .init("interest", say(.interest), .right), .init("penalty", say(.penalty), .right),
      ])
      let progress = ProgressReporter(.loansAccrued, total: nil)
      for bank in try await withLoans(session) {
        let run = try await AccrueInterest.run(
          month: month, bank: bank.code, caller: session.caller, on: session.pool
        ) { count in progress.advance(by: count) }
        listing.rows.append(row(bank, run))
      }
      progress.finish()
      try output.print(listing)
    }
  }

  /// The bank that was named, or every bank that has loans, one after the other.
  private func withLoans(_ session: Session) async throws -> [Bank] {
    let banks = try await session.banks(bank)
    guard bank == nil else { return banks }
    return try await session.pool.run { connection in
      try banks.filter {
        (try BankRepository(connection).readHead(bankID: $0.id)?.lastLoanID ?? 0) > 0
      }
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
      .text(bank.code), .text("\(month)"), .integer(Int(run.number)), .integer(Int(run.version)),
      .integer(run.loanCount), .integer(run.transferCount), .money(run.interest, bank.currency),
      .money(run.penalty, bank.currency),
    ]
  }
}
