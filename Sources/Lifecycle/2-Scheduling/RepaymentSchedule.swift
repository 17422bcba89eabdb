import LoanProducts
package import Quantities

/// One due day of a loan: what falls due, and the principal still to come after it.
package struct Installment: Hashable, Sendable {
  /// 1 for the first.
  package let number: Int
  /// The days `[from, dueOn)` since the due day before.
  package let from: Day
  package let dueOn: Day
  package let principal: Money
  /// The whole interest that falls due, whoever pays it.
  package let interest: Money
  /// The part of the interest that the borrower does not pay.
  package let subsidised: Money
  /// The principal not yet due after this day.
  package let balance: Money

  package init(
    number: Int, from: Day, dueOn: Day, principal: Money, interest: Money, subsidised: Money,
    balance: Money
  ) {
    self.number = number
    self.from = from
    self.dueOn = dueOn
    self.principal = principal
    self.interest = interest
    self.subsidised = subsidised
    self.balance = balance
  }

  /// What the borrower pays on this day.
  package var borrowerTotal: Money { principal + interest - subsidised }
}

/// The instalments that repay a loan, ascending by due day.
package struct RepaymentSchedule: Hashable, Sendable {
  package let installments: [Installment]

  package init(installments: [Installment]) { self.installments = installments }

  /// The schedule of a contract, as it stands if every instalment is paid on its day.
  ///
  /// Rounds: each interest period's interest once, as the terms say; principal parts as
  ///         `PrincipalParts` says.
  /// - Parameters:
  ///   - contract: the contract; beyond the last published rate its schedule is provisional.
  ///   - paidToOn: for an imported balance, the day to which everything is paid; the schedule holds
  ///     the due days after it and repays `terms.principal`, the balance.
  /// - Throws: `SchedulingError.noPrincipalDueDay` if no due day is left after `paidToOn`.
  package init(_ contract: LoanContract, paidToOn: Day? = nil) throws(SchedulingError) {
    let terms = contract.terms
    let rates = contract.rates
    let from = paidToOn ?? terms.startsOn
    let dueDays = contract.dueDays.filter { $0.on > from }[...]
    guard !dueDays.isEmpty else { throw .noPrincipalDueDay }
    let parts = PrincipalParts.parts(
      of: terms.principal, from: from, dueDays: dueDays, terms: terms, rates: rates)
    var installments: [Installment] = []
    installments.reserveCapacity(dueDays.count)
    var meter = InterestMeter(period: dueDays[0].period)
    var balance = terms.principal
    var start = from
    for (index, due) in dueDays.enumerated() {
      if due.period != meter.period { meter = InterestMeter(period: due.period) }
      meter.add(
        balance: balance, from: start, until: due.on, rates: rates, subsidy: terms.subsidy)
      let interest =
        due.billsInterest ? meter.amounts(terms.rounding) : (whole: .zero, subsidised: .zero)
      balance -= parts[index]
      installments.append(
        Installment(
          number: index + 1, from: start, dueOn: due.on, principal: parts[index],
          interest: interest.whole, subsidised: interest.subsidised, balance: balance))
      start = due.on
    }
    self.installments = installments
  }
}
