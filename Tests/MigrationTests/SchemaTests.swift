import Foundation
import Logging
import Migration
import Postgres
import PrivateDatabase
import TestDatabase
import Testing

/// Goal: the program's own scripts work, and `SQL/schema.sql` shows what they make.
///
/// Method: the schema of a freshly migrated database is dumped and compared. Run with
/// `SHANHAI_WRITE_SCHEMA=1`, as `deploy/database schema` does, the test writes the file instead.
@Suite("the program's schema")
struct SchemaTests {
  @Test("is what SQL/schema.sql says")
  func schemaFile() async throws {
    let info = try await TestDatabase.fresh()
    let dump = try await TestDatabase.cluster()
      .schemaDump(database: TestDatabase.name(in: info))
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appendingPathComponent("SQL/schema.sql")
    let schema =
      "-- The schema that SQL/migrations make, for readers; a test compares it. To write it anew:\n"
      + "-- deploy/database schema\n\n"
      + SchemaText.normalized(dump)
    if ProcessInfo.processInfo.environment["SHANHAI_WRITE_SCHEMA"] == "1" {
      try Data(schema.utf8).write(to: file)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == schema)
  }

  @Test("is complete in a fresh test database")
  func fresh() async throws {
    let pool = ConnectionPool(
      ConnectionInfo(try await TestDatabase.fresh()), size: 1,
      logger: Logger(label: "migration-tests"))
    let migrator = try Migrator.ofProgram()
    try await pool.run { connection in try migrator.check(connection) }
    await pool.close()
  }
}
