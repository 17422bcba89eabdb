package import Postgres
package import Quantities

/// The bulk load of a whole book into an empty database, as the owner of its tables.
///
/// Shape: keys and indexes are taken off, rows copied in, keys made anew set-wise; all in one
///        transaction, so that a load that is killed leaves nothing.
/// Why:   row by row, foreign keys alone cost ten times the data.
package struct BookRepository {
  private static let bookIsEmpty = Statement.file("generating/book_is_empty")
  private static let nameMonths = Statement.file("generating/name_months")
  private static let dropKeys = Statement.file("generating/drop_keys")
  private static let restoreKeys = Statement.file("generating/restore_keys")
  private static let analyzeBook = Statement.file("generating/analyze_book")
  private static let insertSerial = Statement.file("generating/insert_serial")
  private static let saveHead = Statement.file("banks/save_head")

  private let connection: Connection

  package init(_ connection: Connection) { self.connection = connection }

  /// Whether nothing was lent yet, and whether the caller owns the tables.
  package func check() throws(PostgresError) -> (isEmpty: Bool, isOwner: Bool) {
    let row = try connection.query(Self.bookIsEmpty)[0]
    return (try row.get("is_empty"), try row.get("is_owner"))
  }

  /// Takes the keys off and makes the partitions of these months, of whose ends the first are run.
  package func dropKeys(
    _ months: ClosedRange<Month>, runCount: Int
  ) throws(PostgresError) {
    _ = try connection.query(
      Self.nameMonths,
      [
        months.lowerBound.firstDay, Int32(months.upperBound - months.lowerBound + 1),
        Int32(runCount),
      ])
    try connection.script(Self.dropKeys.text, name: Self.dropKeys.name)
  }

  /// Takes the keys off; the partitions are made by another.
  package func dropKeys() throws(PostgresError) {
    _ = try connection.query(Self.nameMonths, [Day.first, Int32(0), Int32(0)])
    try connection.script(Self.dropKeys.text, name: Self.dropKeys.name)
  }

  package func insert(_ rows: BookRows) throws {
    for table in BookRows.Table.allCases where rows[table].count > 0 {
      try connection.copyIn(table.statement) { try $0.append(rows[table]) }
    }
  }

  package func insertSerial(bankID: Int64, year: Int, last: Int) throws(PostgresError) {
    _ = try connection.execute(Self.insertSerial, [bankID, Int32(year), Int32(last)])
  }

  package func save(_ end: BookEnd) throws(PostgresError) {
    _ = try connection.execute(
      Self.saveHead,
      [
        end.bankID, end.businessDate, end.lastFactNumber, end.lastRecordedAt, end.lastLoanID,
        end.lastPartyID, end.lastRunNumber,
      ])
  }

  /// Makes the keys and indexes anew, and the planner's figures.
  package func restoreKeys() throws(PostgresError) {
    try connection.script(Self.restoreKeys.text, name: Self.restoreKeys.name)
    try connection.script(Self.analyzeBook.text, name: Self.analyzeBook.name)
  }
}

/// Where a bank stands at the end of a generated book.
package struct BookEnd: Hashable, Sendable {
  package var bankID: Int64
  package var businessDate: Day
  package var lastFactNumber: Int64
  package var lastRecordedAt: Instant
  package var lastLoanID: Int64
  package var lastPartyID: Int64
  package var lastRunNumber: Int32

  package init(bankID: Int64, businessDate: Day) {
    self.bankID = bankID
    self.businessDate = businessDate
    lastFactNumber = 0
    lastRecordedAt = Instant(microseconds: 0)
    lastLoanID = 0
    lastPartyID = 0
    lastRunNumber = 0
  }
}

extension FactRecord {
  /// A fact whose number and instant are known beforehand.
  package init(
    _ kind: FactKind, of bankID: Int64, number: Int64, bookedOn: Day, recordedAt: Instant
  ) {
    self.bankID = bankID
    self.number = number
    loanID = nil
    self.kind = kind
    effectiveOn = bookedOn
    self.bookedOn = bookedOn
    self.recordedAt = recordedAt
    officerID = 0
    login = ""
    idempotencyKey = ""
    request = ""
    amount = nil
    paidToOn = nil
    reverses = nil
    detail = FactDetail()
  }
}
