import ArgumentParser
import Classification
import Interchange
import LoanProducts
import Operations
import Quantities
import Repositories

/// `shanhai loan list`: a bank's loans, narrowed, sorted and paged.
struct LoanListCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list", abstract: say(.listAbstract), discussion: say(.listDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var filter: LoanListOptions
  @Option(help: ArgumentHelp(.listSortHelp)) var sort = LoanOrder.number
  @Option(help: ArgumentHelp(.listRowsHelp, valueName: "1…10000")) var rows = 50
  @Option(help: ArgumentHelp(.listAfterHelp, valueName: "key")) var after: String?
  @Flag(help: ArgumentHelp(.listTotalsHelp)) var totals = false
  @Flag(help: ArgumentHelp(.revealHelp)) var reveal = false

  func run() async throws {
    var request = filter.request
    request.order = sort
    request.rows = rows
    request.after = after
    request.withTotals = totals
    try await global.withDatabase { session in
      let list = try await ListLoans.run(request, caller: session.caller, on: session.pool)
      try Output.write(list.text(output.format, reveal: reveal))
      if let note = list.note(output.format) { Output.writeError(say(note) + "\n") }
    }
  }
}

/// Which loans a list shows.
struct LoanListOptions: ParsableArguments {
  @Option(help: ArgumentHelp(.listBankHelp, valueName: "code")) var bank: String?
  @Option(help: ArgumentHelp(.branchHelp, valueName: "code")) var branch: String?
  @Option(help: ArgumentHelp(.listOfficerHelp, valueName: "code")) var officer: String?
  @Option(help: ArgumentHelp(.listLineHelp)) var line: ProductLine?
  @Option(help: ArgumentHelp(.listStatusHelp)) var status: LoanStatus?
  @Option(name: .customLong("class"), help: ArgumentHelp(.listClassHelp, valueName: "class"))
  var riskClass: RiskClass?
  @Option(help: ArgumentHelp(.listAsOfHelp, valueName: "day")) var asOf: Day?
  @Option(help: ArgumentHelp(.borrowerHelp, valueName: "reference")) var borrower: String?
  @Option(help: ArgumentHelp(.listFromHelp, valueName: "day")) var from: Day?
  @Option(help: ArgumentHelp(.listUntilHelp, valueName: "day")) var until: Day?
  @Option(help: ArgumentHelp(.listDueFromHelp, valueName: "day")) var dueFrom: Day?
  @Option(help: ArgumentHelp(.listDueUntilHelp, valueName: "day")) var dueUntil: Day?
  @Option(help: ArgumentHelp(.listOverdueDaysMinHelp, valueName: "days")) var overdueDaysMin: Int?

  var request: LoanListRequest {
    var request = LoanListRequest()
    request.bank = bank
    request.branch = branch
    request.officer = officer
    request.line = line
    request.status = status
    request.riskClass = riskClass
    request.asOf = asOf
    request.borrower = borrower
    request.disbursed = DaySpan(from: from, until: until)
    request.matures = DaySpan(from: dueFrom, until: dueUntil)
    request.overdueDaysAtLeast = overdueDaysMin
    return request
  }
}

extension ProductLine: ExpressibleByArgument {}
extension LoanStatus: ExpressibleByArgument {}
extension RiskClass: ExpressibleByArgument {}
extension LoanOrder: ExpressibleByArgument {}
