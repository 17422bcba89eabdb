import ArgumentParser
import Banks
import Interchange
import Operations
import Quantities
import Repositories

/// `shanhai subsidy pay`: money of a programme comes in.
struct SubsidyPayCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "pay", abstract: say(.subsidyPayAbstract),
      discussion: say(.subsidyPayDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var place: BankOption
  @Argument(help: ArgumentHelp(.claimHelp)) var claim: Int
  @Option(help: ArgumentHelp(.subsidyAmountHelp)) var amount: String?
  @Option(name: .customLong("loan"), help: ArgumentHelp(.subsidyLoansHelp)) var loans: [String] = []
  @Option(help: ArgumentHelp(.payersOnHelp)) var on: Day?
  @Option(help: ArgumentHelp(.keyHelp)) var key: String

  func run() async throws {
    try await global.inBank(place) { session, bank in
      let request = SubsidyPaymentRequest(
        claim: claim, amount: try amount.map { try bank.amount($0) }, loans: loans, on: on,
        key: key)
      let settlement = try await PaySubsidy.run(
        request, bank: bank.code, caller: session.caller, on: session.pool)
      try output.print(.settlement(settlement, bank.currency))
    }
  }
}

/// `shanhai subsidy reject`: a programme refuses what was claimed for a loan.
struct SubsidyRejectCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "reject", abstract: say(.subsidyRejectAbstract),
      discussion: say(.subsidyRejectDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var place: BankOption
  @Argument(help: ArgumentHelp(.claimHelp)) var claim: Int
  @Option(help: ArgumentHelp(.numberHelp)) var loan: String
  @Option(help: ArgumentHelp(.amountHelp)) var amount: String
  @Option(help: ArgumentHelp(.payersReasonHelp)) var reason: String
  @Option(help: ArgumentHelp(.refusedOwedByHelp, valueName: "borrower|bank"))
  var owedBy: BearerOfRefused?
  @Option(help: ArgumentHelp(.payersOnHelp)) var on: Day?
  @Option(help: ArgumentHelp(.keyHelp)) var key: String

  func run() async throws {
    try await global.inBank(place) { session, bank in
      var request = SubsidyRefusalRequest(
        claim: claim, loan: loan, amount: try bank.amount(amount), reason: reason, key: key)
      request.isOwedByBorrower = owedBy.map { $0 == .borrower }
      request.on = on
      let settlement = try await RefuseSubsidy.run(
        request, bank: bank.code, caller: session.caller, on: session.pool)
      try output.print(.settlement(settlement, bank.currency))
    }
  }
}

extension BearerOfRefused: ExpressibleByArgument {}

extension Listing {
  fileprivate static func settlement(
    _ settlement: SubsidySettlement, _ currency: Currency
  ) -> Listing {
    var listing = Listing([
      .init("loan_number", say(.loanNumber)), .init("effective_on", say(.effectiveOn)),
      .init("amount", say(.amount), .right), .init("new", say(.isNew)),
    ])
    listing.rows = settlement.loans.map {
      [
        .text($0.number), .day($0.effectiveOn), .money($0.amount, currency),
        .flag(settlement.isNew, shown: say(.yesNo(settlement.isNew))),
      ]
    }
    let sum = settlement.loans.reduce(Money.zero) { $0 + $1.amount }
    listing.totals = [.text(say(.payersTotal)), .none, .money(sum, currency), .none]
    return listing
  }
}
