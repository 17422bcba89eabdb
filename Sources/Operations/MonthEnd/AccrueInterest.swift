package import Banks
import LoanProducts
package import Postgres
package import Quantities
package import Repositories

/// How a month's end is run.
package struct RunOptions: Sendable {
  /// How many connections work at once, each on a part of the loans, however few they are; nil for
  /// two, and for one transaction where loans are few.
  package var jobs: Int?
  /// Whether the month's positions are written too.
  package var writesPositions = true
  /// Called after each page with the number of its loans.
  package var progress: @Sendable (Int) -> Void

  package init(jobs: Int? = nil, progress: @escaping @Sendable (Int) -> Void = { _ in }) {
    self.jobs = jobs.map { max(1, $0) }
    self.progress = progress
  }
}

/// A run and what it did in one bank.
package struct BankRun: Sendable {
  package let bank: Bank
  package let run: AccrualRun
  package let tally: RunTally
}

/// The month's end of one bank or more: what is posted is brought to the target, and the month's
/// positions are written.
///
/// Shape:    slices of loans by id, each on a connection of its own: read outlooks, compute, fill
///           tables beside the books. One transaction brings states to what was found of them
///           meanwhile, and attaches all tables at the end.
/// Bounds:   memory by the page, and a few hundred bytes for each loan whose state the run moves.
/// Ordering: months go forward; the last month may be run again, and posts only what differs.
/// Why:      nothing is seen before that transaction commits. A run that is killed leaves filled
///           tables: run again it takes those that are whole, or, if anything was recorded since,
///           drops them; either way it gives the books of one clean run.
package enum AccrueInterest {
  /// Fewer loans than these are run within the one transaction.
  static let smallest: Int64 = 20_000
  static let usualJobs = 2
  /// The most loans of one slice.
  static let largest: Int64 = 600_000

  /// Runs the month for one bank.
  ///
  /// - Returns: the run; nil if there was nothing to post and no position moved.
  /// - Throws: `OperationError.monthNotOver`, `.monthBeforeLastRun`, `.monthClosed`,
  ///   `PostgresError`.
  package static func run(
    month: Month, bank: String, caller: Caller, on pool: ConnectionPool,
    options: RunOptions = RunOptions()
  ) async throws -> AccrualRun? {
    try await run(
      month: month, banks: [try await find(bank, pool)], caller: caller, on: pool, options: options
    ).first?.run
  }

  /// Runs the month for some banks: those that ran it before one by one, the others together.
  ///
  /// - Parameters:
  ///   - month: a month that is over by each bank's business date.
  ///   - banks: which.
  ///   - caller: who asks.
  ///   - pool: where.
  ///   - options: how.
  /// - Returns: the runs, by bank; none for a bank with nothing to post and no position to move.
  /// - Throws: as above.
  package static func run(
    month: Month, banks: [Bank], caller: Caller, on pool: ConnectionPool, options: RunOptions
  ) async throws -> [BankRun] {
    let again = try await pool.run { connection in
      try banks.filter {
        try AccrualRepository(connection).lastRun(bankID: $0.id)?.month == month
      }
    }
    let first = banks.filter { bank in !again.contains { $0.id == bank.id } }
    var runs: [BankRun] = []
    if !first.isEmpty {
      runs += try await together(
        month: month, banks: first, caller: caller, on: pool, options: options)
    }
    for bank in again {
      runs += try await together(
        month: month, banks: [bank], caller: caller, on: pool, options: options)
    }
    return runs.sorted { $0.bank.id < $1.bank.id }
  }

  private static func find(_ code: String, _ pool: ConnectionPool) async throws -> Bank {
    try await pool.run { connection in try BankRepository(connection).loadBank(code: code) }
  }

  /// Rolls back a run that would repeat the last one; its tables are to be dropped.
  private struct NothingToPost: Error {
    let leaves: [(name: String, bankID: Int64)]
  }

  private static func together(
    month: Month, banks: [Bank], caller: Caller, on pool: ConnectionPool, options: RunOptions
  ) async throws -> [BankRun] {
    do {
      let losses = try await LossBases.find(month: month, banks: banks, on: pool)
      return try await BankWork.performTogether(pool, banks: banks, caller: caller) { works in
        var run = try MonthEndRun(works, month: month, losses: losses, options: options)
        if run.isSmall {
          try run.fillHere()
        } else {
          try run.fillBeside(pool)
        }
        try run.attach()
        if try run.changedNothing() {
          throw NothingToPost(leaves: run.filledBeside)
        }
        return run.runs
      }
    } catch is LossBases.Moved {
      return try await together(
        month: month, banks: banks, caller: caller, on: pool, options: options)
    } catch let nothing as NothingToPost {
      try await pool.transaction { connection in
        let leaves = LeafRepository(connection)
        for leaf in nothing.leaves {
          try leaves.drop(leaf.name)
          try leaves.forget(leaf.name, bankID: leaf.bankID)
        }
      }
      return []
    }
  }
}
