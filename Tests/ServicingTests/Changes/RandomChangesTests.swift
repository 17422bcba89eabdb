import Accrual
import Fixtures
import LoanProducts
import Quantities
import Scheduling
import Servicing
import Testing

/// Goal: what must hold of any life with facts of every kind.
///
/// Method: random lives, to which draws, new rates, waivers, misuse and graduations are added. A
/// failure prints the seed; `RandomChanges(seed:)` brings it back.
@Suite("Random lives with changes")
struct RandomChangesTests {
  @Test("hold their invariants at each month's end, however the days are asked for (seed 9000000…)")
  func invariants() throws {
    var count = 0
    for seed in 9_000_000..<(9_000_000 + 600) as Range<UInt64> {
      let changes = try RandomChanges(seed: seed)
      do {
        if let broken = try changes.firstBroken() { Issue.record("\(broken) in \(changes)") }
        count += 1
      } catch let error as ServicingError {
        guard case .changeNotPossible = error else {
          Issue.record("\(error) in \(changes)")
          continue
        }
      }
    }
    #expect(count > 500)
  }

  @Test("do not depend on the order in which facts of distinct days were recorded")
  func orderOfRecording() throws {
    for seed in 9_100_000..<(9_100_000 + 300) as Range<UInt64> {
      let changes = try RandomChanges(seed: seed)
      var random = SplitMix64(seed: seed)
      var days: Set<Day> = []
      let distinct = changes.facts.filter { days.insert($0.effectiveOn).inserted }
      let numbers = distinct.indices.map { Int64($0 + 1) }.shuffled(using: &random)
      let renumbered = zip(distinct, numbers).map { fact, number in
        LoanFact(
          number: number, effectiveOn: fact.effectiveOn, kind: fact.kind, amount: fact.amount)
      }.shuffled(using: &random)
      let expected = Result { () throws(ServicingError) in
        try Claim(changes.contract, facts: distinct, through: changes.end)
      }
      let found = Result { () throws(ServicingError) in
        try Claim(changes.contract, facts: renumbered, through: changes.end)
      }
      if expected != found { Issue.record("\(changes)") }
    }
  }
}

/// A random life with facts of every kind.
struct RandomChanges: CustomStringConvertible {
  let seed: UInt64
  let contract: LoanContract
  let facts: [LoanFact]
  let end: Day

  init(seed: UInt64) throws {
    var random = SplitMix64(seed: seed ^ 0xABCD)
    let life = try RandomLife(seed: seed)
    self.seed = seed
    end = life.end
    var terms = life.terms
    if random.onceIn(2) {
      terms.compound = CompoundTerms(joinsEveryMonths: random.pick(nil, 1, 3))
    }
    if random.onceIn(2) {
      terms.graduation = GraduationTerms(
        graceMonths: Int.random(in: 0...2, using: &random), yearsToMaturity: random.pick(nil, 1))
    }
    contract = try LoanContract(terms, market: .lpr)
    var facts = life.facts
    let first = Money(minorUnits: max(1, terms.principal.minorUnits / random.pick(1, 1, 2, 3)))
    facts[0] = LoanFact(
      number: 1, effectiveOn: terms.startsOn, kind: .disbursed, amount: first)
    let length = terms.maturesOn - terms.startsOn
    if terms.principal > first, length > 1 {
      facts.append(
        .fact(
          .disbursed, on: terms.startsOn + Int.random(in: 0..<length, using: &random),
          amount: terms.principal - first, number: 900))
    }
    for index in 0..<Int.random(in: 0...4, using: &random) {
      let day = terms.startsOn + Int.random(in: 0...length, using: &random)
      facts.append(.fact(Self.kind(day, &random), on: day, number: Int64(901 + index)))
    }
    self.facts = facts
  }

  private static func kind(_ day: Day, _ random: inout SplitMix64) -> LoanFact.Kind {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: .rateChanged(AnnualRate(basisPoints: .random(in: 0...2400, using: &random)))
    case 1: .interestWaived(year: day.year, defersPrincipal: random.onceIn(2))
    case 2: .misused(until: random.pick(nil, day + 40))
    default: .graduated(on: day + Int.random(in: -300...300, using: &random))
    }
  }

  var description: String {
    "RandomChanges(seed: \(seed)): \(contract.terms)\n  "
      + facts.map { "#\($0.number) \($0.effectiveOn) \($0.amount) \($0.kind)" }
      .joined(separator: "\n  ")
  }

  /// The first invariant that does not hold at a month's end; nil if all do.
  func firstBroken() throws -> String? {
    var life = try LoanLife(contract, facts: facts, through: end)
    for day in life.postingDays(through: end) {
      let claim = try life.claim(atEndOf: day)
      let alone = try Claim(contract, facts: facts, through: day)
      if claim != alone { return "\(day): the claim asked for alone is another one" }
      if let broken = brokenSums(claim, day) { return "\(day): \(broken)" }
    }
    return nil
  }

  private func brokenSums(_ claim: Claim, _ day: Day) -> String? {
    var received = Money.zero
    for fact in facts where fact.effectiveOn <= day {
      if case .repaid = fact.kind { received += fact.amount }
    }
    let target = claim.accrualTarget
    if claim.repaid.sum != received { return "repaid \(claim.repaid) is not \(received)" }
    if claim.principal + claim.repaid.principal != claim.disbursed { return "principal" }
    if claim.repaid.interest + claim.interestDue != claim.billed.borrower { return "interest" }
    if claim.repaid.compound + claim.compoundDue != target.compound { return "compound" }
    if claim.repaid.penalty + claim.penaltyDue != target.penalty { return "penalty" }
    if claim.billed.sum + claim.running.sum != target.interest.sum { return "payers" }
    let amounts = [
      claim.principalNotDue, claim.principalDue, claim.interestDue, claim.penaltyDue,
      claim.compoundDue, claim.running.borrower, claim.running.finance, claim.running.programme,
      claim.repaid.credit,
    ]
    if amounts.contains(where: \.isNegative) { return "negative: \(amounts)" }
    let upcoming = claim.upcoming.reduce(Money.zero) { $0 + $1.principal }
    return upcoming == claim.principalNotDue ? nil : "upcoming \(upcoming)"
  }
}
