import Quantities
import Scheduling

/// An event as it came out: what it pays, and the state after it.
struct ActusOutcome: Hashable {
  let event: ActusEvent
  let payoff: Money
  let notional: Money
  let rate: AnnualRate
  let accrued: Money
}

/// A contract as its events change it.
///
/// Shape:  amounts are those of a claim; an obligation's are the same with the other sign, which
///         `outcomes` gives them.
/// Source: ACTUS Technical Specification 1.1, the state and function tables of PAM, LAM, NAM, ANN
///         and LAX. A termination keeps the rate, as the public test cases have it.
struct ActusLife {
  private let terms: ActusTerms
  private let market: ActusMarket
  private let timetable: ActusTimetable
  /// When the principal is to be repaid, the end and what lies past with it.
  private let redemptionTimes: [ActusMoment]
  /// Up to when interest and fee have been counted.
  private var counted: Day
  private var notional = Money.zero
  /// What interest accrues on.
  private var base = Money.zero
  private var rate = AnnualRate.zero
  private var accrued: ActusAccrual
  private var fee: ActusAccrual
  private var redemption: Money
  private var notionalScale: ActusRatio
  private var interestScale: ActusRatio

  init(_ terms: ActusTerms, market: ActusMarket) throws(ActusError) {
    self.terms = terms
    self.market = market
    timetable = try ActusTimetable(terms)
    redemptionTimes =
      terms.kind == .lam || terms.kind == .ann
      ? try terms.schedule.times(
        terms.redemption, until: terms.amortization ?? timetable.maturity, withEnd: true) : []
    let end = timetable.maturity.counted
    accrued = ActusAccrual(terms.dayCount, endsOn: end)
    fee = ActusAccrual(terms.dayCount, endsOn: end)
    fee.carry(terms.fee.accrued)
    counted = terms.statusDate.counted
    redemption = terms.nextRedemption ?? .zero
    notionalScale = terms.scaling.notional
    interestScale = terms.scaling.interest
    if terms.kind == .lam, terms.nextRedemption == nil { redemption = equalPart() }
    if terms.initialExchange <= terms.statusDate { try carryIn() }
  }

  /// The events from the initial exchange on, with their payoffs and states.
  mutating func outcomes() throws(ActusError) -> [ActusOutcome] {
    let startsLater = terms.initialExchange > terms.statusDate
    var outcomes: [ActusOutcome] = []
    for event in timetable.events {
      if startsLater, event.at < terms.initialExchange {
        if event.kind == .redemptionFixing { try fixBeforeStart(event) }
        continue
      }
      let payoff = try apply(event)
      let accrued = try accrued.amount()
      outcomes.append(
        ActusOutcome(
          event: event, payoff: signed(payoff), notional: signed(notional), rate: rate,
          accrued: signed(accrued)))
    }
    guard let purchase = terms.purchase else { return outcomes }
    return outcomes.filter { outcome in
      outcome.event.at > purchase.on
        || outcome.event.at == purchase.on
          && outcome.event.kind.rank >= ActusEventKind.purchase.rank
    }
  }

  private func signed(_ amount: Money) -> Money { terms.sign < 0 ? -amount : amount }

  // MARK: The start

  /// The state on the status date of a contract that has begun.
  private mutating func carryIn() throws(ActusError) {
    begin()
    guard terms.rate != nil else { return }
    if let given = givenAccrued {
      accrued.carry(given)
    } else {
      let last = try terms.interestTimes(timetable.maturity).last { $0 <= terms.statusDate }
      try accrued.add(
        base, from: max(last ?? terms.initialExchange, terms.initialExchange).counted,
        until: counted, rate: rate)
    }
    if terms.kind == .ann, terms.nextRedemption == nil {
      try fixRedemption(after: terms.statusDate)
    }
  }

