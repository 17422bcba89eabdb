import Fixtures
import LoanProducts
import Quantities
import Risk
import Testing

/// Another way to the same amounts: the definition, term by term, with whole numbers of any size.
///
/// Transitions are in hundredths, so that probabilities over six months are exact to twelve
/// decimals, and no rounding of theirs can hide a mistake.
@Suite("The expected loss agrees with its definition")
struct ExpectedLossRecomputationTests {
  private static let one: Int128 = 1_000_000_000_000

  /// Per hundred, by row: to the four performing states, default and gone.
  private typealias Rows = [[Int]]

  @Test(
    "exactly, for random transitions, scenarios and loans", arguments: 1...12 as ClosedRange<UInt64>
  )
  func random(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<20 {
      let rows = Self.rows(&random)
      let assumptions = Self.assumptions(&random)
      let model = try ExpectedLossModel.of(Self.matrix(rows), assumptions)
      for _ in 0..<5 {
        let loan = Self.loan(&random)
        let found = try model.loss(of: loan)
        #expect(
          Self.agrees(found.loss, loan, rows, assumptions),
          "seed \(seed): \(found) of \(loan) by \(rows)")
        #expect(try model.explanation(of: loan).mean.rounded == found.loss)
      }
    }
  }

  /// Whether (2 a − 1) D ≤ 2 N < (2 a + 1) D, for an amount a and an exact loss of N ÷ D.
  private static func agrees(
    _ amount: Money, _ loan: LoanExposure, _ rows: Rows, _ assumptions: ExpectedLossAssumptions
  ) -> Bool {
    let share = lossGivenDefault(loan, assumptions)
    var sum = WholeNumber(0)
    let stage = StageReason(loan.signs).stage
    if stage == .three {
      sum =
        WholeNumber(Int128(loan.amount.minorUnits)) * WholeNumber(one) * WholeNumber(one)
        * WholeNumber(10_000)
    } else {
      let all = max(1, loan.instalments.count + assumptions.missedMonths)
      let curve = curve(rows, days: loan.signs.overdueDays, months: all)
      var discount = one
      for month in 1...(stage == .one ? min(12, all) : all) {
        discount = quotient(discount * 12 * one, 12 * one + Int128(loan.rate.trillionths))
        let owed = WholeNumber(exposure(loan, month, assumptions)) * WholeNumber(discount)
        for scenario in assumptions.scenarios {
          let before = month == 1 ? 0 : scaled(curve[month - 2], scenario)
          let marginal = scaled(curve[month - 1], scenario) - before
          sum = sum + owed * WholeNumber(marginal * Int128(scenario.weight))
        }
      }
    }
    let whole = WholeNumber(one) * WholeNumber(one) * WholeNumber(10_000) * WholeNumber(10_000)
    let twice = sum * WholeNumber(Int128(2 * share))
    let amount = Int128(amount.minorUnits)
    return twice < WholeNumber(2 * amount + 1) * whole
      && (amount == 0 || !(twice < WholeNumber(2 * amount - 1) * whole))
  }

  /// Half up, of what is not negative.
  private static func quotient(_ part: Int128, _ whole: Int128) -> Int128 {
    (2 * part + whole) / (2 * whole)
  }

  private static func lossGivenDefault(
    _ loan: LoanExposure, _ assumptions: ExpectedLossAssumptions
  ) -> Int {
    let before = assumptions.lossGivenDefault.bySecurity[loan.security] ?? 10_000
    return Int(quotient(Int128(before * (10_000 - loan.fundShare)), 10_000))
  }

  private static func exposure(
    _ loan: LoanExposure, _ month: Int, _ assumptions: ExpectedLossAssumptions
  ) -> Int128 {
    let first = max(1, month - assumptions.missedMonths)
    var principal: Int128 = 0
    for (place, instalment) in loan.instalments.enumerated() where place + 1 >= first {
      principal += Int128(instalment.principal.minorUnits)
    }
    var owed = Int128(loan.dueUnpaid.minorUnits) + principal
    let seen = loan.instalments.prefix(first).map(\.interest.minorUnits)
    if seen.count == first { owed += Int128(seen[first - 1]) }
    if seen.allSatisfy({ $0 == 0 }) { owed += Int128(loan.interestRunning.minorUnits) }
    let rate = Int128(loan.rate.trillionths) * Int128(assumptions.interestMonths)
    return owed + quotient(principal * rate, 12 * one)
  }

  private static func scaled(_ probability: Int128, _ scenario: MacroScenario) -> Int128 {
    let factor = Int128(scenario.factor)
    switch scenario.scaling {
    case .probability: return min(one, quotient(probability * factor, 1_000))
    case .odds:
      return quotient(
        probability * factor * one, 1_000 * (one - probability) + probability * factor)
    }
  }

  /// In 1e-12, which holds six months of hundredths exactly.
  private static func curve(_ rows: Rows, days: Int, months: Int) -> [Int128] {
    var now = [Int128](repeating: 0, count: 6)
    now[days == 0 ? 0 : days <= 30 ? 1 : days <= 60 ? 2 : 3] = one
    return (0..<months).map { _ in
      var next: [Int128] = [0, 0, 0, 0, now[4], now[5]]
      for from in 0..<4 {
        for to in 0..<6 {
          let product = now[from] * Int128(rows[from][to])
          precondition(product % 100 == 0, "not exact to 1e-12")
          next[to] += product / 100
        }
      }
      now = next
      return now[4]
    }
  }

  private static func matrix(_ rows: Rows) -> TransitionMatrix {
    let names = ["0", "1-30", "31-60", "61-90", "181-360", "prepaid"]
    var named: [String: [String: Int]] = [:]
    for (from, row) in rows.enumerated() {
      named[names[from]] = Dictionary(uniqueKeysWithValues: zip(names, row))
    }
    return SampleTransitions.matrix(named)
  }

  private static func rows(_ random: inout SplitMix64) -> Rows {
    (0..<4).map { _ in
      var row = [Int](repeating: 0, count: 6)
      for _ in 0..<100 { row[Int.random(in: 0..<6, using: &random)] += 1 }
      return row
    }
  }

  private static func assumptions(_ random: inout SplitMix64) -> ExpectedLossAssumptions {
    let first = Int.random(in: 0...10_000, using: &random)
    let second = Int.random(in: 0...(10_000 - first), using: &random)
    var assumptions = ExpectedLossAssumptions.plain
    assumptions.scenarios = [first, second, 10_000 - first - second].map { weight in
      MacroScenario(
        name: "\(weight)", weight: weight, factor: Int.random(in: 1...3_000, using: &random),
        scaling: random.pick(.odds, .probability))
    }
    assumptions.missedMonths = Int.random(in: 0...2, using: &random)
    assumptions.longestMonths = 4
    assumptions.interestMonths = random.pick(0, 3)
    return assumptions
  }

  private static func loan(_ random: inout SplitMix64) -> LoanExposure {
    // Over six months 100⁶ is 1e12: exact.
    let months = Int.random(in: 0...4, using: &random)
    let largest: Int64 = random.pick(100, 10_000_000, 100_000_000_000_000)
    var loan = LoanExposure.of(
      (0..<months).map { _ in Int64.random(in: 0...largest, using: &random) },
      interests: (0..<months).map { _ in random.pick(0, largest / 100) })
    loan.rate = AnnualRate(trillionths: Int64.random(in: 0...1_000_000_000_000, using: &random))
    loan.dueUnpaid = Money(minorUnits: random.pick(0, largest / 10))
    loan.interestRunning = Money(minorUnits: random.pick(0, largest / 200))
    loan.signs.overdueDays = random.pick(0, 0, 1, 30, 31, 60, 61, 90, 91)
    loan.signs.isOnWatch = random.onceIn(2)
    loan.security = random.pick(.unsecured, .guaranteed, .mortgaged, .pledged)
    loan.fundShare = random.pick(0, 7_000, Int.random(in: 0...10_000, using: &random))
    return loan
  }
}
