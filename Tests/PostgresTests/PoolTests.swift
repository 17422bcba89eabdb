import Foundation
import Logging
import Postgres
import Synchronization
import Testing

/// Goal: many callers share few connections, conflicts are tried again, and a cancelled or late
/// unit of work ends.
@Suite("The pool")
struct PoolTests {
  @Test("two hundred callers share four connections, and Swift's own threads stay free")
  func manyCallers() async throws {
    let ticks = Counter()
    let ticker = Task {
      while !Task.isCancelled {
        try await Task.sleep(for: .milliseconds(5))
        ticks.next()
      }
    }
    defer { ticker.cancel() }
    let sum = try await withPool(size: 4) { pool in
      try await withThrowingTaskGroup(of: Int.self) { group in
        for number in 1...200 {
          group.addTask {
            try await pool.run { connection in
              _ = try connection.query(sql("SELECT pg_sleep(0.02)", "tests/sleep"))
              let row = try connection.first(sql("SELECT $1::int8", "tests/echo"), [number])
              return try row?.get(0, as: Int.self) ?? 0
            }
          }
        }
        return try await group.reduce(0, +)
      }
    }
    #expect(sum == 20_100)
    // 200 sleeps of 20 ms on four connections take a second: time for 200 ticks on a free machine.
    #expect(ticks.value >= 40)
  }

  @Test("a deadlock is tried again until both transactions are kept")
  func deadlock() async throws {
    let (attempts, counts) = try await conflict(.readCommitted) { connection, table, other, meet in
      let update = sql("UPDATE \(table) SET n = n + 1 WHERE id = $1", "tests/update")
      _ = try connection.execute(update, [other ? 2 : 1])
      meet()
      _ = try connection.execute(update, [other ? 1 : 2])
    }
    #expect(attempts == 3)
    #expect(counts == [2, 2])
  }

  @Test("a serialization failure is tried again until both transactions are kept")
  func serialization() async throws {
    let (attempts, counts) = try await conflict(.serializable) { connection, table, other, meet in
      let sum = sql("SELECT sum(n)::int8 FROM \(table)", "tests/sum")
      let total = try connection.first(sum)?.get(0, as: Int.self) ?? 0
      meet()
      let set = sql("UPDATE \(table) SET n = $1 WHERE id = $2", "tests/set")
      _ = try connection.execute(set, [total + 1, other ? 2 : 1])
    }
    #expect(attempts == 3)
    #expect(counts.sorted() == [1, 2])
  }

  /// Two transactions that meet halfway at their first attempts.
  private func conflict(
    _ isolation: Isolation,
    _ body: @escaping @Sendable (Connection, String, Bool, () -> Void) throws -> Void
  ) async throws -> (attempts: Int, counts: [Int]) {
    let table = "conflict_\(isolation.rawValue.prefix(4))_\(UInt32.random(in: 0..<1_000_000))"
      .lowercased()
    let attempts = Counter()
    let rendezvous = Rendezvous()
    return try await withPool(size: 2) { pool in
      try await pool.run {
        try $0.script(
          "CREATE TABLE \(table) (id int PRIMARY KEY, n int8);"
            + " INSERT INTO \(table) VALUES (1, 0), (2, 0)",
          name: "tests/table")
      }
      try await withThrowingTaskGroup(of: Void.self) { group in
        for other in [false, true] {
          let tries = Counter()
          group.addTask {
            try await pool.transaction(isolation) { connection in
              attempts.next()
              let isFirst = tries.next() == 1
              try body(connection, table, other) { if isFirst { rendezvous.meet(isFirst: other) } }
            }
          }
        }
        try await group.waitForAll()
      }
      let counts = try await pool.run { connection in
        defer { drop(table, connection) }
        return try connection.query(sql("SELECT n FROM \(table) ORDER BY id", "tests/counts"))
          .map { row in try row.get("n", as: Int.self) }
      }
      return (attempts.value, counts)
    }
  }

  private func drop(_ table: String, _ connection: Connection) {
    do {
      try connection.script("DROP TABLE \(table)", name: "tests/drop")
    } catch {
      Issue.record(error)
    }
  }

  @Test("an error that is not transient is not tried again")
  func noRetry() async throws {
    let attempts = Counter()
    let error = try await withPool(size: 1) { pool in
      await postgresError {
        try await pool.transaction { connection in
          attempts.next()
          _ = try connection.query(sql("SELECT 1 / 0"))
        }
      }
    }
    #expect(error?.sqlState == "22012")
    #expect(attempts.value == 1)
  }

  @Test("a transient error is given up after five attempts")
  func fiveAttempts() async throws {
    let attempts = Counter()
    let error = try await withPool(size: 1) { pool in
      await postgresError {
        try await pool.transaction { _ in
          attempts.next()
          throw PostgresError(.deadlock, "again", sqlState: "40P01")
        }
      }
    }
    #expect(error?.kind == .deadlock)
    #expect(attempts.value == 5)
  }

