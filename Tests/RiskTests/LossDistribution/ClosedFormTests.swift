import Fixtures
import Glibc
import Quantities
import Risk
import Testing

/// Simulated losses against formulas, computed here with the system's own functions.
@Suite("Simulated losses agree with closed forms")
struct ClosedFormTests {
  static func phi(_ x: Double) -> Double { erfc(-x / 2.0.squareRoot()) / 2 }
  static func density(_ x: Double) -> Double { exp(-x * x / 2) / (2 * Double.pi).squareRoot() }

  /// The inverse of `phi`, by bisection.
  static func quantile(_ probability: Double) -> Double {
    var (low, high) = (-10.0, 10.0)
    while high - low > 1e-13 {
      let middle = (low + high) / 2
      if phi(middle) < probability { low = middle } else { high = middle }
    }
    return low
  }

  struct Pool: Sendable {
    var probability: Double
    var correlation: Double
    var seed: UInt64
  }

  /// The loss fraction of an endless pool of equal loans at level q.
  ///
  /// Source: Vasicek: Φ((Φ⁻¹(PD) + √ρ Φ⁻¹(q)) ÷ √(1 − ρ)).
  static func fraction(_ pool: Pool, level: Double) -> Double {
    phi(
      (quantile(pool.probability) + pool.correlation.squareRoot() * quantile(level))
        / (1 - pool.correlation).squareRoot())
  }

