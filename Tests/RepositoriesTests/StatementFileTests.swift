import Logging
import Postgres
import SQLScripts
import TestDatabase
import Testing

/// Goal: PostgreSQL itself finds every statement of `SQL/queries` and `SQL/checks` good, and the
/// comment at its head tells its parameters as they are.
///
/// Method: each file is prepared on a freshly migrated database; the types that the server finds
/// for its parameters are held to the comment. A COPY is begun with no row.
@Suite("the files of SQL")
struct StatementFileTests {
  static let queries = SQLScripts.files(in: "queries")

  @Test("begin with their own name and what they do", arguments: queries)
  func heads(_ path: String) throws {
    let file = StatementFile(path)
    let start = "-- \(file.name): "
    #expect(file.text.hasPrefix(start))
    #expect(file.text.dropFirst(start.count).first?.isLetter == true)
  }

  @Test("are prepared, with the parameters that their comments name")
  func prepared() async throws {
    let pool = try await Self.pool()
    try await pool.run { connection in
      for path in Self.queries {
        let file = StatementFile(path)
        switch file.verb {
        case "SELECT", "INSERT", "UPDATE", "WITH", "VALUES":
          let types = try Self.parameterTypes(file, connection)
          if let problem = file.difference(from: types) { Issue.record("\(path): \(problem)") }
        case "COPY":
          let copied = try connection.copyIn(Statement(name: path, text: file.text)) { _ in }
          #expect(copied == 0)
        case "SET", "DISCARD":
          try connection.transaction { try connection.script(file.text, name: path) }
          try connection.script("RESET ROLE", name: "reset")
        case "CREATE":
          // The history of migrations: it was made when the database was migrated.
          #expect(path.hasPrefix("queries/migration/"))
        default:
          Issue.record("\(path) begins with \(file.verb)")
        }
      }
    }
    await pool.close()
  }

  @Test("that check the books find nothing in an empty database")
  func checks() async throws {
    let pool = try await Self.pool()
    let paths = SQLScripts.files(in: "checks")
    #expect(paths.count >= 3)
    try await pool.run { connection in
      for path in paths {
        let rows = try connection.query(Statement(name: path, text: SQLScripts.text(path)))
        #expect(rows.isEmpty, "\(path)")
      }
    }
    await pool.close()
  }

  private static func pool() async throws -> ConnectionPool {
    ConnectionPool(
      ConnectionInfo(try await TestDatabase.fresh()), size: 1,
      logger: Logger(label: "repositories-tests"))
  }

  /// The types of the parameters of one statement, as the server found them.
  private static func parameterTypes(
    _ file: StatementFile, _ connection: Connection
  ) throws -> [String] {
    let name = "s_" + file.path.map { $0.isLetter ? String($0) : "_" }.joined()
    do {
      try connection.script("PREPARE \(name) AS \(file.text)", name: file.path)
    } catch {
      Issue.record(error)
      return []
    }
    let types = Statement(
      name: "types",
      text: "SELECT parameter_types::text[] AS types FROM pg_prepared_statements WHERE name = $1")
    let found: [String] = try connection.query(types, [name])[0].get("types")
    try connection.script("DEALLOCATE \(name)", name: file.path)
    return found
  }
}

/// A file of SQL with what its comment says of its parameters.
private struct StatementFile {
  private static let types: Set<String> = [
    "bigint", "integer", "smallint", "text", "date", "boolean", "timestamptz", "numeric", "jsonb",
  ]

  let path: String
  let text: String

  init(_ path: String) {
    self.path = path
    text = SQLScripts.text(path)
  }

  var name: String {
    String(path.split(separator: "/").last?.dropLast(".sql".count) ?? "")
  }

  private var lines: [Substring] { text.split(separator: "\n") }

  /// The first word of the statement.
  var verb: String {
    let first = lines.first { !$0.hasPrefix("--") } ?? ""
    return String(first.prefix { $0.isLetter })
  }

  /// The words that the comment says of each parameter; nil if it names only their number, as in
  /// `$1 … $35`.
  private var described: [[String]]? {
    let comment = lines.prefix { $0.hasPrefix("--") }
      .prefix { !$0.hasPrefix("-- locks") && !$0.hasPrefix("-- ->") }
      .map { $0.dropFirst(3) }.joined(separator: " ")
    if comment.contains("…") { return nil }
    return comment.split(separator: "$", omittingEmptySubsequences: false).dropFirst()
      .map { $0.split { " ,;:()".contains($0) }.map(String.init) }
  }

  /// What the comment says otherwise; nil if it is right.
  ///
  /// A type that stands after several parameters (`$8 $9 date`) is that of all of them.
  func difference(from types: [String]) -> String? {
    guard let described else { return nil }
    guard described.count == types.count else {
      return "\(types.count) parameters, of which \(described.count) are described"
    }
    for (index, type) in types.enumerated() {
      guard described[index].first == "\(index + 1)" else {
        return "$\(index + 1) is not in its place"
      }
      let named = described[index...].lazy.flatMap { $0 }.first {
        Self.types.contains($0.replacing("[]", with: ""))
      }
      let found = type.replacing("timestamp with time zone", with: "timestamptz")
      guard named == found else {
        return "$\(index + 1) is \(found), described as \(named ?? "nothing")"
      }
    }
    return nil
  }
}
