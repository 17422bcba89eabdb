/// A stress test: what named scenarios would do to a book, side by side with today.
///
/// Rule:   a scenario makes a share of a loan late by some days; the rest stays as it is. Each part
///         has a class, provisions and income of its own, so every figure of an untouched loan is
///         today's. Nothing is foreseen of what borrowers or the bank do then.
/// Rounds: each amount of each part of a loan, so that banks add up to the whole.
/// Bounds: a set of figures for each bank and scenario, whatever the number of loans.
package struct StressTest: Sendable {
  /// A bank's book.
  private struct Book {
    var today = StressFigures()
    /// For each scenario the loans that it hits: as they are, and as it leaves them.
    var hit: [(before: StressFigures, after: StressFigures)]
  }

  package let scenarios: [StressScenario]
  private var books: [Int64: Book] = [:]

  package init(_ scenarios: [StressScenario]) { self.scenarios = scenarios }

  /// Adds a loan, today and under each scenario.
  package mutating func add(_ loan: StressLoan) {
    if books[loan.bankID] == nil {
      books[loan.bankID] = Book(
        hit: scenarios.map { _ in (before: StressFigures(), after: StressFigures()) })
    }
    books[loan.bankID]?.today.add(loan, under: StressEffect())
    for (index, scenario) in scenarios.enumerated() {
      let effect = StressEffect(of: scenario, on: loan)
      guard effect != StressEffect() else { continue }
      books[loan.bankID]?.hit[index].before.add(loan, under: StressEffect())
      books[loan.bankID]?.hit[index].after.add(loan, under: effect)
    }
  }

  /// The loans of two tests of the same scenarios, together.
  package static func + (left: StressTest, right: StressTest) -> StressTest {
    var sum = left
    sum.books.merge(right.books) { one, other in
      Book(
        today: one.today + other.today,
        hit: zip(one.hit, other.hit).map { ($0.before + $1.before, $0.after + $1.after) })
    }
    return sum
  }

  /// The banks whose loans were added, in order.
  package var bankIDs: [Int64] { books.keys.sorted() }

  /// Of all banks, as they are.
  package var today: StressFigures { books.values.reduce(StressFigures()) { $0 + $1.today } }

  /// Of one bank, as it is; nothing of a bank without loans.
  package func today(bankID: Int64) -> StressFigures { books[bankID]?.today ?? StressFigures() }

  /// Of all banks, under the scenario at a place in `scenarios`.
  package func figures(of index: Int) -> StressFigures {
    books.keys.reduce(StressFigures()) { $0 + figures(index, bankID: $1) }
  }

  /// Of one bank, under the scenario at a place in `scenarios`; nothing of a bank without loans.
  package func figures(_ index: Int, bankID: Int64) -> StressFigures {
    guard let book = books[bankID] else { return StressFigures() }
    return book.today - book.hit[index].before + book.hit[index].after
  }
}
