/// How loans went from state to state over a number of months.
///
/// Units: loans, and their principal before in minor units.
package struct TransitionMatrix: Hashable, Sendable {
  /// The states on the books, best first: a row each.
  package let origins: [String]
  /// The same, then those off the books.
  package let destinations: [String]
  private var tallies: [[Tally]]
  /// Loans that were new, by where they stand.
  package private(set) var entries: [Tally]

  /// - Parameter states: on the books, best first.
  package init(states: [String]) {
    origins = states
    destinations = states + DueState.ends.map(\.rawValue)
    tallies = states.map { _ in
      [Tally](repeating: Tally(), count: states.count + DueState.ends.count)
    }
    entries = [Tally](repeating: Tally(), count: states.count + DueState.ends.count)
  }

  /// Adds moves of one scale and span; states it does not know are left out.
  package mutating func add(_ move: PortfolioMonth.Move, _ tally: Tally) {
    guard let to = destinations.firstIndex(of: move.destination) else { return }
    if let from = origins.firstIndex(of: move.origin) {
      tallies[from][to] = tallies[from][to] + tally
    } else {
      entries[to] = entries[to] + tally
    }
  }

  package func tally(from: Int, to: Int) -> Tally { tallies[from][to] }

  /// All that was in a state before.
  package func before(_ from: Int) -> Tally { tallies[from].reduce(Tally(), +) }

  /// The share of the principal of a state that went to another, in hundredths of a per cent, half
  /// up; nil if there was none.
  package func share(from: Int, to: Int) -> Int128? {
    Ratio.basisPoints(tallies[from][to].principal, of: before(from).principal)
  }

  /// The share of the loans of some states that went to others, in hundredths of a per cent.
  package func share(
    from isFrom: (String) -> Bool, to isTo: (String, _ from: String) -> Bool
  ) -> (share: Int128?, loans: Int, of: Int) {
    var (part, whole) = (Tally(), Tally())
    for (row, origin) in origins.enumerated() where isFrom(origin) {
      for (column, destination) in destinations.enumerated() {
        whole = whole + tallies[row][column]
        if isTo(destination, origin) { part = part + tallies[row][column] }
      }
    }
    return (Ratio.basisPoints(Int128(part.loans), of: Int128(whole.loans)), part.loans, whole.loans)
  }
}
