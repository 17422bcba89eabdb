package import Quantities

extension [LoanFact] {
  /// The facts that count: without those reversed, and without reversals.
  ///
  /// A reversal that is itself reversed undoes nothing.
  package var inForce: [LoanFact] {
    guard contains(where: \.isReversal) else { return self }
    var undone: Set<Int64> = []
    for fact in sorted(by: { $0.number > $1.number }) where !undone.contains(fact.number) {
      if case .reversed(let number) = fact.kind { undone.insert(number) }
    }
    return filter { !$0.isReversal && !undone.contains($0.number) }
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

  var isReversal: Bool {
    if case .reversed = kind { return true }
    return false
  }
}
