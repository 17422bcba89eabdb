import ArgumentParser
import Banks
import Interchange
import Operations
import Quantities
import Repositories
import Servicing

/// What every step of a fund's cover takes.
struct CompensationStepOptions: ParsableArguments {
  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var place: BankOption
  @Argument(help: ArgumentHelp(.numberHelp)) var loan: String
  @Option(help: ArgumentHelp(.compensationAmountHelp)) var amount: String?
  @Option(help: ArgumentHelp(.payersOnHelp)) var on: Day?
  @Option(help: ArgumentHelp(.keyHelp)) var key: String

  func take(
    _ step: CompensationStep, _ complete: (inout CompensationRequest) -> Void = { _ in }
  ) async throws {
    try await global.inBank(place) { session, bank in
      var request = CompensationRequest(
        loan, step, try amount.map { try bank.amount($0) }, key: key)
      request.on = on
      complete(&request)
      let outcome = try await TakeCompensation.run(
        request, bank: bank.code, caller: session.caller, on: session.pool)
      try output.print(listing(outcome, bank.currency))
    }
  }

  private func listing(_ outcome: CompensationOutcome, _ currency: Currency) -> Listing {
    var listing = Listing([
      .init("loan_number", say(.loanNumber)), .init("fund", say(.fundCode)),
      .init("effective_on", say(.effectiveOn)), .init("amount", say(.amount), .right),
      .init("claimed", say(.compensationClaimed), .right),
      .init("paid", say(.compensationPaid), .right),
      .init("owed_back", say(.compensationOwedBack), .right),
      .init("returned", say(.compensationReturned), .right), .init("new", say(.isNew)),
    ])
    let loan = outcome.loan
    listing.rows = [
      [
        .text(loan.loanNumber), .text(outcome.fund), .day(outcome.effectiveOn),
        .money(outcome.amount, currency), .money(loan.claimed, currency),
        .money(loan.paid, currency), .money(loan.owedBack - loan.returned, currency),
        .money(loan.returned, currency),
        .flag(outcome.isNew, shown: say(.yesNo(outcome.isNew))),
      ]
    ]
    return listing
  }
}

/// `shanhai compensation claim`: asks a fund for its share of a loan that is long overdue.
struct CompensationClaimCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "claim", abstract: say(.compensationClaimAbstract),
      discussion: say(.compensationClaimDiscussion))
  }

  @OptionGroup var options: CompensationStepOptions
  @Flag(help: ArgumentHelp(.acceleratedHelp)) var accelerated = false

  func run() async throws {
    try await options.take(.claimed) { $0.isAccelerated = accelerated }
  }
}

/// `shanhai compensation pay`: a fund pays.
struct CompensationPayCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "pay", abstract: say(.compensationPayAbstract),
      discussion: say(.compensationPayDiscussion))
  }

  @OptionGroup var options: CompensationStepOptions

  func run() async throws { try await options.take(.paid) }
}

/// `shanhai compensation reject`: a fund refuses what was claimed.
struct CompensationRejectCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "reject", abstract: say(.compensationRejectAbstract),
      discussion: say(.compensationRejectDiscussion))
  }

  @OptionGroup var options: CompensationStepOptions
  @Option(help: ArgumentHelp(.payersReasonHelp)) var reason: String

  func run() async throws { try await options.take(.rejected) { $0.reason = reason } }
}

/// `shanhai compensation return`: gives the fund its share of what was recovered.
struct CompensationReturnCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "return", abstract: say(.compensationReturnAbstract),
      discussion: say(.compensationReturnDiscussion))
  }

  @OptionGroup var options: CompensationStepOptions

  func run() async throws { try await options.take(.returned) }
}
