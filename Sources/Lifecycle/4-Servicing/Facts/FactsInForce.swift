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

extension LoanFact {
  var isReversal: Bool {
    if case .reversed = kind { return true }
    return false
  }
}
