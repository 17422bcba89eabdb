import Quantities

extension ActusTerms {
  /// When interest is paid or capitalised, until the maturity and with it.
  ///
  /// Without a cycle of its own, interest comes with the redemptions of NAM and ANN, and in one
  /// sum at maturity otherwise.
  func interestTimes(_ maturity: ActusMoment) throws(ActusError) -> [ActusMoment] {
    if kind == .lax { return try stepTimes(maturity) }
    guard kind.paysInterestFirst else {
      return try schedule.times(interest, until: maturity, withEnd: true)
    }
    if interest.isEmpty { return try schedule.times(redemption, until: maturity, withEnd: true) }
    guard let cycle = redemption.cycle?.cycle, let own = interest.cycle?.cycle, own != cycle,
      let anchor = interest.anchor
    else { return try schedule.times(interest, until: maturity, withEnd: true) }
    // A redemption is a payment less the interest of its period, so from one cycle before the
    // first redemption on, interest comes with the redemptions.
    let redemptions = try schedule.times(redemption, until: maturity, withEnd: true)
    let last = try schedule.time(-1, of: redemption)
    guard anchor < last else { return redemptions }
    let before = try schedule.times(interest, until: last, withEnd: last > initialExchange)
    return Set(before + redemptions).sorted()
  }

  /// The times of an array schedule, each step until the next, each time once.
  private func stepTimes(_ maturity: ActusMoment) throws(ActusError) -> [ActusMoment] {
    guard !interestSteps.isEmpty else { return [maturity] }
    var times: Set<ActusMoment> = [maturity]
    for (index, leg) in interestSteps.enumerated() {
      let end = min(interestSteps.dropFirst(index + 1).first?.anchor ?? maturity, maturity)
      times.formUnion(try schedule.times(leg, until: end, withEnd: true))
    }
    return times.sorted()
  }

  // MARK: Maturity

  /// The maturity as far as the terms name one; an annuity without one ends when it is repaid.
  var givenMaturity: ActusMoment? { maturity ?? (kind == .ann ? amortization : nil) }

  /// The maturity that the terms give, or that follows from them.
  ///
  /// - Throws: `ActusError.neverRedeemed` if the redemptions never repay the principal,
  ///   `.missingTerm` if neither maturity nor redemption is given.
  func maturityMoment() throws(ActusError) -> ActusMoment {
    if let givenMaturity { return givenMaturity }
    if kind == .lax { return try maturityOfSteps() }
    guard let redemption = nextRedemption else {
      throw .missingTerm(kind == .lam ? "maturityDate" : "nextPrincipalRedemptionPayment")
    }
    let first = try firstRedemption()
    var part = redemption
    if kind.paysInterestFirst {
      let from = try schedule.time(first, of: self.redemption)
      let until = try schedule.time(first + 1, of: self.redemption)
      var interest = ActusAccrual(dayCount, endsOn: nil)
      try interest.add(
        notional, from: from.counted, until: until.counted, rate: rate ?? .zero)
      part -= try interest.amount()
    }
    guard part.isPositive else {
      throw .neverRedeemed(redemption: currency.plain(redemption))
    }
    let count = Rounding.up.divide(
      Int128(notional.minorUnits), by: Int128(part.minorUnits))
    guard count <= Int128(ActusSchedule.mostEvents) else {
      throw .tooManyEvents(largest: ActusSchedule.mostEvents)
    }
    return try schedule.time(first + Int(count) - 1, of: self.redemption)
  }

  /// How many cycles after its anchor the first redemption after the status date comes.
  private func firstRedemption() throws(ActusError) -> Int {
    for number in 0..<ActusSchedule.mostEvents
    where try schedule.time(number, of: redemption) > statusDate {
      return number
    }
    throw .tooManyEvents(largest: ActusSchedule.mostEvents)
  }

  /// The day on which the steps have repaid the principal; without cycles, at the latest the last.
  private func maturityOfSteps() throws(ActusError) -> ActusMoment {
    var rest = notional
    var count = 0
    for (index, step) in redemptionSteps.enumerated() {
      let next = redemptionSteps.dropFirst(index + 1).first?.leg.anchor
      if step.isIncrease, next == nil, step.leg.cycle != nil { break }
      var number = 0
      while let time = try time(number, of: step.leg), next.map({ time < $0 }) ?? true {
        if time > statusDate { rest += step.isIncrease ? step.amount : -step.amount }
        if !rest.isPositive { return time }
        number += 1
        count += 1
        guard count <= ActusSchedule.mostEvents else {
          throw .tooManyEvents(largest: ActusSchedule.mostEvents)
        }
        guard rest <= ActusReader.largest else { throw .amountTooLarge }
        if !step.amount.isPositive, next == nil { break }
      }
    }
    if let last = redemptionSteps.last?.leg, last.cycle == nil, let anchor = last.anchor {
      return anchor
    }
    guard let to else {
      throw .neverRedeemed(redemption: currency.plain(redemptionSteps.last?.amount ?? .zero))
    }
    return to
  }

  /// The time `number` cycles after a step's anchor; without a cycle the anchor is the only one.
  private func time(_ number: Int, of leg: ActusLeg) throws(ActusError) -> ActusMoment? {
    if number == 0 { return leg.anchor }
    return leg.cycle == nil ? nil : try schedule.time(number, of: leg)
  }
}
