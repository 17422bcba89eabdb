package import Accrual
import Classification
import LoanProducts
package import Postgres
package import Posting
package import Quantities
package import Risk

/// Rows of a run on their way into its tables: written as bytes, a page at a time.
package struct RunWriter {
  private static let copyRunTransfers = Statement.file("accrual/copy_run_transfers")
  private static let copyPositions = Statement.file("accrual/copy_positions")

  private let connection: Connection

  package init(_ connection: Connection) { self.connection = connection }

  /// Adds transfers to a table that this transaction made.
  package func insert(_ rows: [RunTransferRow], into leaf: Leaf) throws {
    guard !rows.isEmpty else { return }
    _ = try connection.copyIn(Self.copyRunTransfers.with(["leaf": .table(leaf.name)])) { writer in
      for row in rows { try row.write(to: &writer) }
    }
  }

  /// Adds positions to a table that this transaction made, with what is posted of each loan.
  package func insert(
    _ rows: [(position: LoanPosition, posted: AccrualTarget)], month: Month, into leaf: Leaf
  ) throws {
    guard !rows.isEmpty, case .positions(let version) = leaf.parent else { return }
    let first = month.firstDay.number - RunTransferRow.epoch
    _ = try connection.copyIn(Self.copyPositions.with(["leaf": .table(leaf.name)])) { writer in
      for (position, posted) in rows {
        try writer.row(27) { fields in
          Self.write(position, month: first, version: version, to: &fields)
          Self.write(posted, to: &fields)
          fields.append(bigint: position.bookPrincipal.minorUnits)
          fields.append(boolean: position.isNonAccrual)
        }
      }
    }
  }

  private static func write(
    _ position: LoanPosition, month: Int32, version: Int32, to fields: inout CopyWriter
  ) {
    fields.append(bigint: position.bankID)
    fields.append(integer: month)
    fields.append(integer: version)
    fields.append(bigint: position.loanID)
    fields.append(bigint: position.branchID)
    fields.append(bigint: position.borrowerID)
    fields.append(bytes: Array(position.line.utf8))
    fields.append(bigint: position.principal.minorUnits)
    fields.append(bigint: position.principalDue.minorUnits)
    fields.append(bigint: position.interestDue.minorUnits)
    fields.append(bigint: position.interestRunning.minorUnits)
    fields.append(bigint: position.penaltyDue.minorUnits)
    fields.append(bigint: position.credit.minorUnits)
    fields.append(integer: Int32(position.principalOverdueDays))
    fields.append(integer: Int32(position.interestOverdueDays))
    fields.append(boolean: position.isRestructured)
    fields.append(bytes: Array(position.riskClass.rawValue.utf8))
    fields.append(bigint: position.generalProvision.minorUnits)
    fields.append(bigint: position.specialProvision.minorUnits)
  }

  private static func write(_ posted: AccrualTarget, to fields: inout CopyWriter) {
    fields.append(bigint: posted.interest.borrower.minorUnits)
    fields.append(bigint: posted.interest.finance.minorUnits)
    fields.append(bigint: posted.interest.programme.minorUnits)
    fields.append(bigint: posted.penalty.minorUnits)
    fields.append(bigint: posted.compound.minorUnits)
    fields.append(bigint: posted.suspended.minorUnits)
  }
}

/// A transfer of a run.
package struct RunTransferRow: Sendable {
  /// The number of PostgreSQL's first day, 2000-01-01.
  static let epoch: Int32 = 10_957

  let bankID: Int64
  let bookedOn: Day
  let runNumber: Int32
  package let loanID: Int64
  let transfer: Transfer

  package init(
    bankID: Int64, bookedOn: Day, runNumber: Int32, loanID: Int64, _ transfer: Transfer
  ) {
    self.bankID = bankID
    self.bookedOn = bookedOn
    self.runNumber = runNumber
    self.loanID = loanID
    self.transfer = transfer
  }

  func write(to writer: inout CopyWriter) throws {
    try writer.row(9) { fields in
      fields.append(bigint: bankID)
      fields.append(integer: bookedOn.number - Self.epoch)
      fields.append(integer: runNumber)
      fields.append(bigint: loanID)
      fields.append(bytes: Self.kinds[transfer.kind] ?? [])
      fields.append(bytes: Self.payers[transfer.payer] ?? [])
      fields.append(bytes: Array(transfer.debit.rawValue.utf8))
      fields.append(bytes: Array(transfer.credit.rawValue.utf8))
      fields.append(bigint: transfer.amount.minorUnits)
    }
  }

  private static let kinds = Dictionary(
    uniqueKeysWithValues: TransferKind.allCases.map { ($0, Array($0.rawValue.utf8)) })
  private static let payers = Dictionary(
    uniqueKeysWithValues: Payer.allCases.map { ($0, Array($0.rawValue.utf8)) })
}
