import Accrual
import Fixtures
import LoanProducts
import Posting
import Quantities
import Scheduling
import Servicing
import Testing

/// Goal: the books of a loan, replayed at once, or those of a month alone, are those booked step by
/// step.
///
/// Method: random lives, with facts that become known late and reversals, and runs of their months,
///         late ones and repeated ones; each step's claim is found from scratch.
@Suite("loan books")
struct LoanBooksTests {
  private static let seed: UInt64 = 60_000_000

  @Test("are the steps booked one by one", arguments: 0..<4)
  func steps(share: Int) throws {
    var late = 0
    for seed in (Self.seed + UInt64(share) * 50)..<(Self.seed + UInt64(share + 1) * 50) {
      var life = try BookedLife(seed: seed)
      _ = try life.run()
      let story = Story(life, seed: seed)
      late += story.lateFacts
      let terms = life.contract.terms
      let books = try Books(terms, market: .lpr, facts: story.facts, runs: story.runs)
      let steps = try story.steps(terms)
      #expect(books.entries.count == steps.count)
      for (entry, step) in zip(books.entries, steps) where entry != step {
        Issue.record("SHANHAI_SEED=\(seed) #\(entry.number): \(life.told)")
        return
      }
      for month in Set(steps.map(\.bookedOn.month)).sorted() + ["1999-01".month] {
        let events = BookedEvents(story.facts, story.runs, in: month)
        var entries: [Step] = []
        try LoanBooks.each(terms, market: .lpr, events) { entries.append(Step($0)) }
        let isSame = entries == steps.filter { $0.bookedOn.month == month }
        #expect(isSame, "SHANHAI_SEED=\(seed) \(month): \(life.told)")
      }
    }
    #expect(late > 10)
  }

  // What was published on 22 July is loaded when the loan is settled.
  @Test("of a month are the same whatever became known after the loan was settled")
  func settled() throws {
    var terms = LoanTerms.lending("36000.00", at: "3.45", from: "2024-01-05", until: "2024-08-05")
    terms.rate = .floating(index: .oneYear, spread: .zero, reset: .publication)
    let paidOut = LoanFact.disbursement(of: terms)
    let all = MarketRates.lpr.publications
    let known = MarketRates(all.filter { $0.on < "2024-07-22" })
    let claim = try #require(
      try LoanContract(terms, market: known, facts: [paidOut])
        .claim(of: [paidOut], through: "2024-08-05"))
    let repaid = LoanFact(
      number: 20, effectiveOn: "2024-08-05", kind: .repaid(inAdvance: nil),
      amount: claim.principal + claim.interestDue)
    let facts = [
      BookedFact(paidOut, bookedOn: "2024-01-05"), BookedFact(repaid, bookedOn: "2024-08-05"),
      BookedFact(number: 40, bookedOn: "2024-09-05", effectiveOn: "2024-09-05", fact: nil),
    ]
    let runs = [(30, "2024-08"), (50, "2024-11")].map {
      BookedRun(number: $0.0, month: $0.1.month)
    }
    let market = MarketRates(
      all, arrivals: [MarketRates.Arrival(on: "2024-07-22", factNumber: 20)])
    let books = try Books(terms, market: market, facts: facts, runs: runs)
    #expect(books.entries.first { $0.number == 30 }?.posted.interest.borrower == claim.interestDue)
    for month in ["2024-01", "2024-08", "2024-09", "2024-11"].map(\.month) {
      var entries: [Step] = []
      try LoanBooks.each(terms, market: market, BookedEvents(facts, runs, in: month)) {
        entries.append(Step($0))
      }
      #expect(entries == books.entries.filter { $0.bookedOn.month == month }, "\(month)")
    }
  }

  @Test("of a loan taken over open with what is owed at the cutover")
  func takenOver() throws {
    let terms = LoanTerms.microcredit(from: "2025-03-05")
    let fact = LoanFact(
      number: 4, effectiveOn: "2025-06-20", kind: .imported(paidToOn: "2025-06-05"),
      amount: terms.principal)
    let books = try Books(
      terms, market: .none, facts: [BookedFact(fact, bookedOn: "2025-06-25")],
      runs: [
        BookedRun(number: 2, month: "2025-05".month), BookedRun(number: 9, month: "2025-06".month),
      ])
    // 50,000 at 3.50 %: 145.83 a month of 30 days from 5 June; 16 days to 20 June, 26 to the 30th.
    #expect(
      books.entries.map { "\($0.number) \($0.bookedOn) \($0.valueOn) \($0.lines)" } == [
        "4 2025-06-25 2025-06-20 opening-principal 50000.00, opening-interest 77.78",
        "9 2025-06-30 2025-06-30 interest 48.61",
      ])
    #expect(books.entries.map(\.run) == [nil, 1])
  }

  @Test("of a fact that moves no claim say what a credit has paid since")
  func moveless() throws {
    let terms = LoanTerms.microcredit(from: "2025-03-05")
    let facts = [
      BookedFact(LoanFact.disbursement(of: terms), bookedOn: "2025-03-05"),
      BookedFact(
        LoanFact(
          number: 20, effectiveOn: "2025-03-20", kind: .repaid(inAdvance: nil),
          amount: "2000.00"), bookedOn: "2025-03-20"),
      BookedFact(number: 30, bookedOn: "2025-04-06", effectiveOn: "2025-04-01", fact: nil),
    ]
    let books = try Books(terms, market: .none, facts: facts, runs: [])
    #expect(
      books.entries.map(\.lines) == [
        "disbursement 50000.00", "credit 2000.00",
        "principal-repaid 1319.27, interest-repaid 145.83, credit 1465.10",
      ])
  }

  @Test("of two years of monthly payments cost one walk, not one a month")
  func fast() throws {
    let terms = LoanTerms.microcredit(from: "2023-03-05", months: 36)
    var facts = [BookedFact(LoanFact.disbursement(of: terms), bookedOn: "2023-03-05")]
    var runs: [BookedRun] = []
    for month in 1...24 {
      let paidOn = terms.startsOn.adding(months: month)
      let number = Int64(month * 10)
      runs.append(BookedRun(number: number + 1, month: paidOn.adding(months: -1).month))
      facts.append(
        BookedFact(
          LoanFact(
            number: number + 5, effectiveOn: paidOn, kind: .repaid(inAdvance: nil),
            amount: "1465.10"), bookedOn: paidOn))
    }
    let books = try Books(terms, market: .none, facts: facts, runs: runs)
    #expect(books.entries.count == 49)
    let walk = try Self.fastest {
      try LoanBooks.each(terms, market: .none, facts: facts, runs: runs) { _ in }
    }
    let once = try Self.fastest {
      let contract = try LoanContract(terms, market: .none)
      _ = try Claim(contract, facts: facts.compactMap(\.fact), through: "2025-03-31")
    }
    #expect(walk < once * 12)
  }

  /// The time of the fastest of many, which other work on the machine did not interrupt.
  private static func fastest(_ body: () throws -> Void) throws -> Duration {
    try (0..<100).map { _ in try ContinuousClock().measure(body) }.min() ?? .zero
  }
}

