import ArgumentParser
import Banks
import Interchange
import Operations
import Quantities

/// `shanhai loan charge-costs`: what the bank laid out to enforce its claim.
struct LoanChargeCostsCommand: LoanChange {
  static let words = LoanChangeWords(
    name: "charge-costs", abstract: .chargeCostsAbstract, discussion: .chargeCostsDiscussion)

  @OptionGroup var change: ChangeOptions
  @OptionGroup var effective: EffectiveOption
  @Option(help: ArgumentHelp(.amountHelp)) var amount: String

  var effectiveOn: Day? { effective.on }

  func event(_ session: Session, in bank: Bank) throws -> ServicingEvent {
    .costsCharged(try bank.amount(amount))
  }
}

/// `shanhai loan refund`: of what was paid too much, a part is given back.
struct LoanRefundCommand: LoanChange {
  static let words = LoanChangeWords(
    name: "refund", abstract: .refundAbstract, discussion: .refundDiscussion)

  @OptionGroup var change: ChangeOptions
  @OptionGroup var effective: EffectiveOption
  @Option(help: ArgumentHelp(.amountHelp)) var amount: String

  var effectiveOn: Day? { effective.on }

  func event(_ session: Session, in bank: Bank) throws -> ServicingEvent {
    .refunded(try bank.amount(amount))
  }
}

/// `shanhai loan payoff`: what pays a loan off on a day.
struct LoanPayoffCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "payoff", abstract: say(.payoffAbstract), discussion: say(.payoffDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var place: BankOption
  @Argument(help: ArgumentHelp(.numberHelp)) var number: String
  @Option(help: ArgumentHelp(.payoffOnHelp)) var on: Day?

  func run() async throws {
    try await global.inBank(place) { session, bank in
      let quote = try await QuotePayoff.run(number, on: on, bank: bank.code, on: session.pool)
      var listing = Listing([.init("name", say(.name)), .init("amount", say(.amount), .right)])
      let parts: [(String, Phrase, Money)] = [
        ("costs", .changeCosts, quote.costs), ("interest", .interest, quote.interest),
        ("compound", .changeCompound, quote.compound), ("penalty", .changePenalty, quote.penalty),
        ("principal", .principal, quote.principal), ("credit", .payoffCredit, quote.credit),
        ("total", .payoffTotal, quote.total),
      ]
      listing.rows = parts.map { key, phrase, amount in
        [.word(key, shown: say(phrase)), .money(amount, bank.currency)]
      }
      var head = Listing([.init("name", say(.name)), .init("value", say(.value))])
      head.rows = [
        [.word("number", shown: say(.loanNumber)), .text(number)],
        [.word("on", shown: say(.payoffDay)), .day(quote.on)],
      ]
      try output.print([
        ListingSection(key: "loan", title: say(.sectionLoan), listing: head),
        ListingSection(key: "payoff", title: say(.sectionPayoff(quote.on)), listing: listing),
      ])
    }
  }
}
