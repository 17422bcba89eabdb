import Fixtures
import LoanProducts
import Quantities
import Scheduling
import Testing

/// Goal: the level payment is the exact one, rounded.
///
/// Method: balance × ∏ gᵢ ÷ Σ sᵢ ∏ gⱼ (j after i) in whole numbers of any size, gᵢ = aᵢ ÷ bᵢ: the
/// numerators and denominators are multiplied out, and the payment is held against the quotient
/// without a division.
@Suite("The level payment")
struct LevelPaymentTests {
  /// Periods with a rate, a length and a share of the payment.
  struct Stretch {
    let rate: AnnualRate
    let weight: Int64
    let denominator: Int64
    let share: Int64
  }

  /// The exact payment, as `dividend` ÷ `divisor`.
  struct Exact {
    var dividend: BigNumber
    var divisor = BigNumber(0)

    init(_ balance: Money, _ stretches: [Stretch]) {
      dividend = BigNumber(UInt64(balance.minorUnits))
      var periods = BigNumber(1)
      for stretch in stretches {
        let year = UInt64(stretch.denominator) * 1_000_000_000_000
        let grown = year + UInt64(stretch.rate.trillionths) * UInt64(stretch.weight)
        dividend = dividend * grown
        periods = periods * year
        divisor = divisor * grown + periods * UInt64(stretch.share)
      }
    }

    enum Agreement {
      case exact
      /// One unit off, where the exact quotient is as near to a tie as the stated error.
      case nearTie
      case wrong
    }

    /// How a rounded payment stands to the exact one.
    ///
    /// `error` is the stated one of the quotient, in 2^-62 of itself.
    func agreement(_ payment: Money, _ rounding: Rounding, error: UInt64) -> Agreement {
      let found = divisor * UInt64(payment.minorUnits)
      let distance = found.distance(to: dividend)
      let isSound: Bool
      switch rounding {
      case .halfUp, .halfEven: isSound = !(divisor < distance * 2)
      case .up: isSound = distance < divisor && !(found < dividend)
      case .down: isSound = distance < divisor && !(dividend < found)
      }
      if isSound { return .exact }
      let half = rounding == .up || rounding == .down ? UInt64(1) << 62 : UInt64(1) << 61
      // Within the tie and error × payment × 2^-62 beyond it.
      let allowed = divisor * (half + error * UInt64(payment.minorUnits + 1))
      return allowed < distance * (UInt64(1) << 62) ? .wrong : .nearTie
    }
  }

  @Test(
    "is the exact quotient rounded: 1 to 720 periods, the largest principal, rates that change",
    arguments: Seeds.parts)
  func exact(part: Int) throws {
    var ties = 0
    for seed in Seeds.of(part: part, count: 2_400) {
      var random = SplitMix64(seed: seed)
      let count = random.pick(
        360, 720, Int.random(in: 1...36, using: &random), Int.random(in: 1...120, using: &random))
      let balance = random.pick(
        .largestAmount, Money(minorUnits: .random(in: 1...1_000_000_000_000, using: &random)),
        Money(minorUnits: .random(in: 1...50_000_000, using: &random)))
      let rounding = random.pick(Rounding.halfUp, .halfUp, .halfEven, .up, .down)
      let stretches = Self.stretches(count, &random)
      var annuity = Annuity()
      for stretch in stretches {
        annuity.add(
          rate: stretch.rate, weight: stretch.weight, denominator: stretch.denominator,
          share: stretch.share)
      }
      let exact = Exact(balance, stretches)
      guard let payment = annuity.payment(of: balance, rounding: rounding) else {
        Issue.record("no payment: seed \(seed)")
        return
      }
      switch exact.agreement(payment, rounding, error: UInt64(count)) {
      case .exact: break
      case .nearTie: ties += 1
      case .wrong:
        Issue.record("\(payment) for \(balance) over \(count), \(rounding): seed \(seed)")
        return
      }
    }
    #expect(Seeds.isOne || ties <= 3, "\(ties) payments lie on the other side of a tie")
  }

