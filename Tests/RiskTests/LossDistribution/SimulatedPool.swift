import Quantities
import Risk

/// Loans alike but for what a test changes, and how scenarios are run for tests.
struct SimulatedPool {
  var loans: [LoanRisk]
  var segments: [RiskSegment]
  var regionCount = 1
  var groupCount = 1

  /// Loans that lose one minor unit each, so that a loss is a number of defaults.
  init(count: Int, probability: Int64, asset: Int64 = 0, region: Int64 = 0) {
    loans = (0..<count).map { _ in
      LoanRisk(
        exposure: Money(minorUnits: 1), lossGivenDefault: 10_000, probability: probability,
        segment: 0, region: 0, group: 0)
    }
    segments = [RiskSegment(assetCorrelation: asset, regionCorrelation: region)]
  }

  func simulation(seed: UInt64) throws -> LossSimulation {
    let portfolio = try CreditPortfolio(
      loans: loans, segments: segments, regionCount: regionCount, groupCount: groupCount)
    return LossSimulation(portfolio, seed: seed)
  }

  func losses(_ scenarios: Int, seed: UInt64) throws -> [Int64] {
    try simulation(seed: seed).losses(of: 0..<scenarios)
  }

  /// Up to 62 loans of which the loss of a scenario tells which ones default: loan i loses 2^i.
  ///
  /// A power of two as an exposure, and all of it lost.
  static func legible(count: Int, probability: Int64, asset: Int64 = 0) -> SimulatedPool {
    var pool = SimulatedPool(count: count, probability: probability, asset: asset)
    for index in 0..<count { pool.loans[index].exposure = Money(minorUnits: 1 << index) }
    return pool
  }

  /// A portfolio of many classes and groups, from draws of `random`.
  static func mixed(count: Int, random: inout some RandomNumberGenerator) -> SimulatedPool {
    var pool = SimulatedPool(count: count, probability: 0)
    pool.segments = [
      RiskSegment(assetCorrelation: 120_000_000, regionCorrelation: 50_000_000),
      RiskSegment(assetCorrelation: 40_000_000, regionCorrelation: 200_000_000),
      RiskSegment(assetCorrelation: 0),
    ]
    pool.regionCount = 4
    pool.groupCount = 7
    for index in 0..<count {
      pool.loans[index] = LoanRisk(
        exposure: Money(minorUnits: Int64.random(in: 0...50_000_000, using: &random)),
        lossGivenDefault: Int32.random(in: 0...10_000, using: &random),
        probability: [0, 2_000_000, 30_000_000, 250_000_000, 1_000_000_000]
          .randomElement(using: &random) ?? 0,
        segment: Int32.random(in: 0...2, using: &random),
        region: Int32.random(in: 0...3, using: &random),
        group: Int32.random(in: 0...6, using: &random))
    }
    return pool
  }
}

/// The mean of numbers, and the standard error of that mean.
func meanAndError(_ numbers: [Double]) -> (mean: Double, error: Double) {
  let count = Double(numbers.count)
  let mean = numbers.reduce(0, +) / count
  let squares = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
  return (mean, (squares / (count - 1) / count).squareRoot())
}