  /// Allowed: four standard deviations of the number of scenarios below the formula's quantile, at
  /// four levels of ten pools; and 2 in the pool's size, for it is not endless.
  @Test(
    "a large pool has the quantiles of Vasicek's formula",
    arguments: [
      (0.01, 0.05), (0.02, 0.12), (0.05, 0.2), (0.10, 0.15), (0.30, 0.3),
    ], [1, 2_026] as [UInt64])
  func quantiles(of loans: (probability: Double, correlation: Double), seed: UInt64) throws {
    let (count, scenarios) = (1_000, 2_000)
    let pool = Pool(probability: loans.probability, correlation: loans.correlation, seed: seed)
    let losses = try SimulatedPool(
      count: count, probability: Int64((pool.probability * 1e9).rounded()),
      asset: Int64((pool.correlation * 1e9).rounded())
    ).losses(scenarios, seed: seed)
    for level in [0.5, 0.9, 0.99, 0.995] {
      let error = 4 * (level * (1 - level) * Double(scenarios)).squareRoot()
      let limit = Self.fraction(pool, level: level) * Double(count)
      let fewest = losses.count { Double($0) <= limit - 2 }
      let most = losses.count { Double($0) <= limit + 2 }
      #expect(Double(fewest) < level * Double(scenarios) + error, "\(pool) at \(level)")
      #expect(Double(most) > level * Double(scenarios) - error, "\(pool) at \(level)")
    }
    // The value at risk and its 95 % range, as reported, at 99 %.
    let tail = try LossDistribution(losses: losses).tail(level: 9_900)
    let known = Int64(Self.fraction(pool, level: 0.99) * Double(count))
    let range = tail.valueAtRiskRange
    let slack = (range.upperBound.minorUnits - range.lowerBound.minorUnits) / 2 + 2
    #expect(tail.valueAtRisk.minorUnits >= range.lowerBound.minorUnits)
    #expect(
      (range.lowerBound.minorUnits - slack...range.upperBound.minorUnits + slack).contains(known))
  }

  /// ES = Φ₂(Φ⁻¹(PD), −Φ⁻¹(q); √ρ) ÷ (1 − q) for an endless pool: the mean of Vasicek's quantiles
  /// beyond q, here in 2,000 steps.
  @Test("the expected shortfall of a large pool is the mean of the formula's tail")
  func shortfall() throws {
    let pool = Pool(probability: 0.03, correlation: 0.15, seed: 5)
    let losses = try SimulatedPool(count: 1_000, probability: 30_000_000, asset: 150_000_000)
      .losses(5_000, seed: pool.seed)
    let tail = try LossDistribution(losses: losses).tail(level: 9_900)
    let steps = 2_000
    let known = (0..<steps).reduce(0.0) { sum, step in
      sum + Self.fraction(pool, level: 0.99 + 0.01 * (Double(step) + 0.5) / Double(steps))
    }
    let difference = Double(tail.expectedShortfall.minorUnits) - known / Double(steps) * 1_000
    #expect(abs(difference) < 4 * tail.shortfallError + 2)
    #expect(tail.shortfallError > 2 && tail.shortfallError < 30)
  }

  @Test("the mean loss is the sum of loss × probability", arguments: [3, 4, 5] as [UInt64])
  func mean(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let simulation = try SimulatedPool.mixed(count: 700, random: &random).simulation(seed: seed)
    let distribution = try LossDistribution(losses: simulation.losses(of: 0..<3_000))
    let difference = distribution.meanLoss - simulation.portfolio.expectedLoss
    #expect(abs(Double(difference.minorUnits)) < 4 * distribution.standardError)
    let (mean, error) = meanAndError(distribution.losses.map(Double.init))
    #expect(abs(error / distribution.standardError - 1) < 1e-9)
    #expect(abs(mean - Double(distribution.meanLoss.minorUnits)) <= 0.5)
  }

  /// The variance of n independent loans is n p (1 − p); that of a sample's variance, 2 ÷ N of its
  /// square, nearly.
  @Test("without correlation defaults are binomial", arguments: [1, 2] as [UInt64])
  func independent(seed: UInt64) throws {
    let (count, scenarios) = (900, 4_000)
    let losses = try SimulatedPool(count: count, probability: 100_000_000)
      .losses(scenarios, seed: seed)
    let (mean, error) = meanAndError(losses.map(Double.init))
    #expect(abs(mean - 90) < 4 * error)
    let variance = error * error * Double(scenarios)
    #expect(abs(variance / 81 - 1) < 4 * (2 / Double(scenarios)).squareRoot())
  }

  /// The chance that two loans default whose assets have correlation ρ: ∫ p(z)² φ(z) dz, in steps.
  static func joint(_ probability: Double, correlation: Double) -> Double {
    let point = quantile(probability)
    return (-8_000...8_000).reduce(0.0) { sum, step in
      let z = Double(step) / 1_000
      let given = phi((point - correlation.squareRoot() * z) / (1 - correlation).squareRoot())
      return sum + given * given * density(z) / 1_000
    }
  }

  /// Pairs of a region share ρ + ρʳ = 0.25, pairs across regions ρ = 0.1; at PD 8 % both default
  /// in 1.82 % and 1.02 % of the scenarios.
  @Test("loans of one region default together as the bivariate normal distribution says")
  func region() throws {
    let count = 120
    var pool = SimulatedPool(
      count: 2 * count, probability: 80_000_000, asset: 100_000_000, region: 150_000_000)
    pool.regionCount = 2
    for index in count..<2 * count {
      pool.loans[index].region = 1
      // A default of the second region weighs 1,000: the loss tells both numbers.
      pool.loans[index].exposure = Money(minorUnits: 1_000)
    }
    let losses = try pool.losses(6_000, seed: 11)
    let size = Double(count)
    let (same, sameError) = meanAndError(
      losses.map { loss in
        let defaults = Double(loss % 1_000)
        return defaults * (defaults - 1) / (size * (size - 1))
      })
    let (across, acrossError) = meanAndError(
      losses.map { Double($0 % 1_000) * Double($0 / 1_000) / (size * size) })
    #expect(abs(same - Self.joint(0.08, correlation: 0.25)) < 4 * sameError)
    #expect(abs(across - Self.joint(0.08, correlation: 0.1)) < 4 * acrossError)
    #expect(same - across > 6 * sameError)
  }
}