  private static func stretches(_ count: Int, _ random: inout SplitMix64) -> [Stretch] {
    var rate = RandomContract.rate(&random)
    if count > 120, rate > "24.00" { rate = "24.00" }
    let isByDays = random.onceIn(2)
    let changes = random.onceIn(3)
    let hasShares = random.onceIn(4)
    return (1...count).map { number in
      if changes, random.onceIn(12) {
        rate = AnnualRate(basisPoints: .random(in: 0...2_000, using: &random))
      }
      let share = hasShares && number < count ? Int64.random(in: 0...3, using: &random) : 1
      return isByDays
        ? Stretch(
          rate: rate, weight: .random(in: 28...31, using: &random), denominator: 360, share: share)
        : Stretch(rate: rate, weight: 1, denominator: 12, share: share)
    }
  }

  @Test(
    "of equal periods found by doubling is that of the same periods one by one",
    arguments: Seeds.parts)
  func doubling(part: Int) throws {
    for seed in Seeds.of(part: part, count: 1_600) {
      var random = SplitMix64(seed: seed)
      let rate = AnnualRate(basisPoints: .random(in: 0...2_400, using: &random))
      let count = random.pick(360, 720, Int.random(in: 1...120, using: &random))
      let balance = random.pick(
        .largestAmount, Money(minorUnits: .random(in: 1...1_000_000_000_000, using: &random)))
      var annuity = Annuity()
      annuity.add(rate: rate, weight: 1, denominator: 12, times: count)
      let stretch = Stretch(rate: rate, weight: 1, denominator: 12, share: 1)
      let exact = Exact(balance, [Stretch](repeating: stretch, count: count))
      let payment = annuity.payment(of: balance, rounding: .halfUp) ?? .zero
      let agreement = exact.agreement(payment, .halfUp, error: UInt64(count))
      if agreement == .wrong { Issue.record("\(payment) for \(balance), \(count): seed \(seed)") }
    }
  }

  /// Where the first instalment is the level payment: fixed, in one sum, nothing left out.
  private static func level(_ terms: LoanTerms) throws(SchedulingError) -> Money? {
    do {
      let contract = try LoanContract(terms, market: .none)
      guard contract.dueDays.count > 1 else { return nil }
      return try RepaymentSchedule(contract).installments.first.map { $0.principal + $0.interest }
    } catch .installmentBelowInterest {
      return nil
    }
  }

  @Test(
    """
    equal instalments, fixed, without multiples: a higher rate or principal never makes the \
    level payment smaller
    """,
    arguments: Seeds.parts)
  func monotone(part: Int) throws {
    var compared = 0
    for seed in Seeds.of(part: part, count: 110_000) {
      let random = RandomContract(seed: seed)
      var chance = SplitMix64(seed: seed ^ 0xBEE)
      var terms = random.terms.with {
        let odd = $0.repayment
        $0.repayment = RepaymentTerms(
          method: .equalInstallments, interestEveryMonths: max(1, odd.interestEveryMonths),
          settlementDay: odd.method == .imported ? nil : odd.settlementDay)
        $0.repayment.firstDueOn = odd.firstDueOn
        $0.repayment.isLastPeriodLong = odd.isLastPeriodLong
        $0.laterDisbursements = []
        $0.rateBounds = nil
        $0.subsidy = nil
      }
      let rates = [RandomContract.rate(&chance), RandomContract.rate(&chance)].sorted()
      terms.rate = .fixed(rates[0])
      let more = Money(
        minorUnits: .random(
          in: terms.principal.minorUnits...Money.largestAmount.minorUnits, using: &chance))
      guard let payment = try Self.level(terms) else { continue }
      let dearer = try Self.level(terms.with { $0.rate = .fixed(rates[1]) })
      let larger = try Self.level(terms.with { $0.principal = more })
      for other in [dearer, larger].compactMap({ $0 }) {
        compared += 1
        if other < payment {
          Issue.record("\(other) < \(payment): at \(rates), of \(more)\n\(random)\n\(terms)")
          return
        }
      }
    }
    #expect(Seeds.isOne || compared >= Seeds.least(100_000), "\(compared) compared")
  }
}
