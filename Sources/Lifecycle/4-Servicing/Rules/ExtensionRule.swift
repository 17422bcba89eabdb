package import Quantities

/// How far a loan may be extended (展期).
///
/// Rule:  once; before the last due day; at most to the day that `latest` gives.
/// Terms: whole months are doubled or halved as months, any other term, and half of an odd number
///        of months, by days, a half day falling away.
/// Why:   a shorter text of the rule would need the reader to know which of two documents holds.
/// Source: `LegalBasis.personalLoans` for people, `.generalRules` for everybody else.
package struct ExtensionRule: Hashable, Sendable {
  /// Whom the loan was lent to.
  package enum Debtor: Hashable, Sendable {
    /// A natural person, or a household that one heads.
    case person
    /// An enterprise or a cooperative.
    case organisation
  }

  /// What bounds an extension.
  package enum Bound: Hashable, Sendable {
    /// No more than the term as signed.
    case originalTerm
    /// No more than half of it.
    case halfTerm
    /// No more than three years.
    case threeYears
    /// The whole term no more than the product's longest, in months.
    case productTerm(months: Int)
  }

  /// The longest term where the product is not known, of a loan taken over from another book.
  ///
  /// `LegalBasis.personalLoans`: normally at most five years.
  package static let monthsOfUnknownProduct = 60

  package let startsOn: Day
  /// The last due day as signed.
  package let maturesOn: Day
  package let debtor: Debtor
  /// The longest term of the loan's product.
  package let longestMonths: Int

  package init(startsOn: Day, maturesOn: Day, debtor: Debtor, longestMonths: Int?) {
    self.startsOn = startsOn
    self.maturesOn = maturesOn
    self.debtor = debtor
    self.longestMonths = longestMonths ?? Self.monthsOfUnknownProduct
  }

  package var basis: LegalBasis { debtor == .person ? .personalLoans : .generalRules }

  package var bound: Bound {
    if maturesOn <= startsOn.adding(months: 12) { return .originalTerm }
    guard debtor == .organisation else { return .productTerm(months: longestMonths) }
    return maturesOn <= startsOn.adding(months: 60) ? .halfTerm : .threeYears
  }

  /// The last day to which the loan may be extended.
  package var latest: Day {
    let days = maturesOn - startsOn
    let months = maturesOn.month - startsOn.month
    let isWhole = startsOn.adding(months: months) == maturesOn
    switch bound {
    case .originalTerm:
      return isWhole ? startsOn.adding(months: 2 * months) : maturesOn + days
    case .halfTerm:
      return isWhole && months.isMultiple(of: 2)
        ? startsOn.adding(months: months + months / 2) : maturesOn + days / 2
    case .threeYears: return maturesOn.adding(months: 36)
    case .productTerm(let longest): return startsOn.adding(months: longest)
    }
  }

  /// Holds an extension to the rule; that it comes before the last due day and moves it on, the
  /// claim sees to.
  ///
  /// - Parameters:
  ///   - day: the new last due day.
  ///   - earlier: the days of the extensions in force.
  /// - Throws: `ChangeRuleError.extendedBefore`, `.extendedTooFar`.
  package func check(to day: Day, earlier: [Day]) throws(ChangeRuleError) {
    if let first = earlier.min() { throw .extendedBefore(on: first, basis) }
    try checkReach(to: day)
  }

  /// Holds a last due day to the bound, whatever the change is called that moves it.
  package func checkReach(to day: Day) throws(ChangeRuleError) {
    guard day <= latest else { throw .extendedTooFar(to: day, latest: latest, bound, basis) }
  }
}
