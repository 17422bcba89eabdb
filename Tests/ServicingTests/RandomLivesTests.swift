import Accrual
import Fixtures
import LoanProducts
import Quantities
import Scheduling
import Servicing
import Testing

/// Goal: what must hold on each day of any loan's life.
///
/// Method: 2,000 lives with random terms and payments. Each is replayed from its facts for the end
/// of each day from the first to well after maturity. A failure prints the seed and the whole life;
/// `RandomLife(seed:)` brings it back.
@Suite("Random lives")
struct RandomLivesTests {
  @Test("hold their invariants at the end of every day", arguments: 0..<20)
  func invariants(part: Int) throws {
    for index in 0..<100 {
      let life = try RandomLife(seed: UInt64(1_000_000 + part * 100 + index))
      if let broken = try firstBroken(life) {
        Issue.record("\(broken) in \(life)")
        return
      }
    }
  }

  /// The first invariant that does not hold, with its day; nil if all do on all days.
  private func firstBroken(_ life: RandomLife) throws -> String? {
    var exact = ExactInterest(life.contract)
    var before: Claim?
    var day = life.terms.startsOn
    while day <= life.end {
      let claim = try Claim(life.contract, facts: life.facts, through: day)
      if let broken = brokenSums(claim, life, day) ?? brokenSigns(claim, since: before) {
        return "\(day): \(broken)"
      }
      exact.add(claim, on: day)
      if let broken = exact.difference(claim) { return "\(day): \(broken)" }
      before = claim
      day = day + 1
    }
    return nil
  }

  /// Money is conserved: principal, what was paid, interest billed.
  private func brokenSums(_ claim: Claim, _ life: RandomLife, _ day: Day) -> String? {
    let received = life.facts.reduce(Money.zero) { sum, fact in
      guard case .repaid = fact.kind, fact.effectiveOn <= day else { return sum }
      return sum + fact.amount
    }
    if claim.repaid.sum != received { return "repaid \(claim.repaid) is not \(received)" }
    if claim.principal + claim.repaid.principal != life.terms.principal {
      return "principal \(claim.principal) + \(claim.repaid.principal)"
    }
    if claim.repaid.interest + claim.interestDue != claim.billed.borrower {
      return "interest \(claim.repaid.interest) + \(claim.interestDue) ≠ \(claim.billed)"
    }
    if claim.repaid.penalty + claim.penaltyDue != claim.accrualTarget.penalty {
      return "penalty \(claim.repaid.penalty) + \(claim.penaltyDue)"
    }
    let upcoming = claim.upcoming.reduce(Money.zero) { $0 + $1.principal }
    if upcoming != claim.principalNotDue { return "upcoming \(upcoming)" }
    if claim.isSettled, !claim.dues.isEmpty || claim.oldestUnpaidDueOn != nil {
      return "settled, and still owing"
    }
    return nil
  }

  /// Nothing is negative, dues stand in order, a credit and a due never stand together, and the
  /// accrued interest as a whole never shrinks.
  private func brokenSigns(_ claim: Claim, since before: Claim?) -> String? {
    let amounts = [
      claim.principalNotDue, claim.repaid.principal, claim.repaid.interest, claim.repaid.penalty,
      claim.repaid.credit, claim.penaltyDue, claim.running.borrower, claim.running.finance,
      claim.running.programme, claim.billed.borrower, claim.billed.finance,
      claim.billed.programme,
    ]
    if amounts.contains(where: \.isNegative) { return "negative: \(amounts)" }
    for (due, next) in zip(claim.dues, claim.dues.dropFirst()) where due.dueOn >= next.dueOn {
      return "dues out of order: \(claim.dues)"
    }
    if claim.dues.contains(where: { $0.principal.isNegative || $0.interest.isNegative }) {
      return "negative due: \(claim.dues)"
    }
    if claim.dues.contains(where: { $0.principal.isZero && $0.interest.isZero }) {
      return "an empty due: \(claim.dues)"
    }
    if claim.repaid.credit.isPositive, !claim.dues.isEmpty { return "credit beside dues" }
    if let before, claim.accrualTarget.interest.sum < before.accrualTarget.interest.sum {
      return "interest shrank from \(before.accrualTarget) to \(claim.accrualTarget)"
    }
    return nil
  }

