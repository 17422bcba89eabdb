import Accrual
import Interchange
import LoanProducts
import Posting
import Quantities
import Scheduling
import Servicing

/// A life with what the books post of it: each repayment on its day, accruals at each month's end
/// and on the last day.
struct PostedLife {
  let claim: Claim
  /// The instalments whose day has come.
  let billed: [JSONValue]
  /// What stands before the due days among the instalments: 1 with a down payment.
  let numbersBefore: Int
  let postings: Postings

  /// - Throws: `ServicingError`.
  init(_ document: LifeDocument) throws(ServicingError) {
    let closed = ClosedDues()
    var postings = Postings(currency: document.currency)
    var life = try LoanLife(
      document.contract, facts: document.facts, through: document.asOf, watch: closed.hear)
    let paidOut = document.facts.payouts(through: document.asOf)
    var nextPayout = 0
    var last: Claim?
    for day in life.postingDays(through: document.asOf) {
      while nextPayout < paidOut.count, paidOut[nextPayout].effectiveOn <= day {
        postings.post(paidOut[nextPayout])
        nextPayout += 1
      }
      let end = try life.claim(atEndOf: day) { postings.post($0, $1) }
      postings.accrue(end, on: day, isOpening: day == life.takenOverOn)
      last = end
    }
    if let last { claim = last } else { claim = try life.claim(atEndOf: document.asOf) }
    numbersBefore = life.downPayment == nil ? 0 : 1
    billed = closed.installments(
      of: claim, downPayment: life.downPayment, document.currency)
    self.postings = postings
  }
}

/// What the books hold of a life, and how it came there.
struct Postings {
  let currency: Currency
  private(set) var accruals: [JSONValue] = []
  private var posted: [(on: Day, json: JSONValue)] = []
  private var accrued = AccrualTarget(interest: .zero, penalty: .zero)
  private var repaid = Repaid()

  init(currency: Currency) { self.currency = currency }

  /// What was posted, by day.
  var transfers: [JSONValue] {
    posted.indices.sorted { (posted[$0].on, $0) < (posted[$1].on, $1) }.map { posted[$0].json }
  }

  mutating func post(_ fact: LoanFact, _ change: Repaid) {
    record(Posting.repayment(target: change, posted: Repaid()), on: fact.effectiveOn)
    repaid = repaid + change
  }

  mutating func post(_ fact: LoanFact) {
    if case .imported = fact.kind {
      record(
        [Transfer(.openingPrincipal, change: fact.amount)].compactMap { $0 }, on: fact.effectiveOn)
    } else {
      record([Transfer(.disbursement, change: fact.amount)].compactMap { $0 }, on: fact.effectiveOn)
    }
  }

  /// Brings what is posted to the claim at the end of a day.
  mutating func accrue(_ claim: Claim, on day: Day, isOpening: Bool) {
    let target = claim.accrualTarget
    let change = target.interest - accrued.interest
    accruals.append(
      [
        "month": .string(day.month.description),
        "through": .string(day.description),
        "borrower": change.borrower.json(currency),
        "finance": change.finance.json(currency),
        "programme": change.programme.json(currency),
        "penalty": (target.penalty - accrued.penalty).json(currency),
        "compound": (target.compound - accrued.compound).json(currency),
      ] as JSONValue)
    record(Posting.accrual(target: target, posted: accrued, opening: isOpening), on: day)
    record(Posting.repayment(target: claim.repaid, posted: repaid), on: day)
    accrued = target
    repaid = claim.repaid
  }

  private mutating func record(_ transfers: [Transfer], on day: Day) {
    for transfer in transfers {
      let json: JSONValue =
        [
          "on": .string(day.description),
          "kind": .string(transfer.kind.rawValue),
          "payer": .string(transfer.payer.rawValue),
          "debit": .string(transfer.debit.rawValue),
          "credit": .string(transfer.credit.rawValue),
          "amount": transfer.amount.json(currency),
        ]
      posted.append((day, json))
    }
  }
}

/// Hears which due days have come, with what fell due.
private final class ClosedDues {
  private struct Closed {
    let due: DueDay
    let principal: Money
    let interest: InterestByPayer
  }

  private var closed: [Closed] = []

  func hear(_ event: MeterEvent) {
    guard case .closed(let due, let principal, let bill) = event else { return }
    closed.append(Closed(due: due, principal: principal, interest: bill?.interest ?? .zero))
  }

  /// The instalments, each with what is still unpaid of it; a down payment is the first of them.
  func installments(
    of claim: Claim, downPayment: Money?, _ currency: Currency
  ) -> [JSONValue] {
    var rows = closed.map {
      (on: $0.due.on, number: $0.due.number, principal: $0.principal, interest: $0.interest)
    }
    if let downPayment {
      for index in rows.indices { rows[index].number += 1 }
      rows.insert((claim.startsOn, 1, downPayment, .zero), at: 0)
    }
    var unpaid: [Day: UnpaidDue] = [:]
    for due in claim.dues { unpaid[due.dueOn] = due }
    return rows.map { installment in
      let rest = unpaid[installment.on]
      return [
        "number": .integer(Int64(installment.number)),
        "dueOn": .string(installment.on.description),
        "isBilled": true,
        "principal": installment.principal.json(currency),
        "interest": installment.interest.sum.json(currency),
        "subsidised": (installment.interest.sum - installment.interest.borrower).json(currency),
        "unpaidPrincipal": (rest?.principal ?? .zero).json(currency),
        "unpaidInterest": (rest?.interest ?? .zero).json(currency),
      ] as JSONValue
    }
  }
}

extension [LoanFact] {
  /// The facts that pay out or take over, by day.
  fileprivate func payouts(through day: Day) -> [LoanFact] {
    filter { fact in
      guard fact.effectiveOn <= day else { return false }
      switch fact.kind {
      case .disbursed, .imported: return true
      case .repaid, .rateChanged, .graduated, .waived, .misused: return false
      }
    }.sorted { ($0.effectiveOn, $0.number) < ($1.effectiveOn, $1.number) }
  }
}
