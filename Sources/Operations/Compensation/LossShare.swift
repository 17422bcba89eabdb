import Accrual
import LoanProducts
import Postgres
package import Quantities
package import Repositories
import Scheduling
import Servicing

/// What a fund bears of a loan, by the borrower's claim at the end of a day.
package struct LossShare: Sendable {
  package let loan: CoveredLoan
  /// Days since the oldest due that is unpaid.
  package let overdueDays: Int
  package let overdueSince: Day?
  /// Principal and interest that fell due and are unpaid.
  package let principalDue: Money
  package let interestDue: Money
  /// All principal, and the borrower's interest, due or running.
  private let principal: Money
  private let interest: Money
  private let bufferDays: Int

  /// - Parameters:
  ///   - loan: the loan.
  ///   - funds: all funds.
  ///   - market: the LPR as published so far.
  ///   - day: the day whose end is asked for.
  ///   - connection: where.
  /// - Throws: `ServicingError`, `SchedulingError`, `PostgresError`.
  init(
    _ loan: CoveredLoan, _ funds: [FundEntry], _ market: MarketRates, on day: Day,
    _ connection: Connection
  ) throws {
    self.loan = loan
    bufferDays = funds.first { $0.fund.code == loan.fund }?.fund.bufferDays ?? 0
    let claim = try Self.claim(loan, market, on: day, connection)
    let first = claim?.dues.first?.dueOn
    overdueSince = first
    overdueDays = claim?.overdueDays(on: day) ?? 0
    principalDue = claim?.principalDue ?? .zero
    interestDue = claim?.interestDue ?? .zero
    principal = claim?.principal ?? .zero
    interest = interestDue + (claim?.running.borrower ?? .zero)
  }

  private static func claim(
    _ loan: CoveredLoan, _ market: MarketRates, on day: Day, _ connection: Connection
  ) throws -> Claim? {
    guard let record = try LoanRepository(connection).load(bankID: loan.bankID, loanID: loan.loanID)
    else { return nil }
    let facts = try FactRepository(connection).list(bankID: loan.bankID, loanID: loan.loanID)
      .loanFacts
    return try LoanContract(record.terms, market: market, facts: facts)
      .claim(of: facts, through: day)
  }

  /// The fund's share of what is overdue, principal and interest.
  package var ofOverdue: Money {
    CompensationFund.share(percent: loan.sharePercent, of: principalDue + interestDue)
  }

  /// Whether the loan is overdue for longer than the fund's buffer.
  package var isPastBuffer: Bool { overdueDays > bufferDays }

  /// What can be claimed: the share of what is overdue, or of all if the loan was called due.
  ///
  /// - Throws: `PayerError.withinBuffer`.
  func claimable(isAccelerated: Bool) throws(PayerError) -> Money {
    guard isPastBuffer else {
      throw .withinBuffer(loan: loan.loanNumber, overdueDays: overdueDays, buffer: bufferDays)
    }
    guard isAccelerated else { return ofOverdue }
    return CompensationFund.share(percent: loan.sharePercent, of: principal + interest)
  }
}
