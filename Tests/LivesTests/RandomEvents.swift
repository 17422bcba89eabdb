import Accrual
import Fixtures
import LoanProducts
import Quantities
import Scheduling
import Servicing

/// A loan with random terms to which random things happen, the same for the same seed.
///
/// Each event is chosen by where the loan then stands, so that most of them can be; days mostly go
/// forward, and some facts become known late.
struct RandomEvents {
  let seed: UInt64
  let contract: LoanContract
  let start: LoanFact
  /// The last day of all.
  let end: Day
  private var random: SplitMix64
  private var lastDay: Day

  /// - Parameters:
  ///   - seed: the same for the same life.
  ///   - change: makes other terms of them.
  /// - Throws: the `SchedulingError` of the terms, which none of them should meet unless changed.
  init(
    seed: UInt64, changing change: (inout LoanTerms, inout SplitMix64) -> Void = { _, _ in }
  ) throws {
    let life = try RandomLife(seed: seed)
    var random = SplitMix64(seed: seed &* 0x9E37_79B9)
    var terms = life.terms
    terms.graceDays = random.pick(0, 0, 0, 3, 7)
    terms.fundSharePercent = random.pick(0, 70, 80)
    if random.onceIn(3) { terms.compound = CompoundTerms(joinsEveryMonths: random.pick(nil, 3)) }
    var other = SplitMix64(seed: seed &* 0x85EB_CA6B)
    change(&terms, &other)
    self.seed = seed
    contract = try LoanContract(
      terms, market: .lpr, reaching: terms.maturesOn.adding(months: 48))
    start = LoanFact.disbursement(of: terms)
    end = terms.maturesOn + 420
    lastDay = terms.startsOn
    self.random = random
  }

  /// The next thing that happens to a loan with these facts, as it stands on `claim`'s day.
  ///
  /// - Returns: nil when its time is over.
  mutating func next(after facts: [LoanFact], claim: Claim) -> LoanFact? {
    lastDay = lastDay + Int.random(in: 0...60, using: &random)
    guard lastDay <= end else { return nil }
    let isLate = random.onceIn(6)
    let back = isLate ? Int.random(in: 0...70, using: &random) : 0
    let day = max(claim.startsOn, lastDay - back)
    return fact(facts, claim, on: day)
  }

  private mutating func fact(_ facts: [LoanFact], _ claim: Claim, on day: Day) -> LoanFact {
    let number = Int64(facts.count + 1)
    var amount = Money.zero
    let kind: LoanFact.Kind
    switch Int.random(in: 0..<100, using: &random) {
    case ..<52:
      amount = payment(claim)
      kind = .repaid(inAdvance: random.pick(nil, nil, .lowersInstallments, .shortensTerm))
    case ..<56:
      amount = part(of: claim.repaid.credit)
      kind = .refunded
    case ..<60:
      amount = Money(minorUnits: .random(in: 1...90_000, using: &random))
      kind = .costsCharged
    case ..<64:
      kind = .rateChanged(AnnualRate(basisPoints: .random(in: 0...1_500, using: &random)))
    case ..<69: kind = change(claim, on: day)
    case ..<73:
      let charge = random.pick(Charge.interest, .penalty, .compound)
      amount = part(of: owed(claim, charge))
      kind = .waived(charge)
    case ..<76: kind = .writtenOff(part: random.onceIn(2) ? nil : part(of: claim.bookPrincipal))
    case ..<82:
      let step = random.pick(CompensationStep.claimed, .paid, .paid, .rejected, .returned)
      amount = compensation(claim, step)
      kind = .compensation(step)
    case ..<87:
      let payer = random.pick(Payer.finance, .programme)
      amount = part(of: claim.billed[payer] - claim.subsidyPaid[payer])
      kind =
        random.onceIn(2)
        ? .subsidyPaid(payer) : .subsidyRejected(payer, isOwedByBorrower: random.onceIn(2))
    case ..<90: kind = .misused(until: random.pick(nil, day + 20))
    default: kind = .reversed(Int64.random(in: 1...Int64(max(1, facts.count)), using: &random))
    }
    return LoanFact(
      number: number, effectiveOn: day, kind: kind, amount: amount,
      isRestructuring: random.onceIn(12))
  }

  private mutating func payment(_ claim: Claim) -> Money {
    let due = claim.principalDue + claim.interestDue + claim.costsDue
    let all = claim.owed + claim.costsDue
    return random.pick(
      part(of: due), max(Money(minorUnits: 1), due), part(of: all), all + part(of: all))
  }

  /// From one minor unit to a little more than all of it.
  private mutating func part(of amount: Money) -> Money {
    let most = max(1, amount.minorUnits + amount.minorUnits / 20)
    return Money(minorUnits: .random(in: 1...most, using: &random))
  }

  private func owed(_ claim: Claim, _ charge: Charge) -> Money {
    switch charge {
    case .interest: return claim.interestDue
    case .penalty: return claim.penaltyDue
    case .compound: return claim.compoundDue
    }
  }

  private mutating func compensation(_ claim: Claim, _ step: CompensationStep) -> Money {
    switch step {
    case .claimed: return part(of: claim.owed)
    case .paid, .rejected: return part(of: claim.compensation.open)
    case .returned: return part(of: claim.compensationOwedBack)
    }
  }

  private mutating func change(_ claim: Claim, on day: Day) -> LoanFact.Kind {
    let later = max(day, claim.terms.maturesOn).adding(months: .random(in: 1...18, using: &random))
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return .extended(to: later)
    case 1: return .renewed(to: later, rate: random.pick(nil, AnnualRate(basisPoints: 450)))
    case 2: return .paused(until: day + Int.random(in: 1...120, using: &random))
    default:
      var repayment: RepaymentTerms?
      if random.onceIn(2) {
        repayment = RepaymentTerms(
          method: random.pick(.equalInstallments, .equalPrincipal, .interestThenPrincipal),
          interestEveryMonths: random.pick(1, 3))
      }
      return .rescheduled(
        Rescheduling(
          maturesOn: random.pick(nil, later), repayment: repayment,
          takesInOverdue: random.onceIn(2)))
    }
  }
}
