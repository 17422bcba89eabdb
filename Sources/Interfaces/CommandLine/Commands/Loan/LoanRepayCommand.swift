import ArgumentParser
import Banks
import Interchange
import Operations
import Quantities
import Servicing

/// `shanhai loan repay`: money comes in, one repayment or a file of them.
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
  @Option(help: ArgumentHelp(.repaymentFileHelp)) var file: String?

  func validate() throws {
    let single = [number, amount, key]
    let isSingle = single.allSatisfy { $0 != nil }
    guard isSingle != (file != nil), isSingle || single.allSatisfy({ $0 == nil }) else {
      throw ValidationError(say(.oneRepaymentOrFile))
    }
  }

  func run() async throws {
    try await global.inBank(place) { session, bank in
      var listing = Listing.receipts
      guard let number, let amount, let key else {
        try await runFile(session, bank, &listing)
        return
      }
      guard let money = bank.currency.money(amount) else {
        throw Failure(.refused, code: "field.not_an_amount", .notAnAmount(amount, bank.currency))
      }
      let request = RepaymentRequest(
        loanNumber: number, amount: money, on: on,
        inAdvance: inAdvance ? .lowersInstallments : nil, key: key)
      let receipt = try await RecordRepayment.run(
        request, bank: bank.code, caller: session.caller, on: session.pool)
      listing.add(request, receipt, bank.currency)
      try output.print(listing)
    }
  }

  /// Each line is booked by itself; those refused are reported with their number.
  private func runFile(_ session: Session, _ bank: Bank, _ listing: inout Listing) async throws {
    let columns = CSVColumns(
      required: ["key", "loan_number", "amount", "on"], optional: ["in_advance", "bank"])
    let reader = try CSVReader(ByteSource(path: file ?? "-"), columns: columns)
    var problems = LineProblems()
    while let row = try reader.next(noting: &problems) {
      if let other = row["bank"], other != bank.code { continue }
      let request = problems.collect { () throws(LineProblem) in
        RepaymentRequest(
          loanNumber: try row.text("loan_number"),
          amount: try row.money("amount", in: bank.currency), on: try row.day("on"),
          inAdvance: try row.optional("in_advance", row.flag) ?? false
            ? .lowersInstallments : nil,
          key: try row.text("key"))
      }
      guard let request else { continue }
      do {
        let receipt = try await RecordRepayment.run(
          request, bank: bank.code, caller: session.caller, on: session.pool)
        listing.add(request, receipt, bank.currency)
      } catch {
        let failure = Failure(error, currency: bank.currency)
        guard failure.kind == .refused else { throw failure }
        problems.note(LineProblem(row.line, inWords: failure))
      }
    }
    try output.print(listing)
    guard problems.isEmpty else {
      Output.writeError(Listing(problems).text(.table))
      throw Failure(
        .refused, code: "servicing.lines_refused",
        .linesRefused(problems.count, accepted: listing.rows.count, keepsGood: true))
    }
  }
}

extension Listing {
  fileprivate static var receipts: Listing {
    Listing([
      .init("loan_number", say(.loanNumber)), .init("effective_on", say(.effectiveOn)),
      .init("interest", say(.toInterest), .right), .init("penalty", say(.toPenalty), .right),
      .init("principal", say(.toPrincipal), .right), .init("credit", say(.toCredit), .right),
      .init("outstanding", say(.outstanding), .right), .init("settled", say(.isSettled)),
      .init("new", say(.isNew)),
    ])
  }

  fileprivate mutating func add(
    _ request: RepaymentRequest, _ receipt: RepaymentReceipt, _ currency: Currency
  ) {
    rows.append([
      .text(request.loanNumber), .day(receipt.effectiveOn),
      .money(receipt.used.interest, currency), .money(receipt.used.penalty, currency),
      .money(receipt.used.principal, currency), .money(receipt.used.credit, currency),
      .money(receipt.outstanding, currency),
      .flag(receipt.isSettled, shown: say(.yesNo(receipt.isSettled))),
      .flag(receipt.isNew, shown: say(.yesNo(receipt.isNew))),
    ])
  }
}
