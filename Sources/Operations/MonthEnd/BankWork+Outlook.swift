import Accrual
import Banks
import LoanProducts
import Quantities
import Repositories
import Servicing

extension BankWork {
  /// Keeps what a loan will be from the bank's business date on, for the month's end.
  ///
  /// - Parameters:
  ///   - loan: the loan.
  ///   - claim: at the end of the business date; nil if its disbursement was undone.
  ///   - factNumber: the last fact that the claim knows.
  /// - Throws: `PostgresError`.
  func keepOutlook(of loan: LoanRecord, _ claim: Claim?, factNumber: Int64) throws {
    let outlooks = OutlookRepository(connection)
    let before = try outlooks.find(bankID: bank.id, loanID: loan.loanID)
    var row = OutlookRow(
      loanID: loan.loanID, factNumber: factNumber, from: head.businessDate, stored: nil)
    if let claim {
      row.stored = StoredOutlook(
        of: loan, claim, on: head.businessDate, try market(), posted: try posted(before))
    } else if before == nil {
      return
    }
    try outlooks.save([row], bankID: bank.id)
  }

  /// What runs have posted of the loan of an outlook.
  private func posted(_ row: OutlookRow?) throws -> AccrualTarget {
    let zero = AccrualTarget(interest: .zero, penalty: .zero)
    guard let row else { return zero }
    guard let stored = row.stored else {
      let booked = try OutlookRepository(connection)
        .posted(bankID: bank.id, loanIDs: [row.loanID])
      return booked[row.loanID] ?? zero
    }
    let since = try AccrualRepository(connection).lastRun(bankID: bank.id)
    return MonthEndBank.posted(row, stored, since: since)
  }
}
