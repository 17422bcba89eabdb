import Foundation
import Logging
import Migration
import Postgres
import TestDatabase
import Testing

/// Goal: a database goes forward step by step, once, whoever asks, and is refused when it can't.
///
/// Method: small scripts on databases of a real server; what is there is read back by a migrator or
/// by a script that fails if it isn't.
@Suite("a migrator")
struct MigratorTests {
  static let first = ("0001_villages.sql", "CREATE TABLE villages (village_id bigint);")
  static let second = ("0002_names.sql", "ALTER TABLE villages ADD COLUMN name text;")
  static let third = (
    "0003_broken.sql", "CREATE TABLE half (); ALTER TABLE nowhere ADD COLUMN name text;"
  )

  static func migrator(_ files: (String, String)...) throws -> Migrator {
    let scripts = try files.map { file in
      try MigrationScript(fileName: file.0, text: file.1)
    }
    return try Migrator(scripts)
  }

  /// Runs the body on one connection to an empty database.
  static func onEmptyDatabase(
    _ body: @Sendable @escaping (Connection) throws -> Void
  ) async throws {
    let info = try await TestDatabase.empty()
    let pool = ConnectionPool(
      ConnectionInfo(info), size: 1, logger: Logger(label: "migration-tests"))
    try await pool.run(body)
    await pool.close()
  }

  @Test("applies all scripts to an empty database, in order, and reports them")
  func fromEmpty() async throws {
    try await Self.onEmptyDatabase { connection in
      let migrator = try Self.migrator(Self.second, Self.first)
      var seen: [Int] = []
      let applied = try migrator.migrate(connection) { seen.append($0.number) }
      #expect(applied.map(\.name) == ["villages", "names"])
      #expect(seen == [1, 2])
      try migrator.check(connection)
      try connection.script("TABLE villages; TABLE schema_migrations", name: "read back")
    }
  }

  @Test("applies nothing a second time, and only the new script later")
  func twice() async throws {
    try await Self.onEmptyDatabase { connection in
      let short = try Self.migrator(Self.first)
      let long = try Self.migrator(Self.first, Self.second)
      #expect(try short.migrate(connection).map(\.number) == [1])
      #expect(try short.migrate(connection).isEmpty)
      #expect(try long.migrate(connection).map(\.number) == [2])
    }
  }

  @Test("lets one of two migrate at the same time; the other waits and finds nothing to do")
  func twoAtOnce() async throws {
    let info = try await TestDatabase.empty()
    let pool = ConnectionPool(
      ConnectionInfo(info), size: 2, logger: Logger(label: "migration-tests"))
    let migrator = try Self.migrator(
      ("0001_villages.sql", "CREATE TABLE villages (); SELECT pg_sleep(0.3);"), Self.second)
    async let one = pool.run { connection in try migrator.migrate(connection).count }
    async let other = pool.run { connection in try migrator.migrate(connection).count }
    let counts = try await [one, other]
    #expect(counts.sorted() == [0, 2])
    await pool.close()
  }

  @Test("leaves nothing of a script that fails, and keeps those before it")
  func failing() async throws {
    try await Self.onEmptyDatabase { connection in
      let broken = try Self.migrator(Self.first, Self.second, Self.third)
      do {
        _ = try broken.migrate(connection)
        Issue.record("the broken script went through")
      } catch let error as PostgresError {
        #expect(error.sqlState == "42P01", "\(error)")
        #expect(error.statementName == "0003_broken.sql")
      }
      try Self.migrator(Self.first, Self.second).check(connection)
      // `half` is not there: it can be made.
      let mended = ("0003_mended.sql", "CREATE TABLE half ();")
      let migrator = try Self.migrator(Self.first, Self.second, mended)
      #expect(try migrator.migrate(connection).map(\.number) == [3])
    }
  }

  @Test("refuses a script that was changed after it was applied")
  func changed() async throws {
    try await Self.onEmptyDatabase { connection in
      _ = try Self.migrator(Self.first, Self.second).migrate(connection)
      let changed = try Self.migrator(Self.first, ("0002_names.sql", Self.second.1 + " "))
      let expected = MigrationError.changed(number: 2, name: "names")
      #expect(throws: expected) { try changed.migrate(connection) }
      #expect(throws: expected) { try changed.check(connection) }
      #expect(expected.code == "migration.changed")
    }
  }

  @Test("refuses a database that a newer program has migrated")
  func databaseIsNewer() async throws {
    try await Self.onEmptyDatabase { connection in
      _ = try Self.migrator(Self.first, Self.second).migrate(connection)
      let older = try Self.migrator(Self.first)
      let expected = MigrationError.databaseIsNewer(found: 2, known: 1)
      #expect(throws: expected) { try older.migrate(connection) }
      #expect(throws: expected) { try older.check(connection) }
      #expect(expected.code == "migration.database_is_newer")
    }
  }

  @Test("refuses a database in which an earlier script was left out")
  func leftOut() async throws {
    try await Self.onEmptyDatabase { connection in
      let migrator = try Self.migrator(Self.first, Self.second)
      _ = try migrator.migrate(connection)
      try connection.script("DELETE FROM schema_migrations WHERE number = 1", name: "tamper")
      let expected = MigrationError.leftOut(number: 1, applied: 2)
      #expect(throws: expected) { try migrator.check(connection) }
      #expect(expected.code == "migration.left_out")
    }
  }

  @Test("tells other commands what is still to be applied")
  func notMigrated() async throws {
    try await Self.onEmptyDatabase { connection in
      let migrator = try Self.migrator(Self.first, Self.second)
      let never = MigrationError.notMigrated(pending: [1, 2])
      #expect(throws: never) { try migrator.check(connection) }
      _ = try Self.migrator(Self.first).migrate(connection)
      #expect(throws: MigrationError.notMigrated(pending: [2])) { try migrator.check(connection) }
      #expect(never.code == "migration.not_migrated")
    }
  }

  @Test(
    "refuses malformed file names",
    arguments: [
      "placeholder.sql", "1_villages.sql", "0000_villages.sql", "00001_villages.sql",
      "0001-villages.sql", "0001_Villages.sql", "0001_.sql", "0001_villages.txt",
      "+001_villages.sql",
    ])
  func fileNameMalformed(name: String) {
    let expected = MigrationError.fileNameMalformed(name)
    #expect(throws: expected) { try MigrationScript(fileName: name, text: "") }
    #expect(expected.code == "migration.file_name_malformed")
  }

  @Test("refuses two scripts with one number, and a number that is left out")
  func numbers() {
    let twice = MigrationError.numberTwice(number: 1, names: ["other", "villages"])
    #expect(throws: twice) { try Self.migrator(Self.first, ("0001_other.sql", "")) }
    #expect(twice.code == "migration.number_twice")
    let missing = MigrationError.numberMissing(number: 2)
    #expect(throws: missing) { try Self.migrator(Self.first, ("0003_later.sql", "")) }
    #expect(missing.code == "migration.number_missing")
  }

  @Test("refuses a script that ends its transaction")
  func controlsTransaction() {
    let script = ("0001_villages.sql", "CREATE TABLE villages ();\n  commit;\nTABLE villages;\n")
    let expected = MigrationError.controlsTransaction(number: 1, name: "villages", line: 2)
    #expect(throws: expected) { try Self.migrator(script) }
    #expect(expected.code == "migration.controls_transaction")
  }
}
