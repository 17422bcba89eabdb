package import LoanProducts
import Quantities

extension LoanTerms {
  /// Refuses terms that have no schedule.
  ///
  /// - Throws: the first `SchedulingError` that applies, in the order of its cases.
  package func check() throws(SchedulingError) {
    guard principal.isPositive else { throw .principalNotPositive(principal) }
    guard principal <= .largestAmount else {
      throw .principalTooLarge(principal, largest: .largestAmount)
    }
    guard maturesOn > startsOn else {
      throw .maturityNotAfterStart(startsOn: startsOn, maturesOn: maturesOn)
    }
    guard startsOn >= .first else { throw .startTooEarly(startsOn: startsOn, first: .first) }
    guard maturesOn <= .last else { throw .termTooLong(maturesOn: maturesOn, last: .last) }
    guard [0, 1, 2, 3, 4, 6, 12].contains(repayment.interestEveryMonths) else {
      throw .monthsBetweenDuesNotAllowed(repayment.interestEveryMonths)
    }
    if repayment.method == .equalPrincipal, repayment.interestEveryMonths > 0 {
      let months = repayment.principalEveryMonths
      guard months > 0, months.isMultiple(of: repayment.interestEveryMonths) else {
        throw .monthsBetweenDuesNotAllowed(months)
      }
    }
    if let day = repayment.settlementDay {
      guard (1...28).contains(day) else { throw .settlementDayNotAllowed(day) }
    }
    if repayment.method == .plan { try checkPlan() }
    if repayment.method == .seasonal {
      let weights = repayment.monthWeights
      guard weights.count == 12, weights.allSatisfy({ (0...1_000_000).contains($0) }) else {
        throw .weightsNotTwelveOrNegative(weights)
      }
    }
    guard Self.penaltyPercents.contains(penaltyPercent) else {
      throw .penaltyPercentNotAllowed(penaltyPercent, allowed: Self.penaltyPercents)
    }
    try checkDefault()
    if let subsidy {
      guard subsidy.payer != .borrower, (0...10_000).contains(subsidy.shareBasisPoints),
        !(subsidy.principalLimit ?? .zero).isNegative
      else { throw .subsidyNotAllowed(subsidy) }
    }
  }

  /// What a penalty rate may be in per cent of the contract rate: Chinese law allows 130 to 200,
  /// imported books more and less.
  static let penaltyPercents = 0...1_000

  private func checkPlan() throws(SchedulingError) {
    var sum = Money.zero
    var previous: PlannedPrincipal?
    let from = max(startsOn + 1, repayment.principalFrom ?? startsOn)
    for part in repayment.plan {
      guard part.dueOn >= from, part.dueOn <= maturesOn else {
        throw .planDayOutsideTerm(part.dueOn, from: from, maturesOn: maturesOn)
      }
      if let previous, previous.dueOn >= part.dueOn {
        throw .planNotAscending(part.dueOn, after: previous.dueOn)
      }
      guard part.principal.isPositive, part.principal <= .largestAmount else {
        throw .planPartNotPositive(part.dueOn, part.principal)
      }
      sum += part.principal
      guard sum <= principal else { break }
      previous = part
    }
    guard sum == principal else {
      throw .planDoesNotSumToPrincipal(sum: sum, principal: principal)
    }
  }
}
