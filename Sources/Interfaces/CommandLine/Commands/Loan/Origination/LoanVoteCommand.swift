import ArgumentParser
import Banks
import Interchange
import Operations
import Origination
import Quantities
import Repositories

/// `shanhai loan vote`: a committee member's vote.
struct LoanVoteCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "vote", abstract: say(.voteAbstract), discussion: say(.voteDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var place: BankOption
  @OptionGroup var selection: LoanSelection
  @Flag(name: .customLong("for"), help: ArgumentHelp(.voteForHelp)) var inFavour = false
  @Flag(help: ArgumentHelp(.voteAgainstHelp)) var against = false
  @Option(help: ArgumentHelp(.noteHelp)) var note = ""
  @Option(help: ArgumentHelp(.stepKeyHelp)) var key: String?

  func validate() throws {
    if inFavour == against { throw ValidationError(say(.voteOneOfTwo)) }
    try selection.validateKey(key)
  }

  func run() async throws {
    try await global.inBank(place) { session, bank in
      let listing = try await selection.each(.applied, of: bank, session) { number in
        let receipt = try await VoteOnLoan.run(
          VoteRequest(loanNumber: number, isInFavour: inFavour, note: note, key: key),
          bank: bank.code, caller: session.caller, on: session.pool)
        let votes = "\(receipt.votes.inFavour):\(receipt.votes.against)"
        return (receipt.isNew, "\(receipt.outcome.rawValue) \(votes)")
      }
      try output.print(listing)
    }
  }
}
