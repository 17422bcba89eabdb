public import ArgumentParser
import Banks
import Contracts
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

  /// Takes a step for each loan in one status.
  ///
  /// Of all that wait, those that can't take the step yet are listed with the reason; a loan that
  /// is named and refused ends the command.
  ///
  /// - Returns: a row a loan: what the step says of it, or why it goes on waiting.
  func each(
    _ status: LoanStatus, of bank: Bank, _ session: Session,
    _ step: (String) async throws -> (isNew: Bool, result: String)
  ) async throws -> Listing {
    var listing = Listing([
      .init("loan_number", say(.loanNumber)), .init("new", say(.isNew)),
      .init("result", say(.stepResult)),
    ])
    for number in try await resolve(status, bankID: bank.id, session) {
      do {
        let (isNew, result) = try await step(number)
        listing.rows.append([
          .text(number), .flag(isNew, shown: say(.yesNo(isNew))), .text(result),
        ])
      } catch let error as any Explained where allPending && Self.isWaiting(error) {
        let failure = Failure(error, currency: bank.currency)
        listing.rows.append([
          .text(number), .flag(false, shown: say(.yesNo(false))),
          .word(failure.code, shown: say(failure.phrase)),
        ])
      }
    }
    return listing
  }

  /// Whether a loan only waits for someone else, or for something that is still to come.
  private static func isWaiting(_ error: any Explained) -> Bool {
    switch error {
    case is ApprovalError: true
    case OperationError.sameOfficer, OperationError.dayAfterBusinessDate: true
    default: false
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
  @Option(help: ArgumentHelp(.stepKeyHelp)) var key: String?

  func validate() throws { try selection.validateKey(key) }

  func run() async throws {
    try await global.inBank(place) { session, bank in
      let listing = try await selection.each(.applied, of: bank, session) { number in
        let isNew = try await ApproveLoan.run(
          number, key: key, bank: bank.code, caller: session.caller, on: session.pool)
        return (isNew, LoanStatus.approved.rawValue)
      }
      try output.print(listing)
    }
  }
}

extension LoanSelection {
  /// A key stands for one loan.
  func validateKey(_ key: String?) throws {
    if key != nil, numbers.count != 1 { throw ValidationError(say(.keyForOneLoan)) }
  }
}

/// `shanhai loan sign`: the parties sign; the contract's text is kept.
struct LoanSignCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "sign", abstract: say(.signAbstract), discussion: say(.signDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var place: BankOption
  @OptionGroup var selection: LoanSelection
  @Option(help: ArgumentHelp(.signOnHelp)) var on: Day?
  @Option(help: ArgumentHelp(.stepKeyHelp)) var key: String?

  func validate() throws { try selection.validateKey(key) }

  func run() async throws {
    try await global.inBank(place) { session, bank in
      let listing = try await selection.each(.approved, of: bank, session) { number in
        let signed = try await SignLoan.run(
          SignatureRequest(loanNumber: number, on: on, key: key), bank: bank.code,
          caller: session.caller, on: session.pool
        ) { ContractText.text($0, in: .chinese) }
        return (signed.isNew, signed.sha256)
      }
      try output.print(listing)
    }
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
