import LoanProducts
package import Quantities
import Scheduling

/// How a loan has been paid since it was late or restructured: what keeps its class down.
///
/// Rule:   a loan that was more than 90 days late stays non-performing after its cure until,
///         without a late day, six months and two due days have gone by. A restructured loan is
///         observed from the first due day after the change for a year and two due days at least;
///         a missed payment begins it anew from the missed day.
/// Source: 中国银保监会 中国人民银行令〔2023〕第1号, arts. 15 and 17–21.
struct Conduct: Hashable, Sendable {
  /// The last day whose end found an instalment late.
  var lastLateOn: Day?
  /// The first day it was more than 90 days late; nil if it was not, or has been cured since.
  var nonPerformingSince: Day?
  /// The day on which the loan was restructured; nil if it is not observed.
  var restructuredOn: Day?
  /// The due day whose missed payment began the observation anew.
  var missedOn: Day?
  var wasNonPerformingBefore = false
  /// Whether it was restructured again while it was observed.
  var isRestructuredAgain = false
  /// What an officer rated the loan, held or over.
  var rating: Rating?
  /// The due day that was late for technical reasons.
  var excusedDueOn: Day?

  var wasNonPerforming: Bool { nonPerformingSince != nil }

  /// Months that must go by without a late day.
  static let monthsAfterCure = 6
  static let monthsObserved = 12
  static let dueDaysObserved = 2
}

extension Claim {
  /// Notes that instalments are unpaid on the days until `day`.
  mutating func noteOverdue(until day: Day) {
    guard let first = unpaid.first else { return }
    let last = day - 1
    guard last - first.dueOn > terms.graceDays, last >= first.dueOn else { return }
    if conduct.lastLateOn ?? .first < first.dueOn {
      // It was not late just before: what had gone by without a late day counts.
      if conduct.wasNonPerforming, !isOnProbation(on: first.dueOn) {
        conduct.nonPerformingSince = nil
      }
      if conduct.restructuredOn != nil {
        if isObserved(on: first.dueOn) {
          conduct.missedOn = first.dueOn
        } else {
          endObservation()
        }
      }
    }
    conduct.lastLateOn = last
    if conduct.nonPerformingSince == nil, last - first.dueOn > NonAccrual.lastAccruingDay {
      conduct.nonPerformingSince = first.dueOn + NonAccrual.lastAccruingDay + 1
    }
  }

  /// Begins the observation of a loan restructured on a day, or marks it restructured again.
  mutating func restructure(on day: Day) {
    if isObserved(on: day) {
      conduct.isRestructuredAgain = true
    } else {
      endObservation()
    }
    let isNonPerforming = conduct.wasNonPerforming && isOnProbation(on: day)
    conduct.wasNonPerformingBefore = conduct.wasNonPerformingBefore || isNonPerforming
    conduct.restructuredOn = day
    conduct.missedOn = nil
  }

  private mutating func endObservation() {
    conduct.restructuredOn = nil
    conduct.missedOn = nil
    conduct.wasNonPerformingBefore = false
    conduct.isRestructuredAgain = false
  }

  /// Whether a loan that was non-performing has not been paid well for long enough by a day.
  package func isOnProbation(on day: Day) -> Bool {
    guard let from = probationFrom else { return false }
    return !hasPassed(since: from, months: Conduct.monthsAfterCure, on: day)
  }

  /// The first day of the time in which a cured loan must pay well; while late, the next day.
  ///
  /// Nil if it was not non-performing.
  package var probationFrom: Day? {
    guard conduct.wasNonPerforming, let last = conduct.lastLateOn else { return nil }
    return last + 1
  }

  /// The first day on which it was more than 90 days late; nil of a loan that was not, or is cured.
  package var nonPerformingSince: Day? { conduct.nonPerformingSince }

  /// The day on which a loan on probation is free of it, if nothing is late again; nil where too
  /// few due days are left for that.
  package var probationEndsOn: Day? {
    probationFrom.flatMap { passedOn(since: $0, months: Conduct.monthsAfterCure) }
  }

  /// Whether a restructured loan is still observed on a day.
  package func isObserved(on day: Day) -> Bool {
    guard let from = observedFrom else { return false }
    return !hasPassed(since: from, months: Conduct.monthsObserved, on: day)
  }

  /// The day on which the loan was restructured; nil if it is not observed.
  package var restructuredOn: Day? { conduct.restructuredOn }

  /// The due day from which a restructured loan is observed; nil if it is not.
  package var observedFrom: Day? {
    guard let day = conduct.restructuredOn else { return nil }
    return conduct.missedOn ?? contract.dueDays.first { $0.on > day }?.on ?? day
  }

  /// The day on which the observation is over, if nothing is late again; nil where too few due days
  /// are left for that.
  package var observationEndsOn: Day? {
    observedFrom.flatMap { passedOn(since: $0, months: Conduct.monthsObserved) }
  }

  /// Whether it was non-performing when it was restructured, or restructured again since.
  package func isObservedAsNonPerforming(on day: Day) -> Bool {
    isObserved(on: day) && (conduct.wasNonPerformingBefore || conduct.isRestructuredAgain)
  }

  private func hasPassed(since day: Day, months: Int, on today: Day) -> Bool {
    guard today >= day.adding(months: months) else { return false }
    return passedOn(since: day, months: months).map { today >= $0 } ?? false
  }

  /// The first day by which so many months and two due days have gone by: the longer of the two.
  private func passedOn(since day: Day, months: Int) -> Day? {
    var count = 0
    for due in contract.dueDays where due.on > day {
      count += 1
      if count == Conduct.dueDaysObserved { return max(due.on + 1, day.adding(months: months)) }
    }
    return nil
  }
}
