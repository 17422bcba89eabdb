/// All that is assumed and not counted, in one place, to be printed beside the result.
package struct ExpectedLossAssumptions: Hashable, Sendable {
  package var scenarios: [MacroScenario]
  package var lossGivenDefault: LossGivenDefault
  /// Added to each transition that a month can bring (Laplace), in thousandths of a loan.
  package var pseudoCount: Int
  /// With fewer loans in its matrix a line has the whole portfolio's: a loan counts once a month.
  package var leastLoans: Int
  /// Months from the first payment missed to the default; 0 to 12.
  ///
  /// A default in month m has missed what falls due from month m − 3 on: so much more is owed, and
  /// the last instalment can still be defaulted on 3 months after it. With 0 the loan owes what its
  /// schedule says in the month of the default, and the horizon ends with the last instalment.
  package var missedMonths: Int
  /// Months of interest on the principal that are owed on top in a default; 0 to 12.
  package var interestMonths: Int
  /// Months ahead that a schedule may have; 1 to 1,200.
  package var longestMonths: Int

  package init(
    scenarios: [MacroScenario] = MacroScenario.standard,
    lossGivenDefault: LossGivenDefault = .standard, pseudoCount: Int = 1_000,
    leastLoans: Int = 500
  ) {
    self.scenarios = scenarios
    self.lossGivenDefault = lossGivenDefault
    self.pseudoCount = pseudoCount
    self.leastLoans = leastLoans
    missedMonths = 3
    interestMonths = 0
    longestMonths = 480
  }

  static let months = 0...12
  static let schedules = 1...1_200

  func check() throws(ExpectedLossError) {
    try MacroScenario.check(scenarios)
    try lossGivenDefault.check()
    guard pseudoCount >= 0 else { throw .pseudoCountNegative(pseudoCount) }
    for count in [missedMonths, interestMonths] where !Self.months.contains(count) {
      throw .monthsOutsideRange(count, allowed: Self.months)
    }
    guard Self.schedules.contains(longestMonths) else {
      throw .monthsOutsideRange(longestMonths, allowed: Self.schedules)
    }
  }
}
