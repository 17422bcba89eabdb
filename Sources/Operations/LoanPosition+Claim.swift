import Accrual
import Classification
import LoanProducts
import Quantities
import Repositories
import Risk
import Servicing

extension LoanPosition {
  /// The position of a loan at a month's end, with the provisions of a rule and what it has from
  /// who owes it.
  init(
    _ claim: Claim, of loan: LoanRecord, on day: Day, by rule: ProvisionRule,
    _ debtor: DebtorGrounds
  ) {
    self.init(
      bankID: loan.bankID, branchID: loan.branchID, line: loan.line.rawValue,
      loanID: loan.loanID, borrowerID: loan.borrowerID)
    principal = claim.principalLeft
    bookPrincipal = claim.bookPrincipal
    isNonAccrual = claim.nonAccrual != nil
    principalDue = min(principal, claim.principalDue)
    interestDue = claim.interestDue
    interestRunning = claim.running.borrower
    penaltyDue = max(.zero, claim.penaltyDue) + max(.zero, claim.compoundDue)
    credit = claim.repaid.credit
    principalOverdueDays = claim.overdueDays(of: \.principal, on: day)
    interestOverdueDays = claim.overdueDays(of: \.interest, on: day)
    let grounds = ClassGrounds(claim, on: day, isRestructured: loan.isRestructured, debtor)
    isRestructured = grounds.isRestructured
    classify(grounds, by: rule)
  }
}

extension Claim {
  /// The unpaid principal, due or not, but for what was written off and not recovered.
  var principalLeft: Money { principal - (writtenOff - recovered) }
}
