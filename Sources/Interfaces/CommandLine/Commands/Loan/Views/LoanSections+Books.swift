import Accrual
import Interchange
import LoanProducts
import Operations
import Posting
import Quantities
import Repositories
import Servicing

/// What is owed and what the books hold, what happened, and what was posted.
extension LoanSections {
  var balances: Listing {
    var listing = Listing([.init("name", say(.name)), .init("amount", say(.amount), .right)])
    guard let claim = file.claim else { return listing }
    listing.rows = (owed(claim) + books(claim)).map { key, phrase, amount in
      [.word(key, shown: say(phrase)), .money(amount, currency)]
    }
    listing.rows += [
      [
        .word("overdue_days", shown: say(.overdueDays)),
        .integer(claim.overdueDays(on: file.asOf)),
      ],
      [
        .word("not_accruing_since", shown: say(.nonAccrualSince)),
        claim.nonAccrual.map { .day($0.since) } ?? .none,
      ],
    ]
    return listing
  }

  /// What the borrower owes, and what others owe of the interest.
  private func owed(_ claim: Claim) -> [(String, Phrase, Money)] {
    [
      ("principal", .outstanding, claim.principal),
      ("principal_due", .principalDue, claim.principalDue),
      ("costs_due", .costsDue, claim.costsDue),
      ("interest_due", .interestDue, claim.interestDue),
      ("compound_due", .compoundDue, max(.zero, claim.compoundDue)),
      ("penalty_due", .penaltyDue, max(.zero, claim.penaltyDue)),
      ("interest_running", .interestRunning, claim.running.borrower),
      ("interest_from_others", .interestFromOthers, others(claim)),
      ("credit", .toCredit, claim.repaid.credit),
      ("total_owed", .totalOwed, claim.totalOwed),
    ]
  }

  /// What the books hold of it.
  private func books(_ claim: Claim) -> [(String, Phrase, Money)] {
    [
      ("book_principal", .bookPrincipal, claim.bookPrincipal),
      ("suspended", .suspended, claim.suspended),
      ("written_off", .writtenOffMemo, claim.writtenOff - claim.recovered),
    ]
  }

  /// Interest earned so far that finance or a programme owes.
  private func others(_ claim: Claim) -> Money {
    let interest = claim.accrualTarget.interest
    return interest.finance + interest.programme
  }

  var facts: Listing {
    var listing = Listing([
      .init("fact", say(.fact), .right), .init("kind", say(.kind)),
      .init("effective_on", say(.effectiveOn)), .init("amount", say(.amount), .right),
      .init("detail", say(.detail)), .init("reversed_by", say(.reversedBy), .right),
      .init("recorded_at", say(.recordedAt)), .init("login", say(.login)),
      .init("key", say(.key)),
    ])
    let undone = file.facts.reversals
    listing.rows = file.facts.map { fact in
      [
        .integer(Int(fact.number)), .word(fact.kind.rawValue, shown: say(Phrase(fact.kind))),
        .day(fact.effectiveOn), fact.amount.map { .money($0, currency) } ?? .none,
        .text(say(fact.detailPhrase)), undone[fact.number].map { .integer(Int($0)) } ?? .none,
        .text("\(fact.recordedAt)"), .text(fact.login), .text(fact.idempotencyKey),
      ]
    }
    return listing
  }

  var postings: Listing {
    var listing = Listing([
      .init("booked_on", say(.bookedOn)), .init("value_on", say(.valueOn)),
      .init("fact", say(.fact), .right), .init("kind", say(.kind)), .init("payer", say(.payer)),
      .init("debit", say(.debit)), .init("credit", say(.creditSide)),
      .init("amount", say(.amount), .right),
    ])
    listing.rows = file.transfers.map { transfer in
      [
        .day(transfer.bookedOn), .day(transfer.valueOn), .integer(Int(transfer.factNumber)),
        .word(transfer.kind, shown: say(.posted(as: transfer.kind))),
        .word(transfer.payer, shown: say(.paying(transfer.payer))), .text(transfer.debit),
        .text(transfer.credit), .money(transfer.amount, currency),
      ]
    }
    return listing
  }
}
