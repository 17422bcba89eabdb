import Accrual
import LoanProducts
package import Quantities
package import Scheduling

/// A loan played forward from its facts, day by day as it is asked for.
///
/// Shape:    facts sorted by effective day, then number; each is taken in once, so the claims of
///           all month ends cost one life.
/// Ordering: days are asked for in ascending order.
package struct LoanLife {
  /// The claim at the end of the day last advanced to; before that as the loan starts.
  package private(set) var present: Claim
  private let facts: [LoanFact]
  private var next = 0
  private let watch: MeterWatch?

  /// The life of a loan until the end of a day.
  ///
  /// - Parameters:
  ///   - contract: the signed terms and the rates in force.
  ///   - facts: the loan's facts in any order; those effective after `day` are left out.
  ///   - day: the last day that will be asked for.
  ///   - watch: hears each thing that happens to the meters.
  /// - Throws: `ServicingError.neverDisbursed` if no fact until `day` starts the loan,
  ///   `.factBeforeStart` if it starts before its terms do, `.flatInterestNotServiced`,
  ///   `.paidPastTakeover` for the fact that takes it over, `.amountNotPositive` or
  ///   `.disbursedTooMuch` for the first disbursement.
  package init(
    _ contract: LoanContract, facts: [LoanFact], through day: Day, watch: MeterWatch? = nil
  ) throws(ServicingError) {
    self.facts = facts.inForce.inOrder(through: day)
    self.watch = watch
    guard let index = self.facts.firstIndex(where: { $0.startsLoan != nil }),
      let from = self.facts[index].startsLoan,
      let first = contract.dueDays.firstIndex(where: { $0.on > from })
    else { throw .neverDisbursed }
    starter = index
    let terms = contract.terms
    guard from >= terms.startsOn else {
      throw .factBeforeStart(effectiveOn: from, startsOn: terms.startsOn)
    }
    guard !terms.repayment.isFlat else { throw .flatInterestNotServiced }
    guard self.facts[index].effectiveOn >= from else {
      throw .paidPastTakeover(effectiveOn: self.facts[index].effectiveOn, paidToOn: from)
    }
    let principal = try Self.firstPrincipal(self.facts[index], of: terms)
    present = Claim(contract, nextDue: first, from: from, principal: principal)
    if case .disbursed = self.facts[index].kind {
      downPayment = present.payDown()
    } else {
      downPayment = nil
      present.takenOver = principal
    }
    try present.level()
  }

  /// What the first disbursement pays out, or the balance taken over.
  private static func firstPrincipal(
    _ fact: LoanFact, of terms: LoanTerms
  ) throws(ServicingError) -> Money {
    guard case .disbursed = fact.kind else { return terms.principal }
    guard fact.amount.isPositive else { throw .amountNotPositive(fact.amount) }
    guard fact.amount <= terms.principal else {
      throw .disbursedTooMuch(sum: fact.amount, principal: terms.principal)
    }
    return fact.amount
  }

  /// The index of the fact that starts the loan, which `present` holds from the beginning.
  private let starter: Int

  /// The first day that bears interest.
  package var startsOn: Day { present.startsOn }

  /// The number of the fact that starts the loan.
  package var starterNumber: Int64 { facts[starter].number }

  /// The day whose fact starts the loan.
  package var startedOn: Day { facts[starter].effectiveOn }

  /// The claim before the first day that was asked for.
  package var beginning: Claim { present }

  /// The principal that falls due out of the first disbursement, on its day; nil for none.
  ///
  /// It is the first instalment of the schedule, and moves the numbers of the others by one.
  package let downPayment: Money?

  /// The day on which the loan was taken over from another book; nil for one of the bank's own.
  package var takenOverOn: Day? {
    if case .imported = facts[starter].kind { return facts[starter].effectiveOn }
    return nil
  }

  /// The days whose end is posted: that of the takeover, each month's last, and the day itself.
  package func postingDays(through day: Day) -> [Day] {
    let first = takenOverOn ?? present.startsOn
    var days = takenOverOn.map { [$0] } ?? []
    var month = first.month
    while month.lastDay < day {
      if month.lastDay > (days.last ?? first - 1) { days.append(month.lastDay) }
      month = month + 1
    }
    if days.last != day { days.append(day) }
    return days
  }

  /// The claim at the end of a day, not before one asked for earlier.
  ///
  /// - Parameters:
  ///   - day: the day; days are asked for in ascending order.
  ///   - observe: called after each fact, with what it did to the use of money, and the claim.
  /// - Returns: the claim with the interest of that day.
  /// - Throws: `ServicingError` of the first fact that can't be, by effective day.
  package mutating func claim(
    atEndOf day: Day,
    observe: (_ fact: LoanFact, _ change: Repaid, _ claim: Claim) -> Void = { _, _, _ in }
  ) throws(ServicingError) -> Claim {
    try advance(toEndOf: day, observe: observe)
    return present
  }

  /// Brings `present` to the end of a day, as `claim(atEndOf:)` does, and copies none.
  package mutating func advance(
    toEndOf day: Day,
    observe: (_ fact: LoanFact, _ change: Repaid, _ claim: Claim) -> Void = { _, _, _ in }
  ) throws(ServicingError) {
    while next < facts.count, facts[next].effectiveOn <= day {
      let fact = facts[next]
      next += 1
      guard next - 1 != starter else { continue }
      try present.check(fact)
      present.fallDues(through: fact.effectiveOn, watch)
      present.meter(until: fact.effectiveOn, watch)
      present.noteNonAccrual(by: fact.effectiveOn)
      let before = present.repaid
      let account = watch.map { _ in BorrowerAccount(present) }
      try present.take(fact, watch)
      if let account { watch?(.took(fact, before: account, after: BorrowerAccount(present))) }
      present.noteCure()
      observe(fact, present.repaid - before, present)
    }
    present.pass(toEndOf: day, watch)
    guard !present.compoundMeter.isTooLarge else {
      throw .compoundTooLarge(largest: CompoundMeter.largest)
    }
  }
}

