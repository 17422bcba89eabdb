import ArgumentParser
import Banks
import Interchange
import Operations
import Quantities

/// `shanhai loan condition`: what the next disbursement waits for.
struct LoanConditionCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "condition", abstract: say(.conditionAbstract),
      discussion: say(.conditionDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var place: BankOption
  @Argument(help: ArgumentHelp(.numberHelp)) var number: String
  @Option(help: ArgumentHelp(.conditionAddHelp, valueName: "code")) var add: String?
  @Option(help: ArgumentHelp(.conditionMetHelp, valueName: "code")) var met: String?
  @Option(help: ArgumentHelp(.noteHelp)) var note = ""
  @Option(help: ArgumentHelp(.keyHelp)) var key: String?

  func validate() throws {
    let given = [add, met].compactMap(\.self).count
    guard given <= 1, (given == 1) == (key != nil) else {
      throw ValidationError(say(.conditionOneOfTwo))
    }
  }

  func run() async throws {
    try await global.inBank(place) { session, bank in
      let open: [String]
      if let code = add ?? met, let key {
        let request = ConditionRequest(
          loanNumber: number, code: code, isMet: met != nil, note: note, key: key)
        open = try await ChangeCondition.run(
          request, bank: bank.code, caller: session.caller, on: session.pool
        ).open
      } else {
        open = try await ReadApplication.run(number, bank: bank.code, on: session.pool)
          .openConditions
      }
      var listing = Listing([
        .init("loan_number", say(.loanNumber)), .init("open_condition", say(.conditionOpen)),
      ])
      listing.rows = open.map { [.text(number), .text($0)] }
      try output.print(listing)
    }
  }
}
