import ArgumentParser
import Banks
import Interchange
import LoanProducts
import Operations
import Quantities
import Repositories

/// `shanhai compensation due`: the loans of whose loss a fund's share can be claimed.
struct CompensationDueCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "due", abstract: say(.compensationDueAbstract),
      discussion: say(.compensationDueDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var place: BankOption
  @Flag(help: ArgumentHelp(.revealHelp)) var reveal = false

  func run() async throws {
    try await global.inBank(place) { session, bank in
      let due = try await ListDueCompensation.run(bank: bank.code, on: session.pool)
      var listing = Listing([
        .init("loan_number", say(.loanNumber)), .init("borrower", say(.borrower)),
        .init("fund", say(.fundCode)), .init("overdue_since", say(.compensationOverdueSince)),
        .init("overdue_days", say(.overdueDays), .right),
        .init("principal_due", say(.principalDue), .right),
        .init("interest_due", say(.interestDue), .right),
        .init("share_percent", say(.compensationShare), .right),
        .init("amount", say(.amount), .right),
      ])
      listing.rows = due.map { cells($0, bank.currency) }
      let sum = due.reduce(Money.zero) { $0 + $1.share.ofOverdue }
      listing.totals =
        [.text(say(.payersTotal))] + [Listing.Cell](repeating: .none, count: 7)
        + [.money(sum, bank.currency)]
      try output.print(listing)
    }
  }

  private func cells(_ due: DueCompensation, _ currency: Currency) -> [Listing.Cell] {
    let share = due.share
    let borrower = due.borrower?.borrower
    return [
      .text(share.loan.loanNumber),
      .text((reveal ? borrower?.name : borrower?.maskedName) ?? ""), .text(share.loan.fund),
      share.overdueSince.map { .day($0) } ?? .none, .integer(share.overdueDays),
      .money(share.principalDue, currency), .money(share.interestDue, currency),
      .integer(share.loan.sharePercent), .money(share.ofOverdue, currency),
    ]
  }
}

/// `shanhai compensation list`: what funds were asked for, paid and are owed.
struct CompensationListCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list", abstract: say(.compensationListAbstract),
      discussion: say(.compensationListDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var place: BankOption
  @Flag(help: ArgumentHelp(.compensationLoansHelp)) var loans = false

  func run() async throws {
    try await global.inBank(place) { session, bank in
      let funds = try await ListCompensation.run(bank: bank.code, on: session.pool)
      try output.print(loans ? byLoan(funds, bank.currency) : byFund(funds, bank.currency))
    }
  }

  private static let amounts: [(key: String, title: Phrase)] = [
    ("claimed", .compensationClaimed), ("paid", .compensationPaid),
    ("open", .subsidyOpen), ("owed_back", .compensationOwedBack),
    ("returned", .compensationReturned),
  ]

  private func columns(_ first: [Listing.Column]) -> [Listing.Column] {
    first + Self.amounts.map { .init($0.key, say($0.title), .right) } + [
      .init("return_by", say(.compensationReturnBy)),
      .init("workdays_left", say(.compensationWorkdaysLeft), .right),
    ]
  }

  private func byFund(_ funds: [FundBalance], _ currency: Currency) -> Listing {
    var listing = Listing(
      columns([
        .init("fund", say(.fundCode)), .init("name", say(.name)),
        .init("loans", say(.loans), .right),
      ]))
    listing.rows = funds.map { balance in
      let name = Phrase(zh: balance.fund.name.chinese, en: balance.fund.name.english)
      return [
        .text(balance.fund.code), .text(say(name)), .integer(balance.standings.count),
        .money(balance.claimed, currency), .money(balance.paid, currency),
        .money(balance.claimed - balance.paid, currency), .money(balance.toReturn, currency),
        .money(balance.returned, currency),
      ] + deadline(balance.next)
    }
    return listing
  }

  private func byLoan(_ funds: [FundBalance], _ currency: Currency) -> Listing {
    var listing = Listing(
      columns([.init("fund", say(.fundCode)), .init("loan_number", say(.loanNumber))]))
    for balance in funds {
      for standing in balance.standings {
        let loan = standing.loan
        listing.rows.append(
          [
            .text(balance.fund.code), .text(loan.loanNumber), .money(loan.claimed, currency),
            .money(loan.paid, currency), .money(loan.claimed - loan.paid, currency),
            .money(standing.toReturn, currency), .money(loan.returned, currency),
          ] + deadline(standing))
      }
    }
    return listing
  }

  private func deadline(_ standing: CompensationStanding?) -> [Listing.Cell] {
    [
      standing?.returnBy.map { .day($0) } ?? .none,
      standing?.workdaysLeft.map { .integer($0) } ?? .none,
    ]
  }
}
