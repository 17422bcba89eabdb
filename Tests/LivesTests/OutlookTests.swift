import Fixtures
import LoanProducts
import Quantities
import Scheduling
import Servicing
import Testing

/// Goal: what a run reads instead of a loan's history is what the history tells.
///
/// Method: random lives with all that makes days uneven. After each event an outlook is made, kept
/// as bytes, read again, and held on days of its time to the claim replayed from the facts; then
/// the next outlook from where it ends, and another.
@Suite("outlooks")
struct OutlookTests {
  /// One in so many of the lives is told day by day: all are too many without optimisation.
  #if DEBUG
    private static let share: UInt64 = 40
  #else
    private static let share: UInt64 = 4
  #endif

  @Test("tell of each of their days what the claim then is", arguments: 0..<8)
  func days(share: Int) throws {
    var tally = ToldDays()
    var lives = 0
    for seed in LivesTests.seeds(share, of: 8) where seed.isMultiple(of: Self.share) {
      // Some terms that are put together at random have no schedule.
      guard var life = try? ToldLife(seed: seed) else { continue }
      lives += 1
      if let broken = try life.run() {
        Issue.record("\(broken) — SHANHAI_SEED=\(seed): \(life.told)")
        return
      }
      tally.add(life.tally)
    }
    #expect(lives > LivesTests.lives / 8 / Int(Self.share) / 2)
    // They reach far: most days are told ahead.
    #expect(tally.ahead > tally.days * 3 / 5, "\(tally)")
    #expect(tally.reach > tally.outlooks * 15, "\(tally)")
    print("outlooks from seed \(LivesTests.seed), share \(share): \(lives) lives, \(tally)")
  }

  /// The outlook was made when only some of the rates were published; the claim knows them all.
  @Test("reach no day on which a rate published since would tell otherwise")
  func published() throws {
    var reached = 0
    var stopped = 0
    for seed in LivesTests.seed..<(LivesTests.seed + 1_000) {
      var random = SplitMix64(seed: seed)
      let life = try RandomLife(seed: seed)
      let terms = life.terms.with {
        $0.rate = .floating(
          index: .oneYear, spread: "1.00",
          reset: random.pick(
            .publication, .anniversary, .yearly(month: 1, day: 1), .yearly(month: 7, day: 22)))
      }
      let first = terms.startsOn + Int.random(in: 0...(life.end - terms.startsOn), using: &random)
      let known = max(terms.agreedOn, first - Int.random(in: 0...90, using: &random))
      let facts = life.facts.filter { $0.effectiveOn <= first }
      let market = MarketRates.lpr.known(by: known)
      let before = try Claim(LoanContract(terms, market: market), facts: facts, through: first)
      let outlook = ClaimOutlook(before, on: first, market)
      let contract = try LoanContract(terms, market: .lpr)
      for day in (0...min(400, outlook.through - first)).map({ first + $0 }) {
        guard outlook.reaches(day, .lpr) else {
          stopped += 1
          continue
        }
        reached += 1
        let claim = try Claim(contract, facts: facts, through: day)
        if let difference = outlook.difference(from: claim, on: day) {
          Issue.record(
            "\(first), rates known by \(known), tells of \(day): \(difference) — \(life)")
          return
        }
      }
    }
    #expect(reached > 5_000 && stopped > 500, "\(reached) \(stopped)")
  }
}
