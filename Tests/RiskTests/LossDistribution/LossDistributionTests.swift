import Fixtures
import Quantities
import Risk
import Testing

@Suite("The distribution of losses")
struct LossDistributionTests {
  /// 1,000 scenarios that lose 1 to 1,000, in no order: 7 has no factor in common with 1,000.
  private static func thousand() throws -> LossDistribution {
    try LossDistribution(losses: (0..<1_000).map { Int64($0 * 7 % 1_000 + 1) })
  }

  @Test("value at risk, expected shortfall and mean, by hand")
  func byHand() throws {
    let distribution = try Self.thousand()
    // 500.5, half up.
    #expect(distribution.meanLoss == Money(minorUnits: 501))
    // The variance of 1 to n, of a sample: n (n + 1) ÷ 12.
    #expect(abs(distribution.standardDeviation - (1_001_000.0 / 12).squareRoot()) < 1e-9)
    let tail = try distribution.tail(level: 9_900)
    #expect(tail.valueAtRisk == Money(minorUnits: 990))
    // 991 to 1,000: 995.5, half up.
    #expect(tail.totalLoss == 9_955)
    #expect(tail.expectedShortfall == Money(minorUnits: 996))
    #expect(tail.scenarios.map { distribution.losses[$0] } == (991...1_000).reversed())
    // 1.96 √(1,000 × 0.99 × 0.01) = 6.2: seven scenarios to either side.
    #expect(tail.valueAtRiskRange == Money(minorUnits: 983)...Money(minorUnits: 997))
    // s² = 10 × 11 ÷ 12; ES − VaR = 5.5.
    let variance = (110.0 / 12 + 0.99 * 5.5 * 5.5) / 10
    #expect(abs(tail.shortfallError - variance.squareRoot()) < 1e-9)
    let last = try distribution.tail(level: 9_990)
    #expect(last.valueAtRisk == Money(minorUnits: 999))
    #expect(last.expectedShortfall == Money(minorUnits: 1_000))
  }

  @Test("a level that cuts a scenario in two leaves it before the tail")
  func cut() throws {
    let distribution = try LossDistribution(losses: Array(1...150))
    let tail = try distribution.tail(level: 9_900)
    #expect(tail.scenarios == [149])
    #expect(tail.valueAtRisk == Money(minorUnits: 149))
  }

  @Test("of equal losses the lower number is the worse")
  func ties() throws {
    let distribution = try LossDistribution(losses: [5, 9, 9, 9])
    #expect(try distribution.tail(level: 5_000).scenarios == [1, 2])
  }

  @Test("what groups add is rounded so that it sums to the expected shortfall")
  func contributionsByHand() throws {
    var losses = [Int64](repeating: 0, count: 200)
    (losses[3], losses[4]) = (7, 6)
    let tail = try LossDistribution(losses: losses).tail(level: 9_900)
    // Means 0.5, 2.5, 0.5, 3: running sums 0.5, 3, 3.5, 6.5 become 1, 3, 4, 7.
    let parts = tail.contributions(groupLosses: [1, 5, 1, 6])
    #expect(parts.map(\.minorUnits) == [1, 2, 1, 3])
    #expect(tail.expectedShortfall == Money(minorUnits: 7))
  }

  @Test("contributions sum to the expected shortfall", arguments: [1, 2, 3, 4] as [UInt64])
  func contributions(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let simulation = try SimulatedPool.mixed(count: 150, random: &random).simulation(seed: seed)
    let distribution = try LossDistribution(losses: simulation.losses(of: 0..<1_000))
    for level in [9_000, 9_900, 9_990] {
      let tail = try distribution.tail(level: level)
      let parts = tail.contributions(groupLosses: simulation.groupLosses(in: tail.scenarios))
      #expect(parts.count == 7)
      #expect(parts.reduce(.zero, +) == tail.expectedShortfall)
      #expect(parts.allSatisfy { !$0.isNegative })
      #expect(tail.valueAtRiskRange.contains(tail.valueAtRisk))
      #expect(tail.expectedShortfall >= tail.valueAtRisk)
    }
  }

  @Test("a chart has every scenario in one bar", arguments: [1, 2, 10, 999, 1_000, 5_000])
  func histogram(bars: Int) throws {
    let chart = try Self.thousand().histogram(bars: bars)
    #expect(chart.count <= bars)
    #expect(chart.map(\.scenarios).reduce(0, +) == 1_000)
    #expect(chart.first?.least == Money(minorUnits: 1))
    let widths = Set(zip(chart, chart.dropFirst()).map { ($1.least - $0.least).minorUnits })
    #expect(widths.count <= 1)
    if bars == 10 {
      #expect(chart.map(\.scenarios) == Array(repeating: 100, count: 10))
    }
  }

  @Test("a chart of one loss, or of the largest, has one bar")
  func oneBar() throws {
    for loss in [0, Int64.max] {
      let chart = try LossDistribution(losses: [loss, loss]).histogram(bars: 7)
      #expect(chart == [LossBar(least: Money(minorUnits: loss), scenarios: 2)])
    }
    let wide = try LossDistribution(losses: [0, Int64.max]).histogram(bars: 4)
    #expect(wide.map(\.scenarios) == [1, 0, 0, 1])
  }

