import CatalogFiles
import Generator
import Logging
import Operations
import Postgres
import Quantities
import TestCatalog
import TestDatabase

/// Databases with a generated book, and what they hold.
enum GeneratedBooks {
  static func plan(seed: UInt64 = 7, loans: Int = 500, banks: Int = 2) -> BookPlan {
    BookPlan(
      seed: seed, loanCount: loans, bankCount: banks, monthCount: 18,
      through: Month(year: 2026, month: 3))
  }

  /// A database with the seeds' catalog and nothing else; connections as its owner.
  static func empty() async throws -> ConnectionPool {
    let connectionInfo = try await TestDatabase.fresh()
    let pool = ConnectionPool(
      ConnectionInfo(connectionInfo), size: 2, logger: Logger(label: "generated-book"))
    _ = try await LoadCatalog.run(CatalogFolder(path: TestCatalog.seeds).content, on: pool)
    return pool
  }

  static func made(_ plan: BookPlan, jobs: Int) async throws -> ConnectionPool {
    let pool = try await empty()
    _ = try await GenerateBook.run(plan, jobs: jobs, on: pool)
    return pool
  }

  /// A digest of the rows of each table, by its name.
  static func digests(_ pool: ConnectionPool) async throws -> [String: String] {
    try await pool.run { connection in
      let tables = Statement(
        name: "tables",
        text: """
          SELECT relname::text AS name FROM pg_class
          WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
            AND NOT relispartition AND relname <> 'schema_migrations'
          """)
      var digests: [String: String] = [:]
      for row in try connection.query(tables) {
        let name: String = try row.get("name")
        let digest = Statement(
          name: "digest_\(name)",
          text: """
            SELECT coalesce(md5(string_agg(t::text, E'\\n' ORDER BY t::text)), 'none') AS digest
            FROM \(name) t
            """)
        digests[name] = try connection.query(digest)[0].get("digest")
      }
      return digests
    }
  }

  /// The only number that a query gives.
  static func number(_ text: String, _ pool: ConnectionPool) async throws -> Int {
    try await pool.run { connection in
      try connection.query(Statement(name: "number_\(text.hashValue)", text: text))[0].get(0)
    }
  }
}
