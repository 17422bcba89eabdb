import ArgumentParser
import Banks
import Interchange
import Operations
import Quantities

/// `shanhai loan originate FILE`: many applications at once, with a report by line.
struct LoanOriginateCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "originate", abstract: say(.originateAbstract),
      discussion: say(.originateDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var place: BankOption
  @Argument(help: ArgumentHelp(.applicationFileHelp)) var file: String
  @Flag(help: ArgumentHelp(.goodRowsHelp)) var goodRows = false

  func run() async throws {
    try await global.inBank(place) { session, bank in
      var problems = LineProblems()
      let (lines, requests) = try read(&problems, bank)
      let outcomes = try await ApplyForLoan.run(
        requests, goodRows ? .goodRows : problems.isEmpty ? .allOrNone : .checkOnly,
        bank: bank.code,
        caller: session.caller, on: session.pool)
      for (line, outcome) in zip(lines, outcomes) {
        guard case .refused(let error) = outcome else { continue }
        problems.note(LineProblem(line, inWords: Failure(error, currency: bank.currency)))
      }
      let isKept = goodRows || problems.isEmpty
      let numbers = zip(lines, outcomes).compactMap { line, outcome in
        if case .accepted(let number, let isNew) = outcome { return (line, number, isNew) }
        return nil
      }
      if isKept { try output.print(listing(numbers)) }
      try report(problems, accepted: isKept ? numbers.count : 0)
    }
  }

  private func read(
    _ problems: inout LineProblems, _ bank: Bank
  ) throws -> (lines: [Int], requests: [ApplicationRequest]) {
    let reader = try CSVReader(ByteSource(path: file), columns: ApplicationFields.columns)
    var lines: [Int] = []
    var requests: [ApplicationRequest] = []
    while let row = try reader.next(noting: &problems) {
      if let other = row["bank"], other != bank.code { continue }
      let request = problems.collect { () throws(LineProblem) in
        try ApplicationFields.request(row, currency: bank.currency)
      }
      if let request {
        lines.append(row.line)
        requests.append(request)
      }
    }
    return (lines, requests)
  }

  private func listing(_ numbers: [(Int, String, Bool)]) -> Listing {
    var listing = Listing([
      .init("line", say(.line), .right), .init("loan_number", say(.loanNumber)),
      .init("new", say(.isNew)),
    ])
    listing.rows = numbers.map { line, number, isNew in
      [.integer(line), .text(number), .flag(isNew, shown: say(.yesNo(isNew)))]
    }
    return listing
  }

  /// Lists what was refused on standard error and ends with one line that says how many.
  private func report(_ problems: LineProblems, accepted: Int) throws {
    guard !problems.isEmpty else { return }
    Output.writeError(Listing(problems).text(.table))
    throw Failure(
      .refused, code: "origination.lines_refused",
      .linesRefused(problems.count, accepted: accepted, keepsGood: goodRows))
  }
}
