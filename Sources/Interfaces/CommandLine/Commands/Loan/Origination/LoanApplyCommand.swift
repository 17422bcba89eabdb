import ArgumentParser
import Banks
import Interchange
import Operations
import Quantities

/// `shanhai loan apply`: one application becomes a loan with a number and a schedule.
struct LoanApplyCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "apply", abstract: say(.applyAbstract), discussion: say(.applyDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var place: BankOption

  @Option(help: ArgumentHelp(.keyHelp)) var key: String
  @Option(help: ArgumentHelp(.branchHelp)) var branch: String
  @Option(help: ArgumentHelp(.borrowerHelp)) var borrower: String
  @Option(help: ArgumentHelp(.lineHelp)) var line: String
  @Option(help: ArgumentHelp(.amountHelp)) var amount: String
  @Option(help: ArgumentHelp(.agreedOnHelp)) var agreedOn: String
  @Option(help: ArgumentHelp(.startsOnHelp)) var startsOn: String?
  @Option(help: ArgumentHelp(.maturesOnHelp)) var maturesOn: String
  @Option(help: ArgumentHelp(.methodHelp)) var method: String
  @Option(help: ArgumentHelp(.interestEveryHelp)) var interestEveryMonths: String?
  @Option(help: ArgumentHelp(.settlementDayHelp)) var settlementDay: String?
  @Option(help: ArgumentHelp(.principalEveryHelp)) var principalEveryMonths: String?
  @Option(help: ArgumentHelp(.principalFromHelp)) var principalFrom: String?
  @Option(help: ArgumentHelp(.planHelp)) var plan: String?
  @Option(help: ArgumentHelp(.monthWeightsHelp)) var monthWeights: String?
  @Option(help: ArgumentHelp(.basisHelp)) var basis: String?
  @Option(help: ArgumentHelp(.ratePercentHelp)) var ratePercent: String?
  @Option(help: ArgumentHelp(.categoryHelp)) var category: String?
  @Option(help: ArgumentHelp(.purposeHelp)) var purpose: String
  @Flag(help: ArgumentHelp(.subsidisedHelp)) var subsidised = false
  @Option(help: ArgumentHelp(.subsidyUntilHelp)) var subsidyUntil: String?

  func run() async throws {
    try await global.inBank(place) { session, bank in
      let reader = try CSVReader(ByteSource(text: fields), columns: ApplicationFields.columns)
      guard let row = try reader.next() else { return }
      let request = try ApplicationFields.request(row, currency: bank.currency)
      let taken = try await ApplyForLoan.run(
        request, bank: bank.code, caller: session.caller, on: session.pool)
      var listing = Listing([.init("loan_number", say(.loanNumber)), .init("new", say(.isNew))])
      listing.rows = [
        [.text(taken.loanNumber), .flag(taken.isNew, shown: say(.yesNo(taken.isNew)))]
      ]
      try output.print(listing)
    }
  }

  /// The options as the row of a file, so that both are read by the same code.
  private var fields: String {
    let given: [(String, String?)] = [
      ("key", key), ("branch", branch), ("borrower", borrower), ("line", line),
      ("amount", amount), ("agreed_on", agreedOn), ("starts_on", startsOn),
      ("matures_on", maturesOn), ("method", method),
      ("interest_every_months", interestEveryMonths), ("settlement_day", settlementDay),
      ("principal_every_months", principalEveryMonths), ("principal_from", principalFrom),
      ("plan", plan), ("month_weights", monthWeights), ("basis", basis),
      ("rate_percent", ratePercent), ("category", category), ("purpose", purpose),
      ("subsidised", subsidised ? "yes" : "no"), ("subsidy_until", subsidyUntil),
    ]
    return CSVWriter.line(given.map(\.0)) + CSVWriter.line(given.map { $0.1 ?? "" })
  }
}
