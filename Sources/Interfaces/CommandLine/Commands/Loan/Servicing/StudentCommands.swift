import ArgumentParser
import Banks
import LoanProducts
import Operations
import Quantities

/// `shanhai loan graduate`: a student leaves school on another day than was planned.
struct LoanGraduateCommand: LoanChange {
  static let words = LoanChangeWords(
    name: "graduate", abstract: .graduateAbstract, discussion: .graduateDiscussion)

  @OptionGroup var change: ChangeOptions
  @Option(help: ArgumentHelp(.graduateOnHelp)) var on: Day
  @Option(help: ArgumentHelp(.knownOnHelp)) var knownOn: Day?

  var effectiveOn: Day? { knownOn }

  func event(_ session: Session, in bank: Bank) -> ServicingEvent { .graduated(on: on) }
}

/// `shanhai loan state-waiver`: the State pays a year's interest of those who have graduated.
struct LoanStateWaiverCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "state-waiver", abstract: say(.stateWaiverAbstract),
      discussion: say(.stateWaiverDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var place: BankOption
  @OptionGroup var scope: DecreeScope
  @OptionGroup var request: RequestOptions
  @OptionGroup var effective: EffectiveOption
  @Option(help: ArgumentHelp(.waiverYearHelp)) var year: Int
  @Flag(help: ArgumentHelp(.deferPrincipalHelp)) var deferPrincipal = false

  func run() async throws {
    let event = ServicingEvent.interestWaived(year: year, defersPrincipal: deferPrincipal)
    var loans = DecreedLoans()
    loans.line = .studentAid
    loans.number = scope.number
    let decree = Decree(
      event: event, loans: loans, on: effective.on, reason: request.reason ?? "",
      key: request.key ?? RequestOptions.previewKey)
    try await global.inBank(place) { session, bank in
      try await DecreeReport(decree, bank, isPreview: request.preview).run(session, output)
    }
  }
}
