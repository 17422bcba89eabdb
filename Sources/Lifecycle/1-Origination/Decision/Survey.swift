package import Quantities

/// What the officer found out about a borrower on the spot (贷前调查), in figures of a year.
///
/// For an enterprise income is what it sells and expenses are what that costs it.
package struct Survey: Hashable, Sendable {
  package var income: Money
  package var expenses: Money
  /// What the borrower owes to others than this bank.
  package var otherDebt: Money
  /// Full years in the trade that the loan is for.
  package var years: Int

  package init(income: Money, expenses: Money, otherDebt: Money, years: Int) {
    self.income = income
    self.expenses = expenses
    self.otherDebt = otherDebt
    self.years = years
  }

  /// What is left of a year's income to pay debts from; may be negative.
  package var free: Money { income - expenses }

  /// The most years a survey may tell.
  package static let mostYears = 80

  /// - Throws: the first case that applies.
  package func check() throws(SurveyError) {
    for amount in [income, expenses, otherDebt]
    where amount.isNegative || amount > .largestAmount {
      throw .amountOutsideRange(amount, largest: .largestAmount)
    }
    guard (0...Self.mostYears).contains(years) else {
      throw .yearsOutsideRange(years, most: Self.mostYears)
    }
  }
}

/// Why figures are no survey.
package enum SurveyError: Explained, Hashable {
  case amountOutsideRange(Money, largest: Money)
  case yearsOutsideRange(Int, most: Int)

  package var code: String {
    switch self {
    case .amountOutsideRange: return "survey.amount_outside_range"
    case .yearsOutsideRange: return "survey.years_outside_range"
    }
  }
}