  @Test("with distinct days do not depend on the order in which their facts were recorded")
  func orderOfRecording() throws {
    for seed in 3_000_000..<(3_000_000 + 300) as Range<UInt64> {
      let life = try RandomLife(seed: seed)
      var random = SplitMix64(seed: seed)
      var days: Set<Day> = []
      let distinct = life.facts.filter { days.insert($0.effectiveOn).inserted }
      let numbers = distinct.indices.map { Int64($0 + 1) }.shuffled(using: &random)
      let renumbered = zip(distinct, numbers).map { fact, number in
        LoanFact(
          number: number, effectiveOn: fact.effectiveOn, kind: fact.kind, amount: fact.amount)
      }.shuffled(using: &random)
      let expected = try Claim(life.contract, facts: distinct, through: life.end)
      let found = try Claim(life.contract, facts: renumbered, through: life.end)
      if expected != found { Issue.record("\(life)") }
    }
  }

  @Test("end settled, with every balance zero, once everything owed is paid")
  func closed() throws {
    for seed in 4_000_000..<(4_000_000 + 300) as Range<UInt64> {
      let life = try RandomLife(seed: seed)
      let day = max(life.end, life.terms.maturesOn)
      let claim = try Claim(life.contract, facts: life.facts, through: day)
      var facts = life.facts
      // At the start of the next day the claim is what it is at the end of this one.
      let owed = claim.principal + claim.interestDue + claim.penaltyDue
      if owed.isPositive { facts.append(.payment(owed, on: day + 1, number: 1_000)) }
      let end = try Claim(life.contract, facts: facts, through: day + 400)
      let zero =
        end.isSettled && end.principal.isZero && end.interestDue.isZero && end.penaltyDue.isZero
        && end.running == .zero && end.dues.isEmpty && end.oldestUnpaidDueOn == nil
        && end.repaid.credit == claim.repaid.credit
      if !zero { Issue.record("\(end.dues) \(end.repaid) in \(life)") }
    }
  }
}

/// Interest and penalty summed day by day from balances at each day's end: another way to the same
/// figure, which finds a day missed, counted twice or counted on the wrong balance.
private struct ExactInterest {
  let contract: LoanContract
  /// Interest of closed periods in 1e-6 of a minor unit: periods have denominators of their own.
  private var closed: Int128 = 0
  /// The open period's interest, times its denominator and 1e12.
  private var open: Int128 = 0
  private var period: InterestPeriod?
  private var penalty: Int128 = 0
  private var roundings: Int128 = 1

  init(_ contract: LoanContract) { self.contract = contract }

  private static let fine: Int128 = 1_000_000

  mutating func add(_ claim: Claim, on day: Day) {
    if let due = contract.dueDays.first(where: { $0.on > day }) {
      if due.period != period {
        close()
        period = due.period
      }
      open +=
        Int128(claim.principalNotDue.minorUnits)
        * Int128(contract.rates.rate(on: day).trillionths)
        * Int128(due.period.weight(from: day, until: day + 1))
    } else {
      close()
    }
    let rate = contract.rates.rate(on: day).scaled(percent: contract.terms.penaltyPercent)
    penalty += Int128(claim.principalDue.minorUnits) * Int128(rate.trillionths)
  }

  private mutating func close() {
    if let period { closed += open * Self.fine / (Int128(period.denominator) * 1_000_000_000_000) }
    open = 0
    period = nil
    roundings += 1
  }

  /// What the claim's accrual is off by, beyond its roundings; nil if it is not.
  ///
  /// A period is rounded once, and once more for each payment in advance inside it: at most 6 here.
  func difference(_ claim: Claim) -> String? {
    var interest = closed
    if let period {
      interest += open * Self.fine / (Int128(period.denominator) * 1_000_000_000_000)
    }
    let target = claim.accrualTarget
    let off = Int128(target.interest.sum.minorUnits) * Self.fine - interest
    let breaks = Int128(claim.repaid.principal.isPositive ? 6 : 0)
    if abs(off) > (roundings + breaks) * Self.fine {
      return "interest \(target.interest.sum) is off by \(off) millionths of a fen"
    }
    let owed = claim.terms.rounding.divide(penalty, by: 360 * 1_000_000_000_000)
    return Int128(target.penalty.minorUnits) == owed
      ? nil : "penalty \(target.penalty) is not \(owed) fen"
  }
}
