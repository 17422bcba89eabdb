package import Postgres
package import Quantities
package import Risk

/// A closing of a month.
package struct MonthClose: Hashable, Sendable {
  package let month: Month
  package let version: Int32
  package let factNumber: Int64
  package let positionVersion: Int32
  package let previousDigest: [UInt8]?
  package let digest: [UInt8]

  package init(
    month: Month, version: Int32, factNumber: Int64, positionVersion: Int32,
    previousDigest: [UInt8]?, digest: [UInt8]
  ) {
    self.month = month
    self.version = version
    self.factNumber = factNumber
    self.positionVersion = positionVersion
    self.previousDigest = previousDigest
    self.digest = digest
  }
}

/// What a step of a month's end did, as it is kept.
package struct CloseStepRecord: Hashable, Sendable {
  package let step: String
  package let rows: Int
  package let amount: Money
  package let microseconds: Int64

  package init(step: String, rows: Int, amount: Money, microseconds: Int64) {
    self.step = step
    self.rows = rows
    self.amount = amount
    self.microseconds = microseconds
  }
}

/// A loan that keeps a month open.
package struct SetAsideRecord: Hashable, Sendable {
  package let loanNumber: String
  package let code: String
  package let reason: String
}

/// Months that are closed, what closing them did, and what keeps them open.
package struct CloseRepository {
  private static let lastClosed = Statement.file("closing/last_closed")
  private static let lastVersion = Statement.file("closing/last_version")
  private static let insertClose = Statement.file("closing/insert_close")
  private static let insertTotals = Statement.file("closing/insert_totals")
  private static let listCloses = Statement.file("closing/list_closes")
  private static let checkControl = Statement.file("closing/check_control")
  private static let factsSince = Statement.file("closing/facts_since")
  private static let insertReopening = Statement.file("closing/insert_reopening")
  private static let insertStep = Statement.file("closing/insert_step")
  private static let listSteps = Statement.file("closing/list_steps")
  private static let forgetSetAside = Statement.file("closing/forget_set_aside")
  private static let insertSetAside = Statement.file("closing/insert_set_aside")
  private static let listSetAside = Statement.file("closing/list_set_aside")

  private let connection: Connection

  package init(_ connection: Connection) { self.connection = connection }

  /// The last month that is closed, not taking those that were opened again; nil before the first.
  package func lastClosed(bankID: Int64) throws(PostgresError) -> MonthClose? {
    try connection.first(Self.lastClosed, [bankID]).map(Self.close)
  }

  /// The closings of a bank's months, those taken back among them, by month and version.
  package func list(bankID: Int64) throws(PostgresError) -> [MonthClose] {
    var closes: [MonthClose] = []
    for row in try connection.query(Self.listCloses, [bankID]) {
      closes.append(try Self.close(row))
    }
    return closes
  }

  /// The closing of a month that was not taken back; nil while the month is open.
  package func inForce(bankID: Int64, month: Month) throws(PostgresError) -> MonthClose? {
    guard let last = try lastClosed(bankID: bankID), month <= last.month else { return nil }
    return try list(bankID: bankID).last { $0.month == month }
  }

  private static func close(_ row: Row) throws(PostgresError) -> MonthClose {
    let month: Day = try row.get("month")
    return MonthClose(
      month: month.month, version: try row.get("version"), factNumber: try row.get("fact_number"),
      positionVersion: try row.get("position_version"),
      previousDigest: try row.optional("previous_digest"), digest: try row.get("digest"))
  }

  /// Keeps what a closed month has booked since the day before.
  ///
  /// - Returns: one for each kind, payer and accounts.
  /// - Throws: `PostgresError`.
  package func insertTotals(
    of close: MonthClose, after day: Day?, bankID: Int64
  ) throws(PostgresError) -> [PortfolioMonth.Flow] {
    var totals: [PortfolioMonth.Flow] = []
    for row in try connection.query(
      Self.insertTotals,
      [
        bankID, close.month.firstDay, close.version, day ?? .first, close.month.lastDay,
        close.factNumber,
      ])
    {
      totals.append(try PortfolioRepository.flow(row))
    }
    return totals
  }

  /// The controls of a bank whose books are not what its loans carry; of days through one the
  /// totals of closed months tell what was booked.
  package func differingControls(
    bankID: Int64, positions: (month: Month, version: Int32)?, totalledThrough day: Day?
  ) throws(PostgresError) -> [String] {
    var controls: [String] = []
    for row in try connection.query(
      Self.checkControl,
      [
        bankID, positions?.month.firstDay, positions?.version, day ?? .first,
      ])
    {
      controls.append(try row.get("control"))
    }
    return controls
  }

  /// Whether facts of loans effective by a day were recorded after another one.
  package func factsCame(
    after number: Int64, effectiveBy day: Day, bankID: Int64
  ) throws(PostgresError) -> Bool {
    try connection.query(Self.factsSince, [bankID, number, day])[0].get("are_there")
  }

  /// The last version of a month's closing, taken back or not; 0 before the first.
  package func lastVersion(bankID: Int64, month: Month) throws(PostgresError) -> Int32 {
    try connection.query(Self.lastVersion, [bankID, month.firstDay])[0].get("version")
  }

  package func insert(_ close: MonthClose, bankID: Int64) throws(PostgresError) {
    _ = try connection.execute(
      Self.insertClose,
      [
        bankID, close.month.firstDay, close.version, close.factNumber, close.positionVersion,
        close.previousDigest, close.digest,
      ])
  }

  /// Takes a closing back.
  package func reopen(
    _ close: MonthClose, bankID: Int64, factNumber: Int64, reason: String
  ) throws(PostgresError) {
    _ = try connection.execute(
      Self.insertReopening,
      [bankID, close.month.firstDay, close.version, factNumber, reason])
  }

  package func insert(
    _ step: CloseStepRecord, bankID: Int64, month: Month, runNumber: Int32
  ) throws(PostgresError) {
    _ = try connection.execute(
      Self.insertStep,
      [
        bankID, month.firstDay, runNumber, step.step, Int64(step.rows), step.amount,
        step.microseconds,
      ])
  }

  /// The steps of a month, the latest of each, in the order they were done.
  package func steps(bankID: Int64, month: Month) throws(PostgresError) -> [CloseStepRecord] {
    var steps: [CloseStepRecord] = []
    for row in try connection.query(Self.listSteps, [bankID, month.firstDay]) {
      steps.append(
        CloseStepRecord(
          step: try row.get("step"), rows: try row.get("row_count", as: Int.self),
          amount: try row.get("amount"), microseconds: try row.get("microseconds")))
    }
    return steps
  }

  /// Keeps the loans that the month's last run set aside, in place of those of runs before.
  package func setAside(
    _ loans: [(loanID: Int64, code: String, reason: String)], bankID: Int64, month: Month,
    runNumber: Int32
  ) throws(PostgresError) {
    _ = try connection.execute(Self.forgetSetAside, [bankID, month.firstDay])
    for loan in loans {
      _ = try connection.execute(
        Self.insertSetAside,
        [bankID, month.firstDay, runNumber, loan.loanID, loan.code, loan.reason])
    }
  }

  /// The loans that keep a month open, by number.
  package func setAside(
    bankID: Int64, month: Month
  ) throws(PostgresError) -> [SetAsideRecord] {
    var loans: [SetAsideRecord] = []
    for row in try connection.query(Self.listSetAside, [bankID, month.firstDay]) {
      loans.append(
        SetAsideRecord(
          loanNumber: try row.get("loan_number"), code: try row.get("code"),
          reason: try row.get("reason")))
    }
    return loans
  }
}
