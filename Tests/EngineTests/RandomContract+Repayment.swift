import Fixtures
import LoanProducts
import Quantities

extension RandomContract {
  /// The method and how often something falls due.
  static func chooseRepayment(_ terms: inout LoanTerms, _ random: inout SplitMix64) {
    let method =
      random.onceIn(5)
      ? .equalInstallments : RepaymentMethod.allCases.randomElement(using: &random) ?? .plan
    let isSettled = random.onceIn(3) && method != .imported && method != .atMaturity
    var every =
      isSettled ? random.pick(1, 1, 3, 12, 2, 4, 6) : random.pick(1, 1, 1, 3, 6, 12, 2, 5, 24)
    if method == .interestThenPrincipal { every = random.pick(1, 3, 12) }
    if method == .atMaturity || method == .imported { every = 0 }
    terms.repayment = RepaymentTerms(
      method: method, interestEveryMonths: every,
      settlementDay: isSettled ? random.pick(20, 20, 21, 1, 28) : nil)
    if isSettled { terms.repayment.settlementDayCloses = random.onceIn(2) }
    if every > 0, !isSettled, random.onceIn(6) {
      let days = random.pick(1, 7, 14, 15, 30, 45)
      terms.repayment.interestEveryMonths = 0
      terms.repayment.interestEveryDays = days
      terms.maturesOn = min(terms.maturesOn, terms.startsOn + 100 * days)
    }
    switch method {
    case .equalPrincipal:
      if every > 0 { terms.repayment.principalEveryMonths = every * random.pick(1, 1, 2, 3) }
    case .graceThenEqualInstallments:
      terms.repayment.principalFrom =
        terms.startsOn + Int.random(in: 0...(terms.maturesOn - terms.startsOn), using: &random)
    case .seasonal:
      terms.repayment.monthWeights = (0..<12).map { _ in .random(in: 0...9, using: &random) }
    case .stepped:
      var number = 0
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        number += Int.random(in: 1...12, using: &random)
        terms.repayment.steps.append(
          InstallmentStep(fromNumber: number, percent: .random(in: 50...200, using: &random)))
      }
    case .equalInstallments, .interestThenPrincipal, .atMaturity, .plan, .revolving, .imported:
      break
    }
  }

  /// What is out of the ordinary: odd periods, shifts, graces, multiples, flat interest.
  static func chooseOddities(_ terms: inout LoanTerms, _ random: inout SplitMix64) {
    let method = terms.repayment.method
    let days = terms.maturesOn - terms.startsOn
    // Terms with a settlement day have no first due day of their own.
    if random.onceIn(5), method != .imported, method != .atMaturity,
      terms.repayment.settlementDay == nil
    {
      terms.repayment.firstDueOn =
        terms.startsOn + Int.random(in: 1...min(70, days), using: &random)
    }
    terms.repayment.isLastPeriodLong = random.onceIn(4)
    terms.repayment.isEndOfMonth = random.onceIn(4)
    if random.onceIn(15), method != .imported {
      terms.repayment.periodCount = Int.random(in: 1...24, using: &random)
    }
    if random.onceIn(3) {
      terms.repayment.shift = ShiftTerms(
        rule: BusinessDayShift.allCases.randomElement(using: &random) ?? .following,
        movesInterest: random.onceIn(2))
    }
    if random.onceIn(5), method != .plan, method != .imported {
      terms.repayment.grace.principal = random.pick(0, 1, 3)
      terms.repayment.grace.interest = random.pick(0, 0, 1, 2)
      terms.repayment.grace.interestFree = random.pick(0, 0, 1, 2)
    }
    terms.repayment.lastInstallment = random.pick(.spread, .spread, .absorbs, .levelled)
    if random.onceIn(8) {
      terms.repayment.installmentMultiple = Money(
        minorUnits: random.pick(1, 100, 500, 1_000, 10_000))
    }
    let mayBeFlat: [RepaymentMethod] = [
      .equalInstallments, .equalPrincipal, .interestThenPrincipal,
    ]
    if mayBeFlat.contains(method), random.onceIn(8) { terms.repayment.isFlat = true }
  }

  /// Dated parts that sum to the principal.
  static func plan(_ terms: LoanTerms, _ random: inout SplitMix64) -> [PlannedPrincipal] {
    let days = terms.maturesOn - terms.startsOn
    var left = terms.principal.minorUnits
    var parts: [PlannedPrincipal] = []
    for on in dates(terms, upTo: min(10, days), &random) where left > 1 && on < terms.maturesOn {
      let part = Int64.random(in: 1..<max(2, left / 2), using: &random)
      parts.append(PlannedPrincipal(dueOn: on, principal: Money(minorUnits: part)))
      left -= part
    }
    parts.append(PlannedPrincipal(dueOn: terms.maturesOn, principal: Money(minorUnits: left)))
    return parts
  }

  /// Dated instalments, the last at maturity: about what repays the principal, and not quite.
  static func imported(_ terms: LoanTerms, _ random: inout SplitMix64) -> [PlannedPrincipal] {
    let on = dates(terms, upTo: 24, &random).filter { $0 < terms.maturesOn } + [terms.maturesOn]
    let share = terms.principal.minorUnits / Int64(on.count)
    return on.map { day in
      let total = share / 2 + Int64.random(in: 1...max(1, share), using: &random)
      return PlannedPrincipal(
        dueOn: day, principal: min(.largestAmount, Money(minorUnits: total)))
    }
  }

  /// At most so many days of the term after the first, ascending.
  private static func dates(
    _ terms: LoanTerms, upTo count: Int, _ random: inout SplitMix64
  ) -> [Day] {
    let days = terms.maturesOn - terms.startsOn
    var offsets: Set<Int> = []
    for _ in 0..<Int.random(in: 0...count, using: &random) {
      offsets.insert(Int.random(in: 1...days, using: &random))
    }
    return offsets.sorted().map { terms.startsOn + $0 }
  }
}
