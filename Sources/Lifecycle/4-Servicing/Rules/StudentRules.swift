package import LoanProducts
package import Quantities

/// When a student may leave school, for what follows from it to have room.
///
/// Rule: from the first day of the loan to the last year whose months of interest only end before
///       the last due day that the terms allow: 22 years from the first day, or the maturity as
///       signed where a graduation doesn't move it.
/// Source: `LegalBasis.studentAid`.
package enum GraduationRule {
  /// The days on which a graduation may be recorded; nil for terms that are no student's.
  package static func allowed(_ terms: LoanTerms) -> ClosedRange<Day>? {
    guard let rule = terms.graduation else { return nil }
    let longest = terms.startsOn.adding(months: 12 * rule.longestYears)
    let end = rule.yearsToMaturity == nil ? min(longest, terms.maturesOn) : longest
    var year = terms.startsOn.year
    while Month(year: year + 1, month: 9).day(1).adding(months: rule.graceMonths) < end {
      year += 1
    }
    return terms.startsOn...Month(year: year, month: 12).lastDay
  }

  /// - Throws: `ChangeRuleError.notAStudents`, `.graduatedOutside`.
  package static func check(on day: Day, _ terms: LoanTerms) throws(ChangeRuleError) {
    guard let allowed = allowed(terms) else { throw .notAStudents }
    guard allowed.contains(day) else {
      throw .graduatedOutside(day, allowed: allowed, .studentAid)
    }
  }
}

/// The years whose interest the State pays for those who have graduated.
///
/// A further year needs a document of its own, and a line here.
package enum StateWaiverRule {
  package static let years: KeyValuePairs<Int, LegalBasis> = [
    2024: .waiverOf2024, 2025: .waiverOf2025,
  ]

  /// - Parameters:
  ///   - year: whose interest is waived.
  ///   - effective: the day the waiver is recorded for.
  ///   - terms: the loan's, as they stand.
  ///   - earlier: the years waived before.
  /// - Throws: the first `ChangeRuleError` that applies.
  package static func check(
    _ year: Int, on effective: Day, _ terms: LoanTerms, earlier: [Int]
  ) throws(ChangeRuleError) {
    let known = years.map(\.key)
    guard known.contains(year) else { throw .yearNotWaived(year, known: known) }
    guard terms.graduation != nil else { throw .notAStudents }
    if earlier.contains(year) { throw .yearWaivedBefore(year) }
    guard effective.year <= year else { throw .yearOver(year, on: effective) }
    if let until = terms.subsidy?.until, until.year > year {
      throw .stillAtSchool(until: until, year: year)
    }
  }
}
