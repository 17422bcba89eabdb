package import Banks
package import Classification
import LoanProducts
import Postgres
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
  /// The schedules as facts left them.
  package let versions: [ScheduleVersion]
  package let businessDate: Day
  package let asOf: Day
  /// Nil before the disbursement.
  package let claim: Claim?
  /// The instalments that have fallen due by the day, and the days interest was billed on.
  package let fallen: FallenDue?
  package let contract: LoanContract
  /// What its class has from who owes it.
  package let debtor: DebtorGrounds

  /// The facts as the claim knows them, reversed ones among them.
  package var loanFacts: [LoanFact] { facts.loanFacts }

  /// Whether its rate floats on the day: it was agreed so, and no rate was agreed anew since, which
  /// is fixed.
  package var isFloating: Bool {
    guard loan.terms.rate.isFloating else { return false }
    return !loanFacts.inForce.contains { fact in
      switch fact.kind {
      case .rateChanged, .renewed(_, .some): return fact.effectiveOn <= asOf
      default: return false
      }
    }
  }
}

extension LoanFile {
  /// Reads a loan.
  ///
  /// - Parameters:
  ///   - number: the loan's number.
  ///   - day: the day whose end is asked for; nil for the bank's business date.
  ///   - code: the bank's code.
  ///   - connection: in a transaction that sees one state of the database.
  /// - Throws: `OperationError.bankUnknown`, `.loanUnknown`, `SchedulingError`, `PostgresError`.
  init(
    _ number: String, asOf day: Day?, bank code: String, on connection: Connection
  ) throws {
    let banks = BankRepository(connection)
    bank = try banks.loadBank(code: code)
    businessDate = try banks.loadHead(of: bank).businessDate
    let loans = LoanRepository(connection)
    guard let loan = try loans.find(bankID: bank.id, number: number),
      let state = try StateRepository(connection).load(bankID: bank.id, loanID: loan.loanID),
      let borrower = try BorrowerRepository(connection)
        .load(bankID: bank.id, id: loan.borrowerID)
    else { throw OperationError.loanUnknown(number, bank: bank.code) }
    self.loan = loan
    self.state = state
    self.borrower = borrower
    branch = try banks.listBranches(bankID: bank.id).first { $0.id == loan.branchID }
    officer = try banks.listOfficers(bankID: bank.id).first { $0.officer.id == loan.officerID }
    facts = try FactRepository(connection).list(bankID: bank.id, loanID: loan.loanID)
    transfers = try TransferRepository(connection).list(bankID: bank.id, loanID: loan.loanID)
    versions = try ScheduleVersionRepository(connection).list(of: loan)
    let start = facts.first { $0.kind == .imported }?.paidToOn ?? loan.terms.startsOn
    let signed = try loans.schedule(of: loan, from: start)
    signedSchedule = signed ?? RepaymentSchedule(installments: [])
    let known = facts.loanFacts
    contract = try LoanContract(
      loan.terms, market: try ProductRepository(connection).market(), facts: known)
    asOf = day ?? businessDate
    claim = try contract.claim(of: known, through: asOf)
    fallen = claim == nil ? nil : try FallenDue(contract, facts: known, through: asOf)
    let owed = try DebtorToday(loan, owedBy: state.borrowerID, on: asOf, connection)
    debtor = claim.map { owed.grounds($0) } ?? .retail
  }
}
