import LoanProducts

/// What a default costs, and how much loans default together: assumptions of a line's loans.
///
/// Units:  losses in ten-thousandths of the exposure, correlations in billionths.
/// Source: losses are those of the catalog (`LossPolicy`). 15 % and 4 % are the asset correlations
///         of China's foundation internal-ratings approach (商业银行资本管理办法, annex on credit
///         risk) for mortgages and revolving retail, taken here for farm-dependent and for other
///         loans. The shares of a county's common year (harvest, visitors) are judgements of ours,
///         to be replaced by a bank's own.
package struct LossAssumptions: Hashable, Sendable {
  package let lossGivenDefault: Int32
  package let assetCorrelation: Int64
  package let regionCorrelation: Int64

  /// What is taken for a line, every loan of which counts as unsecured.
  package static func of(line: String, _ table: LossGivenDefault) -> LossAssumptions {
    let lost = Int32(table.share(line: line, .unsecured))
    return switch ProductLine(rawValue: line) {
    case .industry, .microcredit:
      LossAssumptions(
        lossGivenDefault: lost, assetCorrelation: 80_000_000, regionCorrelation: 70_000_000)
    case .tourism:
      LossAssumptions(
        lossGivenDefault: lost, assetCorrelation: 100_000_000, regionCorrelation: 50_000_000)
    case .education, .studentAid, .other, nil:
      LossAssumptions(
        lossGivenDefault: lost, assetCorrelation: 40_000_000, regionCorrelation: 0)
    }
  }
}

/// How probable a default within twelve months is, from what became of loans.
///
/// Units:  billionths.
/// Rounds: (defaults + 1) ÷ (loans + 2), once, half up: none and all are never certain (Laplace's
///         rule of succession). A line with few loans in a state takes the whole portfolio's.
package struct DefaultRates: Sendable {
  /// Fewer loans of a line in a state than these are too few.
  package static let fewest = 100
  /// Certainty.
  package static let one: Int64 = 1_000_000_000

  private let whole: TransitionMatrix
  private let lines: [String: TransitionMatrix]

  /// - Parameters:
  ///   - whole: moves over twelve months by days overdue, of all loans.
  ///   - lines: the same, by line.
  package init(whole: TransitionMatrix, lines: [String: TransitionMatrix]) {
    self.whole = whole
    self.lines = lines
  }

  /// What is seen of a state: the loans before, and those of them that defaulted.
  package func seen(_ state: DueState, line: String) -> (loans: Int, defaults: Int) {
    let own = lines[line].map { Self.seen(state, in: $0) }
    if let own, own.loans >= Self.fewest { return own }
    return Self.seen(state, in: whole)
  }

  /// Of a loan that stands so; certain for one that is in default.
  package func probability(_ state: DueState, line: String) -> Int64 {
    if state.isDefault { return Self.one }
    let (loans, defaults) = seen(state, line: line)
    let (part, of) = (Int64(defaults + 1), Int64(loans + 2))
    return (part * Self.one * 2 + of) / (of * 2)
  }

  private static func seen(
    _ state: DueState, in matrix: TransitionMatrix
  ) -> (loans: Int, defaults: Int) {
    guard let row = matrix.origins.firstIndex(of: state.rawValue) else { return (0, 0) }
    let defaults = matrix.destinations.indices.reduce(0) { sum, column in
      let isDefault = DueState(rawValue: matrix.destinations[column])?.isDefault == true
      return sum + (isDefault ? matrix.tally(from: row, to: column).loans : 0)
    }
    return (matrix.before(row).loans, defaults)
  }
}
