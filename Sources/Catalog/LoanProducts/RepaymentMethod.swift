package import Quantities

/// How the principal comes back.
package enum RepaymentMethod: String, Hashable, Sendable, CaseIterable {
  /// 等额本息: every instalment is the same sum of principal and interest.
  case equalInstallments = "equal-installments"
  /// 等额本金: every principal part is the same.
  case equalPrincipal = "equal-principal"
  /// 按月(季)付息、到期还本: interest on its due days, the whole principal at maturity.
  case interestThenPrincipal = "interest-then-principal"
  /// 利随本清: principal and interest in one sum at maturity.
  case atMaturity = "at-maturity"
  /// 按计划分期还本: dated parts of principal, such as after each harvest.
  case plan = "plan"
  /// 阶段性等额本息: interest only until the grace ends, equal instalments from then on.
  case graceThenEqualInstallments = "grace-then-equal-installments"
  /// 季节性还款: principal parts weighted by the month in which they fall due.
  case seasonal = "seasonal"

  /// Whether what is repaid may be drawn again.
  package var isRevolving: Bool { false }
}

/// A dated part of the principal.
package struct PlannedPrincipal: Hashable, Sendable {
  package let dueOn: Day
  package let principal: Money

  package init(dueOn: Day, principal: Money) {
    self.dueOn = dueOn
    self.principal = principal
  }
}

/// How principal and interest fall due: the method with what it needs.
package struct RepaymentTerms: Hashable, Sendable {
  package var method: RepaymentMethod
  /// Months between interest due days; 0 for all at maturity.
  package var interestEveryMonths: Int
  /// Day of the month on which interest falls due (the 20th); nil for that of the disbursement.
  ///
  /// With a settlement day, quarters end in March, June, September, December and
  /// years in December.
  package var settlementDay: Int?
  /// Months between principal parts of equal principal, a multiple of the interest's.
  ///
  /// Counted like the interest's; what is left falls due at maturity, as an equal part too.
  package var principalEveryMonths: Int
  /// No principal falls due before this day.
  package var principalFrom: Day?
  /// The dated parts of the method `plan`, ascending; they sum to the principal.
  package var plan: [PlannedPrincipal]
  /// The weights of January … December of the method `seasonal`.
  package var monthWeights: [Int64]

  package init(
    method: RepaymentMethod, interestEveryMonths: Int, settlementDay: Int? = nil
  ) {
    self.method = method
    self.interestEveryMonths = interestEveryMonths
    self.settlementDay = settlementDay
    self.principalEveryMonths = interestEveryMonths
    self.principalFrom = nil
    self.plan = []
    self.monthWeights = []
  }
}
