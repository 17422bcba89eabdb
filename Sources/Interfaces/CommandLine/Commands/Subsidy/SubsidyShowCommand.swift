import ArgumentParser
import Banks
import Interchange
import Operations
import Quantities
import Repositories

/// `shanhai subsidy show`: a claim as a finance bureau takes it, loan by loan.
struct SubsidyShowCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "show", abstract: say(.subsidyShowAbstract),
      discussion: say(.subsidyShowDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var place: BankOption
  @Argument(help: ArgumentHelp(.claimHelp)) var claim: Int
  @Flag(help: ArgumentHelp(.revealHelp)) var reveal = false

  func run() async throws {
    try await global.inBank(place) { session, bank in
      let file = try await ShowSubsidy.run(claim: claim, bank: bank.code, on: session.pool)
      if output.format == .table { try Output.write("\n\(say(title(file.claim, bank)))\n") }
      try output.print(listing(file, bank.currency))
    }
  }

  private func title(_ claim: SubsidyClaim, _ bank: Bank) -> Phrase {
    Phrase(
      zh: """
        \(bank.name.chinese)：向“\(claim.name.chinese)”申领 \(claim.month) 贴息，\
        第 \(claim.number) 号（本月第 \(claim.batch) 批）
        """,
      en: """
        \(bank.name.english): claim \(claim.number) on \(claim.name.english), interest subsidy to \
        the end of \(claim.month), batch \(claim.batch)
        """)
  }

  private func listing(_ file: SubsidyClaimFile, _ currency: Currency) -> Listing {
    var listing = Listing([
      .init("loan_number", say(.loanNumber)), .init("borrower", say(.borrower)),
      .init("identity_number", say(.identity)), .init("principal", say(.principal), .right),
      .init("subsidised_principal", say(.subsidisedPrincipal), .right),
      .init("from", say(.subsidyFrom)), .init("until", say(.subsidyUntil)),
      .init("days", say(.subsidyDays), .right),
      .init("rate_percent", say(.ratePercent), .right),
      .init("share_percent", say(.subsidySharePercent), .right),
      .init("amount", say(.amount), .right), .init("paid", say(.subsidyPaid), .right),
      .init("refused", say(.subsidyRefused), .right), .init("open", say(.subsidyOpen), .right),
    ])
    listing.rows = file.lines.map { cells($0, file.borrowers[$0.borrowerID], currency) }
    let claim = file.claim
    let blank = [Listing.Cell](repeating: .none, count: 9)
    listing.totals =
      [.text(say(.payersTotal))] + blank + [
        .money(claim.amount, currency), .money(claim.paid, currency),
        .money(claim.refused, currency), .money(claim.open, currency),
      ]
    return listing
  }

  private func cells(
    _ line: SubsidyClaimLine, _ record: BorrowerRecord?, _ currency: Currency
  ) -> [Listing.Cell] {
    let borrower = record?.borrower
    let name = reveal ? borrower?.name : borrower?.maskedName
    let identity = reveal ? borrower?.identity.number : borrower?.identity.masked
    let hasDays = line.days > 0
    return [
      .text(line.loanNumber), .text(name ?? ""), .text(identity ?? ""),
      .money(line.principal, currency),
      hasDays ? .money(line.subsidisedPrincipal, currency) : .none, .day(line.from),
      .day(line.until), .integer(line.days), hasDays ? .decimal(line.rate.percent) : .none,
      hasDays ? .decimal(FixedPoint.text(Int128(line.shareBasisPoints), decimals: 2)) : .none,
      .money(line.amount, currency), .money(line.paid, currency), .money(line.refused, currency),
      .money(line.open, currency),
    ]
  }
}
