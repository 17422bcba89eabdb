package import Quantities

extension [LoanFact] {
  /// The facts that count: without those reversed, and without reversals.
  ///
  /// A reversal that is itself reversed undoes nothing.
  package var inForce: [LoanFact] {
    var reversals: [Reversals.Pair] = []
    for fact in self {
      if let undone = fact.undoes { reversals.append((fact.number, undone)) }
    }
    if reversals.isEmpty { return self }
    let undone = Reversals.undone(by: reversals)
    return filter { $0.undoes == nil && undone[$0.number] == nil }
  }
}

/// Which facts are undone: a reversal that is itself undone undoes nothing.
package enum Reversals {
  /// The number of a reversal, and of what it was to undo.
  package typealias Pair = (number: Int64, undoes: Int64)

  /// - Parameters:
  ///   - reversals: in any order.
  ///   - last: the last fact that is known.
  /// - Returns: the facts that are undone, each with the reversal in force that undoes it.
  package static func undone(
    by reversals: [Pair], through last: Int64 = .max
  ) -> [Int64: Int64] {
    var undone: [Int64: Int64] = [:]
    for reversal in reversals.sorted(by: { $0.number > $1.number })
    where reversal.number <= last && undone[reversal.number] == nil {
      undone[reversal.undoes] = reversal.number
    }
    return undone
  }
}

extension [LoanFact] {
  /// The latest maturity that one of the facts gives the loan; nil if none does.
  ///
  /// Rates of the loan's contract are to be found until then: `LoanContract.init(reaching:)`.
  package var latestMaturity: Day? {
    compactMap { fact in
      switch fact.kind {
      case .extended(let day), .renewed(let day, _): return day
      case .rescheduled(let new): return new.maturesOn
      // The last due day may move a whole rhythm beyond the pause.
      case .paused(let end): return end.adding(months: 12)
      default: return nil
      }
    }.max()
  }
}

extension LoanFact {
  /// Whether it pays out or takes over a loan.
  package var isStart: Bool {
    switch kind {
    case .disbursed, .imported: return true
    default: return false
    }
  }

  /// The fact that it undoes; nil if it is no reversal.
  var undoes: Int64? {
    if case .reversed(let number) = kind { return number }
    return nil
  }
}
