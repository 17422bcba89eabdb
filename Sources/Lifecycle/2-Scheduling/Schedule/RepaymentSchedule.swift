package import LoanProducts
package import Quantities

/// One due day of a loan: what falls due, and the principal still to come after it.
package struct Installment: Hashable, Sendable {
  /// 1 for the first.
  package var number: Int { Int(shortNumber) }
  /// The days `[from, dueOn)` since the due day before.
  package let from: Day
  package let dueOn: Day
  /// How many days of interest fall due here: not those since the due day before where a payment
  /// alone is moved, or a settlement day closes its period.
  package var days: Int { Int(shortDays) }
  private let shortNumber: Int32
  private let shortDays: Int32
  package let principal: Money
  /// The whole interest that falls due, whoever pays it.
  package let interest: Money
  /// The part of the interest that the borrower does not pay.
  package let subsidised: Money
  /// The principal not yet due after this day.
  package let balance: Money

  /// The row of a due day; without `days`, of those since the due day before.
  package init(
    number: Int, from: Day, dueOn: Day, days: Int? = nil, principal: Money, interest: Money,
    subsidised: Money, balance: Money
  ) {
    shortNumber = Int32(truncatingIfNeeded: number)
    shortDays = Int32(truncatingIfNeeded: days ?? dueOn - from)
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
  ///         `PrincipalRule` says.
  /// - Parameters:
  ///   - contract: the contract; beyond the last published rate its schedule is provisional.
  ///   - paidToOn: for an imported balance, the day to which everything is paid; the schedule holds
  ///     the due days after it and repays `terms.principal`, the balance.
  /// - Throws: `SchedulingError.noPrincipalDueDay` if no due day is left after `paidToOn`,
  ///   `.installmentBelowInterest` if a level payment does not even pay its interest.
  package init(_ contract: LoanContract, paidToOn: Day? = nil) throws(SchedulingError) {
    try self.init(
      contract.terms, rates: contract.rates, calendar: contract.calendar, paidToOn: paidToOn)
  }

  /// The schedule of checked terms at given rates; nothing is allocated but the result.
  package init(
    _ terms: borrowing LoanTerms, rates: borrowing RatePath,
    calendar: borrowing BusinessCalendar = BusinessCalendar(years: nil),
    paidToOn: Day? = nil
  ) throws(SchedulingError) {
    if paidToOn == nil, let plain = PlainSchedule(terms, rates: rates),
      let installments = plain.installments(terms)
    {
      self.installments = installments
      return
    }
    let from = paidToOn ?? terms.startsOn
    let walk = try ScheduleWalk(
      copy terms, rates: copy rates, calendar: copy calendar, from: from)
    var installments: [Installment] = []
    installments.reserveCapacity(walk.expectedCount)
    let unpayable = walk.levelled().forEach { installments.append($0) }
    if let unpayable {
      throw .installmentBelowInterest(
        unpayable.due, installment: unpayable.payment, interest: unpayable.interest)
    }
    self.installments = installments
  }
}
