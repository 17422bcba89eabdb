import Logging
import Postgres
import Quantities
import Synchronization
import Testing

/// Goal: statements, streams, COPY and pipelines do what they say, and errors say where they arose.
@Suite("Statements")
struct StatementTests {
  private static let table = """
    CREATE TEMPORARY TABLE parents (parent_id bigint CONSTRAINT parents_key PRIMARY KEY);
    CREATE TEMPORARY TABLE loans (
      loan_id bigint CONSTRAINT loans_key PRIMARY KEY,
      principal bigint NOT NULL CONSTRAINT loans_principal_is_positive CHECK (principal > 0),
      parent_id bigint CONSTRAINT loans_parent REFERENCES parents, signed_on date, note text);
    """
  private static let insert = sql(
    "INSERT INTO loans (loan_id, principal, parent_id) VALUES ($1, $2, $3)", "loans/insert")

  @Test("violations carry SQLSTATE, constraint, table and the statement's file")
  func violations() async throws {
    try await withPool(size: 1) { pool in
      try await pool.run { try $0.script(Self.table, name: "tests/table") }
      func error(_ id: Int, _ principal: Int?, _ parent: Int?) async -> PostgresError? {
        await postgresError {
          try await pool.run { _ = try $0.execute(Self.insert, [id, principal, parent]) }
        }
      }
      #expect(await error(1, 100, nil) == nil)
      let unique = await error(1, 100, nil)
      #expect(unique?.code == "storage.unique_violation")
      #expect(unique?.sqlState == "23505")
      #expect(unique?.constraint == "loans_key")
      #expect(unique?.violates("loans_key") == true)
      #expect(unique?.violates("loans") == false)
      #expect(unique?.table == "loans")
      #expect(unique?.statementName == "loans/insert")
      #expect(unique?.detail == "Key (loan_id)=(1) already exists.")
      #expect(unique?.isTransient == false)
      let check = await error(2, -1, nil)
      #expect(check?.kind == .checkViolation)
      #expect(check?.constraint == "loans_principal_is_positive")
      #expect(await error(3, nil, nil)?.kind == .notNullViolation)
      #expect(await error(3, nil, nil)?.column == "principal")
      #expect(await error(3, 1, 7)?.kind == .foreignKeyViolation)
    }
  }

  @Test("a constraint of a shard is recognised by its prefix")
  func shards() {
    var error = PostgresError(.uniqueViolation, "")
    error.constraint = "loans_key_102008"
    #expect(error.violates("loans_key"))
    #expect(!error.violates("loans"))
  }

  @Test("an error in the text of a statement names its line")
  func line() async throws {
    let error = try await withPool(size: 1) { pool in
      await postgresError {
        try await pool.run { _ = try $0.query(sql("-- a comment\n\nSELECT nothing\n", "a/b")) }
      }
    }
    #expect(error?.sqlState == "42703")
    #expect(error?.line == 3)
    #expect(error?.description.hasPrefix("storage.refused_by_server [42703] in a/b:3: ") == true)
  }

  @Test("the number of parameters must be right, and two rows are no single row")
  func counts() async throws {
    try await withPool(size: 1) { pool in
      let parameters = await postgresError {
        try await pool.run { _ = try $0.query(sql("SELECT $1::int8"), []) }
      }
      #expect(parameters?.message == "0 parameters given, 1 expected")
      let rows = await postgresError {
        try await pool.run { _ = try $0.first(sql("SELECT generate_series(1, 2)")) }
      }
      #expect(rows?.kind == .wrongResult)
    }
  }

  @Test("a statement whose table has changed is prepared again")
  func changedTable() async throws {
    try await withPool(size: 1) { pool in
      let columns = try await pool.run { connection in
        let all = sql("SELECT * FROM changing", "changing/all")
        try connection.script("CREATE TEMPORARY TABLE changing (a int)", name: "tests/table")
        _ = try connection.query(all)
        try connection.script(
          "ALTER TABLE changing ADD b int; INSERT INTO changing VALUES (1, 2)", name: "tests/alter")
        return try connection.query(all).first?.columnNames
      }
      #expect(columns == ["a", "b"])
    }
  }

