/// What a loan's class has from who owes it; of a retail debtor nothing.
package struct DebtorGrounds: Hashable, Sendable {
  /// The steps of the matrix of small enterprises; nil of a debtor that it does not cover.
  package let steps: OverdueSteps?
  /// No better than this, for the debtor's loans together.
  package let floor: RiskClass

  /// Of one that is no retail customer.
  ///
  /// - Parameters:
  ///   - policy: by which its loans are judged.
  ///   - floor: see `CrossDefault`; normal before its other loans are looked at.
  package init(by policy: ClassPolicy, floor: RiskClass = .normal) {
    steps = policy.smallEnterprise
    self.floor = floor
  }

  private init() {
    steps = nil
    floor = .normal
  }

  /// A person or a household: each loan is judged by itself.
  package static let retail = DebtorGrounds()
}
