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
    try checkIntervals()
    try checkOddities()
    try checkDisbursements()
    if repayment.method == .plan || repayment.method == .imported { try checkPlan() }
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

  /// How often interest may fall due, in months: without a settlement day at most a century, with
  /// one a part of the year.
  private func checkIntervals() throws(SchedulingError) {
    let months = repayment.interestEveryMonths
    let allowed = repayment.settlementDay == nil ? Array(0...1_200) : [0, 1, 2, 3, 4, 6, 12]
    guard allowed.contains(months) else { throw .monthsBetweenDuesNotAllowed(months) }
    let days = repayment.interestEveryDays
    guard (0...40_000).contains(days), days == 0 || months == 0 else {
      throw .daysBetweenDuesNotAllowed(days, months: months)
    }
    if repayment.method == .equalPrincipal, months > 0 {
      let principalMonths = repayment.principalEveryMonths
      guard principalMonths > 0, principalMonths.isMultiple(of: months) else {
        throw .monthsBetweenDuesNotAllowed(principalMonths)
      }
    }
    if let day = repayment.settlementDay {
      guard (1...28).contains(day) else { throw .settlementDayNotAllowed(day) }
    }
    if let day = repayment.firstDueOn {
      guard day > startsOn, day <= maturesOn else {
        throw .firstDueDayOutsideTerm(day, startsOn: startsOn, maturesOn: maturesOn)
      }
    }
  }

  private func checkOddities() throws(SchedulingError) {
    let grace = repayment.grace
    for count in [grace.principal, grace.interest, grace.interestFree] {
      guard (0...10_000).contains(count) else { throw .graceNotAllowed(count) }
    }
    if let multiple = repayment.installmentMultiple {
      guard multiple.isPositive, multiple <= .largestAmount else {
        throw .multipleNotPositive(multiple)
      }
    }
    var previous = 0
    for step in repayment.steps {
      guard step.fromNumber > previous, step.fromNumber <= 10_000,
        (1...10_000).contains(step.percent)
      else { throw .stepNotAllowed(number: step.fromNumber, percent: step.percent) }
      previous = step.fromNumber
    }
  }

  /// What is paid out later, and what is kept back as a down payment.
  private func checkDisbursements() throws(SchedulingError) {
    var first = principal
    var previous = startsOn
    for draw in laterDisbursements {
      guard draw.on > previous, draw.on < maturesOn else {
        throw .disbursementOutsideTerm(draw.on, after: previous, maturesOn: maturesOn)
      }
      guard draw.amount.isPositive, draw.amount < first else {
        throw .disbursementNotAllowed(draw.on, draw.amount)
      }
      first -= draw.amount
      previous = draw.on
    }
    if let downPayment = repayment.downPayment {
      guard !downPayment.isNegative, downPayment < first else {
        throw .downPaymentNotAllowed(downPayment, below: first)
      }
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
      guard sum <= .largestAmount else { break }
      previous = part
    }
    if repayment.method == .imported {
      guard repayment.plan.last?.dueOn == maturesOn else {
        throw .planEndsBeforeMaturity(maturesOn)
      }
      return
    }
    guard sum == principal else {
      throw .planDoesNotSumToPrincipal(sum: sum, principal: principal)
    }
  }
}
