import ArgumentParser
import Banks
import Interchange
import Operations
import Quantities
import Repositories

/// Whose loans a round looks at.
struct RoundOptions: ParsableArguments {
  @Option(help: ArgumentHelp(.roundOnHelp, valueName: "day")) var on: Day?
  @Option(help: ArgumentHelp(.roundOfficerHelp, valueName: "code")) var officer: String?
  @Option(help: ArgumentHelp(.branchHelp, valueName: "code")) var branch: String?
  @Option(help: ArgumentHelp(.villageHelp, valueName: "village")) var village: String?
  @Flag(help: ArgumentHelp(.revealHelp)) var reveal = false

  var scope: RoundScope {
    var scope = RoundScope(on: on)
    scope.officer = officer
    scope.branch = branch
    scope.village = village
    return scope
  }
}

/// `shanhai report collections`: the sheet of an officer's round.
struct CollectionsReportCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "collections", abstract: say(.collectionsAbstract),
      discussion: say(.collectionsDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var place: BankOption
  @OptionGroup var round: RoundOptions

  func run() async throws {
    try await global.inBank(place) { session, bank in
      let sheet = try await PlanRound.run(round.scope, bank: bank.code, on: session.pool)
      try Output.write(
        CollectionSheetPage(sheet, reveal: round.reveal).text(output.format))
    }
  }
}

/// `shanhai report reminders`: what is due or will be soon, by officer.
struct RemindersReportCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "reminders", abstract: say(.remindersAbstract),
      discussion: say(.remindersDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var place: BankOption
  @OptionGroup var round: RoundOptions
  @Option(help: ArgumentHelp(.aheadHelp, valueName: "0…366")) var ahead = 7

  func run() async throws {
    try await global.inBank(place) { session, bank in
      let list = try await ListReminders.run(
        round.scope, ahead: ahead, bank: bank.code, on: session.pool)
      try output.print(Listing(list, reveal: round.reveal))
    }
  }
}

extension Listing {
  /// What borrowers are to be reminded of.
  fileprivate init(_ list: ReminderList, reveal: Bool) {
    self.init([
      .init("officer", say(.officer)), .init("due_on", say(.dueOn)),
      .init("days_late", say(.daysLate), .right), .init("loan_number", say(.loanNumber)),
      .init("borrower", say(.borrower)), .init("principal", say(.principal), .right),
      .init("interest", say(.interest), .right), .init("charges", say(.collectionCharges), .right),
      .init("total", say(.collectionTotal), .right), .init("reminded_on", say(.remindedOn)),
      .init("reminded_how", say(.remindedHow)),
    ])
    let currency = list.bank.currency
    rows = list.lines.map { line in
      let borrower = line.borrower.borrower
      let channel = line.lastReminder?.detail.how.flatMap { ReminderChannel(rawValue: $0) }
      return [
        .text(line.officer), .day(line.dueOn), .integer(line.daysLate), .text(line.loanNumber),
        .text(reveal ? borrower.name : borrower.maskedName), .money(line.principal, currency),
        .money(line.interest, currency), .money(line.charges, currency),
        .money(line.total, currency), line.lastReminder.map { .day($0.effectiveOn) } ?? .none,
        channel.map { .word($0.rawValue, shown: say(.named($0))) } ?? .none,
      ]
    }
    func sum(_ amount: (ReminderLine) -> Money) -> Cell {
      let sum = list.lines.reduce(Int128(0)) { $0 + Int128(amount($1).minorUnits) }
      return .money(Money(minorUnits: Int64(clamping: sum)), currency)
    }
    totals =
      [.text(say(.linesCount(list.lines.count))), .none, .none, .none, .none]
      + [sum(\.principal), sum(\.interest), sum(\.charges), sum(\.total), .none, .none]
  }
}
