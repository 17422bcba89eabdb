import Accrual
import Fixtures
import LoanProducts
import Posting
import Quantities
import Scheduling
import Servicing

/// A random life whose claim is told ahead after each event, to be held to the claim itself.
struct ToldLife {
  private(set) var tally = ToldDays()
  private let seed: UInt64
  private var events: RandomEvents
  private var facts: [LoanFact]
  private var random: SplitMix64

  /// How many outlooks follow each other after an event, each from the end of the one before.
  private static let links = 3

  /// - Throws: the `SchedulingError` of terms that have no schedule.
  init(seed: UInt64) throws {
    self.seed = seed
    events = try RandomEvents(seed: seed, changing: Self.widen)
    facts = [events.start]
    random = SplitMix64(seed: seed &+ 1)
  }

  /// The life as one line a fact.
  var told: String {
    facts.map { "#\($0.number) \($0.effectiveOn) \($0.kind) \($0.amount)" }
      .joined(separator: "; ") + " — \(events.contract.terms)"
  }

  /// Terms beyond those of other random lives: all that makes days uneven.
  private static func widen(_ terms: inout LoanTerms, _ random: inout SplitMix64) {
    if random.onceIn(2) {
      let count = DayCount.allCases.randomElement(using: &random) ?? .actual360
      terms.basis = random.pick(
        .days(count), .days(count), .monthsAndDays, .monthsOfThirtyDays(yearDays: 365))
    }
    if case .floating(let index, let spread, _) = terms.rate, random.onceIn(2) {
      terms.rate = .floating(index: index, spread: spread, reset: .publication)
    }
    if random.onceIn(4) {
      terms.repayment.shift = ShiftTerms(
        rule: random.pick(.following, .modifiedFollowing, .preceding),
        movesInterest: random.onceIn(2))
    }
    if random.onceIn(4) { terms.repayment.grace.interest = random.pick(1, 2) }
    if random.onceIn(6) { terms.repayment.grace.interestFree = 1 }
    if random.onceIn(4), terms.compound == nil {
      terms.compound = CompoundTerms(joinsEveryMonths: random.pick(nil, 1, 3))
    }
    if terms.subsidy != nil, random.onceIn(2) {
      terms.subsidy?.until = terms.startsOn + Int.random(in: 20...200, using: &random)
    }
    terms.repayment.settlementDayCloses =
      terms.repayment.settlementDay != nil && random.onceIn(3)
    if random.onceIn(5) {
      terms.graduation = GraduationTerms(graceMonths: 2, yearsToMaturity: nil, longestYears: 22)
    }
  }

  /// Lets things happen until the end.
  ///
  /// - Returns: the first day that is told otherwise than it comes to be, or nil.
  mutating func run() throws -> String? {
    var lastDay = events.start.effectiveOn
    var claim = try Claim(events.contract, facts: facts, through: lastDay)
    if let broken = try broken(from: lastDay) { return broken }
    while let chosen = events.next(after: facts, claim: claim), facts.count < 24 {
      let fact = random.onceIn(6) ? rare(instead: chosen, claim) : chosen
      let known = facts + [fact]
      let day = max(lastDay, fact.effectiveOn)
      guard known.inForce.contains(where: \.isStart) else { continue }
      guard let after = try? Claim(events.contract, facts: known, through: day) else { continue }
      facts = known
      lastDay = day
      claim = after
      if let broken = try broken(from: day) { return "after #\(fact.number): \(broken)" }
    }
    return nil
  }

  /// What other random lives do not hold.
  private mutating func rare(instead fact: LoanFact, _ claim: Claim) -> LoanFact {
    let day = fact.effectiveOn
    let kind: LoanFact.Kind
    switch Int.random(in: 0..<6, using: &random) {
    case 0: kind = .graduated(on: day + Int.random(in: -90...200, using: &random))
    case 1: kind = .interestWaived(year: day.year, defersPrincipal: random.onceIn(2))
    case 2: kind = .misused(until: nil)
    case 3: kind = .overdueExcused
    default:
      let days = Int.random(in: 1...200, using: &random)
      kind = .rated(random.pick(.specialMention, .substandard, .loss), until: day + days)
    }
    return LoanFact(number: fact.number, effectiveOn: day, kind: kind, amount: .zero)
  }

  private mutating func broken(from day: Day) throws -> String? {
    var life = try LoanLife(events.contract, facts: facts, through: day)
    var first = day
    for _ in 0..<Self.links {
      // A sum that grows beyond all bounds is refused, and no outlook is asked for.
      guard let claim = try? life.claim(atEndOf: first) else { return nil }
      let outlook = ClaimOutlook(claim, on: first, .lpr)
      if let broken = brokenBytes(outlook, claim) { return "\(first): \(broken)" }
      if random.onceIn(4), let broken = try brokenStages(claim, on: first) { return broken }
      let last = min(outlook.through, first + 4_000)
      tally.outlooks += 1
      tally.reach += last - first
      for day in sample(first, last) {
        // One walk on from the outlook's day, or at times the whole life anew.
        let then =
          random.onceIn(16)
          ? try Claim(events.contract, facts: facts, through: day)
          : try life.claim(atEndOf: day)
        if let difference = outlook.difference(from: then, on: day) {
          return "\(first) to \(outlook.through) tells of \(day): \(difference)"
        }
        tally.days += 1
        if day > first { tally.ahead += 1 }
      }
      guard outlook.through < .last - 10 else { return nil }
      first = last + Int.random(in: 1...3, using: &random)
    }
    return nil
  }

