import ArgumentParser
import Interchange
import Operations
import Quantities

/// `shanhai report ecl`: expected credit losses of a portfolio, or of one loan with all its terms.
struct ExpectedLossCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "ecl", abstract: say(.expectedLossAbstract),
      discussion: say(.expectedLossDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var form: ReportOptions
  @Option(help: ArgumentHelp(.monthHelp, valueName: "YYYY-MM")) var month: Month
  @OptionGroup var owner: ScopeOptions
  @Option(help: ArgumentHelp(.explainedLoanHelp, valueName: "number")) var loan: String?
  @Option(help: ArgumentHelp(.knownAtHelp, valueName: "fact|instant")) var knownAt: KnownAt?
  @Option(help: ArgumentHelp(.readingJobsHelp, valueName: "number")) var jobs = 2

  func run() async throws {
    try form.check()
    let scope = try owner.scope(of: "report ecl", knownAt: knownAt)
    let request = RiskRequest(month: month, scope: scope, knownAt: knownAt)
    guard let loan else {
      return try await global.withDatabase { session in
        let losses = try await ExpectLosses.run(request, jobs: jobs, on: session.pool)
        try form.write(ExpectedLossDocument(losses, .current).document)
      }
    }
    guard case .bank(let code) = scope else {
      throw Failure(.usage, code: "usage.loan_of_one_bank", .loanOfOneBank)
    }
    try await global.withDatabase { session in
      let explained = try await ExpectLosses.explain(
        loan, bank: code, request, on: session.pool)
      try form.write(ExplainedLossDocument(explained, .current).document)
    }
  }
}
