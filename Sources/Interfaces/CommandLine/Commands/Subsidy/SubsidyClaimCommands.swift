import ArgumentParser
import Banks
import Interchange
import Operations
import Quantities
import Repositories

/// `shanhai subsidy claim --month`: claims what was accrued by a month's end.
struct SubsidyClaimCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "claim", abstract: say(.subsidyClaimAbstract),
      discussion: say(.subsidyClaimDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var place: BankOption
  @Option(help: ArgumentHelp(.monthHelp)) var month: Month
  @Option(help: ArgumentHelp(.programmeHelp, valueName: "code")) var programme: String?
  @Option(help: ArgumentHelp(.keyHelp)) var key: String?

  func run() async throws {
    try await global.inBank(place) { session, bank in
      let (claims, isNew) = try await ClaimSubsidy.run(
        SubsidyClaimRequest(month: month, programme: programme, key: key), bank: bank.code,
        caller: session.caller, on: session.pool)
      try output.print(.claims(claims, bank.currency, isNew: isNew))
    }
  }
}

/// `shanhai subsidy confirm`: the programme accepts a claim.
struct SubsidyConfirmCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "confirm", abstract: say(.subsidyConfirmAbstract),
      discussion: say(.subsidyConfirmDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var place: BankOption
  @Argument(help: ArgumentHelp(.claimHelp)) var claim: Int

  func run() async throws {
    try await global.inBank(place) { session, bank in
      let (confirmed, isNew) = try await ConfirmSubsidy.run(
        claim: claim, bank: bank.code, caller: session.caller, on: session.pool)
      try output.print(.claims([confirmed], bank.currency, isNew: isNew))
    }
  }
}

/// `shanhai subsidy list`: the claims, and what became of them.
struct SubsidyListCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "list", abstract: say(.subsidyListAbstract))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var place: BankOption
  @Option(help: ArgumentHelp(.programmeHelp, valueName: "code")) var programme: String?

  func run() async throws {
    try await global.inBank(place) { session, bank in
      let claims = try await ListSubsidies.run(
        programme: programme, bank: bank.code, on: session.pool)
      try output.print(.claims(claims, bank.currency, isNew: nil))
    }
  }
}

extension Listing {
  /// Claims with their sums; `isNew` where a command made them.
  fileprivate static func claims(
    _ claims: [SubsidyClaim], _ currency: Currency, isNew: Bool?
  ) -> Listing {
    var listing = Listing([
      .init("claim", say(.subsidyClaimNumber), .right), .init("programme", say(.programmeCode)),
      .init("month", say(.month)), .init("batch", say(.subsidyBatch), .right),
      .init("status", say(.status)), .init("claimed_on", say(.subsidyClaimedOn)),
      .init("confirmed_on", say(.subsidyConfirmedOn)),
      .init("loans", say(.loans), .right), .init("amount", say(.amount), .right),
      .init("paid", say(.subsidyPaid), .right), .init("refused", say(.subsidyRefused), .right),
      .init("open", say(.subsidyOpen), .right),
    ])
    if isNew != nil { listing.columns.append(.init("new", say(.isNew))) }
    listing.rows = claims.map { claim in
      let status = SubsidyStatus(claim)
      let cells: [Cell] = [
        .integer(claim.number), .text(claim.programme), .text("\(claim.month)"),
        .integer(claim.batch), .word(status.rawValue, shown: say(Phrase(status))),
        .day(claim.claimedOn), claim.confirmedOn.map { .day($0) } ?? .none,
        .integer(claim.loanCount), .money(claim.amount, currency), .money(claim.paid, currency),
        .money(claim.refused, currency), .money(claim.open, currency),
      ]
      return cells + (isNew.map { [.flag($0, shown: say(.yesNo($0)))] } ?? [])
    }
    return listing
  }
}

/// Where a claim stands.
enum SubsidyStatus: String {
  case claimed, confirmed, settled

  init(_ claim: SubsidyClaim) {
    if claim.confirmedOn == nil {
      self = claim.open.isZero && !claim.refused.isZero ? .settled : .claimed
    } else {
      self = claim.open.isZero ? .settled : .confirmed
    }
  }
}
