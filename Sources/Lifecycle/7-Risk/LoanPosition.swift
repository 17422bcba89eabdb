package import Classification
package import Quantities

/// One loan at the end of a month: the row that every portfolio figure is counted from.
package struct LoanPosition: Hashable, Sendable {
  package var bankID: Int64
  package var branchID: Int64
  package var line: String
  package var loanID: Int64
  package var borrowerID: Int64
  /// The unpaid principal, due or not, of the claim.
  package var principal: Money
  package var principalDue: Money
  package var interestDue: Money
  package var interestRunning: Money
  package var penaltyDue: Money
  package var credit: Money
  /// Days since the oldest unpaid principal, and interest, fell due; 0 if none has.
  package var principalOverdueDays: Int
  package var interestOverdueDays: Int
  package var isRestructured: Bool
  /// Of the principal, what stands on the books: less for a loan that does not accrue.
  package var bookPrincipal: Money
  package var isNonAccrual: Bool
  package var riskClass: RiskClass
  package var generalProvision: Money
  package var specialProvision: Money

  package init(
    bankID: Int64, branchID: Int64, line: String, loanID: Int64, borrowerID: Int64
  ) {
    self.bankID = bankID
    self.branchID = branchID
    self.line = line
    self.loanID = loanID
    self.borrowerID = borrowerID
    principal = .zero
    principalDue = .zero
    interestDue = .zero
    interestRunning = .zero
    penaltyDue = .zero
    credit = .zero
    principalOverdueDays = 0
    interestOverdueDays = 0
    isRestructured = false
    bookPrincipal = .zero
    isNonAccrual = false
    riskClass = .normal
    generalProvision = .zero
    specialProvision = .zero
  }

  /// The larger of principal's and interest's overdue days.
  package var overdueDays: Int { max(principalOverdueDays, interestOverdueDays) }

  /// Sets class and provisions from principal, overdue days and restructuring, by the guideline.
  package mutating func classify() {
    classify(
      ClassGrounds(overdueDays: overdueDays, isRestructured: isRestructured, .retail),
      by: .standard)
  }

  /// Sets class and provisions from principal, what the class is judged by, and the rule of
  /// provisions.
  package mutating func classify(_ grounds: ClassGrounds, by rule: ProvisionRule) {
    riskClass = ClassificationRule.riskClass(grounds)
    generalProvision = rule.general(principal: principal, riskClass)
    specialProvision = rule.special(principal: principal, riskClass)
  }

  /// Sets the provisions to what is expected to be lost: within twelve months as general, of a
  /// loan whose risk has increased as special.
  package mutating func provide(_ loss: LoanLoss) {
    let isGeneral = loss.reason.stage == .one
    generalProvision = isGeneral ? loss.loss : .zero
    specialProvision = isGeneral ? .zero : loss.loss
  }
}
