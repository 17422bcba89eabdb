import Accrual
import Interchange
import LoanProducts
import Posting
import Quantities
import Scheduling
import Servicing

/// A life with what the books post of it: each fact on the day it became known, accruals at each
/// month's end and on the last day.
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
    var life = try LoanLife(
      document.contract, facts: document.facts, through: document.asOf, watch: closed.hear)
    postings =
      document.isKnownInOrder
      ? try Postings(of: document, life) : try Postings(asRecorded: document, life)
    claim = try life.claim(atEndOf: document.asOf)
    numbersBefore = life.downPayment == nil ? 0 : 1
    billed = closed.installments(
      of: claim, downPayment: life.downPayment, document.currency)
  }
}

extension LifeDocument {
  /// Whether each fact became known on its day, after those of earlier days, and none was undone.
  fileprivate var isKnownInOrder: Bool {
    let days = facts.map(\.effectiveOn)
    return days == recordedOn && facts.inForce.count == facts.count
  }

  /// The facts known by the end of a day.
  fileprivate func known(by day: Day) -> [LoanFact] {
    zip(facts, recordedOn).filter { $0.1 <= day }.map(\.0)
  }
}

/// What the books hold of a life, and how it came there.
struct Postings {
  private let currency: Currency
  private(set) var accruals: [JSONValue] = []
  private var posted: [(on: Day, json: JSONValue)] = []
  private var accrued = AccrualTarget(interest: .zero, penalty: .zero)
  private var moved = Moved()

  /// The postings of facts that became known on their days: one walk.
  fileprivate init(of document: LifeDocument, _ started: LoanLife) throws(ServicingError) {
    currency = document.currency
    var life = try LoanLife(
      document.contract, facts: document.facts, through: document.asOf)
    var taken: [(on: Day, moved: Moved)] = [(life.startedOn, Moved(life.beginning))]
    for day in started.postingDays(through: document.asOf) {
      let end = try life.claim(atEndOf: day) { fact, _, claim in
        taken.append((fact.effectiveOn, Moved(claim)))
      }
      for step in taken { move(to: step.moved, on: step.on) }
      taken = []
      accrue(end, on: day, isOpening: day == started.takenOverOn)
    }
  }

  /// The postings of facts in the order they became known: the loan is replayed with each.
  fileprivate init(
    asRecorded document: LifeDocument, _ started: LoanLife
  ) throws(ServicingError) {
    currency = document.currency
    var next = 0
    for day in started.postingDays(through: document.asOf) {
      while next < document.facts.count, document.recordedOn[next] <= day {
        let known = Array(document.facts[...next])
        let on = document.recordedOn[next]
        next += 1
        try follow(document, known, on: on)
      }
      let known = document.known(by: day)
      guard let end = try document.contract.claim(of: known, through: day) else { continue }
      accrue(end, on: day, isOpening: day == started.takenOverOn)
    }
  }

  private mutating func follow(
    _ document: LifeDocument, _ known: [LoanFact], on day: Day
  ) throws(ServicingError) {
    let claim = try document.contract.claim(of: known, through: day)
    move(to: claim.map { Moved($0) } ?? Moved(), on: day)
  }

  /// What was posted, by day.
  var transfers: [JSONValue] {
    posted.indices.sorted { (posted[$0].on, $0) < (posted[$1].on, $1) }.map { posted[$0].json }
  }

  private mutating func move(to target: Moved, on day: Day) {
    record(Posting.moves(target: target, posted: moved), on: day)
    moved = target
  }

  /// Brings what is posted to the claim at the end of a day.
  private mutating func accrue(_ claim: Claim, on day: Day, isOpening: Bool) {
    let target = claim.bookTarget
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
        "suspended": (target.suspended - accrued.suspended).json(currency),
      ] as JSONValue)
    record(Posting.accrual(target: target, posted: accrued, opening: isOpening), on: day)
    accrued = target
    move(to: Moved(claim), on: day)
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
