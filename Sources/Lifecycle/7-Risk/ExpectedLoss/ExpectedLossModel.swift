import LoanProducts
import Quantities

/// The expected credit loss (ECL, 预期信用损失) of loans.
///
///     ECL = Σ scenarios weight × Σ months PD × EAD × LGD × discount factor
///
/// PD is the probability to default in just that month, from the transitions counted and the
/// scenario; EAD what is owed then, from the schedule; LGD the part of it that is lost. Months are
/// at most 12 in stage 1 and all in stage 2; in stage 3 the default is there, and the loss is what
/// is owed × LGD.
///
/// Rounds: probabilities and discount factors to 1e-12, LGD to 1e-4, each once; products and sums
///         not at all; the mean of the scenarios, and each of them, half up to the minor unit.
/// Bounds: amounts of a loan to `Money.largestAmount` together.
/// Source: 企业会计准则第22号（财会〔2017〕7号）art. 46 to 58; IFRS 9 5.5.1 to 5.5.20.
package struct ExpectedLossModel: Sendable {
  /// The transitions of one line, from month to month, over days overdue.
  package struct Line: Sendable {
    package var name: String
    package var transitions: TransitionMatrix

    package init(name: String, transitions: TransitionMatrix) {
      self.name = name
      self.transitions = transitions
    }
  }

  /// A line's number, its curves and its losses given default.
  private struct Segment: Sendable {
    let name: String
    let source: CurveSource
    /// The loans of each performing state whose moves were counted.
    let seen: [Int]
    /// The place of its curves; lines with too few loans share the portfolio's.
    let curves: Int
    /// By the place of the security.
    let lossGivenDefault: [Int]
  }

  package let assumptions: ExpectedLossAssumptions
  private let segments: [Segment]
  /// Marginal PD in 1e-12: by curves, state, scenario, then month.
  private let marginals: [Int64]
  /// The probability to be on time, or gone, a month later; by curves and state, in 1e-12.
  private let cures: [Int64]
  /// The probability of a loan that is on time to be repaid early in a month; by curves, in 1e-12.
  private let prepayments: [Int64]
  /// Cumulative PD before any scenario, by curves and state.
  private let curves: [DefaultCurve]
  private let horizon: Int

  /// - Parameters:
  ///   - assumptions: all that is not counted.
  ///   - whole: the transitions of all lines together.
  ///   - lines: those of each; a line that is not there cannot have loans.
  /// - Throws: `ExpectedLossError` for assumptions or transitions.
  package init(
    _ assumptions: ExpectedLossAssumptions, whole: TransitionMatrix, lines: [Line]
  ) throws(ExpectedLossError) {
    try assumptions.check()
    self.assumptions = assumptions
    horizon = assumptions.longestMonths + assumptions.missedMonths
    let wholeLoans = Self.loans(of: whole)
    var prepayments = [Self.prepayment(whole)]
    var sources = [
      try MonthlyProbabilities(whole, line: "", pseudoCount: assumptions.pseudoCount)
    ]
    var segments: [Segment] = []
    for line in lines {
      let loans = Self.loans(of: line.transitions)
      let isEnough = loans >= assumptions.leastLoans
      if isEnough {
        sources.append(
          try MonthlyProbabilities(
            line.transitions, line: line.name, pseudoCount: assumptions.pseudoCount))
        prepayments.append(Self.prepayment(line.transitions))
      }
      segments.append(
        Segment(
          name: line.name,
          source: isEnough
            ? .line(loans: loans) : .portfolio(loans: wholeLoans, ofLine: loans),
          seen: MonthlyProbabilities.states.indices.map {
            (isEnough ? line.transitions : whole).before($0).loans
          },
          curves: isEnough ? sources.count - 1 : 0,
          lossGivenDefault: LoanSecurity.allCases.map {
            assumptions.lossGivenDefault.share(line: line.name, $0)
          }))
    }
    self.segments = segments
    self.prepayments = prepayments
    let horizon = horizon
    cures = sources.flatMap { $0.rows.map { $0[0] + $0[MonthlyProbabilities.gonePlace] } }
    curves = sources.flatMap { source in
      MonthlyProbabilities.states.indices.map { DefaultCurve(from: $0, source, months: horizon) }
    }
    marginals = curves.flatMap { curve in assumptions.scenarios.flatMap(curve.marginal) }
  }

  /// Loans that could have gone from a performing state to any.
  private static func loans(of matrix: TransitionMatrix) -> Int {
    matrix.origins.indices.prefix(MonthlyProbabilities.states.count)
      .reduce(0) { $0 + matrix.before($1).loans }
  }

  /// Of the loans that were on time, those that were repaid early within a month, in 1e-12.
  private static func prepayment(_ matrix: TransitionMatrix) -> Int64 {
    guard let row = matrix.origins.firstIndex(of: DueState.current.rawValue),
      let column = matrix.destinations.firstIndex(of: DueState.prepaid.rawValue),
      matrix.before(row).loans > 0
    else { return 0 }
    let prepaid = Int128(matrix.tally(from: row, to: column).loans)
    return Int64(
      Rounding.halfUp.divide(
        prepaid * Int128(DefaultCurve.certain), by: Int128(matrix.before(row).loans)))
  }

  /// The number of a line, for its loans; nil for one without transitions.
  package func segment(of line: String) -> Int? { segments.firstIndex { $0.name == line } }

  /// Whose transitions a line's probabilities were counted from.
  package func source(of segment: Int) -> CurveSource { segments[segment].source }

  /// The loans of a performing state, once a month, whose moves a line's probabilities are from.
  package func seen(_ state: DueState, segment: Int) -> Int {
    MonthlyProbabilities.states.firstIndex(of: state).map { segments[segment].seen[$0] } ?? 0
  }

  /// The probability that a loan has defaulted after so many months, before any scenario.
  ///
  /// - Parameters:
  ///   - segment: the number of its line.
  ///   - overdueDays: now; more than 90 are a default already.
  ///   - months: those beyond the assumptions' `longestMonths` count as these.
  /// - Returns: in 1e-12.
  package func probabilityOfDefault(segment: Int, overdueDays: Int, within months: Int) -> Int64 {
    guard overdueDays <= StageReason.defaultDays else { return DefaultCurve.certain }
    guard months > 0 else { return 0 }
    let curve = curves[curve(segment: segment, overdueDays: overdueDays)]
    return curve.cumulative[min(months, assumptions.longestMonths) - 1]
  }

  /// The probability that a loan that is late now has paid what is due a month later, or all.
  ///
  /// - Returns: in 1e-12; nothing of one that is in default.
  package func probabilityOfCure(segment: Int, overdueDays: Int) -> Int64 {
    guard overdueDays <= StageReason.defaultDays else { return 0 }
    return cures[curve(segment: segment, overdueDays: overdueDays)]
  }

  /// The probability that a loan is repaid early within a month.
  ///
  /// - Returns: in 1e-12; nothing of one that is late.
  package func probabilityOfPrepayment(segment: Int, overdueDays: Int) -> Int64 {
    overdueDays == 0 ? prepayments[segments[segment].curves] : 0
  }

  /// The expected loss of a loan.
  ///
  /// - Throws: `ExpectedLossError` for what is out of range.
  package func loss(of loan: LoanExposure) throws(ExpectedLossError) -> LoanLoss {
    let months = try months(of: loan)
    let exact = exact(loan, months)
    return result(loan, months, exact, mean: ExactLoss.mean(exact, assumptions.scenarios))
  }

  /// The expected loss of a loan, with all that it is made of.
  ///
  /// - Throws: as `loss(of:)`.
  package func explanation(
    of loan: LoanExposure
  ) throws(ExpectedLossError) -> LossExplanation {
    let months = try months(of: loan)
    let share = share(of: loan)
    var lines: [LossExplanation.Line] = []
    for scenario in assumptions.scenarios.indices {
      if months.isEmpty {
        lines.append(
          LossExplanation.Line(
            month: 0, scenario: scenario, probability: DefaultCurve.certain,
            exposure: loan.amount, discount: DefaultCurve.certain, lossGivenDefault: share,
            product: ExactLoss(loan.amount, share: share)))
        continue
      }
      for (month, probability) in zip(months, probabilities(of: loan, scenario)) {
        lines.append(
          LossExplanation.Line(
            month: month.month, scenario: scenario, probability: probability,
            exposure: month.exposure, discount: month.discount, lossGivenDefault: share,
            product: ExactLoss(month, probability: probability, share: share)))
      }
    }
    let sums = assumptions.scenarios.indices.map { scenario in
      lines.reduce(ExactLoss.zero) { $1.scenario == scenario ? $0 + $1.product : $0 }
    }
    let mean = ExactLoss.mean(sums, assumptions.scenarios)
    return LossExplanation(
      result: result(loan, months, sums, mean: mean), scenarios: assumptions.scenarios,
      lines: lines, byScenario: sums, mean: mean)
  }

  /// The months a loan may default in, as its stage counts them; none in stage 3.
  private func months(of loan: LoanExposure) throws(ExpectedLossError) -> [DefaultMonth] {
    try loan.check(segments: segments.count, assumptions)
    let most: Int
    switch StageReason(loan.signs).stage {
    case .one: most = 12
    case .two: most = horizon
    case .three: return []
    }
    let months = loan.months(most: most, assumptions)
    let largest = months.lazy.map(\.exposure).max() ?? .zero
    guard largest <= .largestAmount else {
      throw .exposureTooLarge(largest, loan: loan.loanID)
    }
    return months
  }

  /// The sum of each scenario.
  private func exact(_ loan: LoanExposure, _ months: [DefaultMonth]) -> [ExactLoss] {
    let share = share(of: loan)
    return assumptions.scenarios.indices.map { scenario in
      guard !months.isEmpty else { return ExactLoss(loan.amount, share: share) }
      var sum = ProductSum()
      let start = start(of: loan, scenario)
      for place in months.indices {
        sum.add(months[place], probability: marginals[start + place])
      }
      return sum.loss(share: share)
    }
  }

  private func result(
    _ loan: LoanExposure, _ months: [DefaultMonth], _ exact: [ExactLoss], mean: ExactLoss
  ) -> LoanLoss {
    LoanLoss(
      loanID: loan.loanID, reason: StageReason(loan.signs), exposure: loan.amount,
      lossGivenDefault: share(of: loan), months: months.count,
      source: segments[loan.segment].source, byScenario: exact.map(\.rounded), loss: mean.rounded)
  }

  private func share(of loan: LoanExposure) -> Int {
    LossGivenDefault.share(
      segments[loan.segment].lossGivenDefault[loan.security.place], afterFund: loan.fundShare)
  }

  private func probabilities(of loan: LoanExposure, _ scenario: Int) -> ArraySlice<Int64> {
    marginals[start(of: loan, scenario)...].prefix(horizon)
  }

  /// Where the probabilities of a loan's curve under a scenario begin.
  private func start(of loan: LoanExposure, _ scenario: Int) -> Int {
    let curve = curve(segment: loan.segment, overdueDays: loan.signs.overdueDays)
    return (curve * assumptions.scenarios.count + scenario) * horizon
  }

  private func curve(segment: Int, overdueDays: Int) -> Int {
    let state = DueState(overdueDays: overdueDays)
    let place = MonthlyProbabilities.states.firstIndex(of: state) ?? 0
    return segments[segment].curves * MonthlyProbabilities.states.count + place
  }
}
