package import Quantities
package import Servicing

/// What an officer may judge of a loan's class.
///
/// Rule:   a rating by hand makes the class worse than what the rules give, never better, and ends
///         on a day; a lateness is excused within its first 7 days.
package enum RatingRule {
  /// - Parameters:
  ///   - rated: the class that is rated.
  ///   - until: the first day on which it holds no more.
  ///   - assessment: at the end of the day the rating begins.
  /// - Throws: `RatingError.endsBefore`, `.notWorse`.
  package static func check(
    _ rated: RatedClass, until: Day, _ assessment: ClassAssessment
  ) throws(RatingError) {
    guard until > assessment.day else { throw .endsBefore(assessment.day, until: until) }
    var grounds = assessment.grounds
    grounds.rating = .normal
    let floor = ClassificationRule.riskClass(grounds)
    guard RiskClass(rated) > floor else {
      let rule = assessment.findings.first { $0.rule != .rated && $0.atLeast == floor }?.rule
      throw .notWorse(RiskClass(rated), floor: floor, rule: rule)
    }
  }

  /// - Parameter assessment: at the end of the day for which a lateness is excused.
  /// - Throws: `RatingError.nothingLate`, `.lateTooLong`.
  package static func checkExcuse(_ assessment: ClassAssessment) throws(RatingError) {
    let days = assessment.grounds.overdueDays
    guard days > 0 else { throw .nothingLate(on: assessment.day) }
    guard days <= TechnicalDelay.longestDays else {
      throw .lateTooLong(days: days, most: TechnicalDelay.longestDays)
    }
  }
}

/// Why a loan's class is not judged so; cases stand in the order of the checks.
package enum RatingError: Explained, Hashable {
  case endsBefore(Day, until: Day)
  /// `rule` gives the floor; nil where the loan is normal.
  case notWorse(RiskClass, floor: RiskClass, rule: ClassRule?)
  case nothingLate(on: Day)
  case lateTooLong(days: Int, most: Int)

  package var code: String {
    switch self {
    case .endsBefore: return "classification.rating_ends_before"
    case .notWorse: return "classification.rating_not_worse"
    case .nothingLate: return "classification.nothing_late"
    case .lateTooLong: return "classification.late_too_long"
    }
  }
}
