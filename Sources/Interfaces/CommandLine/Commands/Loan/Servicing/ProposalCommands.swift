import ArgumentParser
import Banks
import Interchange
import Operations
import Quantities
import Repositories

/// A proposal that a second officer decides on.
struct ProposalArguments: ParsableArguments {
  @Argument(help: ArgumentHelp(.numberHelp)) var number: String
  @Argument(help: ArgumentHelp(.proposalHelp)) var proposal: Int64
}

/// `shanhai loan confirm`: a second officer carries out what the first proposed.
struct LoanConfirmCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "confirm", abstract: say(.confirmAbstract), discussion: say(.confirmDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var place: BankOption
  @OptionGroup var asked: ProposalArguments
  @Option(help: ArgumentHelp(.confirmKeyHelp)) var key: String?

  func run() async throws {
    try await global.inBank(place) { session, bank in
      let outcome = try await ConfirmChange.run(
        ProposalDecision(
          loan: asked.number, proposal: asked.proposal,
          key: key ?? "confirm/\(asked.number)/\(asked.proposal)"), bank: bank.code,
        caller: session.caller, on: session.pool)
      try output.print(ChangeSections(asked.number, outcome, bank, .done).all)
    }
  }
}

/// `shanhai loan decline`: a second officer turns a proposal down.
struct LoanDeclineCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "decline", abstract: say(.declineAbstract), discussion: say(.declineDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var place: BankOption
  @OptionGroup var asked: ProposalArguments
  @Option(help: ArgumentHelp(.declineReasonHelp)) var reason: String
  @Option(help: ArgumentHelp(.confirmKeyHelp)) var key: String?

  func run() async throws {
    try await global.inBank(place) { session, bank in
      let isNew = try await DeclineChange.run(
        ProposalDecision(
          loan: asked.number, proposal: asked.proposal,
          key: key ?? "decline/\(asked.number)/\(asked.proposal)", reason: reason), bank: bank.code,
        caller: session.caller, on: session.pool)
      var listing = Listing([
        .init("loan_number", say(.loanNumber)), .init("proposal", say(.changeProposal), .right),
        .init("new", say(.isNew)),
      ])
      listing.rows = [
        [
          .text(asked.number), .integer(Int(asked.proposal)),
          .flag(isNew, shown: say(.yesNo(isNew))),
        ]
      ]
      try output.print(listing)
    }
  }
}

/// `shanhai loan proposals`: what waits for a second officer.
struct LoanProposalsCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "proposals", abstract: say(.proposalsAbstract),
      discussion: say(.proposalsDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var place: BankOption
  @Argument(help: ArgumentHelp(.proposalsOfHelp)) var number: String?

  func run() async throws {
    try await global.inBank(place) { session, bank in
      let proposals = try await ListProposals.run(number, bank: bank.code, on: session.pool)
      var listing = Listing([
        .init("proposal", say(.changeProposal), .right), .init("loan_number", say(.loanNumber)),
        .init("kind", say(.kind)), .init("effective_on", say(.effectiveOn)),
        .init("amount", say(.amount), .right), .init("officer", say(.proposedBy)),
        .init("booked_on", say(.bookedOn)), .init("reason", say(.changeReason)),
      ])
      listing.rows = proposals.map { proposal in
        [
          .integer(Int(proposal.number)), .text(proposal.loanNumber),
          .word(proposal.kind.rawValue, shown: say(.changed(proposal.kind))),
          .day(proposal.effectiveOn),
          proposal.amount.map { .money($0, bank.currency) } ?? .none, .text(proposal.officer),
          .day(proposal.bookedOn), .text(proposal.reason),
        ]
      }
      try output.print(listing)
    }
  }
}
