package import Quantities
import Servicing

/// What was recorded of a loan, in its order, and which entries of it are asked for.
package struct BookedEvents: Sendable {
  enum Event: Hashable, Sendable {
    case fact(Int)
    case run(Int)
    /// A fact that is known and no more: what it booked is not asked for, nor needed for others.
    case passed(Int)
  }

  let facts: [BookedFact]
  let runs: [BookedRun]
  let inOrder: [Event]
  /// The month whose entries are handed over; nil for all.
  let month: Month?

  /// All of them.
  ///
  /// - Parameters:
  ///   - facts: those that were booked, by number.
  ///   - runs: of the loan's bank, by number.
  package init(_ facts: [BookedFact], _ runs: [BookedRun]) {
    self.facts = facts
    self.runs = runs
    inOrder = Self.order(facts, runs)
    month = nil
  }

  /// Those that were booked in a month.
  ///
  /// Why: what is posted and moved before them follows from the last run and the last fact alone.
  ///      Facts that were undone are the exception: then everything before is gone through.
  package init(_ facts: [BookedFact], _ runs: [BookedRun], in month: Month) {
    func isAsked(_ event: Event) -> Bool {
      switch event {
      case .fact(let place), .passed(let place): facts[place].bookedOn.month == month
      case .run(let place): runs[place].month == month
      }
    }
    let all = Self.order(facts, runs)
    self.runs = runs
    self.month = month
    guard let first = all.firstIndex(where: isAsked), let last = all.lastIndex(where: isAsked)
    else {
      self.facts = []
      inOrder = []
      return
    }
    let count = all[...last].count { if case .fact = $0 { true } else { false } }
    self.facts = count == facts.count ? facts : Array(facts.prefix(count))
    var needed: [Event] = []
    let isUndone = self.facts.contains(where: \.isReversal)
    var (hasRun, hasFact) = (false, false)
    for event in all[..<first].reversed() {
      switch event {
      case .run where isUndone || !hasRun:
        needed.append(event)
        // A run goes by the claim that the fact before it has settled, if it has.
        (hasRun, hasFact) = (true, false)
      case .fact(let place):
        let isNeeded = isUndone || !hasFact || facts[place].isTakeover
        needed.append(isNeeded ? event : .passed(place))
        hasFact = true
      case .run, .passed: continue
      }
    }
    inOrder = needed.reversed() + all[first...last]
  }

  /// Facts and runs by number.
  private static func order(_ facts: [BookedFact], _ runs: [BookedRun]) -> [Event] {
    var events: [Event] = []
    events.reserveCapacity(facts.count + runs.count)
    var next = 0
    for (place, fact) in facts.enumerated() {
      while next < runs.count, runs[next].number < fact.number {
        events.append(.run(next))
        next += 1
      }
      events.append(.fact(place))
    }
    while next < runs.count {
      events.append(.run(next))
      next += 1
    }
    return events
  }
}

extension BookedFact {
  var isTakeover: Bool {
    if case .imported = fact?.kind { return true }
    return false
  }

  fileprivate var isReversal: Bool {
    if case .reversed = fact?.kind { return true }
    return false
  }
}
