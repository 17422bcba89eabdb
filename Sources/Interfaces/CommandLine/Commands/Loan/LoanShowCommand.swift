import Accrual
import ArgumentParser
import Banks
import Interchange
import LoanProducts
import Operations
import Quantities
import Repositories
import Scheduling
import Servicing

/// `shanhai loan show`: one loan with its schedule, facts, postings, and balances as of a day.
struct LoanShowCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "show", abstract: say(.showAbstract), discussion: say(.showDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var place: BankOption
  @Argument(help: ArgumentHelp(.numberHelp)) var number: String
  @Option(help: ArgumentHelp(.asOfHelp)) var asOf: Day?
  @Flag(help: ArgumentHelp(.revealHelp)) var reveal = false

  func run() async throws {
    try await global.inBank(place) { session, bank in
      let file = try await ShowLoan.run(
        number, asOf: asOf, bank: bank.code, on: session.pool)
      try output.print(LoanSections(file, reveal: reveal).all)
    }
  }
}

/// The sections in which a loan is shown.
struct LoanSections {
  private let file: LoanFile
  private let reveal: Bool
  private var currency: Currency { file.bank.currency }

  init(_ file: LoanFile, reveal: Bool) {
    self.file = file
    self.reveal = reveal
  }

  var all: [ListingSection] {
    [
      ListingSection(key: "loan", title: say(.sectionLoan), listing: loan),
      ListingSection(key: "balances", title: say(.sectionBalances(file.asOf)), listing: balances),
      ListingSection(key: "schedule", title: say(.sectionSchedule), listing: schedule),
      ListingSection(key: "facts", title: say(.sectionFacts), listing: facts),
      ListingSection(key: "postings", title: say(.sectionPostings), listing: postings),
    ]
  }

  private var loan: Listing {
    let terms = file.loan.terms
    let borrower = file.borrower.borrower
    var listing = Listing([.init("name", say(.name)), .init("value", say(.value))])
    listing.rows = [
      [.word("number", shown: say(.loanNumber)), .text(file.loan.number)],
      [.word("bank", shown: say(.bank)), .text(say(Phrase(file.bank.name)))],
      [
        .word("branch", shown: say(.branch)),
        .text(file.branch.map { say(Phrase($0.name)) } ?? ""),
      ],
      [.word("officer", shown: say(.officer)), .text(file.officer?.officer.name ?? "")],
      [
        .word("borrower", shown: say(.borrower)),
        .text(reveal ? borrower.name : borrower.maskedName),
      ],
      [
        .word("identity", shown: say(.identity)),
        .text(reveal ? borrower.identity.number : borrower.identity.masked),
      ],
      [
        .word("line", shown: say(.productLine)),
        .word(file.loan.line.rawValue, shown: say(.listed(file.loan.line))),
      ],
      [.word("purpose", shown: say(.purpose)), .text(file.loan.purpose)],
      [
        .word("status", shown: say(.status)),
        .word(file.state.status.rawValue, shown: say(.listed(file.state.status))),
      ],
      [.word("principal", shown: say(.principal)), .money(terms.principal, currency)],
      [.word("agreed_on", shown: say(.agreedOn)), .day(terms.agreedOn)],
      [.word("starts_on", shown: say(.startsOn)), .day(file.state.startsOn)],
      [.word("matures_on", shown: say(.maturesOn)), .day(terms.maturesOn)],
      [.word("method", shown: say(.method)), .text(terms.repayment.method.rawValue)],
      [.word("basis", shown: say(.basis)), .text(terms.basis.text)],
      [
        .word("rate_percent", shown: say(.ratePercent)),
        .decimal(file.contract.rates.rate(on: file.asOf).percent),
      ],
    ]
    return listing
  }

  private var balances: Listing {
    var listing = Listing([.init("name", say(.name)), .init("amount", say(.amount), .right)])
    guard let claim = file.claim else { return listing }
    let amounts: [(String, Phrase, Money)] = [
      ("principal", .outstanding, claim.principal),
      ("principal_due", .principalDue, claim.principalDue),
      ("interest_due", .interestDue, claim.interestDue),
      ("penalty_due", .penaltyDue, max(.zero, claim.penaltyDue)),
      ("interest_running", .interestRunning, claim.running.borrower),
      ("interest_from_others", .interestFromOthers, others(claim)),
      ("credit", .toCredit, claim.repaid.credit),
    ]
    listing.rows = amounts.map { key, phrase, amount in
      [.word(key, shown: say(phrase)), .money(amount, currency)]
    }
    let days = max(
      claim.overdueDays(of: \.principal, on: file.asOf),
      claim.overdueDays(of: \.interest, on: file.asOf))
    listing.rows.append([.word("overdue_days", shown: say(.overdueDays)), .integer(days)])
    return listing
  }

  /// Interest earned so far that finance or a programme owes.
  private func others(_ claim: Claim) -> Money {
    let interest = claim.accrualTarget.interest
    return interest.finance + interest.programme
  }

  /// As signed before the disbursement; then the instalments still to come, as they stand.
  private var schedule: Listing {
    var listing = Listing([
      .init("number", say(.installment), .right), .init("due_on", say(.dueOn)),
      .init("principal", say(.principal), .right), .init("interest", say(.interest), .right),
      .init("subsidised", say(.subsidised), .right),
      .init("borrower_pays", say(.borrowerPays), .right),
      .init("balance", say(.balance), .right),
    ])
    let upcoming = file.claim?.upcoming ?? []
    let signed = file.signedSchedule.installments
    let past = signed.filter { due in !upcoming.contains { $0.dueOn <= due.dueOn } }
    for due in (file.claim == nil ? signed : past + upcoming) {
      listing.rows.append([
        .integer(due.number), .day(due.dueOn), .money(due.principal, currency),
        .money(due.interest, currency), .money(due.subsidised, currency),
        .money(due.borrowerTotal, currency), .money(due.balance, currency),
      ])
    }
    return listing
  }

  private var facts: Listing {
    var listing = Listing([
      .init("fact", say(.fact), .right), .init("kind", say(.kind)),
      .init("effective_on", say(.effectiveOn)), .init("recorded_at", say(.recordedAt)),
      .init("amount", say(.amount), .right), .init("login", say(.login)),
      .init("key", say(.key)),
    ])
    listing.rows = file.facts.map { fact in
      [
        .integer(Int(fact.number)), .text(fact.kind.rawValue), .day(fact.effectiveOn),
        .text("\(fact.recordedAt)"), fact.amount.map { .money($0, currency) } ?? .none,
        .text(fact.login), .text(fact.idempotencyKey),
      ]
    }
    return listing
  }

  private var postings: Listing {
    var listing = Listing([
      .init("booked_on", say(.bookedOn)), .init("value_on", say(.valueOn)),
      .init("fact", say(.fact), .right), .init("kind", say(.kind)), .init("payer", say(.payer)),
      .init("debit", say(.debit)), .init("credit", say(.creditSide)),
      .init("amount", say(.amount), .right),
    ])
    listing.rows = file.transfers.map { transfer in
      [
        .day(transfer.bookedOn), .day(transfer.valueOn), .integer(Int(transfer.factNumber)),
        .text(transfer.kind), .text(transfer.payer), .text(transfer.debit),
        .text(transfer.credit), .money(transfer.amount, currency),
      ]
    }
    return listing
  }
}
