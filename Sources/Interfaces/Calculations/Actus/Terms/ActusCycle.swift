import Quantities

/// How often events of a kind come, and what becomes of a last period that is too short.
struct ActusCycle: Hashable {
  let cycle: Cycle
  /// `L0`: a short last period is added to the one before; `L1`: it stands by itself.
  let hasLongStub: Bool

  /// The cycle that `P1ML0`, `P27DL1`, `P1YL1` name.
  init?(_ text: String) {
    let parts = text.split(separator: "L", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1] == "0" || parts[1] == "1",
      let cycle = Cycle(iso8601: parts[0])
    else { return nil }
    self.cycle = cycle
    hasLongStub = parts[1] == "0"
  }
}

/// When events of one kind come: from an anchor, every cycle.
struct ActusLeg: Hashable {
  var anchor: ActusMoment?
  var cycle: ActusCycle?

  var isEmpty: Bool { anchor == nil && cycle == nil }
}

/// The schedule function of ACTUS.
///
/// Source: ACTUS Technical Specification 1.1, sections Schedule and End Of Month Shift Convention.
struct ActusSchedule: Hashable {
  /// Whether an anchor on the last day of its month keeps to the last days (`EOM`).
  let endOfMonth: Bool

  /// No contract has more events than this.
  static let mostEvents = 20_000

  /// The times from the anchor until the end, each counted from the anchor.
  ///
  /// - Parameters:
  ///   - leg: the anchor and the cycle.
  ///   - end: nothing comes after it.
  ///   - withEnd: whether the end is one of the times.
  /// - Returns: ascending, each once; without an anchor the end alone.
  /// - Throws: `ActusError.tooManyEvents`.
  func times(
    _ leg: ActusLeg, until end: ActusMoment, withEnd: Bool
  ) throws(ActusError) -> [ActusMoment] {
    guard let anchor = leg.anchor else { return withEnd ? [end] : [] }
    guard let cycle = leg.cycle else {
      return (anchor < end ? [anchor] : []) + (withEnd ? [end] : [])
    }
    var times: [ActusMoment] = []
    let days = CycleDays(cycle.cycle, from: anchor.day, endOfMonth: endOfMonth)
    var next: ActusMoment? = anchor
    while let time = next, time < end {
      guard times.count < Self.mostEvents else {
        throw .tooManyEvents(largest: Self.mostEvents)
      }
      times.append(time)
      next = days.day(times.count).map { ActusMoment(day: $0, endsDay: anchor.endsDay) }
    }
    if cycle.hasLongStub, times.count > 1, next != end { times.removeLast() }
    return withEnd ? times + [end] : times
  }

  /// The time `number` cycles after the leg's anchor.
  ///
  /// - Throws: `ActusError.dateOutOfRange`.
  func time(_ number: Int, of leg: ActusLeg) throws(ActusError) -> ActusMoment {
    guard let anchor = leg.anchor, let cycle = leg.cycle,
      let day = cycle.cycle.day(number, from: anchor.day, endOfMonth: endOfMonth)
    else { throw .dateOutOfRange(first: .first, last: .last) }
    return ActusMoment(day: day, endsDay: anchor.endsDay)
  }
}
