/// What a loan of the Czech book owes in interest at 12 % a year when nobody pays any more after
/// the cutover, reckoned from the contract with whole numbers alone.
///
/// The rules, again: each month's interest is rounded half up to the haléř when it falls due, the
/// open month's for itself; overdue principal bears 18 % a year by days ÷ 360, rounded once from
/// the exact sum, and no contract interest.
struct ExactInterest {
  let loan: CzechBook.Loan
  /// Each month 1 % of the balance, spread over its days; otherwise 12 % ÷ 360 a day.
  let isMonthly: Bool

  struct Amounts: Hashable {
    var interest = 0
    var penalty = 0

    static func - (left: Amounts, right: Amounts) -> Amounts {
      Amounts(interest: left.interest - right.interest, penalty: left.penalty - right.penalty)
    }
  }

  /// All that was earned from the paid-to day to the end of a day.
  func earned(by day: CivilDay) -> Amounts {
    let end = day.number + 1
    var amounts = Amounts()
    // Overdue haléř times days.
    var overdue = 0
    for number in (loan.paid + 1)...loan.months {
      let from = number == 1 ? loan.grantedOn.number : loan.due(number - 1).number
      let due = loan.due(number).number
      let balance = loan.payment * (loan.months - number + 1)
      if from < end {
        let days = min(due, end) - from
        // On the last day of the month to pay the whole month is earned.
        amounts.interest +=
          isMonthly
          ? halfUp(balance * days, 100 * (due - from)) : halfUp(balance * 12 * days, 36_000)
      }
      if due < end { overdue += loan.payment * (end - due) }
    }
    amounts.penalty = halfUp(overdue * 18, 36_000)
    return amounts
  }

  private func halfUp(_ numerator: Int, _ denominator: Int) -> Int {
    (2 * numerator + denominator) / (2 * denominator)
  }
}
