import Banks
import Postgres
import Quantities
import Repositories

/// A month of a bank that is about to be closed, in the transaction that holds the bank's head.
struct CloseDesk {
  private let work: BankWork
  private let month: Month
  private let closes: CloseRepository
  private let last: MonthClose?
  private let run: AccrualRun
  private let positionVersion: Int32

  /// - Throws: `OperationError.monthNotAccrued` for a month without positions.
  init(_ work: BankWork, month: Month) throws {
    self.work = work
    self.month = month
    closes = CloseRepository(work.connection)
    last = try closes.lastClosed(bankID: work.bank.id)
    let run = try AccrualRepository(work.connection).lastRun(bankID: work.bank.id)
    let version = try PositionRepository(work.connection)
      .version(bankID: work.bank.id, month: month)
    guard let run, let version else {
      throw OperationError.monthNotAccrued(month, banks: [work.bank.code])
    }
    self.run = run
    positionVersion = version
  }

  /// Whether facts of the month were recorded after its run, which is still the last one.
  func factsCameIn() throws -> Bool {
    guard run.month == month else { return false }
    return try closes.factsCame(
      after: run.factNumber, effectiveBy: month.lastDay, bankID: work.bank.id)
  }

  func hasSetAside() throws -> Bool {
    try !closes.setAside(bankID: work.bank.id, month: month).isEmpty
  }

  /// Holds the bank's control accounts to its loans.
  ///
  /// - Throws: `OperationError.checksFailed`, which names the first that differs.
  func check() throws { try check(totalledThrough: last?.month.lastDay) }

  /// The same; the totals of months through a day are kept, and what was booked after is added up.
  private func check(totalledThrough day: Day?) throws {
    let start = ContinuousClock.now
    let differing = try closes.differingControls(
      bankID: work.bank.id,
      positions: try PositionRepository(work.connection).last(bankID: work.bank.id),
      totalledThrough: day)
    if let first = differing.first { throw OperationError.checksFailed(month, check: first) }
    try keep(.check, rows: 0, start.duration(to: .now))
  }

  /// Records the close with the month's totals and digest, and holds the books to the loans.
  ///
  /// Why: checked after its totals are kept, a month's postings are added up once.
  ///
  /// - Throws: as `check()`; nothing of the close is left then.
  func close() throws {
    let start = ContinuousClock.now
    let version = try closes.lastVersion(bankID: work.bank.id, month: month) + 1
    let fact = try work.record(
      .monthClosed, effectiveOn: month.lastDay, key: "close-month/\(month)/v\(version)",
      request: "close month\nmonth=\(month)\nversion=\(version)")
    let count = try Self.keep(
      Closing(
        bank: work.bank, month: month, factNumber: fact.number, positionVersion: positionVersion,
        totalsAreFlows: run.month == month && last.map { $0.month + 1 } == month, last: last),
      work.connection)
    let taken = start.duration(to: .now)
    try check(totalledThrough: month.lastDay)
    try keep(.close, rows: count, taken)
  }

  /// What a close is over: the facts before its own one, and some positions.
  struct Closing {
    let bank: Bank
    let month: Month
    let factNumber: Int64
    let positionVersion: Int32
    /// Whether what is booked since the close before is what was booked in the month as its run
    /// knew it: no month between, and nothing recorded after the run.
    var totalsAreFlows = false
    /// The close in force before.
    let last: MonthClose?
  }

  /// Writes a close with the month's digest, totals and portfolio.
  ///
  /// - Returns: how many totals there are.
  /// - Throws: `PostgresError`.
  @discardableResult
  static func keep(_ closing: Closing, _ connection: Connection) throws -> Int {
    let (bank, month, last) = (closing.bank, closing.month, closing.last)
    let closes = CloseRepository(connection)
    let digest = try MonthDigest.compute(
      connection,
      MonthDigest.Scope(
        bankID: bank.id, bankCode: bank.code, month: month,
        positionVersion: closing.positionVersion, factNumber: closing.factNumber,
        previous: last.map {
          MonthDigest.Link(digest: Digest(bytes: $0.digest), factNumber: $0.factNumber)
        }))
    let close = MonthClose(
      month: month, version: try closes.lastVersion(bankID: bank.id, month: month) + 1,
      factNumber: closing.factNumber, positionVersion: closing.positionVersion,
      previousDigest: last?.digest, digest: digest.digest.bytes)
    try closes.insert(close, bankID: bank.id)
    let totals = try closes.insertTotals(of: close, after: last?.month.lastDay, bankID: bank.id)
    try PortfolioDesk(connection, bank, knownAt: closing.factNumber)
      .keep(through: month, flows: closing.totalsAreFlows ? [month: totals] : [:])
    return totals.count
  }

  private func keep(_ step: CloseStep, rows: Int, _ taken: Duration) throws {
    try closes.insert(
      CloseStepRecord(
        step: step.rawValue, rows: rows, amount: .zero, microseconds: taken.microseconds),
      bankID: work.bank.id, month: month, runNumber: run.number)
  }
}

extension Duration {
  /// Whole microseconds.
  var microseconds: Int64 {
    components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000
  }
}
