package import Quantities

/// What scenarios say about the losses of a portfolio.
///
/// Units:  losses in minor units; levels in ten-thousandths: 9,990 is 99.9 %.
/// Rounds: a mean of losses once, half up.
package struct LossDistribution: Sendable {
  /// The loss of each scenario, by its number.
  package let losses: [Int64]
  /// The mean loss of the scenarios.
  package let meanLoss: Money
  /// The standard deviation of the losses, in minor units.
  package let standardDeviation: Double
  /// The numbers of the scenarios, the worst first; of equal losses the lower number first.
  private let worstFirst: [Int]

  /// - Parameter losses: of all scenarios from 0 on, in the order of their numbers.
  /// - Throws: `LossDistributionError.noScenarios`.
  package init(losses: [Int64]) throws(LossDistributionError) {
    guard !losses.isEmpty else { throw .noScenarios }
    self.losses = losses
    let total = losses.reduce(Int128(0)) { $0 + Int128($1) }
    meanLoss = Self.mean(total, of: losses.count)
    let mean = Double(total) / Double(losses.count)
    let squares = losses.reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
    standardDeviation = (squares / Double(max(losses.count - 1, 1))).squareRoot()
    worstFirst = losses.indices.sorted {
      losses[$0] != losses[$1] ? losses[$0] > losses[$1] : $0 < $1
    }
  }

  /// How far the mean loss may be off, as one standard deviation, in minor units.
  package var standardError: Double { standardDeviation / Double(losses.count).squareRoot() }

  /// The same in whole minor units.
  package var standardErrorAmount: Money { Money(minorUnits: Int64(standardError.rounded())) }

  /// The scenarios beyond a level: of 10,000 the worst 100 at 99 %, the worst 10 at 99.9 %.
  ///
  /// Where the level cuts a scenario in two, it counts to the scenarios before the tail.
  ///
  /// - Throws: `LossDistributionError` for a level outside 1 to 9,999, or a tail of no scenario.
  package func tail(level: Int) throws(LossDistributionError) -> LossTail {
    guard (1..<10_000).contains(level) else { throw .levelOutsideRange(level) }
    let beyond = losses.count * (10_000 - level) / 10_000
    guard beyond > 0 else {
      let needed = Rounding.up.divide(10_000, by: Int128(10_000 - level))
      throw .tooFewScenarios(losses.count, level: level, needed: Int(needed))
    }
    let scenarios = worstFirst.prefix(beyond)
    let total = scenarios.reduce(Int128(0)) { $0 + Int128(losses[$1]) }
    let share = Double(level) / 10_000
    let spread = 1.96 * (Double(losses.count) * share * (1 - share)).squareRoot()
    let least = losses[worstFirst[min(beyond + Int(spread.rounded(.up)), losses.count - 1)]]
    let most = losses[worstFirst[max(beyond - Int(spread.rounded(.up)), 0)]]

    let mean = Double(total) / Double(beyond)
    let valueAtRisk = losses[worstFirst[beyond]]
    let squares = scenarios.reduce(0) {
      $0 + (Double(losses[$1]) - mean) * (Double(losses[$1]) - mean)
    }
    let distance = mean - Double(valueAtRisk)
    let variance = squares / Double(max(beyond - 1, 1)) + share * distance * distance
    return LossTail(
      level: level, scenarios: Array(scenarios), totalLoss: total,
      valueAtRisk: Money(minorUnits: valueAtRisk),
      valueAtRiskRange: Money(minorUnits: least)...Money(minorUnits: most),
      expectedShortfall: Self.mean(total, of: beyond),
      shortfallError: (variance / Double(beyond)).squareRoot())
  }

  /// How many scenarios lose how much, for a chart.
  ///
  /// Shape: bars of one width from the least loss to the largest; bars that would begin above the
  ///        largest are left out.
  package func histogram(bars: Int) -> [LossBar] {
    precondition(bars > 0, "a chart has bars: \(bars)")
    let least = Int128(losses[worstFirst[losses.count - 1]])
    let most = Int128(losses[worstFirst[0]])
    let width = (most - least) / Int128(bars) + 1
    var result = (0...Int((most - least) / width)).map { index in
      LossBar(least: Money(minorUnits: Int64(least + width * Int128(index))), scenarios: 0)
    }
    for loss in losses { result[Int((Int128(loss) - least) / width)].scenarios += 1 }
    return result
  }

  fileprivate static func mean(_ total: Int128, of count: Int) -> Money {
    Money(minorUnits: Int64(Rounding.halfUp.divide(total, by: Int128(count))))
  }
}

/// A bar of a chart of losses, up to where the next begins.
package struct LossBar: Hashable, Sendable {
  package var least: Money
  package var scenarios: Int

  package init(least: Money, scenarios: Int) {
    self.least = least
    self.scenarios = scenarios
  }
}

/// The worst scenarios of a distribution.
package struct LossTail: Hashable, Sendable {
  /// In ten-thousandths.
  package let level: Int
  /// The numbers of the scenarios beyond the level, the worst first.
  package let scenarios: [Int]
  /// Their losses together, in minor units.
  package let totalLoss: Int128
  /// The largest loss of the scenarios before the tail: VaR.
  package let valueAtRisk: Money
  /// Where the value at risk lies in 95 of 100 simulations: order statistics 1.96 binomial standard
  /// deviations to either side.
  package let valueAtRiskRange: ClosedRange<Money>
  /// The mean loss of the tail: ES.
  package let expectedShortfall: Money
  /// How far the expected shortfall may be off, as one standard deviation, in minor units.
  ///
  /// Source: B. J. Manistre, G. H. Hancock, "Variance of the CTE estimator", North American
  ///         Actuarial Journal 9 (2005): √((s² + q (ES − VaR)²) ÷ n), n losses of variance s².
  package let shortfallError: Double

  /// The same in whole minor units.
  package var shortfallErrorAmount: Money { Money(minorUnits: Int64(shortfallError.rounded())) }

  /// What each group adds to the expected shortfall: its mean loss in the tail (Euler).
  ///
  /// `groupLosses` is what each group loses in the tail's scenarios together, as
  /// `LossSimulation.groupLosses` says.
  ///
  /// Rounds: each running sum of the means once, half up, so that the parts sum to the expected
  ///         shortfall and none is off its mean by a whole minor unit.
  package func contributions(groupLosses: [Int128]) -> [Money] {
    let sum = groupLosses.reduce(0, +)
    precondition(sum == totalLoss, "groups lose \(sum) in a tail of \(totalLoss)")
    var lossSoFar: Int128 = 0
    var given = Money.zero
    return groupLosses.map { loss in
      lossSoFar += loss
      let mean = LossDistribution.mean(lossSoFar, of: scenarios.count)
      defer { given = mean }
      return mean - given
    }
  }
}
