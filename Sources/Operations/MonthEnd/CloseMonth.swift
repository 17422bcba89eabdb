package import Banks
package import Postgres
package import Quantities
package import Repositories

/// The steps of a month's end, in their order.
package enum CloseStep: String, Hashable, Sendable, CaseIterable {
  /// Interest of all payers.
  case accrue = "accrue"
  /// Penalty and compound interest.
  case penalty = "penalty"
  /// What leaves the books for loans that do not accrue, and comes back.
  case nonAccrual = "non-accrual"
  case classify = "classify"
  /// What brings the provisions held to those required.
  case provision = "provision"
  case positions = "positions"
  /// The books against the loans.
  case check = "check"
  /// The month's totals and digest; from then on nothing is booked in it.
  case close = "close"

  /// Whether this step is done when the work stops after `last`.
  package func isDone(stoppingAfter last: CloseStep) -> Bool {
    let all = CloseStep.allCases
    return (all.firstIndex(of: self) ?? 0) <= (all.firstIndex(of: last) ?? 0)
  }
}

/// How months are closed.
package struct CloseOptions: Sendable {
  package var run: RunOptions
  /// The last step to do.
  package var through = CloseStep.close

  package init(run: RunOptions = RunOptions()) { self.run = run }
}

/// What closing a month did in one bank.
package struct BankClose: Sendable {
  package let bank: Bank
  package let month: Month
  package let steps: [CloseStepRecord]
  package let setAside: [SetAsideRecord]
  /// Nil while the month is open.
  package let close: MonthClose?
  /// Whether this work closed it; a month that was closed before is left as it is.
  package let isNew: Bool
}

