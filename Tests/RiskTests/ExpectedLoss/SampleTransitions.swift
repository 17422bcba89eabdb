import LoanProducts
import Quantities
import Risk

/// Matrices and loans that are short to write down.
enum SampleTransitions {
  /// Loans by where they went, for each state; a state left out has one loan that stays.
  static func matrix(_ rows: [String: [String: Int]]) -> TransitionMatrix {
    let states = DueState.onBooks.map(\.rawValue)
    var matrix = TransitionMatrix(states: states)
    for origin in states {
      for (destination, loans) in rows[origin] ?? [origin: 1] {
        matrix.add(
          PortfolioMonth.Move(1, .days, line: "", from: origin, to: destination),
          Tally(loans: loans, principal: 0))
      }
    }
    return matrix
  }

  /// Of 1,000 loans in each state a month: 1 % of those on time default, 10 % of those 1 to 30 days
  /// late, 50 % of those 31 to 60, all of those 61 to 90; the others stay.
  static let steady = matrix([
    "0": ["0": 990, "91-180": 10], "1-30": ["1-30": 900, "91-180": 100],
    "31-60": ["31-60": 500, "written-off": 500], "61-90": ["91-180": 1_000],
  ])

  /// With as many loans as a pseudo-count of 1 makes tens of.
  static let smoothed = matrix([
    "0": ["0": 90, "1-30": 5], "1-30": ["31-60": 4], "31-60": ["61-90": 3],
    "61-90": ["91-180": 3],
  ])
}

extension ExpectedLossAssumptions {
  /// One scenario, nothing smoothed, no month missed.
  static var plain: ExpectedLossAssumptions {
    var plain = ExpectedLossAssumptions(
      scenarios: [MacroScenario(name: "one", weight: 10_000, factor: 1_000)], pseudoCount: 0,
      leastLoans: 1)
    plain.missedMonths = 0
    plain.longestMonths = 36
    return plain
  }
}

extension ExpectedLossModel {
  /// The line `education`, with the given transitions.
  static func of(
    _ transitions: TransitionMatrix, _ assumptions: ExpectedLossAssumptions = .plain
  ) throws -> ExpectedLossModel {
    try ExpectedLossModel(
      assumptions, whole: transitions,
      lines: [Line(name: "education", transitions: transitions)])
  }
}

extension LoanExposure {
  /// Unsecured, on time, without interest.
  static func of(
    _ principals: [Int64], interests: [Int64] = [], ratePercent: String = "0"
  ) -> LoanExposure {
    var loan = LoanExposure(
      loanID: 7, segment: 0, security: .unsecured,
      rate: AnnualRate(percent: ratePercent) ?? .largest)
    loan.instalments = principals.enumerated().map { month, principal in
      Instalment(
        principal: Money(minorUnits: principal),
        interest: Money(minorUnits: month < interests.count ? interests[month] : 0))
    }
    return loan
  }

  func with(_ change: (inout LoanExposure) -> Void) -> LoanExposure {
    var changed = self
    change(&changed)
    return changed
  }
}
