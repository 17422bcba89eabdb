import LoanProducts
package import Quantities

extension Claim {
  /// Whether the class of the loan hangs on more than its days overdue, who owes it and how it was
  /// signed: days of grace, observation, probation, an excused delay or a rating by hand; or its
  /// days overdue on rates to come, for they tell which instalments the money held covers.
  ///
  /// None of them begins by a day's going by, but for probation, which begins with days that give
  /// the same class.
  package func isClassedByFacts(on day: Day) -> Bool {
    terms.graceDays > 0 || (terms.rate.isFloating && repaid.credit.isPositive)
      || isObserved(on: day) || isOnProbation(on: day) || excusedDue(on: day) != nil
      || rating(on: day) != nil
  }
}

extension ClaimOutlook {
  /// `Claim.isClassedByFacts` on the outlook's days.
  package var isClassedByFacts: Bool {
    standing.graceDays > 0 || (rateMark != nil && credit.isPositive) || isObserved
      || isOnProbation || isExcused || rating != nil
  }
}
