package import Quantities
package import Servicing

/// What a loan's class is judged by at the end of a day: plain values, from a claim or from what is
/// kept of it for a month's end.
package struct ClassGrounds: Hashable, Sendable {
  /// The larger of principal's and interest's overdue days.
  package var overdueDays = 0
  /// Whether what is late is so for technical reasons, and not for long.
  package var isExcused = false
  /// Signed or taken over as a restructured loan, or restructured since and still observed.
  package var isRestructured = false
  /// Restructured when it was non-performing, or again since, and still observed.
  package var isObservedAsNonPerforming = false
  /// Cured of being non-performing, and not yet paid well for long enough.
  package var isOnProbation = false
  /// As an officer rated it; normal if none did.
  package var rating = RiskClass.normal
  /// What it has from who owes it.
  package var debtor = DebtorGrounds.retail

  package init() {}

  /// As lists know it.
  package init(overdueDays: Int, isRestructured: Bool, _ debtor: DebtorGrounds) {
    self.overdueDays = overdueDays
    self.isRestructured = isRestructured
    self.debtor = debtor
  }

  /// - Parameters:
  ///   - claim: at the end of the day.
  ///   - day: the day.
  ///   - isRestructured: whether it was signed or taken over as a restructured loan.
  ///   - debtor: what it has from who owes it.
  package init(_ claim: Claim, on day: Day, isRestructured: Bool, _ debtor: DebtorGrounds) {
    overdueDays = claim.overdueDays(on: day)
    isExcused = claim.excusedDue(on: day) != nil
    self.isRestructured = isRestructured || claim.isObserved(on: day)
    isObservedAsNonPerforming = claim.isObservedAsNonPerforming(on: day)
    isOnProbation = claim.isOnProbation(on: day)
    rating = claim.rating(on: day).map { RiskClass($0.atLeast) } ?? .normal
    self.debtor = debtor
  }

  /// As of a claim; an outlook holds probation after a default and after a restructuring as one.
  package init(
    _ outlook: ClaimOutlook, on day: Day, isRestructured: Bool, _ debtor: DebtorGrounds
  ) {
    overdueDays = max(outlook.principalOverdueDays(on: day), outlook.interestOverdueDays(on: day))
    isExcused = outlook.isExcused
    self.isRestructured = isRestructured || outlook.isObserved
    isOnProbation = outlook.isOnProbation
    rating = outlook.rating.map { RiskClass($0) } ?? .normal
    self.debtor = debtor
  }
}

extension RiskClass {
  /// The class that an officer rated.
  package init(_ rated: RatedClass) {
    switch rated {
    case .specialMention: self = .specialMention
    case .substandard: self = .substandard
    case .doubtful: self = .doubtful
    case .loss: self = .loss
    }
  }
}
