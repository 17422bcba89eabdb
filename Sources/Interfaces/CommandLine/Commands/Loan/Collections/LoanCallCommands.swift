import ArgumentParser
import Banks
import Interchange
import Operations
import Quantities
import Repositories

/// `shanhai loan call-group`: the other members of a joint-liability group are called to pay.
struct LoanCallGroupCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "call-group", abstract: say(.callGroupAbstract),
      discussion: say(.callGroupDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var place: BankOption
  @OptionGroup var call: CallOptions

  func run() async throws {
    try await global.inBank(place) { session, bank in
      let receipt = try await CallToPay.run(
        call.request(.group), bank: bank.code, caller: session.caller, on: session.pool)
      try output.print(Listing(receipt, bank.currency, reveal: call.reveal))
    }
  }
}

/// `shanhai loan call-guarantor`: a guarantor is called to pay.
struct LoanCallGuarantorCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "call-guarantor", abstract: say(.callGuarantorAbstract),
      discussion: say(.callGuarantorDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var place: BankOption
  @OptionGroup var call: CallOptions
  @Option(help: ArgumentHelp(.guarantorHelp, valueName: "reference")) var guarantor: String

  func run() async throws {
    try await global.inBank(place) { session, bank in
      let receipt = try await CallToPay.run(
        call.request(.guarantor(guarantor)), bank: bank.code, caller: session.caller,
        on: session.pool)
      try output.print(Listing(receipt, bank.currency, reveal: call.reveal))
    }
  }
}

/// What both calls take.
struct CallOptions: ParsableArguments {
  @Argument(help: ArgumentHelp(.numberHelp)) var number: String
  @Option(help: ArgumentHelp(.collectedOnHelp, valueName: "day")) var on: Day?
  @Option(help: ArgumentHelp(.collectionTextHelp)) var text = ""
  @Option(help: ArgumentHelp(.keyHelp)) var key: String
  @Flag(help: ArgumentHelp(.revealHelp)) var reveal = false

  func request(_ called: CallRequest.Called) -> CallRequest {
    var request = CallRequest(loanNumber: number, called, on: on, key: key)
    request.text = text
    return request
  }
}

extension Listing {
  /// Who was called for how much.
  fileprivate init(_ receipt: CallReceipt, _ currency: Currency, reveal: Bool) {
    self.init([
      .init("party", say(.calledParty)), .init("name", say(.name)),
      .init("share", say(.calledShare), .right), .init("fact", say(.fact), .right),
      .init("effective_on", say(.effectiveOn)), .init("new", say(.isNew)),
    ])
    rows = receipt.shares.map { share in
      let borrower = share.borrower?.borrower
      return [
        .text(share.reference),
        (reveal ? borrower?.name : borrower?.maskedName).map { .text($0) } ?? .none,
        .money(share.amount, currency), .integer(Int(receipt.factNumber)),
        .day(receipt.effectiveOn), .flag(receipt.isNew, shown: say(.yesNo(receipt.isNew))),
      ]
    }
    totals = [
      .text(say(.collectionTotal)), .none, .money(receipt.due, currency), .none, .none, .none,
    ]
  }
}
