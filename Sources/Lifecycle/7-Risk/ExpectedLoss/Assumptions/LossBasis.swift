package import Banks
import LoanProducts

/// All that the expected losses of a month follow from beside the loans: what is assumed, and how
/// loans moved in the months before.
///
/// Why: a run that posts expected losses keeps it in its fact, as `text`, so that whoever replays
///      a loan later finds what the run found, whatever is counted or assumed by then.
package struct LossBasis: Hashable, Sendable {
  /// Loans of a line, once a month, that went from a performing state to any.
  private struct Moves: Hashable, Sendable {
    let line: String
    let from: DueState
    let to: String
    let loans: Int
  }

  /// Nothing but names, weights, factors and what these are applied to.
  private let scenarios: [MacroScenario]
  private let lossGivenDefault: LossGivenDefault
  private let moves: [Moves]

  /// Nil where no loan could have moved.
  ///
  /// - Parameters:
  ///   - assumptions: their scenarios and losses given default are kept; the rest is the program's.
  ///   - lines: the transitions of each line.
  package init?(_ assumptions: ExpectedLossAssumptions, lines: [ExpectedLossModel.Line]) {
    scenarios = assumptions.scenarios.map {
      MacroScenario(name: $0.name, weight: $0.weight, factor: $0.factor, scaling: $0.scaling)
    }
    lossGivenDefault = assumptions.lossGivenDefault
    var moves: [Moves] = []
    for line in lines {
      for (row, state) in MonthlyProbabilities.states.enumerated() {
        for (column, to) in line.transitions.destinations.enumerated() {
          let loans = line.transitions.tally(from: row, to: column).loans
          guard loans > 0 else { continue }
          moves.append(Moves(line: line.name, from: state, to: to, loans: loans))
        }
      }
    }
    guard !moves.isEmpty else { return nil }
    self.moves = moves
  }

  /// The probabilities and losses given default that follow.
  ///
  /// - Parameter titles: of scenarios, by name; one without bears its name.
  /// - Returns: the model of the run.
  /// - Throws: `ExpectedLossError` for what no run has kept.
  package func model(
    _ titles: [String: BilingualName] = [:]
  ) throws(ExpectedLossError) -> ExpectedLossModel {
    let none = TransitionMatrix(states: DueState.onBooks.map(\.rawValue))
    var lines = Dictionary(
      uniqueKeysWithValues: ProductLine.allCases.map { ($0.rawValue, none) })
    var whole = none
    for move in moves {
      let key = PortfolioMonth.Move(
        1, .days, line: move.line, from: move.from.rawValue, to: move.to)
      let tally = Tally(loans: move.loans, principal: 0)
      lines[move.line, default: none].add(key, tally)
      whole.add(key, tally)
    }
    return try ExpectedLossModel(
      .program(scenarios.map { $0.titled(by: titles) }, lossGivenDefault), whole: whole,
      lines: lines.sorted { $0.key < $1.key }.map {
        ExpectedLossModel.Line(name: $0.key, transitions: $0.value)
      })
  }
}

// MARK: As a line of a fact

extension LossBasis {
  private static let any = "any"

  /// As `base:5000:1000:odds,…;any:unsecured:4500,…;industry:0>1-30=4,…`: scenarios with weight and
  /// factor, shares lost by line and security, loans by the states they went from and to.
  package var text: String {
    let shares =
      lossGivenDefault.bySecurity.map { (Self.any, $0.key, $0.value) }
      + lossGivenDefault.byLine.flatMap { line, shares in
        shares.map { (line, $0.key, $0.value) }
      }
    let parts = [
      scenarios.map { "\($0.name):\($0.weight):\($0.factor):\($0.scaling.rawValue)" },
      shares.sorted { ($0.0, $0.1.place) < ($1.0, $1.1.place) }
        .map { "\($0.0):\($0.1.rawValue):\($0.2)" },
      moves.map { "\($0.line):\($0.from.rawValue)>\($0.to)=\($0.loans)" },
    ]
    return parts.map { $0.joined(separator: ",") }.joined(separator: ";")
  }

  /// Nil for what `text` gives of no basis.
  package init?(text: some StringProtocol) {
    let parts = String(text).split(separator: ";", omittingEmptySubsequences: false)
    guard parts.count == 3 else { return nil }
    var scenarios: [MacroScenario] = []
    for part in parts[0].split(separator: ",") {
      let words = part.split(separator: ":").map(String.init)
      guard words.count == 4, let weight = Int(words[1]), let factor = Int(words[2]),
        let scaling = MacroScenario.Scaling(rawValue: words[3])
      else { return nil }
      scenarios.append(
        MacroScenario(name: words[0], weight: weight, factor: factor, scaling: scaling))
    }
    var table = LossGivenDefault(bySecurity: [:])
    for part in parts[1].split(separator: ",") {
      let words = part.split(separator: ":").map(String.init)
      guard words.count == 3, let security = LoanSecurity(rawValue: words[1]),
        let share = Int(words[2])
      else { return nil }
      if words[0] == Self.any {
        table.bySecurity[security] = share
      } else {
        table.byLine[words[0], default: [:]][security] = share
      }
    }
    var moves: [Moves] = []
    for part in parts[2].split(separator: ",") {
      let words = part.split(whereSeparator: { ":>=".contains($0) }).map(String.init)
      guard words.count == 4, let from = DueState(rawValue: words[1]),
        MonthlyProbabilities.states.contains(from), DueState(rawValue: words[2]) != nil,
        let loans = Int(words[3]), loans > 0
      else { return nil }
      moves.append(Moves(line: words[0], from: from, to: words[2], loans: loans))
    }
    guard !moves.isEmpty else { return nil }
    self.scenarios = scenarios
    lossGivenDefault = table
    self.moves = moves
  }
}
