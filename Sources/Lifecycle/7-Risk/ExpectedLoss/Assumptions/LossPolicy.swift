package import Banks
package import LoanProducts
package import Quantities

/// What is assumed of losses, as it was set from day to day.
///
/// Rule: of each line and security the share that began last is used; of scenarios all those of the
///       day on which some began last, so that weights are always a whole. What was never set is as
///       a bank begins with.
package struct LossPolicy: Hashable, Sendable {
  /// What is lost in a default, from a day on.
  package struct Share: Hashable, Sendable {
    /// Nil for all lines without rows of their own.
    package let line: String?
    package let security: LoanSecurity
    package let validFrom: Day
    /// In ten-thousandths.
    package let share: Int

    package init(line: String?, _ security: LoanSecurity, validFrom: Day, share: Int) {
      self.line = line
      self.security = security
      self.validFrom = validFrom
      self.share = share
    }
  }

  /// A scenario of those that began on a day.
  package struct Outlook: Hashable, Sendable {
    package let validFrom: Day
    package let scenario: MacroScenario

    package init(validFrom: Day, _ scenario: MacroScenario) {
      self.validFrom = validFrom
      self.scenario = scenario
    }
  }

  private let shares: [Share]
  private let outlooks: [Outlook]

  package init(_ shares: [Share], _ outlooks: [Outlook]) {
    self.shares = shares
    self.outlooks = outlooks
  }

  package func lossGivenDefault(on day: Day) -> LossGivenDefault {
    var table = LossGivenDefault.standard
    let begun = shares.filter { $0.validFrom <= day }.sorted { $0.validFrom < $1.validFrom }
    for row in begun {
      if let line = row.line {
        table.byLine[line, default: [:]][row.security] = row.share
      } else {
        table.bySecurity[row.security] = row.share
      }
    }
    return table
  }

  /// What scenarios that have begun by a day are called, by name.
  package func titles(on day: Day) -> [String: BilingualName] {
    let begun = outlooks.filter { $0.validFrom <= day }.sorted { $0.validFrom < $1.validFrom }
    return Dictionary(
      (MacroScenario.standard + begun.map(\.scenario)).map { ($0.name, $0.title) },
      uniquingKeysWith: { $1 })
  }

  package func scenarios(on day: Day) -> [MacroScenario] {
    let begun = outlooks.filter { $0.validFrom <= day }
    guard let last = begun.map(\.validFrom).max() else { return MacroScenario.standard }
    return begun.filter { $0.validFrom == last }.map(\.scenario)
  }

  /// What is assumed on a day.
  package func assumptions(on day: Day) -> ExpectedLossAssumptions {
    .program(scenarios(on: day), lossGivenDefault(on: day))
  }
}

extension ExpectedLossAssumptions {
  /// With all else that the program assumes: what is missed before a default bears interest that is
  /// not paid either.
  static func program(
    _ scenarios: [MacroScenario], _ lossGivenDefault: LossGivenDefault
  ) -> ExpectedLossAssumptions {
    var assumptions = ExpectedLossAssumptions(
      scenarios: scenarios, lossGivenDefault: lossGivenDefault)
    assumptions.interestMonths = assumptions.missedMonths
    return assumptions
  }
}
