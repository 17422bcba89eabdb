package import Classification
import Quantities

/// What a bank holds against losses of its loans at a month's end, and what it has to hold.
///
/// Units:  minor units.
/// Rounds: what is required is the sum of the loans' own amounts; the memo by the other document
///         once for each class.
package struct ProvisionStanding: Hashable, Sendable {
  /// What rules require.
  package struct Requirement: Hashable, Sendable {
    /// Each once; more than one only where banks' rules differ.
    package let rules: [ProvisionRule]
    package var general: Int128 = 0
    package var special: Int128 = 0

    package var total: Int128 { general + special }

    package init(rules: [ProvisionRule]) { self.rules = rules }

    /// What a rule requires of loans by class, rounded once for each class.
    package init(_ rule: ProvisionRule, of classes: [RiskClass: Tally]) {
      self.init(rules: [rule])
      for (riskClass, tally) in classes {
        let amount = Money(minorUnits: Int64(clamping: tally.principal))
        general += Int128(rule.general(principal: amount, riskClass).minorUnits)
        special += Int128(rule.special(principal: amount, riskClass).minorUnits)
      }
    }
  }

  /// What a bank has to set aside of its profit (一般准备): equity, not expense.
  ///
  /// The estimate of what may be lost, by the standard coefficients, less what is held against it;
  /// nothing when more is held.
  /// Source: 《金融企业准备金计提管理办法》 (财金〔2012〕20号), from 2012-07-01; coefficients unconfirmed. Its
  ///         other bound, 1.5 % of risk assets, is of the whole bank's.
  package static func generalReserve(
    of classes: [RiskClass: Tally], held: Int128
  ) -> Int128 {
    max(0, Requirement(.coefficients, of: classes).total - held)
  }

  /// The balance of account 1304; less than zero where it is in debit.
  package let held: Int128
  /// By the rules that the month was run by: what the positions carry, and what is booked.
  package private(set) var required: Requirement
  /// What the other document would ask for: a memo, not booked; nil where banks' rules differ.
  package private(set) var other: Requirement?

  /// - Parameters:
  ///   - held: the balance.
  ///   - rules: those of the month's positions, each once.
  ///   - figures: what these add up to.
  package init(held: Int128, rules: [ProvisionRule], _ figures: PortfolioFigures) {
    self.held = held
    required = Requirement(rules: rules)
    required.general = figures.generalProvision
    required.special = figures.specialProvision
    guard let rule = rules.first, rules.count == 1 else { return }
    let memo: ProvisionRule
    switch rule.regime {
    case .guideline2002: memo = .coefficients
    case .coefficients2012: memo = .standard
    case .expectedLoss: memo = rule.byPercentages
    }
    other = Requirement(memo, of: figures.classes)
  }
}
