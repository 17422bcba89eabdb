public import ArgumentParser
import Banks
import Interchange
import Operations
import Postgres
public import Quantities
import Repositories

/// The loans a step is taken for: named ones, or all that wait for it.
struct LoanSelection: ParsableArguments {
  @Argument(help: ArgumentHelp(.numbersHelp)) var numbers: [String] = []
  @Flag(help: ArgumentHelp(.allPendingHelp)) var allPending = false

  func validate() throws {
    if numbers.isEmpty != allPending { throw ValidationError(say(.numbersOrAllPending)) }
  }

  func resolve(_ status: LoanStatus, bankID: Int64, _ session: Session) async throws -> [String] {
    guard allPending else { return numbers }
    return try await session.pool.run { connection in
      try StateRepository(connection).numbers(bankID: bankID, status: status)
    }
  }
}

/// `shanhai loan approve`: four eyes: another officer than the one who took the application.
struct LoanApproveCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "approve", abstract: say(.approveAbstract),
      discussion: say(.approveDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var place: BankOption
  @OptionGroup var selection: LoanSelection

  func run() async throws {
    try await global.inBank(place) { session, bank in
      var listing = Listing.steps
      for number in try await selection.resolve(.applied, bankID: bank.id, session) {
        let isNew = try await ApproveLoan.run(
          number, key: "approve/\(number)", bank: bank.code, caller: session.caller,
          on: session.pool)
        listing.add(number, isNew: isNew)
      }
      try output.print(listing)
    }
  }
}

/// `shanhai loan disburse`: pays out; another officer than the one who approved.
struct LoanDisburseCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "disburse", abstract: say(.disburseAbstract),
      discussion: say(.disburseDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var place: BankOption
  @OptionGroup var selection: LoanSelection
  @Option(help: ArgumentHelp(.disburseOnHelp)) var on: Day?

  func run() async throws {
    try await global.inBank(place) { session, bank in
      var listing = Listing.steps
      for number in try await selection.resolve(.approved, bankID: bank.id, session) {
        let isNew = try await DisburseLoan.run(
          DisbursementRequest(loanNumber: number, on: on, key: "disburse/\(number)"),
          bank: bank.code, caller: session.caller, on: session.pool)
        listing.add(number, isNew: isNew)
      }
      try output.print(listing)
    }
  }
}

extension Listing {
  fileprivate static var steps: Listing {
    Listing([.init("loan_number", say(.loanNumber)), .init("new", say(.isNew))])
  }

  fileprivate mutating func add(_ number: String, isNew: Bool) {
    rows.append([.text(number), .flag(isNew, shown: say(.yesNo(isNew)))])
  }
}

extension Day: ExpressibleByArgument {
  /// A day given on the command line, `YYYY-MM-DD`.
  public init?(argument: String) { self.init(argument) }
}

extension Month: ExpressibleByArgument {
  /// A month given on the command line, `YYYY-MM`.
  public init?(argument: String) { self.init(argument) }
}
