package import Postgres
import Repositories

/// Everything that happened, one line of JSON a row: what a database can be rebuilt from.
///
/// Shape: `{"table":"loans","row":{…}}`, table by table in an order in which they can be inserted,
///        each in the order of its rows; nothing that follows from facts is among them.
package enum ExportFacts {
  /// Calls `body` once with the lines, all of one picture of the database.
  ///
  /// - Throws: what `body` throws; `PostgresError`.
  package static func run<R: Sendable>(
    on pool: ConnectionPool,
    _ body: @Sendable @escaping (FactLines) throws -> R
  ) async throws -> R {
    // Not the pool's own transaction, which may run `body` again after part of it was written.
    try await pool.run { connection in
      try connection.transaction(.readOnlySnapshot) {
        let rows = RebuildRepository(connection)
        try rows.setTimeZone()
        return try body(FactLines(rows: rows))
      }
    }
  }
}

/// The lines of an export, while its picture of the database is open.
package struct FactLines {
  fileprivate let rows: RebuildRepository

  /// Calls `body` with each line and its end.
  package func each(_ body: (String) throws -> Void) throws {
    for table in SourceTables.names {
      try rows.each(of: table) { try body(FactLine(table: table, row: $0).text) }
    }
  }
}

/// A line of an export.
struct FactLine: Hashable, Sendable {
  let table: String
  /// A JSON object.
  let row: String

  init(table: String, row: String) {
    self.table = table
    self.row = row
  }

  private static let head = "{\"table\":\""
  private static let middle = "\",\"row\":"

  var text: String { Self.head + table + Self.middle + row + "}\n" }

  /// - Returns: nil for a text that is no line of an export; whether the row is JSON, the server
  ///   says.
  init?(_ line: String) {
    guard line.hasPrefix(Self.head), line.hasSuffix("}}") else { return nil }
    let rest = line.dropFirst(Self.head.count)
    guard let end = rest.firstIndex(of: "\"") else { return nil }
    let table = String(rest[..<end])
    guard SourceTables.names.contains(table), rest[end...].hasPrefix(Self.middle) else {
      return nil
    }
    let row = String(rest[end...].dropFirst(Self.middle.count).dropLast())
    guard row.hasPrefix("{") else { return nil }
    self.init(table: table, row: row)
  }
}
