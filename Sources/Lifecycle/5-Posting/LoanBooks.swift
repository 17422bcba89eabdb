package import Accrual
package import LoanProducts
package import Quantities
import Scheduling
package import Servicing

/// A fact of a loan as it was recorded.
package struct BookedFact: Hashable, Sendable {
  /// Its number in the bank: the order of what was recorded, runs among them.
  package let number: Int64
  /// The bank's business date when it was recorded.
  package let bookedOn: Day
  package let effectiveOn: Day
  /// What it means to a claim; nil for one that moves none and is booked all the same: a death, a
  /// loan taken over by another borrower or handed to another branch.
  package let fact: LoanFact?

  package init(_ fact: LoanFact, bookedOn: Day) {
    self.init(
      number: fact.number, bookedOn: bookedOn, effectiveOn: fact.effectiveOn, fact: fact)
  }

  package init(number: Int64, bookedOn: Day, effectiveOn: Day, fact: LoanFact?) {
    self.number = number
    self.bookedOn = bookedOn
    self.effectiveOn = effectiveOn
    self.fact = fact
  }
}

/// A run of a bank: the month's end to which it brought the books.
package struct BookedRun: Hashable, Sendable {
  /// The number of the fact that the run recorded; it knows the facts before it.
  package let number: Int64
  package let month: Month

  package init(number: Int64, month: Month) {
    self.number = number
    self.month = month
  }
}

/// The books of one loan, replayed from what was recorded: the transfers of each fact and each run.
///
/// Use:   `LoanBooks.each(terms, market: market, facts: facts, runs: runs) { entry in … }`, with
///        the facts that book in the order of their numbers and the runs in theirs. An entry's
///        transfers name the control account of principal, `Transfer.of(_:)` brings them to the
///        line's. What stands in an entry may be kept, but not the entry, whose claim moves on.
/// Rule:  a fact is booked by the claim at the end of the day it was recorded on, a run by the
///        claim at its month's end from the facts recorded before it; both under the rates that
///        were published, and known, by then. What a fact has settled no run opens again for a
///        rate that became known later.
/// Speed: days before which nothing became known late cost one walk of the loan all together; each
///        other one costs a replay.
package enum LoanBooks {
  /// What a fact or a run booked, and where it left the loan.
  package struct Entry {
    /// Of the fact; of a run's own fact.
    package let number: Int64
    /// The run's place among the runs; nil for a fact.
    package let run: Int?
    package let bookedOn: Day
    package let valueOn: Day
    package fileprivate(set) var transfers: [Transfer] = []
    fileprivate let replay: ClaimReplay
    /// The accruals posted when it was booked.
    package fileprivate(set) var posted: AccrualTarget
    /// What was moved when it was booked.
    package fileprivate(set) var moved: Moved
    /// Whether the use of money was brought to the claim: not by a run after a later fact.
    package fileprivate(set) var isFollowed = true

    /// The claim it was booked by; nil where nothing starts the loan any more.
    package var claim: Claim? { kept?.claim ?? replay.claim }
    /// Of a loan that stays settled.
    fileprivate var kept: KeptClaim?

    /// The claim with the rates of days to come as they were known when it was booked: what its
    /// instalments to come, and what credit covers of them, follow from.
    ///
    /// Speed: a replay, where a rate floats and a publication came later.
    ///
    /// - Throws: what `LoanContract` and its claim throw.
    package func foreseen() throws -> Claim? {
      try kept?.claim ?? replay.foreseen()
    }
  }

  /// Calls `body` with each entry, in the order of recording; a run before the loan's first day has
  /// none.
  ///
  /// - Parameters:
  ///   - terms: as signed.
  ///   - market: the rates published, with what facts of the bank did not know of them.
  ///   - facts: those that were booked, by number.
  ///   - runs: of the loan's bank, by number.
  ///   - body: takes an entry; one that asks for no claim is the faster.
  /// - Throws: what `LoanContract`, `LoanLife` and `body` throw.
  package static func each(
    _ terms: LoanTerms, market: MarketRates, facts: [BookedFact], runs: [BookedRun],
    _ body: (Entry) throws -> Void
  ) throws {
    try each(terms, market: market, BookedEvents(facts, runs), body)
  }

  /// Calls `body` with the entries of some events, as they are among all of them.
  ///
  /// - Parameters:
  ///   - terms: as signed.
  ///   - market: the rates published, with what facts of the bank did not know of them.
  ///   - events: which.
  ///   - body: takes an entry; one that asks for no claim is the faster.
  /// - Throws: what `LoanContract`, `LoanLife` and `body` throw.
  package static func each(
    _ terms: LoanTerms, market: MarketRates, _ events: BookedEvents, _ body: (Entry) throws -> Void
  ) throws {
    let (facts, runs) = (events.facts, events.runs)
    let replay = ClaimReplay(terms, market: market, facts: facts.compactMap(\.fact))
    for event in events.inOrder {
      switch event {
      case .passed(let place): replay.learn(facts[place])
      case .fact(let place): replay.ask(of: facts[place])
      case .run(let place): replay.ask(runs[place].month.lastDay, at: runs[place].number)
      }
    }
    try replay.prepare()
    var books = Running(replay)
    for event in events.inOrder {
      let entry: Entry?
      switch event {
      case .passed(let place):
        books.pass(facts[place])
        continue
      case .fact(let place): entry = try books.take(facts[place])
      case .run(let place): entry = try books.take(runs[place], at: place)
      }
      guard let entry, events.month.map({ $0 == entry.bookedOn.month }) ?? true else { continue }
      try body(entry)
    }
  }
}

