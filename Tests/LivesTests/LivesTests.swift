import Accrual
import Fixtures
import Foundation
import LoanProducts
import Posting
import Quantities
import Scheduling
import Servicing
import Testing

/// Goal: whatever happens to a loan, in whatever order, its claim and its books hold together.
///
/// Method: random lives, event by event as they become known; the books are brought to the claim
///         as the program does it, and after each event every invariant is looked at.
@Suite("random lives")
struct LivesTests {
  /// How many; SHANHAI_LIVES asks for another number.
  static let lives =
    ProcessInfo.processInfo.environment["SHANHAI_LIVES"].flatMap { Int($0) } ?? 20_000

  static let seed: UInt64 =
    ProcessInfo.processInfo.environment["SHANHAI_SEED"].flatMap { UInt64($0) } ?? 40_000_000

  /// The seeds of one of so many shares of the lives.
  static func seeds(_ share: Int, of shares: Int) -> Range<UInt64> {
    let count = UInt64(lives / shares)
    return (seed + UInt64(share) * count)..<(seed + UInt64(share + 1) * count)
  }

  @Test("hold every invariant after every event", arguments: 0..<8)
  func invariants(share: Int) throws {
    var tally = Tally()
    for seed in Self.seeds(share, of: 8) {
      var life = try BookedLife(seed: seed)
      if let broken = try life.run() {
        Issue.record("\(broken) — SHANHAI_SEED=\(seed): \(life.told)")
        return
      }
      tally.add(life)
    }
    guard Self.lives >= 20_000 else { return }
    // Each kind of event comes about, and not once only.
    #expect(tally.kinds.count >= 14, "\(tally.kinds)")
    #expect(tally.kinds.values.allSatisfy { $0 >= 10 }, "\(tally.kinds)")
    #expect(tally.nonAccrual > 100 && tally.cured > 10)
  }

  @Test("do not depend on the order in which facts of different days became known")
  func order() throws {
    for seed in Self.seed..<(Self.seed + 2_000) {
      var life = try BookedLife(seed: seed)
      _ = try life.run()
      // A reversal names a number, and facts of a day keep their order.
      let days = life.facts.map(\.effectiveOn)
      guard Set(days).count == days.count, life.facts.inForce.count == life.facts.count else {
        continue
      }
      var random = SplitMix64(seed: seed)
      let numbers = life.facts.map(\.number).shuffled(using: &random)
      let shuffled = zip(life.facts, numbers).map { fact, number in
        LoanFact(
          number: number, effectiveOn: fact.effectiveOn, kind: fact.kind, amount: fact.amount,
          isRestructuring: fact.isRestructuring)
      }
      let other = try Claim(life.contract, facts: shuffled.reversed(), through: life.lastDay)
      if other != (try life.claim()) { Issue.record("SHANHAI_SEED=\(seed): \(life.told)") }
    }
  }

  @Test("are the same walked month by month as in one walk")
  func walks() throws {
    for seed in Self.seed..<(Self.seed + 2_000) {
      var booked = try BookedLife(seed: seed)
      _ = try booked.run()
      guard booked.facts.inForce.contains(where: \.isStart) else { continue }
      var life = try LoanLife(booked.contract, facts: booked.facts, through: booked.lastDay)
      var last: Claim?
      for day in life.postingDays(through: booked.lastDay) { last = try life.claim(atEndOf: day) }
      if last != (try booked.claim()) { Issue.record("SHANHAI_SEED=\(seed): \(booked.told)") }
    }
  }
}

/// What came about in some lives.
private struct Tally {
  var kinds: [String: Int] = [:]
  var nonAccrual = 0
  var cured = 0

  mutating func add(_ life: BookedLife) {
    for fact in life.facts {
      let name = "\(fact.kind)".prefix { $0 != "(" }
      kinds[String(name), default: 0] += 1
    }
    if life.sawNonAccrual { nonAccrual += 1 }
    if life.sawCure { cured += 1 }
  }
}
