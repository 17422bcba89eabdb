package import Quantities

/// What is due on one of several loans, by due day.
package struct DebtDue: Hashable, Sendable {
  package let loanNumber: String
  /// Oldest first.
  package let amounts: [DatedAmount]

  package init(loanNumber: String, amounts: [DatedAmount]) {
    self.loanNumber = loanNumber
    self.amounts = amounts
  }

  var total: Money { amounts.reduce(.zero) { $0 + $1.amount } }
}

/// How one payment for several loans is divided among them.
///
/// Order:  the loans that are named, as they are named; then the others, what fell due first first;
///         what fell due on one day in proportion to the amounts.
/// Bounds: no loan gets more than is due on it; what is more than all of it is left.
/// Source: Civil Code (民法典) art. 560: the debtor names the debt; else those due, …, by due day,
///         pro rata. Security and burden are taken as equal: the members of a group stand in for
///         each other.
package struct DebtSplit: Hashable, Sendable {
  /// Amounts above zero, by loan number.
  package private(set) var parts: [String: Money] = [:]
  /// What is left when all that is due is paid.
  package private(set) var rest: Money

  package init(_ total: Money, over debts: [DebtDue], named: [String]) {
    rest = total
    for number in named {
      guard parts[number] == nil, let debt = debts.first(where: { $0.loanNumber == number }) else {
        continue
      }
      give(min(rest, debt.total), to: number)
    }
    let others = debts.filter { !named.contains($0.loanNumber) }
    let days = Set(others.flatMap { $0.amounts.map(\.on) }).sorted()
    for day in days {
      pay(
        others.flatMap { debt in
          debt.amounts.filter { $0.on == day }.map { (debt.loanNumber, $0.amount) }
        })
    }
  }

  /// Pays what fell due on one day, or of each amount the same share.
  private mutating func pay(_ amounts: [(loan: String, amount: Money)]) {
    let sum = amounts.reduce(Money.zero) { $0 + $1.amount }
    guard rest.isPositive, sum.isPositive else { return }
    let shares = Apportionment.split(min(rest, sum), by: amounts.map(\.amount.minorUnits))
    for (owed, share) in zip(amounts, shares) { give(share, to: owed.loan) }
  }

  private mutating func give(_ amount: Money, to loan: String) {
    guard amount.isPositive else { return }
    parts[loan, default: .zero] += amount
    rest -= amount
  }
}