extension Claim {
  /// The claim at the end of a day, replayed from the loan's facts.
  ///
  /// - Parameters:
  ///   - contract: the signed terms and the rates in force.
  ///   - facts: the loan's facts in any order; those effective after `day` are left out.
  ///   - day: the day whose end is asked for.
  ///   - observe: called after each fact, with what it did to the use of money, and the claim.
  /// - Throws: what `LoanLife` throws.
  package init(
    _ contract: LoanContract, facts: [LoanFact], through day: Day,
    observe: (_ fact: LoanFact, _ change: Repaid, _ claim: Claim) -> Void = { _, _, _ in }
  ) throws(ServicingError) {
    var life = try LoanLife(contract, facts: facts, through: day)
    self = try life.claim(atEndOf: day, observe: observe)
  }

  /// Refuses a fact that no life of this loan can hold.
  fileprivate func check(_ fact: LoanFact) throws(ServicingError) {
    guard fact.effectiveOn >= startsOn else {
      throw .factBeforeStart(effectiveOn: fact.effectiveOn, startsOn: startsOn)
    }
    switch fact.kind {
    case .imported: throw .alreadyStarted(effectiveOn: fact.effectiveOn, startsOn: startsOn)
    case .subsidyPaid where fact.amount.isNegative: return
    case .disbursed, .repaid, .refunded, .costsCharged, .waived, .compensation, .subsidyPaid,
      .subsidyRejected:
      break
    default: return
    }
    guard fact.amount.isPositive else { throw .amountNotPositive(fact.amount) }
    let largest = min(
      Money.largestAmount, Money(minorUnits: .max) - Money.largestAmount - repaid.sum)
    guard fact.amount <= largest else { throw .amountTooLarge(fact.amount, largest: largest) }
  }
}

extension [LoanFact] {
  /// Those effective by a day, by effective day, then number.
  fileprivate func inOrder(through day: Day) -> [LoanFact] {
    let isBefore: (LoanFact, LoanFact) -> Bool = {
      ($0.effectiveOn, $0.number) < ($1.effectiveOn, $1.number)
    }
    let known = allSatisfy { $0.effectiveOn <= day } ? self : filter { $0.effectiveOn <= day }
    let isSorted = zip(known, known.dropFirst()).allSatisfy { !isBefore($1, $0) }
    return isSorted ? known : known.sorted(by: isBefore)
  }
}
