package import Accrual
package import LoanProducts
package import Quantities
package import Scheduling

/// The bank's claim on one loan, from its first day until the end of a day: derived from signed
/// terms, published rates and facts by `LoanLife`, never edited.
///
/// Shape:    principal not yet due, unpaid dues oldest first, the open period's exact interest.
/// Ordering: on a day, first what falls due, then the facts in the order of their numbers; a credit
///           pays a due on its day.
/// Days:     the claim at the end of day D holds interest for the days before D + 1.
package struct Claim: Hashable, Sendable {
  /// The contract as the facts have changed it.
  package internal(set) var contract: LoanContract
  /// The first day that bears interest.
  package let startsOn: Day
  /// The due day whose interest and principal are found next, of the contract's.
  var nextDue: Int
  /// The day on which the open period's interest is billed.
  var billsOn: Day
  /// How the principal comes back; made when a due day needs it, so that any number of changes
  /// between two due days cost one making.
  var rule: PrincipalRule?
  /// The day from which the principal that is not due has been what it is, or the period's first.
  var balanceFrom: Day
  /// Whether the open period bore interest before the last disbursement in it.
  var hasEarlierInterest = false
  var meter: InterestMeter
  /// Interest rounded and not billed: put off by the grace, or metered before the open period
  /// became another one.
  var carried = InterestByPayer.zero
  /// Found, and due on a later day: the payment alone was moved off a holiday.
  var found = FoundDues()
  var penaltyMeter = PenaltyMeter()
  var compoundMeter = CompoundMeter()
  /// Unpaid compound interest that bears interest itself.
  var compoundJoined = Money.zero
  /// The first day whose interest is not in the meters yet.
  package internal(set) var meteredUntil: Day
  /// The first day on which the loan is not misused any more.
  var misusedUntil: Day
  /// The years whose interest the State pays, and those whose principal is put off.
  var waivedYears: [Int] = []
  var deferredYears: [Int] = []
  var deferred = DeferredPrincipal()
  var pauses: [Range<Day>] = []
  var conduct = Conduct()

  /// What was paid out.
  package internal(set) var disbursed: Money
  package internal(set) var principalNotDue: Money
  var unpaid = UnpaidDues()
  /// Interest of closed periods, each rounded.
  package internal(set) var billed = InterestByPayer.zero
  package internal(set) var repaid = Repaid()
  /// What the bank has forgiven.
  package internal(set) var waived = Repaid()
  /// Costs of enforcement laid out so far.
  package internal(set) var costs = Money.zero
  /// Principal that left the books as a loss.
  package internal(set) var writtenOff = Money.zero
  /// Since when and from what the books no longer follow the claim; nil while they do.
  package internal(set) var nonAccrual: NonAccrual?
  package internal(set) var compensation = Compensation()
  /// What finance and programmes have paid of their interest.
  package internal(set) var subsidyPaid = InterestByPayer.zero
  /// The principal taken over from another book; nil for a loan of the bank's own.
  package internal(set) var takenOver: Money?

  init(_ contract: LoanContract, nextDue: Int, from: Day, principal: Money) {
    self.contract = contract
    self.startsOn = from
    self.nextDue = nextDue
    self.billsOn = contract.billDay(from: nextDue)
    self.balanceFrom = from
    self.meter = InterestMeter(period: contract.dueDays[nextDue].period)
    self.meteredUntil = from
    self.misusedUntil = from
    self.disbursed = principal
    self.principalNotDue = principal
  }

  package var terms: LoanTerms { contract.terms }

  /// The instalments that are due and unpaid, oldest first.
  package var dues: [UnpaidDue] { unpaid.list }

  /// The principal still owed, due or not.
  package var principal: Money { principalNotDue + unpaid.principal }
  /// The principal that bears contract interest.
  var bearing: Money { principalNotDue - found.principal }
  package var principalDue: Money { unpaid.principal }
  /// Interest that has fallen due and is unpaid, without penalty.
  package var interestDue: Money { unpaid.interest }
  package var penaltyDue: Money {
    penaltyMeter.amount(contract.terms.rounding) - repaid.penalty - waived.penalty
  }
  /// Compound interest, owed from day to day like the penalty.
  package var compoundDue: Money {
    compoundMeter.amount(contract.terms.rounding) - repaid.compound - waived.compound
  }
  /// Costs of enforcement that the borrower owes.
  package var costsDue: Money { costs - repaid.costs }
  /// All that is owed by the end of the day, due or not, without costs: what books and what stands
  /// off the balance sheet add up to.
  package var owed: Money {
    principal + interestDue + running.borrower + max(.zero, penaltyDue) + max(.zero, compoundDue)
  }

  /// The running interest of the open period, by payer.
  package var running: InterestByPayer { runningBill.interest }

  /// The running interest as it will be billed if nothing changes any more.
  package var runningBill: Bill { runningBill(on: billsOn) }

  /// The running interest as it is if it is billed on a day: in a waived year the State's.
  func runningBill(on day: Day) -> Bill {
    let amounts = meter.amounts(contract.terms.rounding)
    let interest =
      carried
      + InterestByPayer(
        whole: amounts.whole, subsidised: amounts.subsidised,
        payer: contract.terms.subsidy?.payer)
    let isWaived = !waivedYears.isEmpty && waivedYears.contains(day.year)
    return Bill(interest: isWaived ? interest.waived : interest, isWaived: isWaived)
  }

  package var accrualTarget: AccrualTarget {
    AccrualTarget(
      interest: billed + running, penalty: penaltyMeter.amount(contract.terms.rounding),
      compound: compoundMeter.amount(contract.terms.rounding))
  }

  /// Whether nothing is owed any more by the borrower.
  package var isSettled: Bool {
    principal.isZero && interestDue.isZero && penaltyDue <= .zero && compoundDue <= .zero
      && costsDue.isZero && running.borrower.isZero
  }

  /// The instalments still to fall due, as they stand, if each is paid on its day.
  package var upcoming: [Installment] { upcoming(through: .last) }

  /// Those of the instalments still to fall due that do so by a day.
  package func upcoming(through day: Day) -> [Installment] {
    var copy = self
    copy.unpaid = UnpaidDues()
    var installments: [Installment] = []
    if day == .last { installments.reserveCapacity(contract.dueDays.count - nextDue) }
    var from = startsOn
    if nextDue > 0 { from = max(from, contract.dueDays[nextDue - 1].until) }
    while copy.nextDue < contract.dueDays.count {
      let due = contract.dueDays[copy.nextDue]
      guard due.on <= day else { break }
      let before = copy.billed
      let balance = copy.bearing
      copy.closeNext(nil)
      copy.principalNotDue = copy.bearing
      copy.found = FoundDues()
      copy.unpaid = UnpaidDues()
      let interest = copy.billed - before
      installments.append(
        Installment(
          number: due.number, from: min(from, due.on), dueOn: due.on,
          days: due.until - from, principal: balance - copy.bearing, interest: interest.sum,
          subsidised: interest.sum - interest.borrower,
          balance: copy.bearing))
      from = due.until
    }
    return installments
  }

  /// As lists keep it: `oldestUnpaidDueOn`, or `Day.last` when it is settled or nothing is to come.
  package var unpaidSince: Day { isSettled ? .last : oldestUnpaidDueOn ?? .last }

  /// The oldest due day that is not paid in full.
  ///
  /// Of an instalment already due, else the first one to come that no credit covers; nil when
  /// nothing will fall due for the borrower any more.
  package var oldestUnpaidDueOn: Day? {
    if let due = unpaid.first { return due.dueOn }
    var copy = self
    while let day = copy.nextEvent {
      copy.fallDues(through: day, nil)
      if let due = copy.unpaid.first { return due.dueOn }
    }
    return nil
  }
}

extension Claim {
  /// The days since the oldest due day of which principal, or interest, is unpaid; 0 if none is.
  ///
  /// On the due day itself nothing is overdue; the day after it is one day. Within the days of
  /// grace nothing is; after them the days count from the due day.
  package func overdueDays(of part: KeyPath<UnpaidDue, Money>, on day: Day) -> Int {
    guard let due = dues.first(where: { $0[keyPath: part].isPositive }) else { return 0 }
    let days = max(0, day - due.dueOn)
    return days > terms.graceDays ? days : 0
  }

  /// The larger of principal's and interest's overdue days.
  package func overdueDays(on day: Day) -> Int {
    max(overdueDays(of: \.principal, on: day), overdueDays(of: \.interest, on: day))
  }
}

extension LoanContract {
  /// The day on which the interest that runs when the due day at `index` falls is billed.
  func billDay(from index: Int) -> Day {
    let rest = dueDays[min(index, dueDays.count)...]
    return rest.first(where: \.billsInterest)?.on ?? dueDays[dueDays.count - 1].on
  }
}
