import ArgumentParser
import Banks
import Interchange
import Operations
import Quantities
import Servicing

/// `shanhai loan repay`: money comes in: one repayment, a file of them, or one for a group.
struct LoanRepayCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "repay", abstract: say(.repayAbstract), discussion: say(.repayDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var place: BankOption
  @Argument(help: ArgumentHelp(.numberHelp)) var number: String?
  @Option(help: ArgumentHelp(.amountHelp)) var amount: String?
  @Option(help: ArgumentHelp(.repaidOnHelp)) var on: Day?
  @Option(help: ArgumentHelp(.keyHelp)) var key: String?
  @Flag(help: ArgumentHelp(.inAdvanceHelp)) var inAdvance = false
  @Option(help: ArgumentHelp(.repayAdvanceHelp)) var advance: Advance?
  @Option(help: ArgumentHelp(.repayFromHelp)) var from: PaidBy?
  @Option(help: ArgumentHelp(.repayPartyHelp, valueName: "reference")) var party: String?
  @Flag(help: ArgumentHelp(.repayAgainHelp)) var again = false
  @Option(help: ArgumentHelp(.repaymentFileHelp)) var file: String?
  @Option(help: ArgumentHelp(.repayGroupHelp, valueName: "reference")) var group: String?
  @Option(name: .customLong("for"), help: ArgumentHelp(.repayForHelp, valueName: "loan"))
  var named: [String] = []
  @Option(help: ArgumentHelp(.repayRestToHelp, valueName: "loan")) var restTo: String?
  @Flag(
    name: [.customLong("check"), .customLong("preview")], help: ArgumentHelp(.repayCheckHelp))
  var check = false

  private var mode: ServicingMode { check ? .preview : .record }

  func validate() throws {
    let payment = [amount, key]
    let isWhole = payment.allSatisfy { $0 != nil }
    let isNone = payment.allSatisfy { $0 == nil }
    let ways = [number != nil && isWhole, file != nil && isNone, group != nil && isWhole]
    guard ways.count(where: { $0 }) == 1,
      [number, file, group].count(where: { $0 != nil }) == 1
    else { throw ValidationError(say(.oneRepaymentOrFile)) }
    guard group != nil || (named.isEmpty && restTo == nil) else {
      throw ValidationError(say(.forOnlyWithGroup))
    }
    guard number != nil || (!inAdvance && advance == nil && from == nil && party == nil) else {
      throw ValidationError(say(.advanceOnlyWithLoan))
    }
  }

  func run() async throws {
    try await global.inBank(place) { session, bank in
      if let file {
        try await runFile(file, session, bank)
      } else if let group {
        try await runGroup(group, session, bank)
      } else {
        try await runLoan(session, bank)
      }
      if check { Output.writeError(say(.nothingBooked) + "\n") }
    }
  }

  private func runLoan(_ session: Session, _ bank: Bank) async throws {
    guard party == nil || from != nil else {
      throw CollectionError.partyWithoutFrom(party ?? "")
    }
    var request = RepaymentRequest(
      loanNumber: number ?? "", amount: try bank.amount(amount ?? ""), on: on,
      inAdvance: advance ?? (inAdvance ? .lowersInstallments : nil), key: key ?? "")
    request.from = from?.rawValue
    request.party = party
    request.acceptsDuplicate = again
    let outcomes: [RepaymentOutcome]
    if check {
      outcomes = try await BookRepayments.run(
        [Lined(request, line: 1)], mode: mode, bank: bank.code, caller: session.caller,
        on: session.pool)
    } else {
      let receipt = try await RecordRepayment.run(
        request, bank: bank.code, caller: session.caller, on: session.pool)
      outcomes = [.booked(receipt)]
    }
    var page = ReceiptPage(bank.currency)
    for outcome in outcomes {
      switch outcome {
      case .booked(let receipt): page.add(request, receipt)
      case .refused(let error): throw error
      }
    }
    try output.print(page.listing)
  }

  /// Each line is booked by itself; those refused are reported with their number.
  private func runFile(_ file: String, _ session: Session, _ bank: Bank) async throws {
    let reader = try CSVReader(ByteSource(path: file), columns: RepaymentFile.columns)
    let content = try RepaymentFile(reader, of: bank, again: again)
    let outcomes = try await BookRepayments.run(
      content.lines, mode: mode, bank: bank.code, caller: session.caller, on: session.pool)
    var problems = content.problems
    var page = ReceiptPage(bank.currency, ofFile: true)
    for (line, outcome) in zip(content.lines, outcomes) {
      switch outcome {
      case .booked(let receipt): page.add(line.value, receipt, line: line.line)
      case .refused(let error):
        problems.note(LineProblem(line.line, refused: error, bank.currency))
      }
    }
    page.skipped = content.skipped
    page.refused = problems.count
    try output.print(page.listing)
    guard problems.isEmpty else {
      Output.writeError(Listing(problems).text(.table))
      throw Failure(
        .refused, code: "servicing.lines_refused",
        check
          ? .linesWouldBeRefused(problems.count, accepted: page.count)
          : .linesRefused(problems.count, accepted: page.count, keepsGood: true))
    }
  }

  private func runGroup(_ group: String, _ session: Session, _ bank: Bank) async throws {
    var request = GroupRepaymentRequest(
      group: group, amount: try bank.amount(amount ?? ""), on: on, key: key ?? "")
    request.named = named
    request.restTo = restTo
    request.acceptsDuplicate = again
    let receipt = try await RepayGroup.run(
      request, mode: mode, bank: bank.code, caller: session.caller, on: session.pool)
    try output.print(Listing(receipt, bank.currency))
  }
}

extension Advance: ExpressibleByArgument {}
extension PaidBy: ExpressibleByArgument {}
