import ArgumentParser
import Banks
import Interchange
import Operations
import Quantities

/// `shanhai loan remind`: a borrower was reminded of what is due.
struct LoanRemindCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "remind", abstract: say(.remindAbstract), discussion: say(.remindDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var place: BankOption
  @Argument(help: ArgumentHelp(.numberHelp)) var number: String
  @Option(help: ArgumentHelp(.remindHowHelp)) var how: ReminderChannel
  @Option(help: ArgumentHelp(.remindDueHelp, valueName: "day")) var due: [Day] = []
  @Option(help: ArgumentHelp(.collectedOnHelp, valueName: "day")) var on: Day?
  @Option(help: ArgumentHelp(.collectionTextHelp)) var text = ""
  @Option(help: ArgumentHelp(.keyHelp)) var key: String

  func run() async throws {
    try await global.inBank(place) { session, bank in
      var request = ReminderRequest(
        loanNumber: number, how: how, dues: due, on: on, key: key)
      request.text = text
      let receipt = try await RemindBorrower.run(
        request, bank: bank.code, caller: session.caller, on: session.pool)
      var listing = Listing([
        .init("loan_number", say(.loanNumber)), .init("fact", say(.fact), .right),
        .init("effective_on", say(.effectiveOn)), .init("how", say(.remindedHow)),
        .init("dues", say(.remindedOf)), .init("amount", say(.amount), .right),
        .init("new", say(.isNew)),
      ])
      listing.rows = [
        [
          .text(number), .integer(Int(receipt.factNumber)), .day(receipt.effectiveOn),
          .word(how.rawValue, shown: say(.named(how))),
          .text(receipt.dues.map { "\($0)" }.joined(separator: " ")),
          .money(receipt.amount, bank.currency),
          .flag(receipt.isNew, shown: say(.yesNo(receipt.isNew))),
        ]
      ]
      try output.print(listing)
    }
  }
}

extension ReminderChannel: ExpressibleByArgument {}
