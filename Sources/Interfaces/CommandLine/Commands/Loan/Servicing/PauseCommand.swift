import ArgumentParser
import Banks
import LoanProducts
import Operations
import Quantities

/// `shanhai loan pause`: instalments are put off, of one loan or by decree of many.
struct LoanPauseCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "pause", abstract: say(.pauseAbstract), discussion: say(.pauseDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var place: BankOption
  @OptionGroup var scope: DecreeScope
  @OptionGroup var request: RequestOptions
  @OptionGroup var effective: EffectiveOption
  @OptionGroup var concession: RestructuringOption
  @Option(help: ArgumentHelp(.pauseUntilHelp)) var until: Day
  @Option(help: ArgumentHelp(.pauseDivisionHelp)) var division: String?
  @Option(help: ArgumentHelp(.listLineHelp)) var line: ProductLine?

  func validate() throws {
    if scope.all != (division != nil) || (line != nil && !scope.all) {
      throw ValidationError(say(.divisionWithAll))
    }
  }

  func run() async throws {
    var loans = DecreedLoans()
    loans.number = scope.number
    loans.divisionPrefix = division
    loans.line = line
    var decree = Decree(
      event: .paused(until: until), loans: loans, on: effective.on,
      reason: request.reason ?? "", key: request.key ?? RequestOptions.previewKey)
    decree.isRestructuring = concession.restructuring
    try await global.inBank(place) { session, bank in
      try await DecreeReport(decree, bank, isPreview: request.preview).run(session, output)
    }
  }
}