/// A month's end of some banks: accrued, counted, checked against the books and closed.
///
/// Ordering: the months since a bank's last close are closed one after the other.
/// Why:      each step commits by itself and is done again without harm; a close that was stopped
///           goes on where it was.
package enum CloseMonth {
  /// How often a run is repeated because facts came in between it and the close.
  private static let attempts = 5

  /// Closes a month, and those before it that are open since the last close.
  ///
  /// - Parameters:
  ///   - month: a month that is over, the bank's business date being in a later one.
  ///   - banks: which.
  ///   - caller: who asks.
  ///   - pool: where.
  ///   - options: how.
  /// - Returns: one for each bank and month, by month.
  /// - Throws: `OperationError.monthNotOver`, `.checksFailed`, `PostgresError`; a bank whose loans
  ///   were set aside is reported, and stays open.
  package static func run(
    month: Month, banks: [Bank], caller: Caller, on pool: ConnectionPool, options: CloseOptions
  ) async throws -> [BankClose] {
    var open: [Month: [Bank]] = [:]
    var closes: [BankClose] = []
    for bank in banks {
      let (last, date) = try await standing(of: bank, pool)
      guard month.lastDay < date else {
        throw OperationError.monthNotOver(month, businessDate: date)
      }
      if let last, month <= last.month {
        closes.append(try await report(bank, month, isNew: false, pool))
        continue
      }
      var next = last.map { $0.month + 1 } ?? month
      while next <= month {
        open[next, default: []].append(bank)
        next = next + 1
      }
    }
    for month in open.keys.sorted() {
      closes += try await close(month, open[month] ?? [], caller, pool, options)
    }
    return closes
  }

  private static func standing(
    of bank: Bank, _ pool: ConnectionPool
  ) async throws -> (last: MonthClose?, businessDate: Day) {
    try await pool.run { connection in
      (
        try CloseRepository(connection).lastClosed(bankID: bank.id),
        try BankRepository(connection).readHead(bankID: bank.id)?.businessDate ?? .first
      )
    }
  }

  private static func close(
    _ month: Month, _ banks: [Bank], _ caller: Caller, _ pool: ConnectionPool,
    _ options: CloseOptions
  ) async throws -> [BankClose] {
    try await accrue(month, banks, caller, pool, options)
    let jobs = options.run.jobs ?? AccrueInterest.usualJobs
    // One that fails keeps no other from being closed.
    let results = await withTaskGroup(of: (Int64, Result<BankClose, any Error>).self) { group in
      var waiting = banks[...]
      func start() {
        guard let bank = waiting.popFirst() else { return }
        group.addTask {
          do {
            return (bank.id, .success(try await finish(month, bank, caller, pool, options)))
          } catch {
            return (bank.id, .failure(error))
          }
        }
      }
      for _ in 0..<jobs { start() }
      var results: [(bankID: Int64, result: Result<BankClose, any Error>)] = []
      for await result in group {
        results.append(result)
        start()
      }
      return results.sorted { $0.bankID < $1.bankID }
    }
    return try results.map { try $0.result.get() }
  }

  /// Checks and closes a month of one bank whose loans were run, and runs them again where facts
  /// came in since.
  private static func finish(
    _ month: Month, _ bank: Bank, _ caller: Caller, _ pool: ConnectionPool,
    _ options: CloseOptions
  ) async throws -> BankClose {
    var isNew = false
    if CloseStep.check.isDone(stoppingAfter: options.through) {
      for attempt in 1...attempts {
        do {
          isNew = try await seal(month, bank, caller, pool, options)
          break
        } catch is FactsCameIn where attempt < attempts {
          try await accrue(month, [bank], caller, pool, options)
        }
      }
    }
    return try await report(bank, month, isNew: isNew, pool)
  }

  /// Facts of the month were recorded after its run.
  private struct FactsCameIn: Error {}

  /// Runs the month where no later one was run, and keeps what the steps did.
  private static func accrue(
    _ month: Month, _ banks: [Bank], _ caller: Caller, _ pool: ConnectionPool,
    _ options: CloseOptions
  ) async throws {
    let before = try await pool.run { connection in
      try banks.filter { bank in
        let last = try AccrualRepository(connection).lastRun(bankID: bank.id)
        return last.map { $0.month <= month } ?? true
      }
    }
    guard !before.isEmpty else { return }
    var run = options.run
    run.writesPositions = CloseStep.positions.isDone(stoppingAfter: options.through)
    let runs = try await AccrueInterest.run(
      month: month, banks: before, caller: caller, on: pool, options: run)
    try await pool.transaction { connection in
      for run in runs { try keep(run, CloseRepository(connection)) }
    }
  }

  private static func keep(_ run: BankRun, _ closes: CloseRepository) throws {
    let tally = run.tally
    var steps: [(CloseStep, StepTally, Int64)] = [
      (.accrue, tally.interest, tally.microseconds), (.penalty, tally.charges, 0),
      (.nonAccrual, tally.nonAccrual, 0),
    ]
    if run.run.version != nil {
      steps += [
        (.classify, tally.classified, 0), (.provision, tally.provisions, 0),
        (.positions, tally.positions, tally.positionMicroseconds),
      ]
    }
    for (step, tally, microseconds) in steps {
      try closes.insert(
        CloseStepRecord(
          step: step.rawValue, rows: tally.rows, amount: Money(minorUnits: tally.amount),
          microseconds: microseconds),
        bankID: run.bank.id, month: run.run.month, runNumber: run.run.number)
    }
  }

  /// Checks a month and closes it, in one transaction of its bank.
  ///
  /// - Returns: whether it is closed now: not with loans set aside, nor where only the check is
  ///   asked for.
  private static func seal(
    _ month: Month, _ bank: Bank, _ caller: Caller, _ pool: ConnectionPool,
    _ options: CloseOptions
  ) async throws -> Bool {
    try await BankWork.perform(pool, bank: bank.code, caller: caller) { work in
      let desk = try CloseDesk(work, month: month)
      if try desk.factsCameIn() { throw FactsCameIn() }
      if try desk.hasSetAside() { return false }
      guard options.through == .close else {
        try desk.check()
        return false
      }
      try desk.close()
      return true
    }
  }

  /// How a month of a bank stands.
  package static func report(
    _ bank: Bank, _ month: Month, isNew: Bool = false, _ pool: ConnectionPool
  ) async throws -> BankClose {
    try await pool.transaction(.readOnlySnapshot) { connection in
      let closes = CloseRepository(connection)
      return BankClose(
        bank: bank, month: month, steps: try closes.steps(bankID: bank.id, month: month),
        setAside: try closes.setAside(bankID: bank.id, month: month),
        close: try closes.inForce(bankID: bank.id, month: month), isNew: isNew)
    }
  }
}
