import Accrual
import LoanProducts
import Quantities
import Scheduling

extension Claim {
  /// The next day on which a period closes or something falls due; nil after the last.
  var nextEvent: Day? {
    guard nextDue < contract.dueDays.count else { return found.first }
    let due = contract.dueDays[nextDue]
    let closes = min(due.on, due.until)
    return found.first.map { min($0, closes) } ?? closes
  }

  /// Meters and bills everything that falls due by a day.
  mutating func fallDues(through day: Day, _ watch: MeterWatch?) {
    while let event = nextEvent, event <= day {
      if found.first == event {
        meter(until: event, watch)
        fallFound()
      } else {
        closeNext(watch)
      }
    }
  }

  /// Lets days pass, without facts, until the end of one.
  mutating func pass(toEndOf day: Day, _ watch: MeterWatch?) {
    fallDues(through: day, watch)
    meter(until: day + 1, watch)
    noteNonAccrual(by: day)
  }

  /// The first of the dues found earlier falls due.
  mutating func fallFound() {
    guard let due = found.takeFirst() else { return }
    principalNotDue -= due.principal
    fallDue(due)
  }

  /// Adds the days `[meteredUntil, day)` to the meters.
  mutating func meter(until day: Day, _ watch: MeterWatch?) {
    guard day > meteredUntil else { return }
    if !unpaid.isEmpty { noteOverdue(until: day) }
    if !bearsNone {
      let stop = min(max(subsidyStopsOn ?? day, meteredUntil), day)
      meterInterest(meteredUntil..<stop, subsidy: contract.terms.subsidy, watch)
      meterInterest(stop..<day, subsidy: nil, watch)
    }
    if unpaid.principal.isPositive || misusedUntil > meteredUntil {
      let change = min(max(misusedUntil, meteredUntil), day)
      meterPenalty(meteredUntil..<change, isMisused: true, watch)
      meterPenalty(change..<day, isMisused: false, watch)
    }
    if contract.terms.compound != nil { meterCompound(until: day, watch) }
    meteredUntil = day
  }

  /// The first day without subsidy for what is unpaid, when its days of grace are over; nil if that
  /// stops none.
  private var subsidyStopsOn: Day? {
    guard contract.terms.subsidy?.stopsWhenOverdue == true else { return nil }
    return unpaid.first.map { $0.dueOn + contract.terms.graceDays }
  }

  private mutating func meterInterest(
    _ days: Range<Day>, subsidy: SubsidyTerms?, _ watch: MeterWatch?
  ) {
    guard !days.isEmpty else { return }
    meter.add(
      balance: bearing, from: days.lowerBound, until: days.upperBound, rates: contract.rates,
      subsidy: subsidy)
    tell(watch, .interest(meter.period, subsidy), bearing, days)
  }

  /// Whether the open period is one that the terms free from interest.
  var bearsNone: Bool {
    let free = contract.terms.repayment.grace.interestFree
    return free > 0 && nextDue < contract.dueDays.count
      && contract.dueDays[nextDue].periodNumber <= free
  }

  private mutating func meterPenalty(
    _ days: Range<Day>, isMisused: Bool, _ watch: MeterWatch?
  ) {
    guard !days.isEmpty else { return }
    let misuse = contract.terms.misusePercent
    let penalty = contract.terms.penaltyPercent
    let percent = isMisused ? max(misuse, penalty) : penalty
    if contract.terms.graceDays == 0 {
      penaltyMeter.add(
        overdue: unpaid.principal, from: days.lowerBound, until: days.upperBound,
        rates: contract.rates, penaltyPercent: percent)
      tell(watch, .penalty(percent: percent), unpaid.principal, days)
    } else {
      meterLate(\.principal, days) { claim, late, amount in
        claim.penaltyMeter.add(
          overdue: amount, from: late.lowerBound, until: late.upperBound,
          rates: claim.contract.rates, penaltyPercent: percent)
        claim.tell(watch, .penalty(percent: percent), amount, late)
      }
    }
    guard isMisused else { return }
    penaltyMeter.add(
      misused: principalNotDue, from: days.lowerBound, until: days.upperBound,
      rates: contract.rates, misusePercent: misuse)
    tell(watch, .misuse(percent: misuse), principalNotDue, days)
  }

  /// Calls `body` with what is late in some days, due by due: where the days of grace end among
  /// them, from the due day on.
  private mutating func meterLate(
    _ part: KeyPath<UnpaidDue, Money>, _ days: Range<Day>,
    _ body: (inout Claim, Range<Day>, Money) -> Void
  ) {
    let grace = contract.terms.graceDays
    var late: [(days: Range<Day>, amount: Money)] = []
    unpaid.forEachLate(part, before: days.upperBound, graceDays: grace) { dueOn, amount in
      let wasLate = days.lowerBound > dueOn + grace
      late.append(((wasLate ? days.lowerBound : dueOn)..<days.upperBound, amount))
    }
    for entry in late { body(&self, entry.days, entry.amount) }
  }