/// All steps of a loan's books.
private struct Books {
  var entries: [Step] = []

  init(
    _ terms: LoanTerms, market: MarketRates, facts: [BookedFact], runs: [BookedRun]
  ) throws {
    try LoanBooks.each(terms, market: market, facts: facts, runs: runs) {
      entries.append(Step($0))
    }
  }
}

/// What a step booked, with what it left.
private struct Step: Equatable {
  let number: Int64
  let run: Int?
  let bookedOn: Day
  let valueOn: Day
  let transfers: [Transfer]
  let claim: Claim?
  let posted: AccrualTarget
  let moved: Moved
}

extension Step {
  fileprivate init(_ entry: LoanBooks.Entry) {
    self.init(
      number: entry.number, run: entry.run, bookedOn: entry.bookedOn, valueOn: entry.valueOn,
      transfers: entry.transfers, claim: entry.claim, posted: entry.posted, moved: entry.moved)
  }
}

/// A life's facts as a bank recorded them, with runs among them.
private struct Story {
  private(set) var facts: [BookedFact] = []
  private(set) var runs: [BookedRun] = []
  private(set) var lateFacts = 0

  init(_ life: BookedLife, seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var today = life.facts[0].effectiveOn
    var month = today.month
    for fact in life.facts {
      today = max(today, fact.effectiveOn)
      if fact.effectiveOn < today { lateFacts += 1 }
      facts.append(BookedFact(fact.later, bookedOn: today))
      var number = fact.number * 1_000
      while month.lastDay < today, random.onceIn(2) {
        number += 1
        runs.append(BookedRun(number: number, month: month))
        // The next time it may be the same month again.
        if !random.onceIn(4) { month = month + 1 }
      }
    }
  }

  /// Booked one by one, each claim found from scratch.
  func steps(_ terms: LoanTerms) throws -> [Step] {
    var steps: [Step] = []
    var posted = AccrualTarget(interest: .zero, penalty: .zero)
    var moved = Moved()
    var events: [(number: Int64, fact: BookedFact?, run: BookedRun?)] = facts.map {
      ($0.number, $0, nil)
    }
    events += runs.map { ($0.number, nil, $0) }
    for event in events.sorted(by: { $0.number < $1.number }) {
      let known = facts.filter { $0.number <= event.number }
      let day = event.run?.month.lastDay ?? event.fact?.bookedOn ?? .first
      let loanFacts = known.compactMap(\.fact)
      let claim = try LoanContract(terms, market: .lpr, facts: loanFacts)
        .claim(of: loanFacts, through: day)
      let target = claim.map { Moved($0) } ?? Moved()
      var transfers: [Transfer] = []
      if event.run != nil {
        guard let claim else { continue }
        transfers = Posting.accrual(target: claim.bookTarget, posted: posted)
        posted = claim.bookTarget
      }
      if event.run == nil || known.allSatisfy({ $0.bookedOn <= day }) {
        transfers += Posting.moves(target: target, posted: moved)
        moved = target
      }
      steps.append(
        Step(
          number: event.number, run: runs.firstIndex { $0 == event.run }, bookedOn: day,
          valueOn: event.fact?.effectiveOn ?? day, transfers: transfers, claim: claim,
          posted: posted, moved: moved))
    }
    return steps
  }
}

extension LoanFact {
  /// The same fact with room for runs between the numbers.
  fileprivate var later: LoanFact {
    var kind = kind
    if case .reversed(let number) = kind { kind = .reversed(number * 1_000) }
    return LoanFact(
      number: number * 1_000, effectiveOn: effectiveOn, kind: kind, amount: amount,
      isRestructuring: isRestructuring)
  }
}

extension Step {
  /// Its transfers, as `interest 77.78, credit 5.00`.
  fileprivate var lines: String {
    transfers.map { "\($0.kind.rawValue) \($0.amount)" }.joined(separator: ", ")
  }
}

extension String {
  fileprivate var month: Month { Month(self) ?? Month(year: 1_900, month: 1) }
}
