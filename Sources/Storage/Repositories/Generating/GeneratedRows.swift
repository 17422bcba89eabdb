import Accrual
package import Banks
import Classification
import LoanProducts
import Postgres
package import Posting
package import Quantities
import Risk
package import Scheduling
import Servicing

/// Rows of a whole book for the bulk load, table by table: made on any thread, as the repositories
/// of the tables write them.
package struct BookRows: Sendable {
  /// The tables, in the order they are written.
  enum Table: Int, CaseIterable {
    case borrowers, loans, schedules, payers, facts, versions, transfers, runTransfers, positions,
      states, outlooks

    var statement: Statement { Self.statements[rawValue] }

    private static let statements = allCases.map(\.file)

    private var file: Statement {
      switch self {
      case .borrowers: .file("generating/copy_borrowers")
      case .loans: .file("generating/copy_loans")
      case .schedules: .file("generating/copy_schedules")
      case .payers: .file("generating/copy_loan_payers")
      case .facts: .file("generating/copy_facts")
      case .versions: .file("generating/copy_schedule_versions")
      case .transfers: .file("generating/copy_transfers")
      case .runTransfers: .file("generating/copy_run_transfers")
      case .positions: .file("generating/copy_positions")
      case .states: .file("generating/copy_states")
      case .outlooks: .file("generating/copy_outlooks")
      }
    }
  }

  private var rows = [CopyRows](repeating: CopyRows(), count: Table.allCases.count)

  package init() {}

  subscript(_ table: Table) -> CopyRows {
    get { rows[table.rawValue] }
    _modify { yield &rows[table.rawValue] }
  }

  /// How many rows there are, in all tables.
  package var count: Int { rows.reduce(0) { $0 + $1.count } }

  package var loanCount: Int { self[.loans].count }

  /// Of facts and of runs.
  package var transferCount: Int { self[.transfers].count + self[.runTransfers].count }

  package var positionCount: Int { self[.positions].count }

  package mutating func add(_ borrower: Borrower, reference: String) {
    self[.borrowers].begin(14)
    self[.borrowers].add(borrower.bankID)
    self[.borrowers].add(borrower.id)
    self[.borrowers].add(reference)
    self[.borrowers].add(borrower.kind.rawValue)
    self[.borrowers].add(borrower.name)
    self[.borrowers].add(borrower.identity.scheme.rawValue)
    self[.borrowers].add(borrower.identity.number)
    self[.borrowers].add(borrower.bornOn)
    self[.borrowers].add(borrower.sex?.rawValue)
    self[.borrowers].add(borrower.divisionCode)
    self[.borrowers].addNull()
    self[.borrowers].add(borrower.coBorrowerID)
    self[.borrowers].addNull()
    self[.borrowers].add(borrower.village)
  }

  package mutating func add(_ payers: LoanPayers, of loan: LoanRecord) {
    self[.payers].begin(5)
    self[.payers].add(loan.bankID)
    self[.payers].add(loan.loanID)
    self[.payers].add(payers.programme)
    self[.payers].add(payers.fund)
    self[.payers].add(payers.fundSharePercent.map { Int32($0) })
  }

  package mutating func add(_ schedule: RepaymentSchedule, of loan: LoanRecord) {
    self[.schedules].begin(6)
    self[.schedules].add(loan.bankID)
    self[.schedules].add(loan.loanID)
    self[.schedules].add(installments: schedule.installments)
  }

  package mutating func add(
    version installments: [Installment], of loan: LoanRecord, factNumber: Int64
  ) {
    self[.versions].begin(7)
    self[.versions].add(loan.bankID)
    self[.versions].add(loan.loanID)
    self[.versions].add(factNumber)
    self[.versions].add(installments: installments)
  }

  package mutating func add(_ fact: FactRecord, detail: String?) {
    self[.facts].begin(15)
    self[.facts].add(fact.bankID)
    self[.facts].add(fact.number)
    self[.facts].add(fact.loanID)
    self[.facts].add(fact.kind.rawValue)
    self[.facts].add(fact.effectiveOn)
    self[.facts].add(fact.bookedOn)
    self[.facts].add(fact.recordedAt)
    self[.facts].add(fact.officerID)
    self[.facts].add(fact.login)
    self[.facts].add(fact.idempotencyKey)
    self[.facts].add(fact.request)
    self[.facts].add(fact.amount?.minorUnits)
    self[.facts].add(fact.paidToOn)
    self[.facts].add(json: detail)
    self[.facts].add(fact.reverses)
  }

  /// A transfer of a fact; its principal stands on the account of the loan's line.
  package mutating func add(
    _ transfer: Transfer, of loan: LoanRecord, factNumber: Int64, bookedOn: Day, valueOn: Day
  ) {
    let transfer = transfer.of(loan.line)
    self[.transfers].begin(10)
    self[.transfers].add(loan.bankID)
    self[.transfers].add(bookedOn)
    self[.transfers].add(factNumber)
    self[.transfers].add(loan.loanID)
    self[.transfers].add(transfer.kind.rawValue)
    self[.transfers].add(transfer.payer.rawValue)
    self[.transfers].add(valueOn)
    self[.transfers].add(transfer.debit.rawValue)
    self[.transfers].add(transfer.credit.rawValue)
    self[.transfers].add(transfer.amount)
  }

  /// A transfer of a run.
  package mutating func add(
    _ transfer: Transfer, of loan: LoanRecord, runNumber: Int32, bookedOn: Day
  ) {
    let transfer = transfer.of(loan.line)
    self[.runTransfers].begin(9)
    self[.runTransfers].add(loan.bankID)
    self[.runTransfers].add(bookedOn)
    self[.runTransfers].add(runNumber)
    self[.runTransfers].add(loan.loanID)
    self[.runTransfers].add(transfer.kind.rawValue)
    self[.runTransfers].add(transfer.payer.rawValue)
    self[.runTransfers].add(transfer.debit.rawValue)
    self[.runTransfers].add(transfer.credit.rawValue)
    self[.runTransfers].add(transfer.amount)
  }

  package mutating func add(_ row: OutlookRow, of loan: LoanRecord) {
    let outlook = row.stored
    self[.outlooks].begin(7)
    self[.outlooks].add(loan.bankID)
    self[.outlooks].add(loan.loanID)
    self[.outlooks].add(row.factNumber)
    self[.outlooks].add(outlook?.from ?? row.from)
    self[.outlooks].add(outlook?.through ?? row.from)
    self[.outlooks].add(outlook?.doneOn)
    self[.outlooks].add(row.stored?.bytes ?? [UInt8]())
  }
}

extension CopyRows {
  fileprivate mutating func add(installments: [Installment]) {
    add(installments.map(\.dueOn))
    add(installments.map(\.principal.minorUnits))
    add(installments.map(\.interest.minorUnits))
    add(installments.map(\.subsidised.minorUnits))
  }
}
