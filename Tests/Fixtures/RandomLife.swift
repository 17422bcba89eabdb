package import LoanProducts
package import Quantities
package import Scheduling
package import Servicing

/// A loan with random terms and random payments, the same for the same seed.
///
/// Payers of each kind occur: punctual, partial, late, in advance, too much, never.
package struct RandomLife: CustomStringConvertible {
  package let seed: UInt64
  package let terms: LoanTerms
  package let contract: LoanContract
  /// The disbursement and the payments, in the order of their numbers, which is not that of days.
  package let facts: [LoanFact]
  /// A day after maturity and after every fact.
  package let end: Day

  /// - Throws: the `SchedulingError` of the terms, which none of them should meet.
  package init(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    self.seed = seed
    self.terms = Self.terms(&random)
    self.contract = try LoanContract(terms, market: .lpr)
    self.end = terms.maturesOn + Int.random(in: 5...60, using: &random)
    self.facts = try Self.facts(contract, until: end, &random)
  }

  package var description: String {
    let payments = facts.dropFirst().map { fact in
      "#\(fact.number) \(fact.effectiveOn) \(fact.amount) \(fact.kind)"
    }
    return "RandomLife(seed: \(seed)): \(terms)\n  " + payments.joined(separator: "\n  ")
  }

  private static func terms(_ random: inout SplitMix64) -> LoanTerms {
    let start = Day(number: ("2021-01-01" as Day).number) + Int.random(in: 0...1400, using: &random)
    let atEnd = random.onceIn(4) ? start.month.lastDay : start
    let months = Int.random(in: 1...8, using: &random)
    let maturity = atEnd.adding(months: months) + (random.onceIn(3) ? 11 : 0)
    let principal = Money(
      minorUnits: random.pick(1, 99, Int64.random(in: 1...100_000_000, using: &random)))
    let method = random.pick(
      RepaymentMethod.equalInstallments, .equalPrincipal,
      .interestThenPrincipal, .atMaturity, .plan, .graceThenEqualInstallments, .seasonal)
    var terms = LoanTerms.lending(
      principal, at: AnnualRate(basisPoints: .random(in: 0...2400, using: &random)),
      from: atEnd, until: maturity)
    terms.repayment = RepaymentTerms(
      method: method,
      interestEveryMonths: method == .atMaturity ? 0 : random.pick(1, 1, 1, 2, 3),
      settlementDay: random.pick(nil, nil, 20, 21, 28))
    terms.basis = random.pick(
      .months, .days(.actual360), .days(.actual365), .days(.thirtyE360))
    terms.rounding = random.pick(.halfUp, .halfUp, .halfEven, .up, .down)
    terms.penaltyPercent = random.pick(150, 130, 200)
    if random.onceIn(3) {
      terms.rate = .floating(
        index: .oneYear, spread: AnnualRate(basisPoints: .random(in: -100...300, using: &random)),
        reset: random.pick(.anniversary, .yearly(month: 1, day: 1), .yearly(month: 12, day: 21)))
    }
    if random.onceIn(3) {
      terms.subsidy = SubsidyTerms(
        payer: random.pick(.finance, .programme),
        shareBasisPoints: random.pick(10_000, 5_000, 3_333),
        principalLimit: random.pick(nil, Money(minorUnits: principal.minorUnits / 2)),
        until: random.pick(nil, atEnd + 45), stopsWhenOverdue: random.pick(true, true, false))
    }
    if method == .graceThenEqualInstallments {
      terms.repayment.principalFrom = atEnd + (maturity - atEnd) / 2
    }
    if method == .seasonal {
      terms.repayment.monthWeights = (0..<12).map { _ in .random(in: 1...9, using: &random) }
    }
    if method == .plan { terms.repayment.plan = plan(terms, &random) }
    return terms
  }

  private static func plan(
    _ terms: LoanTerms, _ random: inout SplitMix64
  ) -> [PlannedPrincipal] {
    let half = Money(minorUnits: terms.principal.minorUnits / 2)
    guard half.isPositive else {
      return [PlannedPrincipal(dueOn: terms.maturesOn, principal: terms.principal)]
    }
    let middle = Int.random(in: 1..<(terms.maturesOn - terms.startsOn), using: &random)
    return [
      PlannedPrincipal(dueOn: terms.startsOn + middle, principal: half),
      PlannedPrincipal(dueOn: terms.maturesOn, principal: terms.principal - half),
    ]
  }

  private static func facts(
    _ contract: LoanContract, until end: Day, _ random: inout SplitMix64
  ) throws -> [LoanFact] {
    let terms = contract.terms
    var payments: [(on: Day, amount: Money, inAdvance: Bool)] = []
    for installment in try RepaymentSchedule(contract).installments where !random.onceIn(6) {
      let total = installment.borrowerTotal.minorUnits
      let late = random.pick(0, 0, 0, 0, 1, 9, 40, 120, -3)
      let share = random.pick(100, 100, 100, 100, 50, 90, 101, 130, 300)
      let amount = max(1, total * Int64(share) / 100)
      payments.append(
        (
          max(terms.startsOn, installment.dueOn + late), Money(minorUnits: amount),
          random.onceIn(5)
        ))
    }
    if random.onceIn(3) {
      let day =
        terms.startsOn + Int.random(in: 0...(terms.maturesOn - terms.startsOn), using: &random)
      let limit = max(1, terms.principal.minorUnits + terms.principal.minorUnits / 4)
      payments.append((day, Money(minorUnits: .random(in: 1...limit, using: &random)), true))
    }
    var facts = [LoanFact.disbursement(of: terms)]
    for (index, payment) in payments.shuffled(using: &random).enumerated()
    where payment.on <= end {
      facts.append(
        .payment(
          payment.amount, on: payment.on, number: Int64(index + 2), inAdvance: payment.inAdvance))
    }
    return facts
  }
}