  @Test("a cancelled task cancels its statement on the server")
  func cancellation() async throws {
    try await withPool(size: 1) { pool in
      let backend = try await pool.run {
        try $0.first(sql("SELECT pg_backend_pid()"))?.get(0, as: Int32.self)
      }
      let start = ContinuousClock.now
      let task = Task {
        try await pool.transaction { connection in
          _ = try connection.query(sql("SELECT pg_sleep(20)", "tests/long"))
        }
      }
      try await Task.sleep(for: .milliseconds(300))
      task.cancel()
      let error = await postgresError { try await task.value }
      #expect(error?.kind == .cancelled)
      #expect(error?.statementName == "tests/long")
      #expect(ContinuousClock.now - start < .seconds(5))
      let running = try await pool.run { connection in
        try connection.first(
          sql(
            "SELECT count(*) FROM pg_stat_activity"
              + " WHERE pid = $1 AND query = 'SELECT pg_sleep(20)' AND state = 'active'"
          ), [backend])?
          .get(0, as: Int.self)
      }
      #expect(running == 0)
    }
  }

  @Test("a task cancelled while it waits for a connection never runs")
  func cancelledInQueue() async throws {
    let runs = Counter()
    let started = Counter()
    let released = Counter()
    try await withPool(size: 1) { pool in
      // The only connection is held until the waiter has been told, however long that takes.
      let holder = Task {
        try await pool.run { _ in
          _ = started.next()
          while released.value == 0 { usleep(1_000) }
        }
      }
      while started.value == 0 { try await Task.sleep(for: .milliseconds(1)) }
      let waiter = Task { try await pool.run { _ in _ = runs.next() } }
      let late = await postgresError {
        try await pool.run(deadline: .milliseconds(100)) { _ in _ = runs.next() }
      }
      waiter.cancel()
      #expect(await postgresError { try await waiter.value }?.kind == .cancelled)
      #expect(late?.kind == .timedOut)
      _ = released.next()
      try await holder.value
    }
    #expect(runs.value == 0)
  }

  @Test("a deadline ends a long statement, and the next unit has a connection that works")
  func deadline() async throws {
    try await withPool(size: 1) { pool in
      let start = ContinuousClock.now
      let error = await postgresError {
        try await pool.transaction(deadline: .milliseconds(300)) { connection in
          _ = try connection.query(sql("SELECT pg_sleep(20)", "tests/long"))
        }
      }
      #expect(error?.code == "storage.timed_out")
      #expect(ContinuousClock.now - start < .seconds(5))
      let one = try await pool.run { try $0.first(sql("SELECT 1"))?.get(0, as: Int.self) }
      #expect(one == 1)
    }
  }

  @Test("without a deadline the connection's patience ends a silent statement")
  func patience() async throws {
    let error = try await withPool(size: 1, patience: .milliseconds(300)) { pool in
      await postgresError { try await pool.run { _ = try $0.query(sql("SELECT pg_sleep(20)")) } }
    }
    #expect(error?.kind == .timedOut)
  }

  @Test("a deadline between two statements rolls back what the first did")
  func deadlineBetweenStatements() async throws {
    try await withPool(size: 1) { pool in
      try await pool.run {
        try $0.script("CREATE TEMPORARY TABLE kept (a int)", name: "tests/table")
      }
      let error = await postgresError {
        try await pool.transaction(deadline: .milliseconds(200)) { connection in
          _ = try connection.execute(sql("INSERT INTO kept VALUES (1)"))
          Thread.sleep(forTimeInterval: 0.3)
        }
      }
      #expect(error?.kind == .timedOut)
      let count = try await pool.run {
        try $0.first(sql("SELECT count(*) FROM kept", "tests/count"))?.get(0, as: Int.self)
      }
      #expect(count == 0)
    }
  }

  @Test("a closed pool refuses further work")
  func closed() async throws {
    let pool = try await withPool(size: 1) { $0 }
    let error = await postgresError { try await pool.run { _ in } }
    #expect(error?.code == "storage.pool_closed")
  }

  @Test("a transaction takes what others hand over while they go on, in order")
  func handedOver() async throws {
    try await withPool(size: 1) { pool in
      let seen = try await pool.transaction { connection in
        var taken: [Int] = []
        let counter = Counter()
        let count = try pool.sibling(size: 1).blocking(
          taking: { (number: Int) in
            let row = try connection.first(sql("SELECT $1::int8", "tests/echo"), [number])
            taken.append(try row?.get(0, as: Int.self) ?? 0)
            counter.next()
          },
          { hand in
            for number in 1...100 { hand(number) }
            let start = ContinuousClock.now
            while counter.value < 100, ContinuousClock.now - start < .seconds(30) {
              try await Task.sleep(for: .milliseconds(1))
            }
            return counter.value
          })
        #expect(taken == Array(1...100))
        return count
      }
      #expect(seen == 100)
    }
  }

  @Test("an error of who takes ends the work when the others are done; theirs comes first")
  func handingFails() async throws {
    struct Taking: Error {}
    struct Handing: Error {}
    let counter = Counter()
    try await withPool(size: 1) { pool in
      try await pool.run { _ in
        #expect(throws: Taking.self) {
          try pool.sibling(size: 1).blocking(
            taking: { (_: Int) in
              counter.next()
              throw Taking()
            }, { hand in for number in 1...3 { hand(number) } })
        }
        #expect(throws: Handing.self) {
          try pool.sibling(size: 1).blocking(
            taking: { (_: Int) in throw Taking() },
            { hand in
              hand(1)
              throw Handing()
            })
        }
      }
    }
    #expect(counter.value == 1)
  }
}