  @Test("rows are streamed, and the connection goes on after a body that throws")
  func stream() async throws {
    struct Enough: Error {}
    try await withPool(size: 1) { pool in
      let (sum, next) = try await pool.run { connection in
        var sum = 0
        try connection.each(
          sql("SELECT g::int8 AS g FROM generate_series(1, $1) g"), [Int(100_000)]
        ) {
          sum += try $0.get("g", as: Int.self)
        }
        var seen = 0
        do {
          try connection.each(sql("SELECT generate_series(1, 1000)", "tests/short")) { _ in
            seen += 1
            if seen == 10 { throw Enough() }
          }
        } catch is Enough {}
        return (sum, try connection.first(sql("SELECT 7", "tests/seven"))?.get(0, as: Int.self))
      }
      #expect(sum == 5_000_050_000)
      #expect(next == 7)
      let error = await postgresError {
        try await pool.run {
          try $0.each(sql("SELECT 1 / (5 - g) FROM generate_series(1, 9) g")) { _ in }
        }
      }
      #expect(error?.sqlState == "22012")
    }
  }

  @Test("rows go in and out by COPY")
  func copy() async throws {
    struct Enough: Error {}
    let copyIn = sql(
      "COPY loans (loan_id, principal, signed_on, note) FROM STDIN (FORMAT binary)", "loans/copy_in"
    )
    let copyOut = sql(
      "COPY (SELECT loan_id, principal, signed_on, note FROM loans ORDER BY 1)"
        + " TO STDOUT (FORMAT binary)",
      "loans/copy_out")
    try await withPool(size: 1) { pool in
      let (written, read, wrong) = try await pool.run { connection in
        try connection.script(Self.table, name: "tests/table")
        let written = try connection.copyIn(copyIn) { writer in
          for id in 1...50_000 {
            try writer.row(4) { row in
              try row.append(id)
              try row.append(Money(minorUnits: Int64(id) * 3))
              try row.append(id.isMultiple(of: 2) ? nil : Day(number: Int32(id)))
              try row.append("第\(id)笔")
            }
          }
        }
        var read = 0
        var wrong = 0
        try connection.copyOut(copyOut) { row in
          read += 1
          if try row.get(0, as: Int.self) != read { wrong += 1 }
          if try row.get(1, as: Money.self).minorUnits != Int64(read) * 3 { wrong += 1 }
          let day = read.isMultiple(of: 2) ? nil : Day(number: Int32(read))
          if try row.optional(2, as: Day.self) != day { wrong += 1 }
          if try row.get(3, as: String.self) != "第\(read)笔" { wrong += 1 }
        }
        do {
          try connection.copyOut(copyOut) { _ in throw Enough() }
        } catch is Enough {}
        return (written, read, wrong)
      }
      #expect(written == 50_000)
      #expect(read == 50_000)
      #expect(wrong == 0)
    }
  }

