import Accrual
import LoanProducts
import Quantities
import Scheduling

/// Hears what happens to a claim's meters.
package typealias MeterWatch = (MeterEvent) -> Void

extension Claim {
  /// Meters and bills everything that falls due by a day.
  mutating func fallDues(through day: Day, _ watch: MeterWatch?) {
    while nextDue < contract.dueDays.count, contract.dueDays[nextDue].on <= day {
      meter(until: contract.dueDays[nextDue].on, watch)
      fallDue(watch)
    }
  }

  /// Adds the days `[meteredUntil, day)` to the meters.
  mutating func meter(until day: Day, _ watch: MeterWatch?) {
    guard day > meteredUntil else { return }
    var subsidy = contract.terms.subsidy
    if subsidy?.stopsWhenOverdue == true, !unpaid.isEmpty { subsidy = nil }
    meter.add(
      balance: principalNotDue, from: meteredUntil, until: day, rates: contract.rates,
      subsidy: subsidy)
    tell(watch, .interest(meter.period, subsidy), principalNotDue, meteredUntil..<day)
    if unpaid.principal.isPositive || misusedUntil > meteredUntil {
      let change = min(max(misusedUntil, meteredUntil), day)
      meterPenalty(meteredUntil..<change, isMisused: true, watch)
      meterPenalty(change..<day, isMisused: false, watch)
    }
    if contract.terms.compound != nil { meterCompound(until: day, watch) }
    meteredUntil = day
  }

  private mutating func meterPenalty(
    _ days: Range<Day>, isMisused: Bool, _ watch: MeterWatch?
  ) {
    guard !days.isEmpty else { return }
    let misuse = contract.terms.misusePercent
    let percent = isMisused ? max(misuse, contract.terms.penaltyPercent) : contract.terms.penaltyPercent
    penaltyMeter.add(
      overdue: unpaid.principal, from: days.lowerBound, until: days.upperBound,
      rates: contract.rates, penaltyPercent: percent)
    tell(watch, .penalty(percent: percent), unpaid.principal, days)
    guard isMisused else { return }
    penaltyMeter.add(
      misused: principalNotDue, from: days.lowerBound, until: days.upperBound,
      rates: contract.rates, misusePercent: misuse)
    tell(watch, .misuse(percent: misuse), principalNotDue, days)
  }

  /// Meters compound interest, broken where its rate changes and where it joins its own base.
  private mutating func meterCompound(until day: Day, _ watch: MeterWatch?) {
    var from = meteredUntil
    while from < day, unpaid.interest.isPositive || compoundDue.isPositive {
      var until = day
      if misusedUntil > from { until = min(until, misusedUntil) }
      let joinsOn = nextJoinDay(after: from)
      if let joinsOn { until = min(until, joinsOn) }
      let base = unpaid.interest + compoundJoined
      var percent = nextDue < contract.dueDays.count ? 100 : contract.terms.penaltyPercent
      if misusedUntil > from { percent = max(percent, contract.terms.misusePercent) }
      compoundMeter.add(
        unpaid: base, from: from, until: until, rates: contract.rates, percent: percent)
      tell(watch, .compound(percent: percent), base, from..<until)
      if joinsOn == until { compoundJoined = max(.zero, compoundDue) }
      if joinsOn == nil, until == day { break }
      from = until
    }
  }

  /// The first day after `day` on which unpaid compound interest joins the base; nil if it never
  /// does.
  private func nextJoinDay(after day: Day) -> Day? {
    guard let step = contract.terms.compound?.joinsEveryMonths else { return nil }
    let dayOfMonth = contract.terms.repayment.settlementDay ?? 20
    var month = day.month
    while !month.monthOfYear.isMultiple(of: step) || month.day(dayOfMonth) <= day {
      month = month + 1
    }
    return month.day(dayOfMonth)
  }

  private func tell(
    _ watch: MeterWatch?, _ figure: InterestStretch.Figure, _ balance: Money, _ days: Range<Day>
  ) {
    guard let watch, balance.isPositive, !days.isEmpty else { return }
    contract.rates.forEachStretch(from: days.lowerBound, until: days.upperBound) {
      watch(
        .stretch(
          InterestStretch(figure: figure, from: $0, until: $1, balance: balance, rate: $2)))
    }
  }

  /// Bills the next due day, on which the meters stand, and pays it from the credit.
  mutating func fallDue(_ watch: MeterWatch?) {
    let due = contract.dueDays[nextDue]
    let isLast = nextDue == contract.dueDays.count - 1
    var part = principalParts.part(
      at: nextDue, of: principalNotDue - deferred.sum, contract)
    nextDue += 1
    var interest = Money.zero
    if due.billsInterest {
      let bill = running(billedOn: due.on)
      interest = bill.borrower
      billed = billed + bill
      carried = .zero
      watch?(.billed(on: due.on, bill))
      let next = isLast ? due : contract.dueDays[nextDue]
      meter = InterestMeter(period: next.period)
      billsOn = contract.billDay(from: nextDue)
    }
    part += deferred.take(by: due.on, all: isLast)
    if part.isPositive, !isLast, deferredYears.contains(due.on.year) {
      deferred.append(part, until: due.on.adding(months: 12))
      part = .zero
    }
    principalNotDue -= part
    if isLast { contract = contract.frozen(on: due.on) }
    if part.isPositive || interest.isPositive {
      unpaid.append(UnpaidDue(dueOn: due.on, principal: part, interest: interest))
      let credit = repaid.credit
      repaid.credit = .zero
      repaid.credit = payDues(credit)
    }
  }
}

extension LoanContract {
  /// The contract once its last due day has fallen: resets that a later graduation would have
  /// brought do not come.
  fileprivate func frozen(on day: Day) -> LoanContract {
    guard terms.graduation != nil, let last = rates.steps.last, last.from > day else { return self }
    return charging(rates.rate(on: day), from: day)
  }
}
