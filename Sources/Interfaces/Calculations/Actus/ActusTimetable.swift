import Quantities

/// The events of a contract in their order, before any amount is known.
///
/// Source: ACTUS Technical Specification 1.1, the schedule tables of PAM, LAM, NAM, ANN and LAX.
struct ActusTimetable {
  let terms: ActusTerms
  /// The day on which what is left of the principal falls due.
  let maturity: ActusMoment
  private(set) var events: [ActusEvent] = []

  init(_ terms: ActusTerms) throws(ActusError) {
    self.terms = terms
    maturity = try terms.maturityMoment()
    guard maturity > terms.initialExchange else {
      throw .datesOutOfOrder(
        earlier: "initialExchangeDate", on: terms.initialExchange.day, later: "maturityDate",
        by: maturity.day)
    }
    add(.initialExchange, [terms.initialExchange], moves: false)
    try addRedemptions()
    try addInterest()
    try addResets()
    try addCycles()
    if let purchase = terms.purchase { add(.purchase, [purchase.on], moves: false) }
    add(.maturity, [maturity], moves: terms.givenMaturity == nil)
    if let termination = terms.termination {
      add(.termination, [termination.on], moves: false)
    }
    guard events.count <= ActusSchedule.mostEvents else {
      throw .tooManyEvents(largest: ActusSchedule.mostEvents)
    }
    events.sort()
    cut()
  }

  /// Adds an event at each time.
  ///
  /// - Parameters:
  ///   - kind: what happens.
  ///   - times: when.
  ///   - step: the step of an array schedule.
  ///   - moves: whether it moves off days that are no working days; an end that the terms give
  ///     doesn't.
  private mutating func add(
    _ kind: ActusEventKind, _ times: [ActusMoment], step: Int = 0, moves: Bool = true
  ) {
    for time in times {
      let isGivenEnd = time == terms.givenMaturity
      let at = moves && !isGivenEnd ? terms.shift.moved(time) : time
      events.append(
        ActusEvent(
          kind: kind, scheduled: time, at: at,
          counted: terms.shift.calculatesFirst ? time.counted : at.counted, step: step))
    }
  }

  // MARK: Principal

  private mutating func addRedemptions() throws(ActusError) {
    if terms.kind == .lax { return try addRedemptionSteps() }
    guard terms.kind != .pam else { return }
    let times = try terms.schedule.times(terms.redemption, until: maturity, withEnd: false)
    add(.redemption, times)
    guard terms.kind == .ann, terms.nextRedemption == nil, let first = times.first else { return }
    let at = terms.shift.moved(first)
    add(
      .redemptionFixing, [ActusMoment(day: at.day - 1, endsDay: at.endsDay)], moves: false)
  }

  private mutating func addRedemptionSteps() throws(ActusError) {
    let steps = terms.redemptionSteps
    for (index, step) in steps.enumerated() {
      let end = min(steps.dropFirst(index + 1).first?.leg.anchor ?? maturity, maturity)
      let times = try terms.schedule.times(step.leg, until: end, withEnd: false)
      add(step.isIncrease ? .increase : .redemption, times, step: index)
    }
  }

  // MARK: Interest

  private mutating func addInterest() throws(ActusError) {
    var times: [ActusMoment] = []
    if terms.rate != nil || !terms.rateSteps.isEmpty { times = try terms.interestTimes(maturity) }
    guard let end = terms.capitalizationEnd else { return add(.interest, times) }
    add(.interest, times.filter { $0 > end })
    var capitalizations = times.filter { $0 < end }
    if end <= maturity { capitalizations.append(end) }
    add(.capitalization, capitalizations)
  }

  // MARK: Rates

  private mutating func addResets() throws(ActusError) {
    if terms.kind == .lax {
      let steps = terms.rateSteps
      for (index, step) in steps.enumerated() {
        let end = min(steps.dropFirst(index + 1).first?.leg.anchor ?? maturity, maturity)
        let times = try terms.schedule.times(step.leg, until: end, withEnd: false)
        add(step.isFixedRate ? .fixedRateReset : .rateReset, times, step: index)
      }
    } else {
      add(
        .rateReset, try terms.schedule.times(terms.resetLeg, until: maturity, withEnd: false))
    }
    if terms.reset.next != nil { fixNextReset() }
    guard terms.kind == .ann, terms.nextRedemption == nil else { return }
    for event in events where event.kind == .rateReset || event.kind == .fixedRateReset {
      var fixing = event
      fixing.kind = .redemptionFixing
      events.append(fixing)
    }
  }

  /// The first reset after the status date brings a rate that is known already.
  private mutating func fixNextReset() {
    let next = events.indices.filter { index in
      events[index].kind == .rateReset && events[index].at > terms.statusDate
    }.min { events[$0].at < events[$1].at }
    if let next { events[next].kind = .fixedRateReset }
  }

  // MARK: Other cycles

  private mutating func addCycles() throws(ActusError) {
    let schedule = terms.schedule
    if terms.base == .notionalLagged {
      add(.baseFixing, try schedule.times(terms.baseLeg, until: maturity, withEnd: false))
    }
    if !terms.scalingLeg.isEmpty {
      add(.scaling, try schedule.times(terms.scalingLeg, until: maturity, withEnd: false))
    }
    if !terms.fee.leg.isEmpty {
      add(.fee, try schedule.times(terms.fee.leg, until: maturity, withEnd: true))
    }
  }

  /// Drops what came by the status date, and what comes after the end, a sale or `to`.
  private mutating func cut() {
    if let end = events.first(where: { $0.kind == .termination || $0.kind == .maturity }) {
      events.removeAll { $0 > end }
    }
    // What is fixed for a contract that has yet to begin is fixed, however early.
    let startsLater = terms.initialExchange > terms.statusDate
    events.removeAll { event in
      event.at <= terms.statusDate && !(startsLater && event.kind == .redemptionFixing)
    }
    if let to = terms.to { events.removeAll { $0.at > to } }
  }
}
