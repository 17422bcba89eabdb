package import Quantities

/// The rate in force on each day of a loan's life: steps, ascending, the first from the start.
///
/// Cost: a day's rate is found in the logarithm of the number of steps; stretches, in that and one
///       step each, so that an interest period pays for the resets in it and no others.
package struct RatePath: Hashable, Sendable {
  package struct Step: Hashable, Sendable {
    package let from: Day
    package let rate: AnnualRate

    @inlinable
    package init(from: Day, rate: AnnualRate) {
      self.from = from
      self.rate = rate
    }
  }

  /// At least one, each later than the one before.
  package let steps: [Step]

  /// A path of steps in any order; of several on one day, the last given stands.
  package init(steps: [Step]) {
    precondition(!steps.isEmpty, "a rate path has at least one step")
    let isAscending = steps.indices.dropFirst().allSatisfy { steps[$0 - 1].from < steps[$0].from }
    self.steps = isAscending ? steps : Self.ascending(steps)
  }

  private static func ascending(_ steps: [Step]) -> [Step] {
    let order = steps.indices.sorted { (steps[$0].from, $0) < (steps[$1].from, $1) }
    var result: [Step] = []
    for index in order {
      if result.last?.from == steps[index].from { result.removeLast() }
      result.append(steps[index])
    }
    return result
  }

  /// The steps in force from one day until another, and one rate from there on.
  package func kept(from first: Day, until day: Day, then rate: AnnualRate) -> RatePath {
    var kept = steps[position(of: first)...].prefix { $0.from < day }
    if kept.isEmpty { kept = [Step(from: first, rate: self.rate(on: first))] }
    if kept[kept.endIndex - 1].rate != rate { kept.append(Step(from: day, rate: rate)) }
    return RatePath(steps: Array(kept))
  }

  /// The day since which the rate in force on a day has not changed.
  package func unchangedSince(_ day: Day) -> Day {
    var index = steps.count == 1 ? 0 : position(of: day)
    while index > 0, steps[index - 1].rate == steps[index].rate { index -= 1 }
    return steps[index].from
  }

  /// The rate in force on a day; before the first step, the first step's.
  @inlinable
  package func rate(on day: Day) -> AnnualRate {
    steps.count == 1 ? steps[0].rate : steps[position(of: day)].rate
  }

  /// Where the step in force on a day stands; 0 before the first.
  @usableFromInline
  func position(of day: Day) -> Int {
    var low = 1
    var high = steps.count
    while low < high {
      let middle = (low + high) / 2
      if steps[middle].from <= day { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }

  /// Calls `body` with each stretch of `[from, until)` in which the rate stays the same.
  @inlinable
  package func forEachStretch(
    from: Day, until: Day, _ body: (_ from: Day, _ until: Day, _ rate: AnnualRate) -> Void
  ) {
    guard from < until else { return }
    var index = steps.count == 1 ? 0 : position(of: from)
    var start = from
    while index + 1 < steps.count, steps[index + 1].from < until {
      let next = steps[index + 1].from
      // Days before the first step bear the first step's rate.
      if next > start { body(start, next, steps[index].rate) }
      start = next > start ? next : start
      index += 1
    }
    body(start, until, steps[index].rate)
  }
}
