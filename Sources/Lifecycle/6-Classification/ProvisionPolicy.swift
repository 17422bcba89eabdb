package import Quantities

/// By which rule a bank makes its provisions from a day on.
package struct ProvisionPolicy: Hashable, Sendable {
  /// The bank's code; nil for all banks without rows of their own by that day.
  package let bank: String?
  package let validFrom: Day
  package let rule: ProvisionRule

  package init(bank: String?, validFrom: Day, rule: ProvisionRule) {
    self.bank = bank
    self.validFrom = validFrom
    self.rule = rule
  }
}

/// All policies there are.
package struct ProvisionPolicies: Hashable, Sendable {
  private let policies: [ProvisionPolicy]

  package init(_ policies: [ProvisionPolicy]) { self.policies = policies }

  /// The rule of a bank on a day: the bank's own last one before that of all banks, and the
  /// guideline's own percentages before the first of either.
  package func rule(bank: String, on day: Day) -> ProvisionRule {
    let known = policies.filter { $0.validFrom <= day && ($0.bank ?? bank) == bank }
    let own = known.filter { $0.bank != nil }
    let last = (own.isEmpty ? known : own).max { $0.validFrom < $1.validFrom }
    return last?.rule ?? .standard
  }
}
