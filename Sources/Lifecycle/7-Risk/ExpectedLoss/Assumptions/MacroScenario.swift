package import Banks
import Quantities

/// How the economy may go on, how likely that is, and what it does to defaults.
///
/// Source: 企业会计准则第22号 art. 58 and IFRS 9 5.5.17(a): an amount that is unbiased and weighted
/// by probability over a range of outcomes.
package struct MacroScenario: Hashable, Sendable {
  /// What the factor is applied to.
  package enum Scaling: String, Hashable, Sendable, CaseIterable {
    /// PD → min(1, factor × PD).
    case probability
    /// PD ÷ (1 − PD) → factor × PD ÷ (1 − PD); a PD of 1 stays 1.
    case odds
  }

  /// A short name for files and for columns of reports: `base`.
  package var name: String
  package var title: BilingualName
  /// In ten-thousandths; those of all scenarios add up to 10,000.
  package var weight: Int
  /// In thousandths: 1,000 leaves defaults as they were counted.
  package var factor: Int
  package var scaling: Scaling

  /// A scenario without a title bears its name in both languages.
  package init(
    name: String, title: BilingualName? = nil, weight: Int, factor: Int, scaling: Scaling = .odds
  ) {
    self.name = name
    self.title = title ?? BilingualName(chinese: name, english: name)
    self.weight = weight
    self.factor = factor
    self.scaling = scaling
  }

  /// The same under its title among some; under the one it has where it is not among them.
  func titled(by titles: [String: BilingualName]) -> MacroScenario {
    var scenario = self
    scenario.title = titles[name] ?? title
    return scenario
  }

  /// The columns and rows that stand beside those of scenarios in reports.
  package static let takenNames = [
    "bank", "documents", "ecl", "exposure", "line", "loans", "mean", "reason", "share_percent",
    "stage",
  ]

  /// The weights' sum.
  package static let certain = 10_000
  /// The factors there may be.
  package static let factors = 1...100_000

  /// What a bank begins with: the economy goes on, gets better, or gets worse.
  ///
  /// Weights and factors are the bank's own assumptions, not a regulator's: the worse case weighs
  /// and does more than the better one, as losses in a bad harvest do. Its own stand dated in the
  /// catalog (`LossPolicy`), with their reasons, to be looked at each year.
  package static let standard = [
    MacroScenario(
      name: "base", title: BilingualName(chinese: "基准", english: "Base"), weight: 5_000,
      factor: 1_000),
    MacroScenario(
      name: "better", title: BilingualName(chinese: "乐观", english: "Better"), weight: 2_000,
      factor: 800),
    MacroScenario(
      name: "worse", title: BilingualName(chinese: "悲观", english: "Worse"), weight: 3_000,
      factor: 1_400),
  ]

  /// A probability of default under the scenario.
  ///
  /// Units:  1e-12, from 0 to 1.
  /// Rounds: once, half up. A larger probability never yields a smaller one.
  ///
  /// 2 % with a factor of 1.4: 2.8 %; with odds, 0.028 ÷ 1.008 = 2.777777777778 %.
  package func scaled(_ probability: Int64) -> Int64 {
    let one = Int128(DefaultCurve.certain)
    let product = Int128(probability) * Int128(factor)
    switch scaling {
    case .probability:
      return Int64(min(one, Rounding.halfUp.divide(product, by: 1_000)))
    case .odds:
      let whole = 1_000 * (one - Int128(probability)) + product
      return Int64(Rounding.halfUp.divide(product * one, by: whole))
    }
  }

  /// - Throws: `ExpectedLossError` for the first scenario that cannot be, and for the sum.
  static func check(_ scenarios: [MacroScenario]) throws(ExpectedLossError) {
    guard !scenarios.isEmpty else { throw .noScenarios }
    for scenario in scenarios {
      guard scenario.weight >= 0 else {
        throw .weightNegative(scenario.weight, scenario: scenario.name)
      }
      guard factors.contains(scenario.factor) else {
        throw .factorOutsideRange(scenario.factor, scenario: scenario.name, allowed: factors)
      }
    }
    var sum = 0
    for scenario in scenarios { sum = min(sum, certain + 1) + min(scenario.weight, certain + 1) }
    guard sum == certain else { throw .weightsDoNotAddUp(sum) }
  }
}