  private mutating func begin() {
    notional = terms.notional
    rate = terms.rate ?? .zero
    base = terms.base == .notional ? notional : terms.baseAmount ?? notional
  }

  /// The accrued interest that the terms give, as a claim's; PAM has it with its own sign.
  private var givenAccrued: Money? {
    terms.accrued.map { terms.kind == .pam ? signed($0) : $0 }
  }

  private mutating func exchange(_ event: ActusEvent) throws(ActusError) -> Money {
    begin()
    accrued.clear()
    if let given = givenAccrued {
      accrued.carry(given)
    } else if let anchor = terms.interest.anchor, anchor < terms.initialExchange {
      try accrued.add(notional, from: anchor.counted, until: event.counted, rate: rate)
    }
    return -(try ActusError.held(notional, plus: terms.premium))
  }

  // MARK: Events

  /// Counts interest up to an event and lets it happen.
  ///
  /// - Returns: what it pays.
  private mutating func apply(_ event: ActusEvent) throws(ActusError) -> Money {
    if event.kind == .initialExchange {
      counted = event.counted
      return try exchange(event)
    }
    try accrued.add(base, from: counted, until: event.counted, rate: rate)
    if let feeRate = terms.fee.rate {
      try fee.add(notional, from: counted, until: event.counted, rate: feeRate)
    }
    counted = max(counted, event.counted)
    switch event.kind {
    case .initialExchange: return .zero
    case .redemption, .increase: return try redeem(event)
    case .interest:
      defer { accrued.clear() }
      return try scaled(accrued.amount(), interestScale)
    case .capitalization:
      notional = try ActusError.held(notional, plus: accrued.amount())
      accrued.clear()
      refixBase()
      return .zero
    case .fee:
      defer { fee.clear() }
      if let amount = terms.fee.amount { return amount }
      return try fee.amount()
    case .rateReset, .fixedRateReset: try resetRate(event)
    case .redemptionFixing: try fixRedemption(after: event.scheduled)
    case .scaling: try rescale(event)
    case .baseFixing: base = notional
    case .purchase: return -(try price(terms.purchase))
    case .termination:
      defer { end() }
      return try price(terms.termination)
    case .maturity:
      defer { end() }
      let interest = try scaled(accrued.amount(), interestScale)
      return try ActusError.held(
        ActusError.held(scaled(notional, notionalScale), plus: interest), plus: fee.amount())
    }
    return .zero
  }

  private mutating func end() {
    notional = .zero
    base = .zero
    accrued.clear()
    fee.clear()
  }

  /// The price of a sale with the interest accrued, which an obligation has with the other sign.
  private func price(_ sale: ActusSale?) throws(ActusError) -> Money {
    try ActusError.held(sale?.price ?? .zero, plus: signed(accrued.amount()))
  }

  private func scaled(_ amount: Money, _ ratio: ActusRatio) throws(ActusError) -> Money {
    if ratio.numerator == ratio.denominator { return amount }
    let exact = Int128(amount.minorUnits) * Int128(ratio.numerator)
    guard
      let units = Int64(exactly: Rounding.halfUp.divide(exact, by: Int128(ratio.denominator)))
    else { throw .amountTooLarge }
    return try ActusError.held(.zero, plus: Money(minorUnits: units))
  }

  // MARK: Principal

  private mutating func redeem(_ event: ActusEvent) throws(ActusError) -> Money {
    var part = redemption
    if terms.kind == .lax { part = terms.redemptionSteps[event.step].amount }
    if terms.kind.paysInterestFirst {
      part = try ActusError.held(part, plus: -accrued.amount())
    }
    if event.kind == .increase { part = -part } else { part = min(part, notional) }
    notional = try ActusError.held(notional, plus: -part)
    refixBase()
    return try scaled(part, notionalScale)
  }

  /// Interest follows the notional, unless it is that of a cycle of its own.
  private mutating func refixBase() {
    if terms.base != .notionalLagged { base = notional }
  }

