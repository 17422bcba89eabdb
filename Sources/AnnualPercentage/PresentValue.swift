import Glibc

/// A length of time in periods: whole ones, and an odd fraction that bears simple interest.
struct PeriodCount: Hashable, Sendable {
  /// For the European equation a fraction of years, too: all of it is compounded.
  var compounded: Double
  /// 0 ..< 1.
  var odd: Double = 0

  var total: Double { compounded + odd }
}

/// The equation Σ amount ÷ ((1 + odd × i) × (1 + i)^compounded) = 0 in the rate i a period:
/// advances are positive, payments negative.
///
/// The European equation has no odd fractions; with them it is that of 12 CFR 1026 Appendix J
/// (b)(8). Solved in x = ln(1 + i), so that a rate above −100 % is any number, and with every term
/// divided by the largest, so that no power overflows.
///
/// Where the signs of the amounts change once in the order of time there is one root at most: each
/// term, divided by the one at the change, falls or rises with i, all to the same side. Otherwise
/// the range is searched in `cellCount` cells, narrow near 0, for a change of sign in each.
struct PresentValue: Sendable {
  private struct Term: Sendable {
    var amount: Double
    let time: PeriodCount
  }

  /// Ascending by time; amounts at the same time are one.
  private let terms: [Term]
  /// What is advanced less what is paid, exact up to 2^53 minor units.
  let total: Double

  /// ln(1 + i) from −99.99999999 % to 10 billion a period.
  private static let bounds = (low: -23.0, high: 23.0)
  private static let cellCount = 4_000

  init(_ flows: [(amount: Double, time: PeriodCount)]) {
    var terms: [Term] = []
    for flow in flows.sorted(by: { $0.time.total < $1.time.total }) {
      if let last = terms.indices.last, terms[last].time == flow.time {
        terms[last].amount += flow.amount
      } else {
        terms.append(Term(amount: flow.amount, time: flow.time))
      }
    }
    self.terms = terms.filter { $0.amount != 0 }
    total = flows.reduce(0) { $0 + $1.amount }
  }

  /// The rates a period that solve the equation, ascending.
  var ratesPerPeriod: [Double] { roots.map { expm1($0) } }

  private var signChangeCount: Int {
    zip(terms, terms.dropFirst()).count { ($0.amount < 0) != ($1.amount < 0) }
  }

  private var roots: [Double] {
    switch signChangeCount {
    case 0: return []
    case 1:
      let root = root(from: point(Self.bounds.low), to: point(Self.bounds.high))
      return root.map { [$0] } ?? []
    default: return searchedRoots
    }
  }

  private var searchedRoots: [Double] {
    var roots: [Double] = []
    var low = point(Self.bounds.low)
    for cell in 1...Self.cellCount {
      let share = Double(2 * cell) / Double(Self.cellCount) - 1
      let high = point(Self.bounds.high * share * share * share)
      if let root = root(from: low, to: high), roots.last != root { roots.append(root) }
      low = high
    }
    return roots
  }

  private typealias Point = (x: Double, value: Double)

  private func point(_ x: Double) -> Point { (x, value(at: x)) }

  /// The root between two points at which the sides differ in sign; nil if they don't.
  ///
  /// Halves the interval until no number lies inside it, at most 200 times.
  private func root(from: Point, to: Point) -> Double? {
    if from.value == 0 { return from.x }
    if to.value == 0 { return to.x }
    guard (from.value < 0) != (to.value < 0) else { return nil }
    var (low, high) = (from.x, to.x)
    for _ in 0..<200 {
      let middle = low + (high - low) / 2
      if middle == low || middle == high { break }
      let value = value(at: middle)
      if value == 0 { return middle }
      if (value < 0) == (from.value < 0) { low = middle } else { high = middle }
    }
    return low + (high - low) / 2
  }

  /// The sum, divided by the largest of its discount factors: the first's or the last's.
  private func value(at x: Double) -> Double {
    guard let first = terms.first, let last = terms.last else { return 0 }
    let rate = expm1(x)
    let largest = max(logFactor(first.time, x, rate), logFactor(last.time, x, rate))
    var sum = 0.0
    for term in terms { sum += term.amount * exp(logFactor(term.time, x, rate) - largest) }
    return sum
  }

  private func logFactor(_ time: PeriodCount, _ x: Double, _ rate: Double) -> Double {
    let compounded = -time.compounded * x
    return time.odd == 0 ? compounded : compounded - log1p(time.odd * rate)
  }
}