  /// Both ends with what lies beside them, ends of months, and others; at times every day.
  private mutating func sample(_ first: Day, _ last: Day) -> [Day] {
    if last - first < 400, random.onceIn(24) { return (0...(last - first)).map { first + $0 } }
    var days: Set<Day> = [first, first + 1, last - 1, last]
    days.insert(first.month.lastDay)
    days.insert((first.month + 1).lastDay)
    if last > first {
      for _ in 0..<3 { days.insert(first + Int.random(in: 1...(last - first), using: &random)) }
    }
    return days.filter { first <= $0 && $0 <= last }.sorted()
  }

  /// Holds what is kept beyond the outlook, for the month's end, to the claims of those days.
  private mutating func brokenStages(_ claim: Claim, on first: Day) throws -> String? {
    let stored = StoredOutlook(claim, on: first, .lpr, posted: claim.bookTarget)
    let bytes = stored.bytes
    let read = bytes.withUnsafeBytes {
      StoredOutlook($0, from: stored.from, through: stored.through)
    }
    if read != stored { return "\(first): bytes of \(stored.later.count) stages do not come back" }
    guard let last = stored.later.last?.outlook else { return nil }
    tally.stages += stored.later.count
    let end = min(last.through, (first + 1).month.lastDay + 3)
    for day in (0...(end - first)).map({ first + $0 }) {
      guard let place = stored.place(on: day) else { return "\(first): no stage tells \(day)" }
      let then = try Claim(events.contract, facts: facts, through: day)
      if let difference = stored.outlook(at: place).difference(from: then, on: day) {
        return "\(first), stage \(place) tells of \(day): \(difference)"
      }
      guard stored.moved(at: place) == Moved(then).stored else {
        return "\(first), stage \(place) tells of \(day): moved"
      }
      guard place > 0 else { continue }
      guard stored.later[place - 1].oldestUnpaidDueOn == then.unpaidSince else {
        return "\(first), stage \(place) tells of \(day): oldest unpaid due"
      }
    }
    return nil
  }

  /// What is kept is what is read again; bytes that end early are none.
  private func brokenBytes(_ outlook: ClaimOutlook, _ claim: Claim) -> String? {
    let stored = StoredOutlook(
      outlook: outlook, posted: claim.bookTarget, isRestructured: facts.count.isMultiple(of: 2))
    let bytes = stored.bytes
    func read(_ bytes: ArraySlice<UInt8>) -> StoredOutlook? {
      Array(bytes).withUnsafeBytes {
        StoredOutlook($0, from: outlook.from, through: outlook.through)
      }
    }
    if read(bytes[...]) != stored { return "bytes do not come back: \(bytes)" }
    if read(bytes.dropLast()) != nil { return "bytes cut short are read: \(bytes)" }
    return nil
  }
}

/// How many days were told.
struct ToldDays {
  var outlooks = 0
  /// The days after the first of all outlooks, told or not.
  var reach = 0
  /// Days that were held to the claim, and of them those after an outlook's first.
  var days = 0
  var ahead = 0
  /// What followed the first outlooks of those that were kept for a month's end.
  var stages = 0

  mutating func add(_ other: ToldDays) {
    outlooks += other.outlooks
    reach += other.reach
    days += other.days
    ahead += other.ahead
    stages += other.stages
  }
}

extension ClaimOutlook {
  /// What it tells of a day that the claim at the end of the day is not.
  func difference(from claim: Claim, on day: Day) -> String? {
    let lost = claim.writtenOff - claim.recovered
    let principal = claim.principal - lost
    var checks: [(name: String, holds: Bool)] = [
      ("reach", reaches(day, .lpr)),
      ("target", bookTarget(on: day) == claim.bookTarget),
      ("running", running(on: day) == claim.running),
      ("principal", self.principal == principal),
      ("principal due", principalDue == min(principal, claim.principalDue)),
      ("on the books", bookPrincipal == claim.bookPrincipal),
      ("interest due", interestDue == claim.interestDue),
      (
        "charges",
        chargesDue(on: day) == max(.zero, claim.penaltyDue) + max(.zero, claim.compoundDue)
      ),
      ("credit", credit == claim.repaid.credit),
      ("non-accrual", isNonAccrual == (claim.nonAccrual != nil)),
      ("over", isOver == (claim.isSettled || claim.isWrittenOff)),
      ("overdue", principalOverdueDays(on: day) == claim.overdueDays(of: \.principal, on: day)),
      (
        "interest overdue",
        interestOverdueDays(on: day) == claim.overdueDays(of: \.interest, on: day)
      ),
    ]
    // Of a loan that is over no position tells its class.
    if !isOver {
      let isDown = claim.isOnProbation(on: day) || claim.isObservedAsNonPerforming(on: day)
      checks.append(("observed", isObserved == claim.isObserved(on: day)))
      checks.append(("on probation", isOnProbation == isDown))
      checks.append(("excused", isExcused == (claim.excusedDue(on: day) != nil)))
      checks.append(("rated", rating == claim.rating(on: day)?.atLeast))
    }
    let broken = checks.filter { !$0.holds }.map(\.name)
    guard !broken.isEmpty else { return nil }
    return "\(broken) — \(bookTarget(on: day)), not \(claim.bookTarget)"
  }
}