  @Test(
    "a loan loses exposure × loss given default, rounded half up",
    arguments: [(100, 4_500, 45), (1, 5_000, 1), (1, 4_999, 0), (333, 1_500, 50), (7, 0, 0)])
  func loss(exposure: Int64, lossGivenDefault: Int32, loss: Int64) {
    let loan = LoanRisk(
      exposure: Money(minorUnits: exposure), lossGivenDefault: lossGivenDefault, probability: 0,
      segment: 0, region: 0, group: 0)
    #expect(loan.loss == Money(minorUnits: loss))
  }

  // 0.0123 × 4,500 + 0.2 × 31 = 55.35 + 6.2 = 61.55, half up.
  @Test("the expected loss is exact and rounded once")
  func expectedLoss() throws {
    var pool = SimulatedPool(count: 2, probability: 12_300_000)
    pool.loans[0].exposure = Money(minorUnits: 10_000)
    pool.loans[0].lossGivenDefault = 4_500
    pool.loans[1].exposure = Money(minorUnits: 31)
    pool.loans[1].probability = 200_000_000
    #expect(try pool.simulation(seed: 1).portfolio.expectedLoss == Money(minorUnits: 62))
  }
}

@Suite("A simulation that makes no sense is refused")
struct LossDistributionErrorTests {
  /// The code of the refusal of a pool of three loans, after a change.
  private static func code(_ change: (inout SimulatedPool) -> Void) -> String {
    var pool = SimulatedPool(count: 3, probability: 10_000_000)
    change(&pool)
    do throws(LossDistributionError) {
      _ = try CreditPortfolio(
        loans: pool.loans, segments: pool.segments, regionCount: pool.regionCount,
        groupCount: pool.groupCount)
      return "none"
    } catch {
      return error.code
    }
  }

  @Test("correlations are not negative and leave a share for the loan itself")
  func correlations() {
    let refused = "loss_distribution.correlations_outside_range"
    for (asset, region) in [
      (-1, 0), (0, -1), (1_000_000_000, 0), (600_000_000, 400_000_000), (Int64.max, Int64.max),
    ] as [(Int64, Int64)] {
      #expect(
        Self.code {
          $0.segments.append(RiskSegment(assetCorrelation: asset, regionCorrelation: region))
        } == refused)
    }
    #expect(
      Self.code {
        $0.segments = [RiskSegment(assetCorrelation: 600_000_000, regionCorrelation: 399_999_999)]
      } == "none")
  }

  @Test("each error of a loan has its case")
  func loans() {
    for place in [-1, 1] as [Int32] {
      #expect(Self.code { $0.loans[2].segment = place } == "loss_distribution.segment_unknown")
      #expect(Self.code { $0.loans[2].region = place } == "loss_distribution.region_unknown")
      #expect(Self.code { $0.loans[2].group = place } == "loss_distribution.group_unknown")
    }
    #expect(
      Self.code { $0.loans[2].exposure = Money(minorUnits: -1) }
        == "loss_distribution.exposure_negative")
    for part in [-1, 10_001] as [Int32] {
      #expect(
        Self.code { $0.loans[2].lossGivenDefault = part }
          == "loss_distribution.loss_given_default_outside_range")
    }
    for probability in [-1, 1_000_000_001, Int64.min, Int64.max] {
      #expect(
        Self.code { $0.loans[2].probability = probability }
          == "loss_distribution.probability_outside_range")
    }
    let half = Money(minorUnits: Int64.max / 2)
    #expect(Self.code { for index in 0..<2 { $0.loans[index].exposure = half } } == "none")
    #expect(
      Self.code { for index in 0..<3 { $0.loans[index].exposure = half } }
        == "loss_distribution.total_loss_too_large")
  }

  @Test("of two errors the first loan's is thrown, with its place")
  func precedence() {
    var pool = SimulatedPool(count: 3, probability: 2_000_000_000)
    pool.loans[0].probability = 0
    pool.loans[1].exposure = Money(minorUnits: -5)
    #expect(throws: LossDistributionError.exposureNegative(Money(minorUnits: -5), loan: 1)) {
      try pool.simulation(seed: 1)
    }
  }

  private static func code(_ losses: [Int64], level: Int) -> String {
    do throws(LossDistributionError) {
      _ = try LossDistribution(losses: losses).tail(level: level)
      return "none"
    } catch {
      return error.code
    }
  }

  @Test("a tail needs scenarios, a level between 0 and 1, and enough of the former for the latter")
  func tails() {
    #expect(Self.code([], level: 9_900) == "loss_distribution.no_scenarios")
    for level in [Int.min, 0, 10_000, Int.max] {
      #expect(Self.code([1], level: level) == "loss_distribution.level_outside_range")
    }
    let losses = [Int64](0..<1_000)
    #expect(
      Self.code(Array(losses.dropLast()), level: 9_990) == "loss_distribution.too_few_scenarios")
    #expect(Self.code(losses, level: 9_990) == "none")
    #expect(Self.code([Int64](0..<99), level: 9_900) == "loss_distribution.too_few_scenarios")
    #expect(Self.code([Int64](0..<100), level: 9_900) == "none")
    #expect(throws: LossDistributionError.tooFewScenarios(999, level: 9_990, needed: 1_000)) {
      try LossDistribution(losses: Array(losses.dropLast())).tail(level: 9_990)
    }
  }
}
