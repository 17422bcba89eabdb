import Accrual
package import Quantities
package import Scheduling

/// What of a loan's life has a day on which it was billed or fell due.
package struct FallenDue: Hashable, Sendable {
  /// The instalments whose day has come, as they fell due; `balance` is the principal that was not
  /// due at the end of that day.
  package let installments: [Installment]
  /// The days on which interest was billed, ascending: due days, and those of payments in advance.
  package let billedOn: [Day]

  /// - Throws: `ServicingError` of the life.
  package init(
    _ contract: LoanContract, facts: [LoanFact], through last: Day
  ) throws(ServicingError) {
    var closed: [(due: DueDay, principal: Money, bill: Bill?)] = []
    var billed: Set<Day> = []
    var first = try LoanLife(contract, facts: facts, through: last) { event in
      switch event {
      case .closed(let due, let principal, let bill):
        closed.append((due, principal, bill))
        if bill != nil { billed.insert(due.on) }
      case .broken(let day, _): billed.insert(day)
      case .stretch, .took: break
      }
    }
    _ = try first.claim(atEndOf: last)
    billedOn = billed.sorted()

    var life = try LoanLife(contract, facts: facts, through: last)
    var installments: [Installment] = []
    var from = life.startsOn
    if let paid = life.downPayment {
      let claim = try life.claim(atEndOf: from)
      installments.append(
        Installment(
          number: 1, from: from, dueOn: from, principal: paid, interest: .zero,
          subsidised: .zero, balance: claim.principalNotDue))
    }
    let before = installments.count
    for (due, principal, bill) in closed where due.on <= last {
      let claim = try life.claim(atEndOf: due.on)
      let interest = bill?.interest ?? .zero
      installments.append(
        Installment(
          number: due.number + before, from: min(from, due.on), dueOn: due.on,
          days: due.until - from, principal: principal, interest: interest.sum,
          subsidised: interest.sum - interest.borrower, balance: claim.principalNotDue))
      from = due.until
    }
    self.installments = installments
  }
}