  @Test("a COPY that fails writes nothing and says why")
  func failingCopy() async throws {
    struct Enough: Error {}
    let copyIn = sql("COPY loans (loan_id, principal) FROM STDIN (FORMAT binary)", "loans/copy_in")
    try await withPool(size: 1) { pool in
      try await pool.run { try $0.script(Self.table, name: "tests/table") }
      func copy(
        _ rows: Int, _ value: @escaping @Sendable (Int) -> any PostgresEncodable
      ) async -> PostgresError? {
        await postgresError {
          try await pool.run { connection in
            _ = try connection.copyIn(copyIn) { writer in
              for id in 1...rows { try writer.row([id, value(id)]) }
            }
          }
        }
      }
      let violation = await copy(200_000) { $0 == 10 ? -1 : $0 }
      #expect(violation?.kind == .checkViolation)
      #expect(violation?.constraint == "loans_principal_is_positive")
      #expect(violation?.statementName == "loans/copy_in")
      #expect(await copy(10) { Int32($0) }?.sqlState == "08P01")
      #expect(await copy(10) { _ in "too long for a number" }?.sqlState == "22P03")
      await #expect(throws: Enough.self) {
        try await pool.run { connection in
          try connection.copyIn(copyIn) { writer in
            try writer.row([1, 1])
            throw Enough()
          }
        }
      }
      let text = await postgresError {
        try await pool.run { _ = try $0.copyIn(sql("COPY loans FROM STDIN", "a/b")) { _ in } }
      }
      #expect(text?.message == "the COPY does not say FORMAT binary")
      let select = await postgresError {
        try await pool.run { try $0.copyOut(sql("SELECT 1", "a/b")) { _ in } }
      }
      #expect(select?.kind == .wrongResult)
      let query = await postgresError {
        try await pool.run { try $0.script("COPY loans FROM STDIN", name: "a/b") }
      }
      #expect(query?.kind == .wrongResult)
      let count = try await pool.run {
        try $0.first(sql("SELECT count(*) FROM loans", "tests/count"))?.get(0, as: Int.self)
      }
      #expect(count == 0)
    }
  }

  @Test("two thousand statements go through a pipeline")
  func pipeline() async throws {
    try await withPool(size: 1) { pool in
      let counts = try await pool.run { connection in
        try connection.script(Self.table, name: "tests/table")
        return try connection.transaction {
          try connection.pipeline((1...2_000).map { (Self.insert, [$0, $0, nil]) })
        }
      }
      #expect(counts == [Int](repeating: 1, count: 2_000))
      let error = await postgresError {
        try await pool.transaction { connection in
          _ = try connection.pipeline(
            (2_001...4_000).map { (Self.insert, [$0, $0 == 3_234 ? 0 : 1, nil]) })
        }
      }
      #expect(error?.kind == .checkViolation)
      #expect(error?.context == "statement 1234 of 2000 in a pipeline")
      #expect(error?.statementName == "loans/insert")
      let wrong = await postgresError {
        try await pool.transaction { connection in
          _ = try connection.pipeline(
            (2_001...2_100).map { (Self.insert, [$0, $0 == 2_050 ? "x" : 1, nil]) })
        }
      }
      #expect(wrong?.kind == .wrongParameter)
      #expect(wrong?.context == "statement 50 of 100 in a pipeline")
      let count = try await pool.run {
        try $0.first(sql("SELECT count(*) FROM loans", "tests/count"))?.get(0, as: Int.self)
      }
      #expect(count == 2_000)
    }
  }

  @Test("a transaction is kept whole or not at all")
  func transactions() async throws {
    struct Enough: Error {}
    try await withPool(size: 1) { pool in
      try await pool.run { try $0.script(Self.table, name: "tests/table") }
      await #expect(throws: Enough.self) {
        try await pool.transaction { connection in
          _ = try connection.execute(Self.insert, [1, 1, nil])
          throw Enough()
        }
      }
      let swallowed = await postgresError {
        try await pool.transaction { connection in
          _ = try connection.execute(Self.insert, [2, 2, nil])
          do {
            _ = try connection.execute(Self.insert, [2, 2, nil])
          } catch {
            return
          }
        }
      }
      #expect(swallowed?.kind == .transactionAborted)
      let readOnly = await postgresError {
        try await pool.transaction(.readOnlySnapshot) {
          try $0.script("CREATE TABLE refused (a int)", name: "tests/table")
        }
      }
      #expect(readOnly?.sqlState == "25006")
      let count = try await pool.run {
        try $0.first(sql("SELECT count(*) FROM loans", "tests/count"))?.get(0, as: Int.self)
      }
      #expect(count == 0)
    }
  }

  @Test("the server's notices are in the log")
  func notices() async throws {
    let log = RecordingLog()
    let logger = Logger(label: "recording") { _ in log }
    try await withPool(size: 1, logger: logger) { pool in
      try await pool.run {
        try $0.script(
          "DO $$ BEGIN RAISE NOTICE 'month % is open', 7; RAISE WARNING 'late'; END $$", name: "a/b"
        )
      }
    }
    #expect(log.lines.withLock { $0 } == ["notice month 7 is open", "warning late"])
  }
}

/// Keeps what is logged.
final class RecordingLog: LogHandler {
  let lines = Mutex<[String]>([])
  var metadata: Logger.Metadata {
    get { [:] }
    set {}
  }
  var logLevel: Logger.Level {
    get { .trace }
    set {}
  }
  subscript(metadataKey _: String) -> Logger.Metadata.Value? {
    get { nil }
    set {}
  }

  func log(event: LogEvent) { lines.withLock { $0.append("\(event.level) \(event.message)") } }
}
