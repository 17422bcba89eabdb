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
        if file.text.contains(":leaf") {
          try Self.run(file, intoLeafOn: connection)
          continue
        }
        switch file.verb {
        case "SELECT", "INSERT", "UPDATE", "DELETE", "WITH", "VALUES":
          let types = try Self.parameterTypes(file, connection)
          if let problem = file.difference(from: types) { Issue.record("\(path): \(problem)") }
        case "COPY" where file.isText:
          #expect(try connection.copyOutText(file.filled) { _ in } == 0)
        case "COPY" where file.text.contains("TO STDOUT"):
          try connection.copyOut(file.filled) { _ in }
        case "COPY":
          let copied = try connection.copyIn(Statement(name: path, text: file.text)) { _ in }
          #expect(copied == 0)
        case "SET", "DISCARD":
          try connection.transaction { try connection.script(file.text, name: path) }
          try connection.script("RESET ROLE", name: "reset")
        case "CREATE":
          // The history of migrations: it was made when the database was migrated.
          #expect(path.hasPrefix("queries/migration/"))
        case "DO", "ANALYZE":
          // They take the keys off all tables and put them back: each generated book runs them.
          #expect(path.hasPrefix("queries/generating/"))
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

  /// Runs a statement that fills a table of a run, or moves its rows, on an empty one.
  private static func run(_ file: StatementFile, intoLeafOn connection: Connection) throws {
    struct Done: Error {}
    let parent = file.text.contains("ositions") ? "positions" : "run_transfers"
    let leaf = "\(parent)_202601_test"
    do {
      try connection.transaction {
        try connection.script("SELECT make_leaf('\(parent)', '\(leaf)')", name: "make_leaf")
        let text = file.text.split(separator: ":leaf", omittingEmptySubsequences: false)
          .joined(separator: leaf)
        if file.verb == "COPY" {
          #expect(try connection.copyIn(Statement(name: file.path, text: text)) { _ in } == 0)
        } else {
          try connection.script(text, name: file.path)
        }
        throw Done()
      }
    } catch is Done {}
  }

  /// The types of the parameters of one statement, as the server found them.
  private static func parameterTypes(
    _ file: StatementFile, _ connection: Connection
  ) throws -> [String] {
    let name = "s_" + file.path.map { $0.isLetter ? String($0) : "_" }.joined()
    // Any table will do.
    let text = file.text.replacing(":table", with: "sponsors")
    do {
      try connection.script("PREPARE \(name) AS \(text)", name: file.path)
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
    "bytea",
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

  /// Whether it writes PostgreSQL's text format.
  var isText: Bool { text.contains("TO STDOUT;") }

  /// The statement with a value of the type that the comment says for each `:name` of it.
  var filled: Statement {
    var filled = text
    let comment = lines.prefix { $0.hasPrefix("--") }.map { $0.dropFirst(3) }
      .joined(separator: " ")
    for part in comment.split(separator: " :").dropFirst() {
      let words = part.split { " ,;:()".contains($0) }
      let type = words.first { Self.types.contains(String($0)) } ?? "text"
      let values = ["bigint": "0", "integer": "0", "date": "'2026-01-31'", "text": "x"]
      filled = filled.split(separator: ":" + (words.first ?? ""), omittingEmptySubsequences: false)
        .joined(separator: values[String(type)] ?? "x")
    }
    return Statement(name: path, text: filled)
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
