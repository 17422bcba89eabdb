import LoanProducts

extension LoanTerms {
  /// Refuses what terms can't say of default, misuse and graduation.
  ///
  /// - Throws: the first `SchedulingError` that applies, in the order of its cases.
  func checkDefault() throws(SchedulingError) {
    guard Self.penaltyPercents.contains(misusePercent) else {
      throw .misusePercentNotAllowed(misusePercent, allowed: Self.penaltyPercents)
    }
    if let months = compound?.joinsEveryMonths {
      guard [1, 3].contains(months) else { throw .compoundNotAllowed(joinsEveryMonths: months) }
    }
    if let graduation {
      guard (0...600).contains(graduation.graceMonths),
        (0...60).contains(graduation.yearsToMaturity ?? 0),
        (1...60).contains(graduation.longestYears)
      else { throw .graduationNotAllowed(graduation) }
    }
  }
}