  /// The same part at each redemption that is still to come, and at maturity.
  private func equalPart() -> Money {
    let count = redemptionTimes.count { $0 > terms.statusDate }
    return Apportionment.split(terms.notional, by: Array(repeating: 1, count: max(1, count)))[0]
  }

  /// A redemption fixed before the contract begins: from the principal it will begin with.
  private mutating func fixBeforeStart(_ event: ActusEvent) throws(ActusError) {
    var start = self
    start.counted = terms.initialExchange.counted
    _ = try start.exchange(
      ActusEvent(
        kind: .initialExchange, scheduled: terms.initialExchange, at: terms.initialExchange,
        counted: start.counted))
    try start.fixRedemption(after: event.scheduled)
    redemption = start.redemption
  }

  /// The level payment that repays what is owed on the redemptions after a moment.
  ///
  /// Source: ACTUS Technical Specification 1.1, section Annuity Amount Function: the notional, the
  /// interest accrued and that until the first redemption; from there on, one rate.
  private mutating func fixRedemption(after moment: ActusMoment) throws(ActusError) {
    let times = redemptionTimes.drop { $0 <= moment }
    guard let first = times.first?.counted else { return }
    var growing = accrued
    try growing.add(notional, from: counted, until: first, rate: rate)
    let owed = try ActusError.held(notional, plus: growing.amount())
    var annuity = Annuity()
    var start = first
    for time in times {
      let dayCount = accrued.dayCount(until: time.counted)
      annuity.add(
        rate: rate, weight: dayCount.weight(from: start, until: time.counted),
        denominator: dayCount.denominator)
      start = time.counted
    }
    guard let payment = annuity.payment(of: owed, rounding: .halfUp) else {
      throw .noLevelPayment(on: moment.day)
    }
    redemption = try ActusError.held(.zero, plus: payment)
  }

  // MARK: Rates and indices

  private mutating func resetRate(_ event: ActusEvent) throws(ActusError) {
    if event.kind == .fixedRateReset {
      if terms.kind == .lax, terms.rateSteps[event.step].isFixedRate {
        rate = terms.rateSteps[event.step].rate
      } else {
        rate = terms.reset.next ?? rate
      }
      return
    }
    let reset = terms.reset
    guard let code = reset.market else { throw .missingTerm("marketObjectCodeOfRateReset") }
    let observed = try market.value(code, by: event.scheduled, decimals: 12)
    var found =
      Rounding.halfUp.divide(
        Int128(observed) * Int128(reset.multiplier), by: Int128(ActusReset.one))
      + Int128(reset.spread.trillionths)
    if terms.kind == .lax { found += Int128(terms.rateSteps[event.step].rate.trillionths) }
    var change = found - Int128(rate.trillionths)
    if let floor = reset.periodFloor { change = max(change, Int128(floor.trillionths)) }
    if let cap = reset.periodCap { change = min(change, Int128(cap.trillionths)) }
    found = Int128(rate.trillionths) + change
    if let floor = reset.lifeFloor { found = max(found, Int128(floor.trillionths)) }
    if let cap = reset.lifeCap { found = min(found, Int128(cap.trillionths)) }
    let bound = Int128(ActusReader.largestRate.trillionths)
    rate = try ActusReader.inRange(
      AnnualRate(trillionths: Int64(max(-bound - 1, min(bound + 1, found)))))
  }

  private mutating func rescale(_ event: ActusEvent) throws(ActusError) {
    guard let code = terms.scaling.market else {
      throw .missingTerm("marketObjectCodeOfScalingIndex")
    }
    let index = try market.value(code, by: event.scheduled, decimals: 9)
    let ratio = ActusRatio(numerator: index, denominator: terms.scaling.indexAtDeal)
    if terms.scaling.scalesInterest { interestScale = ratio }
    if terms.scaling.scalesNotional { notionalScale = ratio }
  }
}
