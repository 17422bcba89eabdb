import ArgumentParser
import Banks
import Interchange
import Operations
import Quantities
import Repositories

/// `shanhai loan disburse`: pays out, all or a part; another officer than the one who approved.
struct LoanDisburseCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "disburse", abstract: say(.disburseAbstract),
      discussion: say(.disburseDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var place: BankOption
  @OptionGroup var selection: LoanSelection
  @Option(help: ArgumentHelp(.disburseOnHelp)) var on: Day?
  @Option(help: ArgumentHelp(.partHelp)) var amount: String?
  @Option(help: ArgumentHelp(.accountHelp)) var account: String?
  @Option(help: ArgumentHelp(.stepKeyHelp)) var key: String?

  func validate() throws {
    try selection.validateKey(key)
    if amount != nil, key == nil { throw ValidationError(say(.partNeedsKey)) }
  }

  func run() async throws {
    try await global.inBank(place) { session, bank in
      let part = try amount.map { try bank.amount($0) }
      let listing = try await selection.each(.signed, of: bank, session) { number in
        var request = DisbursementRequest(loanNumber: number, on: on, key: key)
        request.amount = part
        request.account = account
        let isNew = try await DisburseLoan.run(
          request, bank: bank.code, caller: session.caller, on: session.pool)
        return (isNew, LoanStatus.active.rawValue)
      }
      try output.print(listing)
    }
  }
}
