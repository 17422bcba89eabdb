import Accrual
import Banks
import Classification
import Interchange
import LoanProducts
import Operations
import Posting
import Quantities
import Repositories
import Scheduling
import Servicing

/// How far a change has come.
enum ChangeStep {
  /// Tried: nothing is stored.
  case previewed
  case done
  /// It waits for a second officer, as this fact.
  case proposed(Int64, isNew: Bool)
}

/// The sections in which a change is shown: what it is, before and after side by side, what is
/// booked, and for one that isn't booked yet the instalments.
struct ChangeSections {
  private let number: String
  /// Nil for what was proposed before under the same key.
  private let outcome: ServicingOutcome?
  private let bank: Bank
  private let step: ChangeStep
  private var currency: Currency { bank.currency }

  init(_ number: String, _ outcome: ServicingOutcome?, _ bank: Bank, _ step: ChangeStep) {
    self.number = number
    self.outcome = outcome
    self.bank = bank
    self.step = step
  }

  var all: [ListingSection] {
    var sections = [
      ListingSection(key: "change", title: say(.sectionChange(step)), listing: change)
    ]
    guard let outcome, outcome.before != nil || outcome.after != nil else { return sections }
    sections.append(
      ListingSection(
        key: "comparison", title: say(.sectionComparison), listing: comparison(outcome)))
    if !outcome.transfers.isEmpty {
      sections.append(
        ListingSection(
          key: "transfers", title: say(.sectionTransfers(step)),
          listing: transfers(outcome.transfers)))
    }
    if case .done = step { return sections }
    guard outcome.before?.installments != outcome.after?.installments else { return sections }
    sections.append(
      ListingSection(
        key: "installments", title: say(.sectionInstallments), listing: installments(outcome)))
    return sections
  }

  private var change: Listing {
    var listing = Listing([.init("name", say(.name)), .init("value", say(.value))])
    listing.rows = [[.word("loan_number", shown: say(.loanNumber)), .text(number)]]
    if let outcome {
      listing.rows += [
        [
          .word("kind", shown: say(.kind)),
          .word(outcome.kind.rawValue, shown: say(.changed(outcome.kind))),
        ], [.word("effective_on", shown: say(.effectiveOn)), .day(outcome.effectiveOn)],
      ]
    }
    switch step {
    case .previewed: break
    case .done:
      guard let outcome else { break }
      listing.rows += [
        [.word("fact", shown: say(.fact)), .integer(Int(outcome.factNumber))],
        [.word("new", shown: say(.isNew)), isNew(outcome.isNew)],
      ]
    case .proposed(let proposal, let isNew):
      listing.rows += [
        [.word("proposal", shown: say(.changeProposal)), .integer(Int(proposal))],
        [.word("new", shown: say(.isNew)), self.isNew(isNew)],
        [
          .word("confirm_with", shown: say(.changeConfirmWith)),
          .text("shanhai loan confirm \(number) \(proposal) --bank \(bank.code)"),
        ],
      ]
    }
    return listing
  }

  private func isNew(_ isNew: Bool) -> Listing.Cell {
    .flag(isNew, shown: say(.yesNo(isNew)))
  }

  private func comparison(_ outcome: ServicingOutcome) -> Listing {
    var listing = Listing([
      .init("name", say(.name)), .init("before", say(.changeBefore), .right),
      .init("after", say(.changeAfter), .right),
    ])
    let figures: [(String, Phrase, (LoanView) -> Listing.Cell)] = [
      ("next_due_on", .changeNextDue, { $0.payments.first.map { .day($0.dueOn) } ?? .none }),
      ("next_installment", .changeInstallment, { money($0.payments.first?.borrowerTotal) }),
      ("installments", .changeInstallments, { .integer($0.payments.count) }),
      ("matures_on", .maturesOn, { .day($0.maturesOn) }),
      ("interest_to_come", .changeInterestToCome, { money($0.interestToCome) }),
      ("principal", .outstanding, { money($0.claim.principal) }),
      ("due", .changeDue, { money($0.claim.allDue) }),
      ("total_owed", .changeTotalOwed, { money($0.claim.totalOwed) }),
      ("credit", .toCredit, { money($0.claim.repaid.credit) }),
    ]
    for (key, phrase, cell) in figures {
      listing.rows.append([
        .word(key, shown: say(phrase)), outcome.before.map(cell) ?? .none,
        outcome.after.map(cell) ?? .none,
      ])
    }
    if outcome.before?.riskClass != outcome.after?.riskClass {
      listing.rows.append([
        .word("class", shown: say(RiskWords.riskClassTitle)), riskClass(outcome.before),
        riskClass(outcome.after),
      ])
    }
    return listing
  }

  private func riskClass(_ view: LoanView?) -> Listing.Cell {
    view.map { .word($0.riskClass.rawValue, shown: say(.listed($0.riskClass))) } ?? .none
  }

  private func money(_ amount: Money?) -> Listing.Cell {
    amount.map { .money($0, currency) } ?? .none
  }

  private func transfers(_ transfers: [Transfer]) -> Listing {
    var listing = Listing([
      .init("kind", say(.kind)), .init("payer", say(.payer)), .init("debit", say(.debit)),
      .init("credit", say(.creditSide)), .init("amount", say(.amount), .right),
    ])
    listing.rows = transfers.map { transfer in
      [
        .text(transfer.kind.rawValue), .text(transfer.payer.rawValue),
        .text(transfer.debit.rawValue), .text(transfer.credit.rawValue),
        .money(transfer.amount, currency),
      ]
    }
    return listing
  }

  /// The instalments still to come, by day, as they were and as they will be.
  private func installments(_ outcome: ServicingOutcome) -> Listing {
    var listing = Listing([
      .init("due_on", say(.dueOn)), .init("before", say(.changeBefore), .right),
      .init("after", say(.changeAfter), .right),
      .init("principal_after", say(.changePrincipalAfter), .right),
      .init("interest_after", say(.changeInterestAfter), .right),
    ])
    let before = outcome.before?.payments ?? []
    let after = outcome.after?.payments ?? []
    for day in Set(before.map(\.dueOn) + after.map(\.dueOn)).sorted() {
      let new = after.first { $0.dueOn == day }
      listing.rows.append([
        .day(day), money(before.first { $0.dueOn == day }?.borrowerTotal),
        money(new?.borrowerTotal), money(new?.principal),
        money(new.map { $0.interest - $0.subsidised }),
      ])
    }
    return listing
  }
}

extension LoanView {
  /// The instalments to come on which anything falls due: not those that are put off.
  var payments: [Installment] {
    installments.filter { $0.principal.isPositive || $0.interest.isPositive }
  }
}

extension Claim {
  /// All that the borrower owes and that has fallen due.
  fileprivate var allDue: Money {
    costsDue + interestDue + max(.zero, compoundDue) + max(.zero, penaltyDue) + principalDue
  }

  /// All that the borrower owes at the end of the day, due or not.
  fileprivate var totalOwed: Money { allDue + principalNotDue + running.borrower }
}
