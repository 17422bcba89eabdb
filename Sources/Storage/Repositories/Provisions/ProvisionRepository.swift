package import Classification
import LoanProducts
package import Postgres
package import Posting
package import Quantities

/// A row of what runs booked for a bank as a whole.
package struct BankTransfer: Hashable, Sendable {
  package let runNumber: Int32
  package let bookedOn: Day
  package let kind: String
  package let debit: String
  package let credit: String
  package let amount: Money

  package init(runNumber: Int32, bookedOn: Day, _ transfer: Transfer) {
    self.init(
      runNumber: runNumber, bookedOn: bookedOn, kind: transfer.kind.rawValue,
      debit: transfer.debit.rawValue, credit: transfer.credit.rawValue, amount: transfer.amount)
  }

  fileprivate init(
    runNumber: Int32, bookedOn: Day, kind: String, debit: String, credit: String, amount: Money
  ) {
    self.runNumber = runNumber
    self.bookedOn = bookedOn
    self.kind = kind
    self.debit = debit
    self.credit = credit
    self.amount = amount
  }
}

/// Provisions: by which rule, what is held, what is required, what runs booked.
package struct ProvisionRepository {
  private static let listMoves = Statement.file("provisions/list_moves")
  private static let sumRequired = Statement.file("provisions/sum_required")
  private static let insertTransfer = Statement.file("provisions/insert_transfer")
  private static let listTransfers = Statement.file("provisions/list_transfers")

  private let connection: Connection

  package init(_ connection: Connection) { self.connection = connection }

  /// All policies there are.
  package func policies() throws(PostgresError) -> ProvisionPolicies {
    ProvisionPolicies(try CatalogRepository(connection).provisionPolicies().map(\.policy))
  }

  /// What has moved the provisions that a bank holds, up to the end of a day.
  package func moves(bankID: Int64, through day: Day) throws(PostgresError) -> ProvisionMoves {
    var moves: [ProvisionMoves.Move] = []
    for row in try connection.query(Self.listMoves, [bankID, day]) {
      moves.append(
        ProvisionMoves.Move(
          bookedOn: try row.get("booked_on"), factNumber: try row.get("fact_number"),
          isOfBank: try row.get("is_of_bank"), amount: try row.get("amount")))
    }
    return ProvisionMoves(moves)
  }

  /// What a version of a month's positions requires.
  package func required(
    bankID: Int64, month: Month, version: Int32
  ) throws(PostgresError) -> Money {
    try connection.query(Self.sumRequired, [bankID, month.firstDay, version])[0].get("required")
  }

  package func insert(_ row: BankTransfer, bankID: Int64) throws(PostgresError) {
    _ = try connection.execute(
      Self.insertTransfer,
      [
        bankID, row.bookedOn, row.runNumber, row.kind, row.debit, row.credit, row.amount,
      ])
  }

  /// What runs booked for a bank as a whole, by run and kind.
  package func transfers(bankID: Int64) throws(PostgresError) -> [BankTransfer] {
    var rows: [BankTransfer] = []
    for row in try connection.query(Self.listTransfers, [bankID]) {
      rows.append(
        BankTransfer(
          runNumber: try row.get("run_number"), bookedOn: try row.get("booked_on"),
          kind: try row.get("kind"), debit: try row.get("debit_account"),
          credit: try row.get("credit_account"), amount: try row.get("amount")))
    }
    return rows
  }
}
