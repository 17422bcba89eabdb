import Banks
import Interchange
import LoanProducts
import Operations
import Quantities
import Repositories
import Scheduling
import Servicing

/// The sections in which a loan is shown.
struct LoanSections {
  let file: LoanFile
  private let choice: ScheduleChoice
  private let installments: [Installment]
  private let reveal: Bool
  var currency: Currency { file.bank.currency }

  /// - Throws: `ViewError.scheduleUnknown`.
  init(_ file: LoanFile, schedule: ScheduleChoice, reveal: Bool) throws(ViewError) {
    self.file = file
    choice = schedule
    installments = try file.schedule(schedule)
    self.reveal = reveal
  }

  var all: [ListingSection] {
    [
      ListingSection(key: "loan", title: say(.sectionLoan), listing: loan),
      ListingSection(key: "balances", title: say(.sectionBalances(file.asOf)), listing: balances),
      ListingSection(key: "schedule", title: say(scheduleTitle), listing: schedule),
      ListingSection(key: "facts", title: say(.sectionFacts), listing: facts),
      ListingSection(key: "postings", title: say(.sectionPostings), listing: postings),
    ]
  }

  /// Who owes, to whom, and the terms as the facts have changed them.
  private var loan: Listing {
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
    ]
    listing.rows += terms + changes
    return listing
  }

  private var terms: [[Listing.Cell]] {
    let signed = file.loan.terms
    let terms = file.claim?.terms ?? signed
    let rates = file.claim?.contract.rates ?? file.contract.rates
    return [
      [.word("principal", shown: say(.principal)), .money(signed.principal, currency)],
      [.word("agreed_on", shown: say(.agreedOn)), .day(signed.agreedOn)],
      [.word("starts_on", shown: say(.startsOn)), .day(file.state.startsOn)],
      [.word("matures_on", shown: say(.maturesOn)), .day(terms.maturesOn)],
      [.word("signed_matures_on", shown: say(.signedMaturesOn)), .day(signed.maturesOn)],
      [.word("method", shown: say(.method)), .text(terms.repayment.method.rawValue)],
      [.word("basis", shown: say(.basis)), .text(terms.basis.text)],
      [
        .word("rate_percent", shown: say(.ratePercent)),
        .decimal(rates.rate(on: file.asOf).percent),
      ],
    ]
  }

  /// What a restructuring, or a default that was cured, still means.
  private var changes: [[Listing.Cell]] {
    let claim = file.claim
    func flag(_ key: String, _ phrase: Phrase, _ value: Bool) -> [Listing.Cell] {
      [.word(key, shown: say(phrase)), .flag(value, shown: say(.yesNo(value)))]
    }
    let observed = claim?.isObserved(on: file.asOf) ?? false
    return [
      flag(
        "is_restructured", .isRestructuredLoan,
        file.loan.isRestructured || claim?.observedFrom != nil),
      [
        .word("observed_from", shown: say(.observedFrom)),
        claim?.observedFrom.map { .day($0) } ?? .none,
      ],
      flag("is_observed", .isObserved, observed),
      flag("is_on_probation", .isOnProbation, claim?.isOnProbation(on: file.asOf) ?? false),
    ]
  }

  private var scheduleTitle: Phrase {
    switch choice {
    case .standing: file.isFloating ? .sectionFloatingSchedule : .sectionSchedule
    case .signed: .sectionSignedSchedule
    case .fact(let number): .sectionScheduleOfFact(number)
    }
  }

  private var schedule: Listing {
    var listing = Listing([
      .init("number", say(.installment), .right), .init("due_on", say(.dueOn)),
      .init("principal", say(.principal), .right), .init("interest", say(.interest), .right),
      .init("subsidised", say(.subsidised), .right),
      .init("borrower_pays", say(.borrowerPays), .right),
      .init("balance", say(.balance), .right),
    ])
    listing.rows = installments.map { due in
      [
        .integer(due.number), .day(due.dueOn), .money(due.principal, currency),
        .money(due.interest, currency), .money(due.subsidised, currency),
        .money(due.borrowerTotal, currency), .money(due.balance, currency),
      ]
    }
    return listing
  }
}