extension Claim {
  /// Without a copy of the claim.
  fileprivate var bookMoved: Moved { Moved(self) }
}

/// A claim that is handed on by reference: its own value is large.
private final class KeptClaim {
  let claim: Claim

  init(_ claim: Claim) { self.claim = claim }
}

/// What is posted and moved of a loan while its books are replayed.
private struct Running {
  private let replay: ClaimReplay
  private var posted = AccrualTarget(interest: .zero, penalty: .zero)
  private var moved = Moved()
  private var lastBookedOn = Day.first
  /// The claim that the last fact left, and its day, if it settled the loan.
  private var settled: (claim: KeptClaim, on: Day)?

  init(_ replay: ClaimReplay) { self.replay = replay }

  /// Goes on past a fact whose transfers nobody asks for, and which others follow.
  mutating func pass(_ fact: BookedFact) {
    if fact.fact != nil { lastBookedOn = max(lastBookedOn, fact.bookedOn) }
  }

  mutating func take(_ fact: BookedFact) throws -> LoanBooks.Entry {
    defer {
      settled = replay.isSettled ? replay.claim.map { (KeptClaim($0), fact.bookedOn) } : nil
    }
    var transfers: [Transfer] = []
    if fact.isTakeover {
      // The claim at the end of the cutover day.
      try replay.next()
      if let opening = replay.claim { transfers = open(opening) }
      try replay.next()
      moved = replay.moved
    } else {
      try replay.next()
      let target = replay.moved
      transfers = Posting.moves(target: target, posted: moved)
      moved = target
    }
    pass(fact)
    return LoanBooks.Entry(
      number: fact.number, run: nil, bookedOn: fact.bookedOn, valueOn: fact.effectiveOn,
      transfers: transfers, replay: replay, posted: posted, moved: moved)
  }

  private mutating func open(_ claim: Claim) -> [Transfer] {
    let principal = Transfer(.openingPrincipal, change: claim.principal)
    let target = claim.bookTarget
    defer { posted = target }
    return [principal].compactMap { $0 }
      + Posting.accrual(target: target, posted: posted, opening: true)
  }

  /// - Returns: nil if nothing starts the loan by the month's end.
  mutating func take(_ run: BookedRun, at place: Int) throws -> LoanBooks.Entry? {
    let day = run.month.lastDay
    try replay.next()
    // What a fact has settled stays so, whatever rate became known since.
    let kept = settled.flatMap { $0.on <= day ? $0.claim : nil }
    guard let target = kept?.claim.bookTarget ?? replay.target else { return nil }
    var transfers = Posting.accrual(target: target, posted: posted)
    posted = target
    // A fact booked after the month's end has brought the use of money up to its own day.
    let isCurrent = lastBookedOn <= day
    if isCurrent {
      let used = kept?.claim.bookMoved ?? replay.moved
      transfers += Posting.moves(target: used, posted: moved)
      moved = used
    }
    var entry = LoanBooks.Entry(
      number: run.number, run: place, bookedOn: day, valueOn: day, transfers: transfers,
      replay: replay, posted: posted, moved: moved, isFollowed: isCurrent)
    entry.kept = kept
    return entry
  }
}

/// The claims of a loan at the ends of days, each from the facts known when it was asked for.
private final class ClaimReplay {
  private let terms: LoanTerms
  private let market: MarketRates
  private let facts: [LoanFact]
  /// The earliest day that a fact not known yet changes, for each number of known ones.
  private let unknownFrom: [Day]
  private var known = 0
  private var asked: [(day: Day, known: Int, number: Int64)] = []
  /// What is found on the way, if not all is found at once.
  private var life: LoanLife?
  private var startsOn = Day.last
  private var found: [KeptClaim?] = []
  private var given = -1

