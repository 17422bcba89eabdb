import Accrual
package import Quantities
package import Scheduling

/// A borrower's account over some days, line by line, from the same walk that makes the claim.
///
/// Invariant: what the lines charge and settle is what the claim owes and has received; the last
///            balance is that of the claim at the end of the last day.
/// Ordering:  on a day first what accrued until then, then what falls due, then the facts.
package struct AccountStatement: Hashable, Sendable {
  /// The first and the last day.
  package let days: ClosedRange<Day>
  /// At the end of the day before the first.
  package let opening: BorrowerAccount
  package let movements: [AccountMovement]
  /// The claim at the end of the last day.
  package let claim: Claim

  /// At the end of the last day.
  package var closing: BorrowerAccount { BorrowerAccount(claim) }

  /// - Parameters:
  ///   - contract: the signed terms and the rates in force.
  ///   - facts: the loan's facts, reversed ones among them.
  ///   - first: the first day; nil for that of the disbursement or takeover; not after `last`.
  ///   - last: the last day.
  /// - Throws: `ServicingError` of the life; `.neverDisbursed` if no fact until the last day starts
  ///   it.
  package init(
    _ contract: LoanContract, facts: [LoanFact], from first: Day?, through last: Day
  ) throws(ServicingError) {
    var walk = try AccountWalk(contract, facts: facts, through: last)
    let begins = first ?? walk.opensOn
    claim = try walk.run(breakingOn: begins)
    days = min(begins, last)...last
    movements = walk.movements.filter { $0.on >= begins }
    opening = begins > walk.opensOn ? walk.accountBefore(begins) : BorrowerAccount()
  }
}

/// The walk through a life that makes the lines of an account.
private struct AccountWalk {
  private let record: AccountRecord
  private var life: LoanLife
  private let starter: Int64
  private let last: Day
  private(set) var movements: [AccountMovement] = []
  private var balance = Money.zero
  /// What has a line already of what was charged from day to day.
  private var shown = OwedParts()
  /// The account at the ends of the days before those on which something happens.
  private var mornings: [Day: BorrowerAccount] = [:]

  /// The day of the account's first line.
  let opensOn: Day

  init(
    _ contract: LoanContract, facts: [LoanFact], through last: Day
  ) throws(ServicingError) {
    let record = AccountRecord()
    // The due days that come until the last day are known when a life has come to its end.
    var first = try LoanLife(contract, facts: facts, through: last, watch: record.hear)
    _ = try first.claim(atEndOf: last)
    let days = record.takeDays()
    life = try LoanLife(contract, facts: facts, through: last, watch: record.hear)
    self.record = record
    self.last = last
    starter = first.starterNumber
    opensOn = first.takenOverOn ?? first.startsOn
    self.days = days.union([opensOn])
  }

  private var days: Set<Day>

  func accountBefore(_ day: Day) -> BorrowerAccount { mornings[day] ?? BorrowerAccount() }

  /// Walks to the last day.
  ///
  /// - Parameter first: a day before which lines of what accrues end.
  /// - Returns: the claim at the end.
  /// - Throws: `ServicingError` of the life.
  mutating func run(breakingOn first: Day) throws(ServicingError) -> Claim {
    days.insert(first)
    var month = opensOn.month + 1
    while month.firstDay <= last {
      days.insert(month.firstDay)
      month = month + 1
    }
    for day in days.sorted() where day >= opensOn && day <= last { try take(day) }
    let claim = try life.claim(atEndOf: last)
    accrue(until: BorrowerAccount(claim), on: last)
    return claim
  }

  private mutating func take(_ day: Day) throws(ServicingError) {
    let before = BorrowerAccount(try life.claim(atEndOf: day - 1))
    if day == opensOn {
      // The account opens with what was paid out, or is owed when the loan is taken over.
      shown = before.charged
      add(
        AccountMovement(.fact(starter), on: day), charged: before.charged,
        settled: before.settled, credit: before.credit)
      if let paid = life.downPayment {
        var line = AccountMovement(.fellDue(numbers: [1], principal: paid), on: day)
        line.balance = balance
        movements.append(line)
      }
    } else {
      accrue(until: before, on: day - 1)
    }
    mornings[day] = before
    record.begin()
    let end = BorrowerAccount(try life.claim(atEndOf: day))
    fallDue(on: day, from: before, to: record.facts.first?.before ?? end)
    for entry in record.facts { add(entry.fact, from: entry.before, to: entry.after) }
  }

