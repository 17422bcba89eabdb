import Banks
import Dispatch
import Fixtures
import LoanProducts
import Logging
import Operations
import Origination
import Postgres
import Quantities
import Repositories
import TestDatabase

extension Village {
  /// Runs a month with so many connections that work beside the first; nil for none where loans
  /// are few.
  @discardableResult
  func accrue(_ month: Month, jobs: Int?, on other: ConnectionPool? = nil) async throws
    -> AccrualRun?
  {
    try await AccrueInterest.run(
      month: month, bank: bank, caller: Self.anna, on: other ?? pool,
      options: RunOptions(jobs: jobs))
  }

  /// Runs a month in parts that are all filled, and stops before they become part of the books.
  func accrueHalf(_ month: Month, jobs: Int?, withNeighbour: Bool = false) async throws {
    try await asOwner(
      """
      CREATE FUNCTION stop_run() RETURNS trigger LANGUAGE plpgsql AS
        'BEGIN RAISE EXCEPTION ''stopped''; END';
      CREATE TRIGGER stop BEFORE INSERT ON accrual_runs FOR EACH ROW EXECUTE FUNCTION stop_run();
      """)
    let codes = withNeighbour ? [bank, neighbour.bank] : [bank]
    let banks = try await pool.run { connection in
      try codes.map { try BankRepository(connection).loadBank(code: $0) }
    }
    do {
      _ = try await AccrueInterest.run(
        month: month, banks: banks, caller: Self.anna, on: pool,
        options: RunOptions(jobs: jobs))
      throw NotStopped()
    } catch let error as PostgresError where error.sqlState == "P0001" {
      try await asOwner("DROP FUNCTION stop_run CASCADE")
    }
  }

  struct NotStopped: Error {}

  /// Keeps runs from being recorded, which stop there with all their tables filled.
  ///
  /// - Parameter body: what happens meanwhile; it may let them go before its end.
  /// - Returns: what `body` returns.
  /// - Throws: what `body` throws.
  func holdingBack<Value>(
    _ body: (_ letGo: () -> Void) async throws -> Value
  ) async throws -> Value {
    let owner = ConnectionPool(
      ConnectionInfo(connectionInfo), size: 1, logger: Logger(label: "operations-tests"))
    let gate = DispatchSemaphore(value: 0)
    let (held, holding) = AsyncStream<Void>.makeStream()
    let lock = Task {
      defer { holding.finish() }
      try await owner.transaction { connection in
        try connection.script("LOCK TABLE accrual_runs IN SHARE MODE", name: "hold back")
        holding.finish()
        gate.wait()
      }
    }
    for await _ in held {}
    let outcome: Value
    do {
      outcome = try await body { gate.signal() }
    } catch {
      gate.signal()
      throw error
    }
    gate.signal()
    try await lock.value
    await owner.close()
    return outcome
  }

  /// How many filled tables stand beside the books.
  func leafCount() async throws -> Int64 { try await sight().leaves }

  /// What is to be seen of a run while it goes on.
  struct Sight: Sendable {
    /// How many filled tables stand beside the books.
    let leaves: Int64
    /// Whether another connection is within a transaction.
    let isWorking: Bool
    /// Whether one of them waits for a lock.
    let isHeldBack: Bool
    /// Whether one of them is in `pg_sleep`.
    let isAsleep: Bool
  }

  func sight() async throws -> Sight {
    let statement = Statement(
      name: "tests/sight",
      text: """
        SELECT (SELECT count(*) FROM run_leaves), EXISTS (SELECT FROM pg_stat_activity
          WHERE datname = current_database() AND pid <> pg_backend_pid()
            AND backend_type = 'client backend' AND xact_start IS NOT NULL
            AND query NOT LIKE 'LOCK TABLE%'),
          EXISTS (SELECT FROM pg_stat_activity
          WHERE datname = current_database() AND wait_event_type = 'Lock'
            AND query NOT LIKE 'LOCK TABLE%'),
          EXISTS (SELECT FROM pg_stat_activity
          WHERE datname = current_database() AND wait_event = 'PgSleep')
        """)
    return try await pool.run { connection in
      // Only the owner sees what other logins do.
      try connection.script("RESET ROLE", name: "reset role")
      let row = try connection.query(statement)[0]
      try connection.script(Statement.file("session/set_role").text, name: "set role")
      return Sight(
        leaves: try row.get(0), isWorking: try row.get(1), isHeldBack: try row.get(2),
        isAsleep: try row.get(3))
    }
  }

  /// A village on 30 September of which no month was run: a credit pays what falls due in August
  /// and September, another the whole loan on 15 August; one loan is 90 days late in September;
  /// one pays as agreed, and so does one of the neighbour's.
  static func waiting() async throws -> (name: String, loans: [String]) {
    let village = try await Village.opened()
    let credited = try await village.lend(.simple("B1"))
    let plain = try await village.lend(.simple("B2"))
    let ending = try await village.lend(.simple("B3", until: "2025-08-15").atMaturity)
    let late = try await village.lend(.simple("B4"))
    let subsidised = try await village.lend(
      .simple("B5").with { $0.application.isSubsidised = true })
    _ = try await village.neighbour.lend(.simple("B1"))
    try await village.work(on: "2025-07-20")
    try await village.repay(credited, "200.00")
    try await village.repay(ending, "40000.00")
    try await village.work(on: "2025-09-30")
    try await village.neighbour.work(on: "2025-09-30")
    await village.close()
    return (
      TestDatabase.name(in: village.connectionInfo), [credited, plain, ending, late, subsidised]
    )
  }
}