  /// Meters compound interest, broken where its rate changes and where it joins its own base.
  private mutating func meterCompound(until day: Day, _ watch: MeterWatch?) {
    var from = meteredUntil
    while from < day, unpaid.interest.isPositive || compoundDue.isPositive {
      var until = day
      if misusedUntil > from { until = min(until, misusedUntil) }
      let joinsOn = nextJoinDay(after: from)
      if let joinsOn { until = min(until, joinsOn) }
      let base = lateInterest(from: from, &until) + compoundJoined
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

  /// The unpaid interest that bears compound interest from a day on: of dues whose days of grace
  /// are over; `until` is brought to the day on which those of another due are.
  private func lateInterest(from day: Day, _ until: inout Day) -> Money {
    let grace = contract.terms.graceDays
    guard grace > 0 else { return unpaid.interest }
    var late = Money.zero
    for due in unpaid.list where due.interest.isPositive {
      let lateFrom = due.dueOn + grace + 1
      if day >= lateFrom { late += due.interest } else { until = min(until, lateFrom) }
    }
    return late
  }

  /// The first day after `day` on which unpaid compound interest joins the base; nil if it never
  /// does.
  func nextJoinDay(after day: Day) -> Day? {
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

  /// Closes the next due day's stretch: finds its interest and principal, which fall due now, or
  /// later if its payment alone was moved.
  mutating func closeNext(_ watch: MeterWatch?) {
    let due = contract.dueDays[nextDue]
    meter(until: due.until, watch)
    let whole = meter.amounts(contract.terms.rounding).whole
    var part = principalPart(at: due, interest: due.billsInterest ? whole : .zero)
    nextDue += 1
    balanceFrom = due.until
    let bill = due.billsInterest ? bill(due) : nil
    if due.billsInterest { hasEarlierInterest = false }
    let interest = bill?.interest.borrower ?? .zero
    part += deferred.take(by: due.on, all: due.isLast)
    if part.isPositive, !due.isLast, let pause = pause(on: due.on) {
      deferred.append(part, until: pause.upperBound)
      part = .zero
    }
    if part.isPositive, !due.isLast, deferredYears.contains(due.on.year) {
      deferred.append(part, until: due.on.adding(months: 12))
      part = .zero
    }
    if due.isLast { contract = contract.frozen(on: due.on) }
    watch?(.closed(due, principal: part, bill))
    guard part.isPositive || interest.isPositive else { return }
    let unpaid = UnpaidDue(dueOn: due.on, principal: part, interest: interest)
    if due.on > due.until {
      found.append(unpaid)
    } else {
      principalNotDue -= part
      fallDue(unpaid)
    }
  }

  /// The principal of the next due day by the contract's rule.
  private mutating func principalPart(at due: DueDay, interest: Money) -> Money {
    let balance = bearing - deferred.sum
    let later = contract.dueDays[(nextDue + 1)...]
    var rule =
      self.rule
      ?? PrincipalRule(
        balance: balance, next: due, later: later, terms: contract.terms,
        undrawn: contract.terms.principal - disbursed)
    self.rule = nil
    defer { self.rule = rule }
    return rule.part(
      at: .init(
        due: due, from: balanceFrom, balance: balance, interest: interest,
        hasEarlierInterest: hasEarlierInterest),
      terms: contract.terms, rates: contract.rates, later: later)
  }

  /// Bills the open period's interest and opens the next one.
  ///
  /// - Returns: nil if the grace puts it off.
  private mutating func bill(_ due: DueDay) -> Bill? {
    let bill = runningBill(on: due.on)
    let next = due.isLast ? due : contract.dueDays[nextDue]
    meter = InterestMeter(period: next.period)
    billsOn = contract.billDay(from: nextDue)
    let isPutOff =
      due.periodNumber <= contract.terms.repayment.grace.interest || pause(on: due.on) != nil
    if isPutOff, !due.isLast {
      carried = bill.interest
      return nil
    }
    carried = .zero
    billed = billed + bill.interest
    return bill
  }

  /// The pause that a day lies in.
  private func pause(on day: Day) -> Range<Day>? {
    pauses.isEmpty ? nil : pauses.first { $0.contains(day) }
  }

  /// A due falls due, and the credit pays it.
  mutating func fallDue(_ due: UnpaidDue) {
    unpaid.append(due)
    let credit = repaid.credit
    repaid.credit = .zero
    repaid.credit = payDues(credit)
  }
}

extension LoanContract {
  /// The contract once its last due day has fallen: resets that a later graduation would have
  /// brought do not come.
  fileprivate func frozen(on day: Day) -> LoanContract {
    guard terms.graduation != nil, let last = rates.steps.last, last.from > day else { return self }
    return charging(rates.rate(on: day - 1), from: day, knownFrom: day - 1)
  }
}
