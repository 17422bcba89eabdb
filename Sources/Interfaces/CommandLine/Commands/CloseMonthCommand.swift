import ArgumentParser
import Banks
import Interchange
import Operations
import Postgres
import Quantities
import Repositories

extension CloseStep: ExpressibleByArgument {}

/// `shanhai close month --month`: accrue, count, check and close.
struct CloseMonthCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "month", abstract: say(.closeMonthAbstract),
      discussion: say(.closeMonthDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption
  @Option(help: ArgumentHelp(.monthHelp)) var month: Month
  @Option(help: ArgumentHelp(.accrueBankHelp, valueName: "code")) var bank: String?
  @Option(help: ArgumentHelp(.jobsHelp, valueName: "number")) var jobs: Int?
  @Option(help: ArgumentHelp(.closeThroughHelp, valueName: "step"))
  var through: CloseStep = .close
  @Flag(name: .customLong("dry-run"), help: ArgumentHelp(.closeDryRunHelp)) var isDryRun = false

  func run() async throws {
    try await global.withDatabase { session in
      let banks = try await session.banksWithLoans(bank)
      let progress = ProgressReporter(.loansAccrued, total: try await loanCount(banks, session))
      var options = CloseOptions(
        run: RunOptions(jobs: jobs) { count in progress.advance(by: count) })
      options.through = through
      if isDryRun {
        let previews = try await PreviewMonth.run(
          month: month, banks: banks, caller: session.caller, on: session.pool,
          options: options.run)
        progress.finish()
        return try output.print(Self.listing(of: previews))
      }
      let closes = try await CloseMonth.run(
        month: month, banks: banks, caller: session.caller, on: session.pool, options: options)
      progress.finish()
      try output.print(Self.listing(of: closes))
      let aside = closes.flatMap(\.setAside)
      guard aside.isEmpty else {
        throw Failure(.refused, code: "operation.loans_set_aside", .loansSetAside(aside))
      }
    }
  }

  /// Ids up to the last loan: about how many loans there are.
  private func loanCount(_ banks: [Bank], _ session: Session) async throws -> Int {
    try await session.pool.run { connection in
      try banks.reduce(0) {
        try $0 + Int(BankRepository(connection).readHead(bankID: $1.id)?.lastLoanID ?? 0)
      }
    }
  }

  private static func listing(of closes: [BankClose]) -> Listing {
    var listing = Listing([
      .init("bank", say(.bank)), .init("month", say(.month)), .init("step", say(.closeStep)),
      .init("rows", say(.closeRows), .right), .init("amount", say(.amount), .right),
      .init("seconds", say(.closeSeconds), .right), .init("digest", say(.closeDigest)),
    ])
    for close in closes {
      for step in close.steps {
        let isLast = step.step == CloseStep.close.rawValue
        listing.rows.append([
          .text(close.bank.code), .text("\(close.month)"),
          .word(step.step, shown: say(.step(step.step))),
          .integer(step.rows), .money(step.amount, close.bank.currency),
          .text(seconds(step.microseconds)),
          isLast ? close.close.map { .text(Digest(bytes: $0.digest).hex) } ?? .none : .none,
        ])
      }
      for loan in close.setAside {
        listing.rows.append([
          .text(close.bank.code), .text("\(close.month)"),
          .word("set-aside", shown: say(.setAside)), .none, .none, .none,
          .text("\(loan.loanNumber) \(loan.code)"),
        ])
      }
    }
    return listing
  }

  private static func seconds(_ microseconds: Int64) -> String {
    FixedPoint.text(Int128(microseconds / 1_000), decimals: 3, grouped: false)
  }

  private static func listing(of previews: [MonthPreview]) -> Listing {
    var listing = Listing([
      .init("bank", say(.bank)), .init("line", say(.line)), .init("payer", say(.payer)),
      .init("kind", say(.kind)), .init("transfers", say(.transfers), .right),
      .init("amount", say(.amount), .right),
    ])
    for preview in previews {
      for row in preview.rows {
        listing.rows.append([
          .text(preview.bank.code), .text(row.line), .text(row.payer), .text(row.kind),
          .integer(row.tally.rows),
          .money(Money(minorUnits: row.tally.amount), preview.bank.currency),
        ])
      }
    }
    return listing
  }
}

/// `shanhai close reopen --month`: the last closed month is opened again, by two officers.
struct CloseReopenCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "reopen", abstract: say(.closeReopenAbstract),
      discussion: say(.closeReopenDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption
  @Option(help: ArgumentHelp(.monthHelp)) var month: Month
  @Option(help: ArgumentHelp(.bankHelp, valueName: "code")) var bank: String
  @Option(help: ArgumentHelp(.closeReasonHelp)) var reason: String?
  @Flag(name: .customLong("confirm"), help: ArgumentHelp(.closeConfirmHelp)) var isConfirmation =
    false

  func validate() throws {
    guard isConfirmation != (reason != nil) else {
      throw ValidationError(say(.closeReasonOrConfirm))
    }
  }

  func run() async throws {
    try await global.withDatabase { session in
      var listing = Listing([
        .init("bank", say(.bank)), .init("month", say(.month)), .init("open", say(.closeIsOpen)),
        .init("reason", say(.closeReason)),
      ])
      let given: String
      if let reason {
        _ = try await ReopenMonth.propose(
          month, reason: reason, bank: bank, caller: session.caller, on: session.pool)
        given = reason
      } else {
        given = try await ReopenMonth.confirm(
          month, bank: bank, caller: session.caller, on: session.pool)
      }
      listing.rows.append([
        .text(bank), .text("\(month)"),
        .flag(isConfirmation, shown: say(.yesNo(isConfirmation))), .text(given),
      ])
      try output.print(listing)
    }
  }
}
