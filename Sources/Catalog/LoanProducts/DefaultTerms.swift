/// How interest that fell due and is unpaid bears interest itself (复利).
///
/// Rule:   the borrower's unpaid interest joins the base on its due day and leaves it when it is
///         paid. By actual days ÷ 360: at the contract rate until the last due day, at the penalty
///         rate from then on; while the loan is misused, at the misuse rate.
/// Source: 《人民币利率管理规定》 art. 20 (银发〔1999〕77号; number unconfirmed): interest unpaid in the
///         term (贷款期内) compounds at the contract rate, monthly or quarterly, and once the loan is
///         overdue (贷款逾期后) at the penalty rate; a loan is overdue after maturity (贷款通则).
package struct CompoundTerms: Hashable, Sendable {
  /// Months between the settlement days on which unpaid compound interest joins the base, too.
  ///
  /// 1 or 3; nil if compound interest never bears interest itself. Penalty never does.
  package var joinsEveryMonths: Int?

  package init(joinsEveryMonths: Int? = nil) { self.joinsEveryMonths = joinsEveryMonths }
}

/// What follows from the day a student leaves school (生源地信用助学贷款).
///
/// Source: 教财〔2020〕4号: schooling and 15 years, at most 22; interest only for 60 months; the
///         borrower pays interest from 1 September of the year of graduation.
package struct GraduationTerms: Hashable, Sendable {
  /// Months from 1 September of the year of graduation in which no principal falls due.
  package var graceMonths: Int
  /// Years from that of graduation to that of the last due day; nil if maturity stays as signed.
  package var yearsToMaturity: Int?
  /// The longest term whatever the graduation, in years from the first day.
  package var longestYears: Int

  package init(graceMonths: Int = 60, yearsToMaturity: Int? = nil, longestYears: Int = 22) {
    self.graceMonths = graceMonths
    self.yearsToMaturity = yearsToMaturity
    self.longestYears = longestYears
  }
}
