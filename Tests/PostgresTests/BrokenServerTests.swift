import Foundation
import Logging
import Postgres
import Testing

/// Goal: a server in trouble never hangs a caller, and the error says what the trouble is.
///
/// Method: each test ill-treats a server of its own.
@Suite("A server in trouble")
struct BrokenServerTests {
  private let one = sql("SELECT 1", "tests/one")

  @Test("the pool reconnects after the server restarts")
  func restart() async throws {
    let server = await TestServer.made()
    defer { server.stop() }
    try await withPool(size: 2, conninfo: server.conninfo) { pool in
      _ = try await pool.run { try $0.query(one).count }
      server.stop(keepingFolder: true)
      let gone = await postgresError { _ = try await pool.run { try $0.query(one).count } }
      #expect(gone?.code == "storage.connection_failed")
      #expect(gone?.isTransient == true)
      await server.restart()
      #expect(try await pool.run { try $0.query(one).count } == 1)
    }
  }

  @Test("a connection that is closed under a statement is gone, and a transaction is tried again")
  func terminated() async throws {
    try await withPool(size: 2) { pool in
      let kill = sql("SELECT pg_terminate_backend(pg_backend_pid())", "tests/terminate")
      let error = await postgresError { _ = try await pool.run { try $0.query(kill).count } }
      #expect(error?.code == "storage.server_gone")
      #expect(error?.sqlState == "57P01")
      #expect(error?.isTransient == true)
      let attempts = Counter()
      let rows = try await pool.transaction { connection in
        if attempts.next() == 1 { _ = try connection.query(kill) }
        return try connection.query(one).count
      }
      #expect(rows == 1)
      #expect(attempts.value == 2)
    }
  }

  @Test("a connection lost during COMMIT leaves the outcome unknown, and nothing is tried again")
  func lostCommit() async throws {
    try await withPool(size: 1) { pool in
      let attempts = Counter()
      let error = await postgresError {
        try await pool.transaction { connection in
          attempts.next()
          try connection.script(
            """
            CREATE TEMPORARY TABLE doomed (a int);
            CREATE FUNCTION pg_temp.end_it() RETURNS trigger LANGUAGE plpgsql AS
              'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END';
            CREATE CONSTRAINT TRIGGER doom AFTER INSERT ON doomed DEFERRABLE INITIALLY DEFERRED
              FOR EACH ROW EXECUTE FUNCTION pg_temp.end_it();
            INSERT INTO doomed VALUES (1);
            """, name: "tests/doomed")
        }
      }
      #expect(error?.code == "storage.outcome_unknown")
      #expect(error?.isTransient == false)
      #expect(attempts.value == 1)
    }
  }

  @Test("a frozen backend does not hang the caller beyond the deadline")
  func frozenBackend() async throws {
    let server = await TestServer.made()
    defer { server.stop() }
    try await withPool(size: 1, conninfo: server.conninfo) { pool in
      let backend = try await pool.run {
        try $0.first(sql("SELECT pg_backend_pid()"))?.get(0, as: Int32.self) ?? 0
      }
      let postmaster = try server.postmaster()
      for process in [backend, postmaster] { kill(process, SIGSTOP) }
      defer { for process in [backend, postmaster] { kill(process, SIGCONT) } }
      let start = ContinuousClock.now
      let error = await postgresError {
        _ = try await pool.run(deadline: .milliseconds(300)) { try $0.query(one).count }
      }
      #expect(error?.code == "storage.timed_out")
      #expect(ContinuousClock.now - start < .seconds(3))
      // The postmaster is frozen as well: a new connection waits no longer than it may.
      let connecting = await postgresError {
        _ = try await pool.run(deadline: .milliseconds(300)) { try $0.query(one).count }
      }
      #expect(connecting?.code == "storage.timed_out")
      #expect(ContinuousClock.now - start < .seconds(5))
      for process in [backend, postmaster] { kill(process, SIGCONT) }
      #expect(try await pool.run { try $0.query(one).count } == 1)
    }
  }

  @Test("a frozen server does not hang a COPY that fills the socket, nor a pipeline")
  func frozenCopy() async throws {
    let server = await TestServer.made()
    defer { server.stop() }
    for usesPipeline in [false, true] {
      try await withPool(size: 1, conninfo: server.conninfo) { pool in
        let start = ContinuousClock.now
        let error = await postgresError {
          try await pool.run(deadline: .seconds(1)) { connection in
            let pid =
              try connection.first(sql("SELECT pg_backend_pid()"))?.get(0, as: Int32.self) ?? 0
            try connection.script("CREATE TEMPORARY TABLE big (a text)", name: "tests/table")
            defer { kill(pid, SIGCONT) }
            let text = String(repeating: "x", count: 100_000)
            let insert = sql("INSERT INTO big VALUES ($1)", "tests/insert")
            _ = try connection.execute(insert, [text])
            kill(pid, SIGSTOP)
            if usesPipeline {
              _ = try connection.pipeline((0..<400).map { _ in (insert, [text]) })
            } else {
              try connection.copyIn(sql("COPY big FROM STDIN (FORMAT binary)")) { writer in
                for _ in 0..<400 { try writer.row([text]) }
              }
            }
          }
        }
        #expect(error?.code == "storage.timed_out")
        #expect(ContinuousClock.now - start < .seconds(5))
      }
    }
  }

  @Test("a wrong password is told from a server that is not there")
  func passwords() async throws {
    let server = await TestServer.made(.password)
    defer { server.stop() }
    for (password, isRight) in [
      (" password=secret", true), (" password=wrong", false), ("", false),
    ] {
      try await withPool(size: 1, conninfo: server.conninfo + password) { pool in
        let error = await postgresError { _ = try await pool.run { try $0.query(one).count } }
        #expect(error?.code == (isRight ? nil : "storage.authentication_failed"))
        #expect(error?.sqlState == (isRight ? nil : "28P01"))
        #expect(error?.isTransient != true)
      }
    }
    try await withPool(size: 1, conninfo: "host=/tmp/shpg-nowhere user=shanhai") { pool in
      let error = await postgresError { _ = try await pool.run { try $0.query(one).count } }
      #expect(error?.code == "storage.connection_failed")
      #expect(error?.sqlState == "08001")
    }
    let noDatabase = server.conninfo + " password=secret dbname=nothing"
    try await withPool(size: 1, conninfo: noDatabase) { pool in
      let error = await postgresError { _ = try await pool.run { try $0.query(one).count } }
      #expect(error?.code == "storage.connection_failed")
      #expect(error?.sqlState == "3D000")
    }
  }

  @Test("the session's setup runs first, and its failure is the connection's")
  func sessionSetup() async throws {
    var info = ConnectionInfo(await TestServer.sharedConninfo())
    info.sessionSetup = [sql("SET search_path = pg_catalog", "session/path")]
    let connection = try Connection(info, logger: quietLogger)
    #expect(
      try connection.first(sql("SELECT current_setting('search_path')"))?.get(0, as: String.self)
        == "pg_catalog")
    #expect(connection.serverVersion >= 150_000)
    info.sessionSetup = [sql("SET ROLE nobody_at_all", "session/role")]
    let error = await postgresError { _ = try Connection(info, logger: quietLogger) }
    #expect(error?.statementName == "session/role")
    #expect(error?.kind == .refusedByServer)
  }
}
