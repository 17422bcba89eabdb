import LoanProducts
package import Quantities

extension Claim {
  /// Whether the class of the loan hangs on more than its days overdue, who owes it and how it was
  /// signed: days of grace, observation, probation, an excused delay or a rating by hand.
  ///
  /// None of them begins by a day's going by, but for probation, which begins with days that give
  /// the same class.
  package func isClassedByFacts(on day: Day) -> Bool {
    terms.graceDays > 0 || isObserved(on: day) || isOnProbation(on: day)
      || excusedDue(on: day) != nil || rating(on: day) != nil
  }
}

extension ClaimOutlook {
  /// `Claim.isClassedByFacts` on the outlook's days.
  package var isClassedByFacts: Bool {
    standing.graceDays > 0 || isObserved || isOnProbation || isExcused || rating != nil
  }
}
