import Accrual
import Fixtures
import LoanProducts
import Posting
import Quantities
import Scheduling
import Servicing

/// A random life with its books: each event that can be is booked as it becomes known, and so is
/// each month's end.
struct BookedLife {
  private(set) var events: RandomEvents
  let contract: LoanContract
  private(set) var facts: [LoanFact]
  private(set) var lastDay: Day
  private(set) var sawNonAccrual = false
  private(set) var sawCure = false
  private var books = Books()
  private var accrued = AccrualTarget(interest: .zero, penalty: .zero)
  private var moved = Moved()
  /// The last day whose month's end is booked.
  private var monthsThrough: Day

  init(seed: UInt64) throws {
    events = try RandomEvents(seed: seed)
    contract = events.contract
    facts = [events.start]
    lastDay = events.start.effectiveOn
    monthsThrough = lastDay
  }

  /// The life as one line a fact.
  var told: String {
    facts.map { "#\($0.number) \($0.effectiveOn) \($0.kind) \($0.amount)" }
      .joined(separator: "; ") + " — \(contract.terms)"
  }

  func claim() throws(ServicingError) -> Claim {
    try Claim(contract, facts: facts, through: lastDay)
  }

  /// Lets things happen until the end.
  ///
  /// - Returns: the first thing that does not hold, or nil.
  mutating func run() throws -> String? {
    try follow()
    var claim = try claim()
    var events = events
    while let fact = events.next(after: facts, claim: claim), facts.count < 24 {
      let known = facts + [fact]
      let day = max(lastDay, fact.effectiveOn)
      guard let after = try? contract.claim(of: known, through: day) else { continue }
      facts = known
      try closeMonths(until: day)
      lastDay = day
      try follow()
      if let broken = broken(after) { return "after #\(fact.number): \(broken)" }
      if claim.nonAccrual != nil, after.nonAccrual == nil { sawCure = true }
      if after.nonAccrual != nil { sawNonAccrual = true }
      claim = after
    }
    return try undone(claim)
  }

  /// Brings what facts move to the claim.
  private mutating func follow() throws {
    let target = Moved(try claim())
    books.post(Posting.moves(target: target, posted: moved))
    moved = target
  }

  /// Books the ends of the months that are over by a day.
  private mutating func closeMonths(until day: Day) throws {
    var month = monthsThrough.month
    let before = Array(facts.dropLast())
    while month.lastDay < day {
      let end = month.lastDay
      if let claim = try contract.claim(of: before, through: end) {
        books.post(Posting.accrual(target: claim.bookTarget, posted: accrued))
        accrued = claim.bookTarget
      }
      month = month + 1
    }
    monthsThrough = day
  }

  /// What does not hold of a claim and the books that were brought to it.
  private func broken(_ claim: Claim) -> String? {
    for (name, amount) in [
      ("principal", claim.principal), ("principal not due", claim.principalNotDue),
      ("principal due", claim.principalDue), ("interest due", claim.interestDue),
      ("penalty", claim.penaltyDue), ("compound", claim.compoundDue), ("costs", claim.costsDue),
      ("credit", claim.repaid.credit), ("on the books", claim.bookPrincipal),
      ("suspended", claim.suspended), ("recovered", claim.recovered),
      ("owed back", claim.compensationOwedBack),
    ] where amount.isNegative { return "\(name) is \(amount)" }
    if claim.suspended.isPositive, let since = claim.nonAccrual?.since, claim.writtenOff.isZero,
      since > lastDay
    {
      return "suspended before day 91"
    }
    if claim.nonAccrual == nil, claim.suspended.isPositive || claim.overdueDays(on: lastDay) > 90 {
      return "overdue \(claim.overdueDays(on: lastDay)) days and accruing"
    }
    let all = claim.bookPrincipal + claim.suspended + claim.writtenOff - claim.recovered
    if claim.nonAccrual != nil, all != claim.owed { return "\(all) on and off, owed \(claim.owed)" }
    return control(claim)
  }

  /// The accounts that facts move, against the claim.
  private func control(_ claim: Claim) -> String? {
    let received = facts.inForce.reduce(Money.zero) { sum, fact in
      switch fact.kind {
      case .repaid: return sum + fact.amount
      case .refunded: return sum - fact.amount
      default: return sum
      }
    }
    let open = claim.compensation.open
    let held = claim.compensation.paid - claim.compensationUsed - claim.compensationOwedBack
    let expected: [(Account, Money)] = [
      (.loans, claim.bookPrincipal), (.credits, -claim.repaid.credit),
      (.settlement, received - claim.disbursed), (.costsReceivable, claim.costsDue),
      (.writtenOffClaims, claim.writtenOff - claim.recovered),
      (.compensationReceivable, open), (.compensationHeld, -(held + open)),
      (.compensationOwedBack, claim.compensation.returned - claim.compensationOwedBack),
      (
        .provisions,
        claim.writtenOff - claim.recovered - claim.compensationUsed
      ),
    ]
    for (account, balance) in expected where books.balance(account) != balance {
      return "\(account): \(books.balance(account)), not \(balance)"
    }
    return books.sum.isZero ? nil : "the books are off by \(books.sum)"
  }

  /// Undoing the last fact, and undoing that, brings back what was.
  private func undone(_ claim: Claim) throws -> String? {
    guard let last = facts.last, last.number > 1, !isReversal(last) else { return nil }
    let number = last.number + 1
    let reversal = LoanFact(
      number: number, effectiveOn: last.effectiveOn, kind: .reversed(last.number), amount: .zero)
    let back = LoanFact(
      number: number + 1, effectiveOn: last.effectiveOn, kind: .reversed(number), amount: .zero)
    let without = try Claim(contract, facts: Array(facts.dropLast()), through: lastDay)
    guard try Claim(contract, facts: facts + [reversal], through: lastDay) == without else {
      return "a reversal leaves something"
    }
    guard try Claim(contract, facts: facts + [reversal, back], through: lastDay) == claim else {
      return "a reversal of a reversal does not bring back what was"
    }
    return nil
  }

  private func isReversal(_ fact: LoanFact) -> Bool {
    if case .reversed = fact.kind { return true }
    return false
  }
}
