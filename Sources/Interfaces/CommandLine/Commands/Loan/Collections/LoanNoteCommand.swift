import ArgumentParser
import Banks
import Interchange
import Operations
import Quantities
import Repositories

/// `shanhai loan note`: what was seen, said or agreed; without options, all work on the arrears.
struct LoanNoteCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "note", abstract: say(.noteAbstract), discussion: say(.noteDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var place: BankOption
  @Argument(help: ArgumentHelp(.numberHelp)) var number: String
  @Option(help: ArgumentHelp(.collectionTextHelp)) var text: String?
  @Option(help: ArgumentHelp(.collectedOnHelp, valueName: "day")) var on: Day?
  @Option(help: ArgumentHelp(.keyHelp)) var key: String?

  func validate() throws {
    guard (text == nil) == (key == nil), text != nil || on == nil else {
      throw ValidationError(say(.noteWhole))
    }
  }

  func run() async throws {
    try await global.inBank(place) { session, bank in
      if let text, let key {
        _ = try await RecordNote.run(
          NoteRequest(loanNumber: number, text: text, on: on, key: key), bank: bank.code,
          caller: session.caller, on: session.pool)
      }
      let found = try await ShowCollectionHistory.run(number, bank: bank.code, on: session.pool)
      try output.print(Listing(found.history.entries, bank.currency))
    }
  }
}

extension Listing {
  /// The work on a loan's arrears, the oldest first.
  fileprivate init(_ entries: [FactRecord], _ currency: Currency) {
    self.init([
      .init("fact", say(.fact), .right), .init("effective_on", say(.effectiveOn)),
      .init("kind", say(.kind)), .init("amount", say(.amount), .right),
      .init("about", say(.collectionAbout)), .init("text", say(.collectionText)),
      .init("login", say(.login)),
    ])
    rows = entries.map { fact in
      [
        .integer(Int(fact.number)), .day(fact.effectiveOn),
        .word(fact.isCall ? "called" : fact.kind.rawValue, shown: say(.collectionEntry(fact))),
        fact.amount.map { .money($0, currency) } ?? .none, .text(fact.about),
        fact.detail.text.map { .text($0) } ?? .none, .text(fact.login),
      ]
    }
  }
}

extension FactRecord {
  /// Due days, the promised day, or who was called.
  fileprivate var about: String {
    if let dues = detail.dues { return dues.joined(separator: " ") }
    if let shares = detail.shares { return shares.map(\.party).joined(separator: " ") }
    return detail.on ?? ""
  }
}
