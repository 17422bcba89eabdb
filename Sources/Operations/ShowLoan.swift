package import Banks
import LoanProducts
package import Postgres
package import Quantities
package import Repositories
package import Scheduling
package import Servicing

/// All that is known of one loan, with its claim at the end of a day.
package struct LoanFile: Sendable {
  package let bank: Bank
  package let loan: LoanRecord
  package let borrower: BorrowerRecord
  package let branch: Branch?
  package let officer: OfficerRecord?
  package let state: LoanState
  package let facts: [FactRecord]
  package let transfers: [PostedTransfer]
  package let signedSchedule: RepaymentSchedule
  package let asOf: Day
  /// Nil before the disbursement.
  package let claim: Claim?
  package let contract: LoanContract
}

/// One loan with its schedule, facts, postings and balances as of any day.
package enum ShowLoan {
  /// - Parameters:
  ///   - number: the loan's number.
  ///   - day: the day whose end is asked for; nil for the bank's business date.
  ///   - bank: the bank's code.
  ///   - pool: where.
  /// - Returns: the loan's file.
  /// - Throws: `OperationError.bankUnknown`, `.loanUnknown`, `SchedulingError`, `PostgresError`.
  package static func run(
    _ number: String, asOf day: Day?, bank: String, on pool: ConnectionPool
  ) async throws -> LoanFile {
    try await pool.transaction(.readOnlySnapshot) { connection in
      let banks = BankRepository(connection)
      let bank = try banks.loadBank(code: bank)
      let head = try banks.loadHead(of: bank)
      let loans = LoanRepository(connection)
      guard let loan = try loans.find(bankID: bank.id, number: number),
        let state = try StateRepository(connection).load(bankID: bank.id, loanID: loan.loanID),
        let borrower = try BorrowerRepository(connection)
          .load(bankID: bank.id, id: loan.borrowerID)
      else { throw OperationError.loanUnknown(number, bank: bank.code) }
      let facts = try FactRepository(connection).list(bankID: bank.id, loanID: loan.loanID)
      let contract = try LoanContract(
        loan.terms, market: try ProductRepository(connection).market(),
        reaching: facts.loanFacts.latestMaturity)
      let asOf = day ?? head.businessDate
      let start = facts.first { $0.kind == .imported }?.paidToOn ?? loan.terms.startsOn
      let signed = try loans.schedule(of: loan, from: start)
      return LoanFile(
        bank: bank, loan: loan, borrower: borrower,
        branch: try banks.listBranches(bankID: bank.id).first { $0.id == loan.branchID },
        officer: try banks.listOfficers(bankID: bank.id)
          .first { $0.officer.id == loan.officerID },
        state: state, facts: facts,
        transfers: try TransferRepository(connection).list(bankID: bank.id, loanID: loan.loanID),
        signedSchedule: signed ?? RepaymentSchedule(installments: []), asOf: asOf,
        claim: try claim(contract, facts.loanFacts, asOf), contract: contract)
    }
  }

  private static func claim(
    _ contract: LoanContract, _ facts: [LoanFact], _ day: Day
  ) throws -> Claim? {
    guard facts.inForce.contains(where: { $0.isStart && $0.effectiveOn <= day }) else { return nil }
    return try Claim(contract, facts: facts, through: day)
  }
}
