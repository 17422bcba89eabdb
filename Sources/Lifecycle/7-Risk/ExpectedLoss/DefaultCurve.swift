import Quantities

/// How likely loans go from state to state in a month.
///
/// Shape:  rows for the four performing states; columns these, then default (more than 90 days
///         overdue, or written off) and gone (settled or prepaid); from these two none returns.
/// Units:  1e-12; a row adds up to 1 exactly, by the largest remainders (`Shares`).
/// Why:    a matrix counted over some months misses what is rare. Laplace's pseudo-count gives each
///         transition that a month can bring a small probability.
/// Source: P.-S. Laplace's rule of succession, for several outcomes.
struct MonthlyProbabilities: Hashable, Sendable {
  /// The four performing states, best first.
  static let states: [DueState] = [.current, .from1, .from31, .from61]
  static let defaultPlace = 4
  static let gonePlace = 5
  /// A loan is never more days later than this after a month.
  static let daysOfMonth = 31

  let rows: [[Int64]]

  /// - Parameters:
  ///   - matrix: of days overdue, from month to month.
  ///   - line: whose it is, for an error.
  ///   - pseudoCount: in thousandths of a loan.
  /// - Throws: `ExpectedLossError` for another scale, or a state of which nothing is known.
  init(
    _ matrix: TransitionMatrix, line: String, pseudoCount: Int
  ) throws(ExpectedLossError) {
    guard matrix.origins == DueState.onBooks.map(\.rawValue) else {
      throw .statesOfAnotherScale(line: line)
    }
    var rows: [[Int64]] = []
    for (row, state) in Self.states.enumerated() {
      var counts = [Int128](repeating: 0, count: Self.gonePlace + 1)
      for (column, name) in matrix.destinations.enumerated() {
        guard let destination = DueState(rawValue: name) else { continue }
        counts[Self.place(of: destination)] +=
          1_000 * Int128(matrix.tally(from: row, to: column).loans)
      }
      // Settled and prepaid are two transitions that end in one place.
      for destination in Self.reachable(from: state) {
        counts[Self.place(of: destination)] += Int128(pseudoCount)
      }
      guard counts.contains(where: { $0 > 0 }) else {
        throw .stateWithoutLoans(state, line: line)
      }
      rows.append(Shares.split(DefaultCurve.certain, by: counts))
    }
    self.rows = rows
  }

  /// The states that a month can bring a loan to: any better one, its own, those that 31 more days
  /// lead to, and to be repaid, by its end or before.
  ///
  /// 1–30 days: 0, 1–30, 31–60, and 61–90, for 30 + 31 = 61; settled, prepaid.
  static func reachable(from state: DueState) -> [DueState] {
    let longest: Int
    switch state {
    case .from1: longest = 30
    case .from31: longest = 60
    case .from61: longest = 90
    default: longest = 0
    }
    let last = DueState(overdueDays: longest + daysOfMonth)
    let scale: [DueState] = states + [.from91]
    return scale.prefix { $0 != last } + [last, .settled, .prepaid]
  }

  /// The place of a state among the columns.
  private static func place(of state: DueState) -> Int {
    switch state {
    case .new, .current: 0
    case .from1: 1
    case .from31: 2
    case .from61: 3
    case .from91, .from181, .from361, .writtenOff: defaultPlace
    case .settled, .prepaid: gonePlace
    }
  }
}

/// The probability that a loan of a state has defaulted by each month ahead.
///
/// Units:  1e-12.
/// Rounds: month by month, the probabilities of all states together by the largest remainders, so
///         that they add up to 1 and the probability of default never falls.
struct DefaultCurve: Hashable, Sendable {
  /// The probability of what is sure to come.
  static let certain: Int64 = 1_000_000_000_000

  /// After 1, 2, … months.
  let cumulative: [Int64]

  /// - Parameters:
  ///   - origin: the place of the state now, in `MonthlyProbabilities.states`.
  ///   - probabilities: of each month.
  ///   - months: how far ahead.
  init(from origin: Int, _ probabilities: MonthlyProbabilities, months: Int) {
    let (stateCount, width) = (
      MonthlyProbabilities.states.count, MonthlyProbabilities.gonePlace + 1
    )
    var now = [Int64](repeating: 0, count: width)
    now[origin] = Self.certain
    var cumulative: [Int64] = []
    cumulative.reserveCapacity(months)
    for _ in 0..<months {
      var next = [Int128](repeating: 0, count: width)
      for place in stateCount..<width { next[place] = Int128(now[place]) * Int128(Self.certain) }
      for (state, row) in probabilities.rows.enumerated() {
        for (place, probability) in row.enumerated() {
          next[place] += Int128(now[state]) * Int128(probability)
        }
      }
      now = Shares.split(Self.certain, by: next)
      cumulative.append(now[MonthlyProbabilities.defaultPlace])
    }
    self.cumulative = cumulative
  }

  /// The probability to default in each month, under a scenario: the differences of what the
  /// scenario makes of the probability to have defaulted by then.
  func marginal(_ scenario: MacroScenario) -> [Int64] {
    var before: Int64 = 0
    return cumulative.map { probability in
      let scaled = scenario.scaled(probability)
      defer { before = scaled }
      return scaled - before
    }
  }
}

/// Divides a whole in parts by weights, so that the parts add up.
enum Shares {
  /// Each part rounded down; what is left goes, one each, to the largest remainders, the first of
  /// equal ones first.
  ///
  /// Bounds: `total` × a weight fits 128 bits; the weights' sum is positive.
  static func split(_ total: Int64, by weights: [Int128]) -> [Int64] {
    let sum = weights.reduce(0, +)
    precondition(sum > 0, "nothing can be divided by weights of \(sum)")
    var parts: [Int64] = []
    var remainders: [Int128] = []
    for weight in weights {
      let (part, remainder) = (Int128(total) * weight).quotientAndRemainder(dividingBy: sum)
      parts.append(Int64(part))
      remainders.append(remainder)
    }
    let left = total - parts.reduce(0, +)
    let order = remainders.indices.sorted {
      remainders[$0] == remainders[$1] ? $0 < $1 : remainders[$0] > remainders[$1]
    }
    for index in order.prefix(Int(left)) { parts[index] += 1 }
    return parts
  }
}