  init(_ terms: LoanTerms, market: MarketRates, facts: [LoanFact]) {
    self.terms = terms
    self.market = market
    self.facts = facts
    var earliest = Self.changed(by: facts, terms) + [.last]
    for place in facts.indices.reversed() {
      earliest[place] = min(earliest[place], earliest[place + 1])
    }
    unknownFrom = earliest
  }

  /// The first day that each fact changes: of a reversal that of what it undoes, of a new maturity
  /// any day where rates float until then.
  private static func changed(by facts: [LoanFact], _ terms: LoanTerms) -> [Day] {
    var days = facts.map(\.effectiveOn)
    for (place, fact) in facts.enumerated() {
      if case .reversed(let number) = fact.kind,
        let undone = facts[..<place].firstIndex(where: { $0.number == number })
      {
        days[place] = min(days[place], days[undone])
      }
      if terms.rate.isFloating, [fact].latestMaturity != nil { days[place] = .first }
    }
    return days
  }

  /// Asks for the claim at the end of a day from the facts known so far, and the rates that were
  /// known to the fact or run of a number.
  func ask(_ day: Day, at number: Int64) { asked.append((day, known, number)) }

  /// Knows a fact from now on.
  func learn(_ fact: BookedFact) {
    if fact.fact != nil { known += 1 }
  }

  /// Asks for the claims that a fact is booked by, which is known from now on.
  func ask(of fact: BookedFact) {
    learn(fact)
    if fact.isTakeover { ask(fact.effectiveOn, at: fact.number) }
    ask(fact.bookedOn, at: fact.number)
  }

  /// Whether nothing became known later that changes a day by then.
  private func knewAll(_ place: Int) -> Bool {
    let asked = asked[place]
    guard unknownFrom[asked.known] > asked.day else { return false }
    return !terms.rate.isFloating || market.unknownFrom(at: asked.number) > asked.day
  }

  /// Makes ready to give what was asked for: found on the way if the days come in order, else
  /// found now.
  func prepare() throws {
    let walked = asked.indices.filter(knewAll)
    let inOrder = walked.allSatisfy { $0 == 0 || asked[$0 - 1].day <= asked[$0].day }
    if let last = walked.map({ asked[$0].day }).max(),
      let start = facts.inForce.filter(\.isStart).map(\.effectiveOn).min(), start <= last
    {
      startsOn = start
      let contract = try LoanContract(terms, market: market, facts: facts)
      life = try LoanLife(contract, facts: facts, through: last)
    }
    if inOrder, walked.count == asked.count { return }
    var claims = [KeptClaim?](repeating: nil, count: asked.count)
    for place in asked.indices where !knewAll(place) {
      claims[place] = try alone(place).map(KeptClaim.init)
    }
    // A run may post a month that was over before the last facts.
    for place in walked.sorted(by: { (asked[$0].day, $0) < (asked[$1].day, $1) })
    where asked[place].day >= startsOn {
      claims[place] = try (life?.claim(atEndOf: asked[place].day)).map(KeptClaim.init)
    }
    found = claims
  }

  /// The claim at a place by itself, from what was known then.
  private func alone(_ place: Int) throws -> Claim? {
    let known = Array(facts[..<asked[place].known])
    let market = market.known(at: asked[place].number)
    return try LoanContract(terms, market: market, facts: known)
      .claim(of: known, through: asked[place].day)
  }

  /// See `Entry.foreseen`.
  func foreseen() throws -> Claim? {
    let isAllKnown = market.unknownFrom(at: asked[given].number) == .last
    return isAllKnown || !terms.rate.isFloating ? claim : try alone(given)
  }

  /// Goes to what was asked for next.
  func next() throws(ServicingError) {
    given += 1
    if found.isEmpty, asked[given].day >= startsOn {
      try life?.advance(toEndOf: asked[given].day)
    }
  }

  /// Whether a fact in force starts the loan by the day.
  private var isStarted: Bool { asked[given].day >= startsOn }

  var claim: Claim? {
    if !found.isEmpty { return found[given]?.claim }
    return isStarted ? life?.present : nil
  }

  var isSettled: Bool {
    if !found.isEmpty { return found[given]?.claim.isSettled ?? false }
    return isStarted && life?.present.isSettled ?? false
  }

  /// What the books hold of the claim; nothing before it starts.
  var moved: Moved {
    if !found.isEmpty { return found[given]?.claim.bookMoved ?? Moved() }
    return isStarted ? life?.present.bookMoved ?? Moved() : Moved()
  }

  var target: AccrualTarget? {
    if !found.isEmpty { return found[given]?.claim.bookTarget }
    return isStarted ? life?.present.bookTarget : nil
  }
}
