import ArgumentParser
import Banks
import Interchange
import Operations
import Origination
import Quantities

/// `shanhai loan survey`: what the officer found out on the spot, one or a file of them.
struct LoanSurveyCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "survey", abstract: say(.surveyAbstract), discussion: say(.surveyDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var place: BankOption
  @Argument(help: ArgumentHelp(.numberHelp)) var number: String?
  @Option(help: ArgumentHelp(.incomeHelp)) var income: String?
  @Option(help: ArgumentHelp(.expensesHelp)) var expenses: String?
  @Option(help: ArgumentHelp(.otherDebtHelp)) var otherDebt: String?
  @Option(help: ArgumentHelp(.yearsHelp)) var years: String?
  @Option(help: ArgumentHelp(.surveyOnHelp)) var on: String?
  @Option(help: ArgumentHelp(.noteHelp)) var note = ""
  @Option(help: ArgumentHelp(.keyHelp)) var key: String?
  @Option(help: ArgumentHelp(.surveyFileHelp)) var file: String?

  private static let columns = CSVColumns(
    required: ["key", "loan_number", "income", "expenses", "other_debt", "years"],
    optional: ["on", "note", "bank"])

  func validate() throws {
    try LoanRows.validate([number, income, expenses, otherDebt, years, key], file: file)
  }

  func run() async throws {
    try await global.inBank(place) { session, bank in
      var listing = Listing([
        .init("loan_number", say(.loanNumber)), .init("income", say(.surveyIncome), .right),
        .init("expenses", say(.surveyExpenses), .right),
        .init("other_debt", say(.surveyOtherDebt), .right),
        .init("years", say(.surveyYears), .right), .init("new", say(.isNew)),
      ])
      func survey(_ request: SurveyRequest) async throws {
        let isNew = try await SurveyBorrower.run(
          request, bank: bank.code, caller: session.caller, on: session.pool)
        let found = request.survey
        listing.rows.append([
          .text(request.loanNumber), .money(found.income, bank.currency),
          .money(found.expenses, bank.currency), .money(found.otherDebt, bank.currency),
          .integer(found.years), .flag(isNew, shown: say(.yesNo(isNew))),
        ])
      }
      if let file {
        let rows = LoanRows(file: file, columns: Self.columns, bank: bank)
        let problems = try await rows.each { row throws(LineProblem) in
          try Self.request(row, bank)
        } take: {
          try await survey($0)
        }
        return try output.print(listing, problems)
      }
      let reader = try CSVReader(ByteSource(text: fields), columns: Self.columns)
      guard let row = try reader.next() else { return }
      try await survey(try Self.request(row, bank))
      try output.print(listing)
    }
  }

  private static func request(
    _ row: CSVRow, _ bank: Bank
  ) throws(LineProblem) -> SurveyRequest {
    let survey = Survey(
      income: try row.money("income", in: bank.currency),
      expenses: try row.money("expenses", in: bank.currency),
      otherDebt: try row.money("other_debt", in: bank.currency),
      years: try row.number("years", in: 0...Survey.mostYears))
    var request = SurveyRequest(
      loanNumber: try row.text("loan_number"), survey: survey,
      on: try row.optional("on", row.day), key: try row.text("key"))
    request.note = row["note"] ?? ""
    return request
  }

  /// The options as the row of a file, so that both are read by the same code.
  private var fields: String {
    let given: [(String, String?)] = [
      ("key", key), ("loan_number", number), ("income", income), ("expenses", expenses),
      ("other_debt", otherDebt), ("years", years), ("on", on), ("note", note),
    ]
    return CSVWriter.line(given.map(\.0)) + CSVWriter.line(given.map { $0.1 ?? "" })
  }
}
