import ArgumentParser
import Operations
import Quantities

/// Up to when something was booked, and up to when it was known.
struct KnowledgeOptions: ParsableArguments {
  @Option(help: ArgumentHelp(.booksAsOfHelp, valueName: "YYYY-MM-DD")) var asOf: Day?
  @Option(help: ArgumentHelp(.knownAtHelp, valueName: "fact|instant")) var knownAt: KnownAt?
}

/// Which days of the books are asked for.
struct PeriodOptions: ParsableArguments {
  @Option(help: ArgumentHelp(.booksMonthHelp, valueName: "YYYY-MM")) var month: Month?
  @Option(help: ArgumentHelp(.booksFromHelp, valueName: "YYYY-MM-DD")) var from: Day?
  @Option(help: ArgumentHelp(.booksUntilHelp, valueName: "YYYY-MM-DD")) var until: Day?

  /// The request that these options and the others make.
  func request(_ knowledge: KnowledgeOptions) throws(Failure) -> BooksRequest {
    var request = BooksRequest(
      from: from, until: until, asOf: knowledge.asOf, knownAt: knowledge.knownAt)
    guard let month else { return request }
    guard from == nil, until == nil else {
      throw Failure(.usage, code: "usage.month_or_days", .monthOrDays)
    }
    request.from = month.firstDay
    request.until = month.lastDay
    return request
  }
}

extension KnownAt: ExpressibleByArgument {
  /// Given on the command line: a fact's number, or a moment in UTC.
  public init?(argument: String) { self.init(argument) }
}
