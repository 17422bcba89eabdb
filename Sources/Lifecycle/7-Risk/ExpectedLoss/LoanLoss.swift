package import Quantities

/// Whose transitions a loan's probabilities of default were counted from.
package enum CurveSource: Hashable, Sendable {
  /// Those of the loan's line; a loan counts once a month.
  case line(loans: Int)
  /// Those of the whole portfolio, as the line has too few.
  case portfolio(loans: Int, ofLine: Int)
}

/// The loss that is expected of one loan.
package struct LoanLoss: Hashable, Sendable {
  package let loanID: Int64
  package let reason: StageReason
  /// What is owed today.
  package let exposure: Money
  /// After a fund's share, in ten-thousandths.
  package let lossGivenDefault: Int
  /// Months ahead that count: at most 12 in stage 1, all in stage 2, none in stage 3.
  package let months: Int
  package let source: CurveSource
  /// In the order of the scenarios, each rounded once, half up.
  package let byScenario: [Money]
  /// The mean of the scenarios by their weights, rounded once, half up, from what is not rounded.
  package let loss: Money

  package var stage: CreditStage { reason.stage }
}

/// What a loan's expected loss is made of.
package struct LossExplanation: Hashable, Sendable {
  /// One month under one scenario.
  package struct Line: Hashable, Sendable {
    /// 0 for a default that is there.
    package let month: Int
    /// The place of the scenario.
    package let scenario: Int
    /// The probability to default in the month, in 1e-12.
    package let probability: Int64
    package let exposure: Money
    /// In 1e-12.
    package let discount: Int64
    /// In ten-thousandths.
    package let lossGivenDefault: Int
    /// exposure × loss given default × probability × discount.
    package let product: ExactLoss
  }

  package let result: LoanLoss
  package let scenarios: [MacroScenario]
  /// Scenario by scenario, month by month.
  package let lines: [Line]
  /// The sum of each scenario's products.
  package let byScenario: [ExactLoss]
  /// Their mean by weights; rounded it is `result.loss`.
  package let mean: ExactLoss
}
