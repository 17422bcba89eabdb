import ArgumentParser
import Banks
import Interchange
import Operations
import Quantities

/// What `loan refuse` and `loan withdraw` take.
struct EndOptions: ParsableArguments {
  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var place: BankOption
  @Argument(help: ArgumentHelp(.numberHelp)) var number: String
  @Option(help: ArgumentHelp(.reasonHelp)) var reason: String
  @Option(help: ArgumentHelp(.keyHelp)) var key: String

  func run(_ end: ApplicationEnd) async throws {
    try await global.inBank(place) { session, bank in
      let request = EndRequest(loanNumber: number, end: end, reason: reason, key: key)
      let isNew = try await EndApplication.run(
        request, bank: bank.code, caller: session.caller, on: session.pool)
      var listing = Listing([
        .init("loan_number", say(.loanNumber)), .init("status", say(.status)),
        .init("new", say(.isNew)),
      ])
      listing.rows = [
        [.text(number), .text(end.rawValue), .flag(isNew, shown: say(.yesNo(isNew)))]
      ]
      try output.print(listing)
    }
  }
}

/// `shanhai loan refuse`: the bank says no, and why.
struct LoanRefuseCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "refuse", abstract: say(.refuseAbstract), discussion: say(.refuseDiscussion))
  }

  @OptionGroup var options: EndOptions

  func run() async throws { try await options.run(.refused) }
}

/// `shanhai loan withdraw`: the applicant takes the application back.
struct LoanWithdrawCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "withdraw", abstract: say(.withdrawAbstract),
      discussion: say(.withdrawDiscussion))
  }

  @OptionGroup var options: EndOptions

  func run() async throws { try await options.run(.withdrawn) }
}

/// `shanhai loan expire`: approvals that were not signed in time end.
struct LoanExpireCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "expire", abstract: say(.expireAbstract), discussion: say(.expireDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var place: BankOption
  @Argument(help: ArgumentHelp(.numberHelp)) var number: String?
  @Flag(help: ArgumentHelp(.expireAllHelp)) var all = false

  func validate() throws {
    if (number != nil) == all { throw ValidationError(say(.numberOrAll)) }
  }

  func run() async throws {
    try await global.inBank(place) { session, bank in
      let ended = try await ExpireApprovals.run(
        number, bank: bank.code, caller: session.caller, on: session.pool)
      var listing = Listing([
        .init("loan_number", say(.loanNumber)), .init("status", say(.status)),
      ])
      listing.rows = ended.map { [.text($0), .text("expired")] }
      try output.print(listing)
    }
  }
}
