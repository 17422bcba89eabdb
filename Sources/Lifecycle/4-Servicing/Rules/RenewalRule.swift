package import Quantities

/// How far a loan may go on without its principal being repaid (无还本续贷).
///
/// Rule: for at most the longest term of its product from the day of the renewal; a microcredit is
///       renewed or extended once in all. That nothing is overdue and no interest, penalty or cost
///       unpaid, the claim sees to.
/// Source: `LegalBasis.renewal`, `.microcredit`.
package struct RenewalRule: Hashable, Sendable {
  /// The longest term of the loan's product.
  package let longestMonths: Int
  /// Whether an extension or a renewal is allowed once only.
  package let isOnce: Bool

  package init(longestMonths: Int?, isOnce: Bool) {
    self.longestMonths = longestMonths ?? ExtensionRule.monthsOfUnknownProduct
    self.isOnce = isOnce
  }

  /// - Parameters:
  ///   - day: the new last due day.
  ///   - effective: the day the renewal is agreed on.
  ///   - earlier: the days of the extensions and renewals in force.
  /// - Throws: `ChangeRuleError.extendedBefore`, `.extendedTooFar`.
  package func check(to day: Day, on effective: Day, earlier: [Day]) throws(ChangeRuleError) {
    if isOnce, let first = earlier.min() { throw .extendedBefore(on: first, .microcredit) }
    let latest = effective.adding(months: longestMonths)
    guard day <= latest else {
      throw .extendedTooFar(to: day, latest: latest, .productTerm(months: longestMonths), .renewal)
    }
  }
}
