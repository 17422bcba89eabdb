import ArgumentParser
import Banks
import Interchange
import Operations
import Quantities
import Servicing

/// `shanhai loan promise`: a borrower gave his word to pay; without options, what became of each.
struct LoanPromiseCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "promise", abstract: say(.promiseAbstract),
      discussion: say(.promiseDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var place: BankOption
  @Argument(help: ArgumentHelp(.numberHelp)) var number: String
  @Option(help: ArgumentHelp(.amountHelp)) var amount: String?
  @Option(help: ArgumentHelp(.promiseByHelp, valueName: "day")) var by: Day?
  @Option(help: ArgumentHelp(.collectedOnHelp, valueName: "day")) var on: Day?
  @Option(help: ArgumentHelp(.collectionTextHelp)) var text = ""
  @Option(help: ArgumentHelp(.keyHelp)) var key: String?

  func validate() throws {
    let given = [amount != nil, by != nil, key != nil]
    let isAsking = !given.contains(true) && on == nil && text.isEmpty
    guard isAsking || !given.contains(false) else { throw ValidationError(say(.promiseWhole)) }
  }

  func run() async throws {
    try await global.inBank(place) { session, bank in
      guard let amount, let by, let key else {
        let found = try await ShowCollectionHistory.run(
          number, bank: bank.code, on: session.pool)
        try output.print(
          Listing(found.history.promises(on: found.businessDate), bank.currency))
        return
      }
      var request = PromiseRequest(
        loanNumber: number, amount: try bank.amount(amount), by: by, on: on, key: key)
      request.text = text
      let receipt = try await RecordPromise.run(
        request, bank: bank.code, caller: session.caller, on: session.pool)
      try output.print(Listing(receipt.promises, bank.currency))
    }
  }
}

extension Listing {
  /// Promises and what became of them.
  fileprivate init(_ promises: [PromiseOutcome], _ currency: Currency) {
    self.init([
      .init("fact", say(.fact), .right), .init("made_on", say(.promiseMadeOn)),
      .init("amount", say(.amount), .right), .init("by", say(.promiseBy)),
      .init("received", say(.promiseReceived), .right), .init("state", say(.promiseState)),
    ])
    rows = promises.map { outcome in
      [
        .integer(Int(outcome.promise.number)), .day(outcome.promise.madeOn),
        .money(outcome.promise.amount, currency), .day(outcome.promise.by),
        .money(outcome.received, currency),
        .word(outcome.state.rawValue, shown: say(.named(outcome.state))),
      ]
    }
  }
}
