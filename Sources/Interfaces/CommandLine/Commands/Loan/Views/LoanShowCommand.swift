import ArgumentParser
import Banks
import Operations
import Quantities

/// `shanhai loan show`: one loan with its schedule, facts, postings, and balances as of a day.
struct LoanShowCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "show", abstract: say(.showAbstract), discussion: say(.showDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var place: BankOption
  @Argument(help: ArgumentHelp(.numberHelp)) var number: String
  @Option(help: ArgumentHelp(.asOfHelp, valueName: "YYYY-MM-DD")) var asOf: Day?
  @Option(help: ArgumentHelp(.scheduleHelp, valueName: "signed|fact")) var schedule: String?
  @Flag(help: ArgumentHelp(.revealHelp)) var reveal = false

  func run() async throws {
    let choice = try chosenSchedule()
    try await global.inBank(place) { session, bank in
      let file = try await ShowLoan.run(
        number, asOf: asOf, bank: bank.code, on: session.pool)
      try output.print(try LoanSections(file, schedule: choice, reveal: reveal).all)
    }
  }

  private func chosenSchedule() throws -> ScheduleChoice {
    guard let schedule else { return .standing }
    guard let choice = ScheduleChoice(schedule) else {
      throw Failure(.usage, code: "usage.schedule_not_named", .scheduleNotNamed(schedule))
    }
    return choice
  }
}
