package import Postgres
import SQLScripts

/// Brings a database's schema to what the program knows, forward only.
///
/// Shape:    scripts are numbered 1, 2, 3 …; each is applied once, in one transaction with its row
///           in `schema_migrations`. What fails leaves nothing of itself.
/// Ordering: a session-level advisory lock lets one process at a time migrate a database; the
///           others wait and then find nothing to do.
/// Trust:    each row keeps the SHA-256 of its script, so that a script which was changed after it
///           had been applied is refused, as is a database that a newer program has migrated.
package struct Migrator: Sendable {
  /// By number, without a gap.
  package let scripts: [MigrationScript]

  /// How long a connection that migrates should wait for the server: an index on a large table
  /// takes minutes, and so may another process that migrates.
  package static let patience: Duration = .seconds(3600)

  package init(_ scripts: [MigrationScript]) throws(MigrationError) {
    let sorted = scripts.sorted { ($0.number, $0.name) < ($1.number, $1.name) }
    for (one, next) in zip(sorted, sorted.dropFirst()) where one.number == next.number {
      throw .numberTwice(number: one.number, names: [one.name, next.name])
    }
    for (index, script) in sorted.enumerated() where script.number != index + 1 {
      throw .numberMissing(number: index + 1)
    }
    for script in sorted {
      if let line = script.transactionLine {
        throw .controlsTransaction(number: script.number, name: script.name, line: line)
      }
    }
    self.scripts = sorted
  }

  /// The migrator of the program's own scripts.
  package static func ofProgram() throws(MigrationError) -> Migrator {
    var scripts: [MigrationScript] = []
    for path in SQLScripts.files(in: "migrations") {
      let fileName = String(path.dropFirst("migrations/".count))
      scripts.append(try MigrationScript(fileName: fileName, text: SQLScripts.text(path)))
    }
    return try Migrator(scripts)
  }

  /// Applies what is still to be applied.
  ///
  /// - Parameters:
  ///   - connection: outside a transaction, as the owner of the schema.
  ///   - progress: told of each script before it is applied.
  /// - Returns: the scripts that were applied; none if the database was up to date.
  /// - Throws: `MigrationError`, or the `PostgresError` that a script met, with its file's name;
  ///   the scripts before that one stay applied.
  package func migrate(
    _ connection: Connection, progress: (MigrationScript) -> Void = { _ in }
  ) throws -> [MigrationScript] {
    _ = try connection.query(.takeLock)
    let applied: [MigrationScript]
    do {
      applied = try applyPending(connection, progress: progress)
    } catch {
      // A connection that can't release the lock is gone, and the lock with it.
      _ = try? connection.query(.releaseLock)
      throw error
    }
    _ = try connection.query(.releaseLock)
    return applied
  }

  /// Does nothing if the database is as the program needs it: every command but `migrate` asks.
  ///
  /// - Throws: `MigrationError` `notMigrated`, `databaseIsNewer`, `changed` or `leftOut`, or a
  ///   `PostgresError`.
  package func check(_ connection: Connection) throws {
    let pending = try pending(connection)
    guard pending.isEmpty else {
      throw MigrationError.notMigrated(pending: pending.map(\.script.number))
    }
  }

  private typealias Pending = (script: MigrationScript, checksum: String)

  private func applyPending(
    _ connection: Connection, progress: (MigrationScript) -> Void
  ) throws -> [MigrationScript] {
    let pending = try pending(connection)
    if try !historyExists(connection) { try connection.execute(.createHistory) }
    for (script, checksum) in pending {
      progress(script)
      try connection.transaction {
        try connection.script(script.text, name: script.fileName)
        try connection.execute(.insertApplied, [Int32(script.number), script.name, checksum])
      }
    }
    return pending.map(\.script)
  }

  /// The scripts that are still to be applied, after all that was applied has been found sound.
  private func pending(_ connection: Connection) throws -> [Pending] {
    let checksums = try connection.query(.checksums, [scripts.map(\.text)])
      .map { row throws(PostgresError) in try row.get("checksum", as: String.self) }
    let all = Array(zip(scripts, checksums).map { (script: $0, checksum: $1) })
    guard try historyExists(connection) else { return all }

    var found: [Int: String] = [:]
    for row in try connection.query(.listApplied) {
      found[Int(try row.get("number", as: Int32.self))] = try row.get("checksum", as: String.self)
    }
    if let newest = found.keys.max(), newest > scripts.count {
      throw MigrationError.databaseIsNewer(found: newest, known: scripts.count)
    }
    for (script, checksum) in all {
      if let applied = found[script.number], applied != checksum {
        throw MigrationError.changed(number: script.number, name: script.name)
      }
    }
    let pending = all.filter { found[$0.script.number] == nil }
    if let first = pending.first?.script.number, let later = found.keys.max(), later > first {
      throw MigrationError.leftOut(number: first, applied: later)
    }
    return pending
  }

  private func historyExists(_ connection: Connection) throws -> Bool {
    try connection.query(.historyExists).first?.get("found", as: Bool.self) ?? false
  }
}

extension MigrationScript {
  fileprivate var fileName: String {
    let digits = String(number)
    let zeros = String(repeating: "0", count: max(0, 4 - digits.utf8.count))
    return "\(zeros)\(digits)_\(name).sql"
  }
}

extension Statement {
  fileprivate static let takeLock = migration("take_lock")
  fileprivate static let releaseLock = migration("release_lock")
  fileprivate static let historyExists = migration("history_exists")
  fileprivate static let createHistory = migration("create_history")
  fileprivate static let listApplied = migration("list_applied")
  fileprivate static let checksums = migration("checksums")
  fileprivate static let insertApplied = migration("insert_applied")

  private static func migration(_ name: String) -> Statement {
    Statement(
      name: "migration/\(name)", text: SQLScripts.text("queries/migration/\(name).sql"))
  }
}
