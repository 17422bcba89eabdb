import Accrual
package import LoanProducts
package import Quantities
import Scheduling

extension ClaimOutlook {
  /// The outlook of a claim at the end of a day, as far as everything runs evenly.
  ///
  /// - Parameters:
  ///   - claim: metered to the end of `day`.
  ///   - day: the day.
  ///   - market: the rates that the claim's contract was made with.
  package init(_ claim: Claim, on day: Day, _ market: MarketRates) {
    from = day
    rounding = claim.terms.rounding
    payer = claim.terms.subsidy?.payer
    interest = claim.meter.sums
    dayCount = claim.meter.period.dayCount
    standing = Standing(claim, on: day)
    rateMark = RateMark(claim.terms.rate, market)
    var tomorrow = claim
    tomorrow.meter(until: day + 2, nil)
    penalty = Line(
      at: claim.penaltyMeter.total,
      daily: tomorrow.penaltyMeter.total - claim.penaltyMeter.total)
    compound = Line(
      at: claim.compoundMeter.total,
      daily: tomorrow.compoundMeter.total - claim.compoundMeter.total)
    let last = claim.lastEvenDay(from: day)
    var end = claim
    if last < .last {
      end.meter(until: last + 1, nil)
      end.noteNonAccrual(by: last)
    }
    // Over all days: tomorrow may be one that does not count.
    let sums = end.meter.sums
    let counted = max(1, Int128(dayCount.weight(from: day + 1, until: last + 1)))
    interestDaily = (sums.total - interest.total) / counted
    subsidisedDaily = (sums.subsidised - interest.subsidised) / counted
    through = last
    // What does not run evenly after all is told for its first day alone.
    if last != .last, !tells(end, on: last) { through = day }
  }

  /// Whether a claim metered to the end of a later day is what the sums say, to the last unit.
  private func tells(_ claim: Claim, on day: Day) -> Bool {
    claim.meter.sums == sums(on: day)
      && claim.penaltyMeter.total == penalty.after(day - from)
      && claim.compoundMeter.total == compound.after(day - from)
      && Standing(claim, on: day) == standing
      && claim.bookTarget == bookTarget(on: day)
  }
}

extension Claim {
  /// The claim at the end of a later day if nothing is recorded by then; nil for one that can't be.
  package func ahead(toEndOf day: Day) -> Claim? {
    var claim = self
    claim.pass(toEndOf: day, nil)
    return claim.compoundMeter.isTooLarge ? nil : claim
  }
}

extension ClaimOutlook.Standing {
  fileprivate init(_ claim: Claim, on day: Day) {
    billed = claim.billed
    carried = claim.carried
    principal = claim.principal
    principalDue = claim.principalDue
    bookPrincipal = claim.bookPrincipal
    lost = claim.writtenOff - claim.recovered
    interestDue = claim.interestDue
    penaltyGone = claim.repaid.penalty + claim.waived.penalty
    compoundGone = claim.repaid.compound + claim.waived.compound
    credit = claim.repaid.credit
    if claim.nonAccrual != nil {
      let recognised = claim.recognised
      let waivers = claim.recognisedWaivers
      self.recognised = ClaimOutlook.Recognised(
        interest: recognised.interest + waivers.interest,
        penalty: recognised.penalty + waivers.penalty,
        compound: recognised.compound + waivers.compound)
    }
    oldestPrincipalDueOn = claim.dues.first { $0.principal.isPositive }?.dueOn
    oldestInterestDueOn = claim.dues.first { $0.interest.isPositive }?.dueOn
    graceDays = claim.terms.graceDays
    flags.isWaived = claim.runningBill.isWaived
    flags.isSettled = claim.isSettled
    flags.isWrittenOff = claim.isWrittenOff
    flags.isObserved = claim.isObserved(on: day)
    flags.isOnProbation =
      claim.isOnProbation(on: day) || claim.isObservedAsNonPerforming(on: day)
    flags.isExcused = claim.excusedDue(on: day) != nil
    flags.rating = claim.rating(on: day)?.atLeast
  }
}

extension ClaimOutlook.RateMark {
  fileprivate init?(_ rate: RateTerms, _ market: MarketRates) {
    guard case .floating(_, _, let reset) = rate else { return nil }
    lastOn = market.publications.last?.on ?? .first
    count = market.count(by: lastOn)
    followsEach = reset == .publication
  }
}

extension Claim {
  /// The last day through which everything runs evenly from the end of a day on.
  ///
  /// What begins a month or a year after something, and shows in flags alone, is found by its being
  /// there on the last day and not on the first, or not: see `firstChange`.
  fileprivate func lastEvenDay(from day: Day) -> Day {
    if isSettled, principal.isZero, nonAccrual == nil { return .last }
    // A payment that was moved before its period's end has closed days that are still to come.
    if meteredUntil > day + 1 { return day }
    var last = Day.last
    func stop(before other: Day?) {
      if let other, other - 1 < last { last = max(day, other - 1) }
    }
    stop(before: nextEvent)
    stop(before: contract.rates.steps.first { $0.from > day }?.from)
    stop(before: RatePath.nextReset(terms, after: day))
    if let until = terms.subsidy?.until, until > day { stop(before: until) }
    if misusedUntil > day { stop(before: misusedUntil) }
    for change in classDays(after: day) { stop(before: change) }
    if terms.compound != nil { stop(before: nextJoinDay(after: day)) }
    for due in unpaid.list {
      let grace = due.dueOn + terms.graceDays
      // The first late day, and the day on which the days of grace are counted in.
      if grace >= day { stop(before: grace) }
      let suspension = due.dueOn + NonAccrual.lastAccruingDay + 1
      if suspension > day { stop(before: suspension) }
    }
    // Without dues to come nothing else ends the days; they are cut so that sums stay small.
    if last == .last { last = day + 3_660 }
    return firstChange(from: day, through: last)
  }

  /// The last day on which its flags are what they are on the first; they change at most once.
  private func firstChange(from day: Day, through last: Day) -> Day {
    func flags(_ other: Day) -> ClaimOutlook.Flags {
      var claim = self
      claim.meter(until: other + 1, nil)
      return ClaimOutlook.Standing(claim, on: other).flags
    }
    guard conduct != Conduct() else { return last }
    let today = flags(day)
    if flags(last) == today { return last }
    var low = day
    var high = last
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if flags(middle) == today { low = middle } else { high = middle }
    }
    return low
  }
}
