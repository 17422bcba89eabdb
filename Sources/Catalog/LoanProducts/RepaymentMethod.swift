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
  /// 阶梯还款: equal instalments that change by steps.
  case stepped = "stepped"
  /// 随借随还: drawn and repaid at will, interest by the days used, what is left at maturity.
  case revolving = "revolving"
  /// 导入的还款计划: dated instalments, each a sum of principal and interest.
  case imported = "imported"
}
