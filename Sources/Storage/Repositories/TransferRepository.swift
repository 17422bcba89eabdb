import LoanProducts
package import Postgres
package import Posting
package import Quantities

/// A transfer with the fact it belongs to.
package struct TransferRecord: Hashable, Sendable {
  package var bankID: Int64
  package var bookedOn: Day
  package var factNumber: Int64
  package var loanID: Int64
  package var valueOn: Day
  package var transfer: Transfer

  /// A transfer of a loan; its principal stands on the account of the loan's line.
  package init(fact: FactRecord, loan: LoanRecord, _ transfer: Transfer) {
    bankID = fact.bankID
    bookedOn = fact.bookedOn
    factNumber = fact.number
    loanID = loan.loanID
    valueOn = fact.effectiveOn
    self.transfer = transfer.of(loan.line)
  }
}

/// A row of the books as stored, for print.
package struct PostedTransfer: Hashable, Sendable {
  package let bookedOn: Day
  package let valueOn: Day
  package let factNumber: Int64
  package let runNumber: Int32?
  package let kind: String
  package let payer: String
  package let debit: String
  package let credit: String
  package let amount: Money
}

/// The books: rows are added and read, never changed.
package struct TransferRepository {
  private static let copyTransfers = Statement.file("transfers/copy_transfers")
  private static let listTransfersOfLoan = Statement.file("transfers/list_transfers_of_loan")
  private static let makeMonth = Statement.file("transfers/make_month")
  private static let findMonth = Statement.file("transfers/find_month")

  private let connection: Connection

  package init(_ connection: Connection) { self.connection = connection }

  /// Makes the partition of the month a day lies in, if it is not there.
  package func makeMonth(of day: Day) throws(PostgresError) {
    let isThere: Bool = try connection.query(Self.findMonth, [day])[0].get("is_there")
    if !isThere { _ = try connection.query(Self.makeMonth, [day]) }
  }

  package func insert(_ records: [TransferRecord]) throws {
    guard !records.isEmpty else { return }
    _ = try connection.copyIn(Self.copyTransfers) { writer in
      for record in records {
        try writer.row([
          record.bankID, record.bookedOn, record.factNumber, record.loanID,
          record.transfer.kind.rawValue, record.transfer.payer.rawValue, record.valueOn,
          record.transfer.debit.rawValue, record.transfer.credit.rawValue, record.transfer.amount,
        ])
      }
    }
  }

  /// The postings of a loan, in the order they were booked.
  package func list(bankID: Int64, loanID: Int64) throws(PostgresError) -> [PostedTransfer] {
    var transfers: [PostedTransfer] = []
    for row in try connection.query(Self.listTransfersOfLoan, [bankID, loanID]) {
      transfers.append(
        PostedTransfer(
          bookedOn: try row.get("booked_on"), valueOn: try row.get("value_on"),
          factNumber: try row.get("fact_number"), runNumber: try row.optional("run_number"),
          kind: try row.get("kind"), payer: try row.get("payer"),
          debit: try row.get("debit_account"), credit: try row.get("credit_account"),
          amount: try row.get("amount")))
    }
    return transfers
  }
}
