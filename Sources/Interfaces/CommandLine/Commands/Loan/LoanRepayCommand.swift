import ArgumentParser
import Banks
import Interchange
import Operations
import Quantities
import Servicing

/// `shanhai loan repay`: money comes in.
struct LoanRepayCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "repay", abstract: say(.repayAbstract), discussion: say(.repayDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var place: BankOption
  @Argument(help: ArgumentHelp(.numberHelp)) var number: String
  @Option(help: ArgumentHelp(.amountHelp)) var amount: String
  @Option(help: ArgumentHelp(.repaidOnHelp)) var on: Day?
  @Option(help: ArgumentHelp(.keyHelp)) var key: String
  @Flag(help: ArgumentHelp(.inAdvanceHelp)) var inAdvance = false

  func run() async throws {
    try await global.inBank(place) { session, bank in
      let currency = bank.currency
      guard let amount = currency.money(amount) else {
        throw Failure(
          .refused, code: "field.not_an_amount", .notAnAmount(self.amount, currency))
      }
      let receipt = try await RecordRepayment.run(
        RepaymentRequest(
          loanNumber: number, amount: amount, on: on, inAdvance: inAdvance, key: key),
        bank: bank.code, caller: session.caller, on: session.pool)
      var listing = Listing([
        .init("loan_number", say(.loanNumber)), .init("effective_on", say(.effectiveOn)),
        .init("interest", say(.toInterest), .right), .init("penalty", say(.toPenalty), .right),
        .init("principal", say(.toPrincipal), .right), .init("credit", say(.toCredit), .right),
        .init("outstanding", say(.outstanding), .right), .init("settled", say(.isSettled)),
        .init("new", say(.isNew)),
      ])
      listing.rows = [
        [
          .text(number), .day(receipt.effectiveOn), .money(receipt.used.interest, currency),
          .money(receipt.used.penalty, currency), .money(receipt.used.principal, currency),
          .money(receipt.used.credit, currency), .money(receipt.outstanding, currency),
          .flag(receipt.isSettled, shown: say(.yesNo(receipt.isSettled))),
          .flag(receipt.isNew, shown: say(.yesNo(receipt.isNew))),
        ]
      ]
      try output.print(listing)
    }
  }
}
