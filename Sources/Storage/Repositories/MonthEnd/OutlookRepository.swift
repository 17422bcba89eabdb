package import Accrual
package import LoanProducts
package import Postgres
import Posting
package import Quantities
package import Servicing

/// The outlook of a loan as it is kept, with what a position says of the loan itself.
package struct OutlookRow: Sendable {
  package var loanID: Int64
  /// The loan's last fact that it knows.
  package var factNumber: Int64
  package var from: Day
  /// Nil for a row that tells nothing: the loan is to be replayed.
  package var stored: StoredOutlook?
  package var branchID: Int64 = 0
  package var borrowerID: Int64 = 0
  package var line = ""

  package init(loanID: Int64, factNumber: Int64, from: Day, stored: StoredOutlook?) {
    self.loanID = loanID
    self.factNumber = factNumber
    self.from = from
    self.stored = stored
  }
}

extension StoredOutlook {
  /// What is kept of a loan whose claim stands so at the end of a day.
  package init(
    of loan: LoanRecord, _ claim: Claim, on day: Day, _ market: MarketRates, posted: AccrualTarget
  ) {
    self.init(claim, on: day, market, posted: posted)
    isRestructured = loan.isRestructured
    line = loan.line
  }
}

/// Which loans of a bank a page of outlooks holds.
package struct OutlookPage: Sendable {
  package var bankID: Int64
  package var after: Int64
  package var until: Int64
  package var count: Int
  /// The bank's last run: loans that were done by then are left out; nil before the first.
  package var since: AccrualRun?
  /// Whether branch, borrower and line are asked for.
  package var forPositions: Bool

  package init(
    bankID: Int64, after: Int64, until: Int64, count: Int, since: AccrualRun?, forPositions: Bool
  ) {
    self.bankID = bankID
    self.after = after
    self.until = until
    self.count = count
    self.since = since
    self.forPositions = forPositions
  }
}

/// What a run reads of loans instead of their history.
package struct OutlookRepository {
  private static let copyOutlooks = Statement.file("accrual/copy_outlooks")
  private static let copyOutlooksAlone = Statement.file("accrual/copy_outlooks_alone")
  private static let findOutlook = Statement.file("accrual/find_outlook")
  private static let saveOutlooks = Statement.file("accrual/save_outlooks")
  private static let listPosted = Statement.file("accrual/list_posted")

  private let connection: Connection

  package init(_ connection: Connection) { self.connection = connection }

  /// A page of a bank's outlooks, by loan.
  package func page(_ page: OutlookPage) throws -> [OutlookRow] {
    let statement = page.forPositions ? Self.copyOutlooks : Self.copyOutlooksAlone
    var rows: [OutlookRow] = []
    rows.reserveCapacity(page.count)
    try connection.copyOut(
      statement.with([
        "bank": .number(page.bankID), "after": .number(page.after), "until": .number(page.until),
        "rows": .number(Int64(page.count)), "run": .number(page.since?.factNumber ?? 0),
        "last": .day(page.since?.month.lastDay ?? .first),
      ])
    ) { row in
      var outlook = try Self.row(row, loanID: try row.bigint(0))
      if page.forPositions {
        outlook.branchID = try row.bigint(5)
        outlook.borrowerID = try row.bigint(6)
        outlook.line = try row.get(7)
      }
      rows.append(outlook)
    }
    return rows
  }

  private static func row(_ row: CopyRow, loanID: Int64) throws -> OutlookRow {
    let from: Day = try row.get(2)
    let stored = row.field(4).flatMap { bytes -> StoredOutlook? in
      guard let through = try? row.get(3, as: Day.self) else { return nil }
      return StoredOutlook(bytes, from: from, through: through)
    }
    return OutlookRow(
      loanID: loanID, factNumber: try row.bigint(1), from: from, stored: stored)
  }

  /// The outlook of one loan; nil before it was paid out.
  package func find(bankID: Int64, loanID: Int64) throws(PostgresError) -> OutlookRow? {
    guard let row = try connection.first(Self.findOutlook, [bankID, loanID]) else { return nil }
    let from: Day = try row.get("from_on")
    let through: Day = try row.get("through_on")
    let bytes: [UInt8] = try row.get("figures")
    return OutlookRow(
      loanID: loanID, factNumber: try row.get("fact_number"), from: from,
      stored: bytes.withUnsafeBytes { StoredOutlook($0, from: from, through: through) })
  }

  /// Keeps outlooks of different loans, each in place of the one before.
  package func save(_ rows: [OutlookRow], bankID: Int64) throws(PostgresError) {
    for batch in rows.batches(of: StateRepository.batchSize) {
      let (statement, parameters) = Self.saving(Array(batch), bankID: bankID)
      _ = try connection.execute(statement, parameters)
    }
  }

  /// What `save` runs.
  static func saving(
    _ rows: [OutlookRow], bankID: Int64
  ) -> (Statement, [(any PostgresEncodable)?]) {
    var figures: [UInt8] = []
    var starts: [Int32] = []
    var lengths: [Int32] = []
    for row in rows {
      let bytes = row.stored?.bytes ?? []
      starts.append(Int32(figures.count) + 1)
      lengths.append(Int32(bytes.count))
      figures += bytes
    }
    let outlooks = rows.map(\.stored)
    let done = outlooks.map { $0?.doneOn ?? .last }
    return (
      saveOutlooks,
      [
        bankID, rows.map(\.loanID), rows.map(\.factNumber),
        zip(rows, outlooks).map { $1?.from ?? $0.from },
        zip(rows, outlooks).map { $1?.through ?? $0.from }, done, starts, lengths, figures,
        Day.last,
      ]
    )
  }

  /// What runs and takeovers have posted of some loans, as the books say; nothing of others.
  package func posted(
    bankID: Int64, loanIDs: [Int64]
  ) throws(PostgresError) -> [Int64: AccrualTarget] {
    var posted: [Int64: AccrualTarget] = [:]
    guard !loanIDs.isEmpty else { return posted }
    for row in try connection.query(Self.listPosted, [bankID, loanIDs]) {
      let loanID: Int64 = try row.get("loan_id")
      let kind: String = try row.get("kind")
      let amount: Money = try row.get("amount")
      var target = posted[loanID] ?? AccrualTarget(interest: .zero, penalty: .zero)
      switch kind {
      case "penalty": target.penalty += amount
      case "compound": target.compound += amount
      case "suspended": target.suspended += amount
      default: target.interest[try row.value("payer")] += amount
      }
      posted[loanID] = target
    }
    return posted
  }
}