  /// Lines of what was charged from day to day and has none yet.
  private mutating func accrue(until account: BorrowerAccount, on day: Day) {
    let charged = account.charged
    var compound = OwedParts()
    compound.compound = charged.compound - shown.compound
    add(AccountMovement(.compoundAccrued, on: day), charged: compound)
    var penalty = OwedParts()
    penalty.penalty = charged.penalty - shown.penalty
    add(AccountMovement(.penaltyAccrued, on: day), charged: penalty)
    shown = charged
  }

  private mutating func fallDue(
    on day: Day, from before: BorrowerAccount, to after: BorrowerAccount
  ) {
    let dues = record.dues[day] ?? []
    let offset = life.downPayment == nil ? 0 : 1
    let principal = dues.reduce(Money.zero) { $0 + $1.principal }
    var interest = OwedParts()
    interest.interest = after.charged.interest - before.charged.interest
    if principal.isPositive || !interest.interest.isZero {
      var line = AccountMovement(
        .fellDue(numbers: dues.map { $0.number + offset }, principal: principal), on: day)
      line.charged = interest
      append(line)
    }
    add(
      AccountMovement(.creditUsed, on: day), settled: after.settled - before.settled,
      credit: after.credit - before.credit)
  }

  private mutating func add(
    _ fact: LoanFact, from before: BorrowerAccount, to after: BorrowerAccount
  ) {
    let charged = after.charged - before.charged
    let settled = after.settled - before.settled
    let credit = after.credit - before.credit
    let day = fact.effectiveOn
    switch fact.kind {
    case .repaid, .waived, .refunded:
      add(AccountMovement(.interestBilled, on: day), charged: charged)
      var line = AccountMovement(.fact(fact.number), on: day)
      line.settled = settled
      line.credit = credit
      append(line)
    default:
      var line = AccountMovement(.fact(fact.number), on: day)
      line.charged = charged
      append(line)
      add(AccountMovement(.creditUsed, on: day), settled: settled, credit: credit)
    }
  }

  /// A line, if it moves anything.
  private mutating func add(
    _ movement: AccountMovement, charged: OwedParts = OwedParts(),
    settled: OwedParts = OwedParts(), credit: Money = .zero
  ) {
    var movement = movement
    movement.charged = charged
    movement.settled = settled
    movement.credit = credit
    if !movement.isEmpty { append(movement) }
  }

  private mutating func append(_ movement: AccountMovement) {
    var movement = movement
    balance += movement.change
    movement.balance = balance
    movements.append(movement)
  }
}

/// Hears of a life what an account has lines for.
private final class AccountRecord {
  struct Fact {
    let fact: LoanFact
    let before: BorrowerAccount
    let after: BorrowerAccount
  }

  private(set) var dues: [Day: [(number: Int, principal: Money)]] = [:]
  /// The facts taken in since `begin`.
  private(set) var facts: [Fact] = []
  private var days: Set<Day> = []

  func hear(_ event: MeterEvent) {
    switch event {
    case .closed(let due, let principal, let bill):
      days.insert(due.on)
      days.insert(due.until)
      guard principal.isPositive || bill?.interest.borrower.isPositive == true else { return }
      dues[due.on, default: []].append((due.number, principal))
    case .took(let fact, let before, let after):
      days.insert(fact.effectiveOn)
      facts.append(Fact(fact: fact, before: before, after: after))
    case .broken, .stretch: break
    }
  }

  func begin() { facts = [] }

  /// The days on which something happened; all is forgotten.
  func takeDays() -> Set<Day> {
    defer {
      days = []
      dues = [:]
      facts = []
    }
    return days
  }
}
