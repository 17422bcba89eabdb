import LoanProducts
package import Quantities
package import Servicing

/// What one rule found of a loan at the end of a day.
package struct ClassFinding: Hashable, Sendable {
  package let rule: ClassRule
  /// No better than this; normal for a lateness that is excused.
  package let atLeast: RiskClass
  /// The first day on which the rule gave this class; nil of a loan that was signed or taken over
  /// as restructured, and of what the debtor's other loans do to it.
  package let since: Day?
  /// The day from which the time runs that lifts it: of an observation, of a probation once
  /// nothing is late; of a lateness the due day.
  package let countedFrom: Day?
  /// The day on which it is lifted, if nothing is late again; nil where paying alone lifts it, or
  /// has to come first.
  package let liftsOn: Day?

  fileprivate init(
    _ rule: ClassRule, _ atLeast: RiskClass, since: Day?, countedFrom: Day? = nil,
    liftsOn: Day? = nil
  ) {
    self.rule = rule
    self.atLeast = atLeast
    self.since = since
    self.countedFrom = countedFrom
    self.liftsOn = liftsOn
  }

  /// Whether it is a lateness that is excused for now.
  package var isExcuse: Bool { rule == .overdue && atLeast == .normal }

  /// See `ClassRule.document`.
  package var document: String? { rule.document }

  /// See `ClassRule.article`.
  package var article: ClassArticle? { rule.article(atLeast) }
}

/// A loan's class at the end of a day, with all that keeps it from being better.
///
/// Shape: the findings in the order of the rules; the class is the worst of them, as
///        `ClassificationRule` finds it from the same grounds.
package struct ClassAssessment: Hashable, Sendable {
  package let day: Day
  package let grounds: ClassGrounds
  package let findings: [ClassFinding]
  package let riskClass: RiskClass

  /// - Parameters:
  ///   - claim: at the end of the day.
  ///   - day: the day.
  ///   - isRestructured: whether it was signed or taken over as a restructured loan.
  ///   - debtor: what it has from who owes it.
  package init(_ claim: Claim, on day: Day, isRestructured: Bool, _ debtor: DebtorGrounds) {
    let grounds = ClassGrounds(claim, on: day, isRestructured: isRestructured, debtor)
    self.day = day
    self.grounds = grounds
    riskClass = ClassificationRule.riskClass(grounds)
    findings = ClassRule.allCases.compactMap { rule in
      let floor = rule.floor(grounds)
      guard floor > .normal || (rule == .overdue && grounds.isExcused) else { return nil }
      return ClassFinding(rule, floor, of: claim, grounds, on: day)
    }
  }

  /// The findings that give the class; none of a normal loan.
  package var deciding: [ClassFinding] {
    findings.filter { $0.atLeast == riskClass && riskClass > .normal }
  }
}

extension ClassFinding {
  fileprivate init(
    _ rule: ClassRule, _ floor: RiskClass, of claim: Claim, _ grounds: ClassGrounds, on day: Day
  ) {
    switch rule {
    case .overdue:
      self.init(overdue: floor, of: claim, grounds, on: day)
    case .smallEnterprise:
      self.init(
        rule, floor, by: grounds.debtor.steps, of: claim, due: day - grounds.overdueDays)
    case .crossDefault:
      self.init(rule, floor, since: nil)
    case .restructured where !claim.isObserved(on: day):
      self.init(rule, floor, since: nil)
    case .restructured, .restructuredNonPerforming:
      self.init(
        rule, floor, since: claim.restructuredOn, countedFrom: claim.observedFrom,
        liftsOn: claim.observationEndsOn)
    case .probation:
      // It begins when all that is late is paid.
      let isLate = grounds.overdueDays > 0
      self.init(
        rule, floor, since: claim.nonPerformingSince,
        countedFrom: isLate ? nil : claim.probationFrom,
        liftsOn: isLate ? nil : claim.probationEndsOn)
    case .rated:
      let rating = claim.rating(on: day)
      self.init(rule, floor, since: rating?.from, liftsOn: rating?.until)
    }
  }

  private init(
    overdue floor: RiskClass, of claim: Claim, _ grounds: ClassGrounds, on day: Day
  ) {
    guard !grounds.isExcused else {
      let due = claim.excusedDue(on: day)
      self.init(
        .overdue, floor, since: due.map { $0 + 1 }, countedFrom: due,
        liftsOn: due.map { $0 + TechnicalDelay.longestDays + 1 })
      return
    }
    self.init(
      .overdue, floor, by: ClassificationRule.steps, of: claim, due: day - grounds.overdueDays)
  }

  /// Of a loan that days overdue bring to a class, once the days of grace are over.
  private init(
    _ rule: ClassRule, _ floor: RiskClass, by steps: OverdueSteps?, of claim: Claim, due: Day
  ) {
    let first = steps?.first(atLeast: floor) ?? 1
    self.init(
      rule, floor, since: due + max(first, claim.terms.graceDays + 1), countedFrom: due)
  }
}
