import Postgres
import Testing

/// Goal: what failed inside a transaction is taken back, and what stands around it is kept.
@Suite("A savepoint")
struct SavepointTests {
  private struct Refused: Error {}

  @Test("takes back what was written when its body throws, and the transaction goes on")
  func takesBack() async throws {
    try await withPool(size: 1) { pool in
      let kept = try await pool.transaction { connection in
        try connection.script("CREATE TEMP TABLE attempts (n int8)", name: "tests/make")
        let insert = sql("INSERT INTO attempts VALUES ($1)", "tests/insert")
        _ = try connection.execute(insert, [1])
        try? connection.savepoint {
          _ = try connection.execute(insert, [2])
          throw Refused()
        }
        try? connection.savepoint {
          _ = try connection.execute(sql("SELECT 1 / $1::int8", "tests/fail"), [0])
        }
        let value = try connection.savepoint {
          try connection.savepoint { try connection.execute(insert, [3]) }
        }
        #expect(value == 1)
        return try connection.query(sql("SELECT n FROM attempts ORDER BY n", "tests/list"))
          .map { try $0.get(0, as: Int64.self) }
      }
      #expect(kept == [1, 3])
    }
  }
}
