import ArgumentParser
import Banks
import Interchange
import Postgres
import Quantities
import Repositories

/// `shanhai borrower list`: a page of a bank's borrowers.
struct BorrowerListCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "list", abstract: say(.borrowerListAbstract))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var place: BankOption
  @Option(help: ArgumentHelp(.afterHelp, valueName: "reference")) var after = ""
  @Option(help: ArgumentHelp(.rowsHelp)) var rows = 50
  @Flag(help: ArgumentHelp(.revealHelp)) var reveal = false

  func validate() throws {
    guard (1...10_000).contains(rows) else { throw ValidationError(say(.rowsOutsideRange)) }
  }

  func run() async throws {
    let count = rows
    let start = after
    // One more than is shown tells whether another page follows.
    let found = try await global.inBank(place) { session, bank in
      try await session.pool.run { connection in
        try BorrowerRepository(connection).list(bankID: bank.id, after: start, count: count + 1)
      }
    }
    var listing = Listing([
      .init("reference", say(.reference)), .init("kind", say(.kind)), .init("name", say(.name)),
      .init("identity_scheme", say(.identityScheme)), .init("identity_number", say(.identity)),
      .init("born_on", say(.bornOn)), .init("division_code", say(.division)),
      .init("village", say(.village)),
      .init("household_reference", say(.household)), .init("group_reference", say(.group)),
    ])
    listing.rows = found.prefix(count).map(cells)
    if found.count > count { listing.next = found[count - 1].reference }
    try output.print(listing)
  }

  private func cells(_ record: BorrowerRecord) -> [Listing.Cell] {
    let borrower = record.borrower
    // The day of birth stands in the middle of a resident ID, so it is masked with it.
    let bornOn: Listing.Cell = borrower.bornOn.map { reveal ? .day($0) : .text("****") } ?? .none
    return [
      .text(record.reference),
      .word(borrower.kind.rawValue, shown: say(Phrase(borrower.kind))),
      .text(reveal ? borrower.name : borrower.maskedName),
      .text(borrower.identity.scheme.rawValue),
      .text(reveal ? borrower.identity.number : borrower.identity.masked), bornOn,
      .text(borrower.divisionCode), borrower.village.map { .text($0) } ?? .none,
      record.householdReference.map { .text($0) } ?? .none,
      record.groupReference.map { .text($0) } ?? .none,
    ]
  }
}
