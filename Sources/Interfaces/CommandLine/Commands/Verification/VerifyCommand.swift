import ArgumentParser
import Banks
import Interchange
import Operations
import Postgres
import Quantities
import Repositories

/// `shanhai verify`: what is stored is held to what follows from the facts.
struct VerifyCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "verify", abstract: say(.verifyAbstract), discussion: say(.verifyDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption
  @Option(help: ArgumentHelp(.verifyBankHelp, valueName: "code")) var bank: String?
  @Option(help: ArgumentHelp(.verifyMonthHelp)) var month: Month?
  @Option(help: ArgumentHelp(.verifyJobsHelp, valueName: "number")) var jobs = 2

  func validate() throws {
    guard (1...64).contains(jobs) else { throw ValidationError(say(.verifyJobsRange)) }
  }

  func run() async throws {
    try await global.withDatabase { session in
      let started = ContinuousClock.now
      let banks = try await session.banks(bank).sorted { $0.code < $1.code }
      let progress = ProgressReporter(.loansVerified, total: nil)
      let outcome = try await VerifyBooks.run(
        banks, month: month, jobs: jobs, on: session.pool
      ) { progress.advance(by: $0) }
      progress.finish()
      if let difference = outcome.difference {
        throw Failure(
          .refused, code: "verify.differs", .booksDiffer(difference))
      }
      try output.print(listing(outcome, banks))
      let seconds = started.duration(to: .now).components
      let tenths = seconds.seconds * 10 + seconds.attoseconds / 100_000_000_000_000_000
      Output.writeError(
        say(.booksHold(FixedPoint.text(Int128(tenths), decimals: 1, grouped: false))) + "\n")
    }
  }

  private func listing(_ outcome: VerificationOutcome, _ banks: [Bank]) -> Listing {
    var listing = Listing([
      .init("bank", say(.bank)), .init("loans", say(.loans), .right),
      .init("facts", say(.verifiedFacts), .right),
      .init("transfers", say(.transfers), .right),
      .init("positions", say(.verifiedPositions), .right),
      .init("closed_months", say(.verifiedCloses), .right),
    ])
    for bank in banks {
      guard let counts = outcome.counts[bank.code] else { continue }
      listing.rows.append([
        .text(bank.code), .integer(counts.loans), .integer(counts.facts),
        .integer(counts.transfers), .integer(counts.positions), .integer(counts.closes),
      ])
    }
    return listing
  }
}
