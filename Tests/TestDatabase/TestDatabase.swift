import Foundation
import Logging
import Migration
import Postgres
package import PrivateDatabase

/// Real PostgreSQL databases for tests, each gone when the test program ends, however it ends.
///
/// The server is the running private database that `SHANHAI_TEST_HOME` names; without it, this
/// test program starts one of its own below `TMPDIR` or `/tmp`, which doesn't wait for the disk.
package enum TestDatabase {
  /// A new database with the program's schema and no rows.
  ///
  /// - Returns: how libpq reaches it as the owner of everything.
  package static func fresh() async throws -> String {
    try await TestServer.shared.database(migrated: true)
  }

  /// A new database with nothing in it.
  ///
  /// - Returns: how libpq reaches it as the owner of everything.
  package static func empty() async throws -> String {
    try await TestServer.shared.database(migrated: false)
  }

  /// A new database that is a copy of the one with this name, to which no connection is open.
  ///
  /// - Returns: how libpq reaches it as the owner of everything.
  package static func copy(of name: String) async throws -> String {
    try await TestServer.shared.database(template: name)
  }

  /// The server on which the databases are.
  package static func cluster() async throws -> PrivateCluster {
    try await TestServer.shared.running()
  }

  /// The name in a connection string of `fresh` or `empty`.
  package static func name(in connectionInfo: String) -> String {
    String(connectionInfo.split(separator: "dbname='").last?.dropLast() ?? "")
  }
}

/// The server of this test program, started at the first need.
private actor TestServer {
  static let shared = TestServer()

  private var cluster: Task<PrivateCluster, any Error>?
  private var template: Task<String, any Error>?
  private var watchdog: Watchdog?
  private var databaseCount = 0

  func database(migrated: Bool) async throws -> String {
    try await database(template: migrated ? migratedTemplate(running()) : nil)
  }

  func database(template: String?) async throws -> String {
    let cluster = try await running()
    databaseCount += 1
    let name = "test_\(getpid())_\(databaseCount)"
    watchdog?.note(name)
    try await cluster.createDatabase(name, template: template)
    return cluster.connectionInfo(database: name)
  }

  func running() async throws -> PrivateCluster {
    let given = ProcessInfo.processInfo.environment["SHANHAI_TEST_HOME"]
    let starting = cluster ?? Task { try await Self.start(home: given) }
    cluster = starting
    let running = try await starting.value
    if watchdog == nil { watchdog = try Watchdog(cluster: running, isOwn: given == nil) }
    return running
  }

  private static func start(home: String?) async throws -> PrivateCluster {
    if let home {
      let cluster = try PrivateCluster(PrivateCluster.Settings(home: home))
      try cluster.checkIsRunning()
      return cluster
    }
    let asked = ProcessInfo.processInfo.environment["TMPDIR"] ?? ""
    let base = asked.hasPrefix("/tmp/") ? asked : "/tmp"
    var settings = PrivateCluster.Settings(home: "\(base)/shanhai-test-\(getpid())")
    settings.isDurable = false
    let cluster = try PrivateCluster(settings)
    _ = try await cluster.start()
    return cluster
  }

  private func migratedTemplate(_ cluster: PrivateCluster) async throws -> String {
    if let template { return try await template.value }
    let name = "test_\(getpid())_template"
    watchdog?.note(name)
    let making = Task {
      try await cluster.createDatabase(name)
      let pool = ConnectionPool(
        ConnectionInfo(cluster.connectionInfo(database: name)), size: 1,
        logger: Logger(label: "test-database"))
      let migrator = try Migrator.ofProgram()
      _ = try await pool.run { connection in try migrator.migrate(connection) }
      await pool.close()
      return name
    }
    template = making
    return try await making.value
  }
}

/// A shell that outlives the test program and clears up after it.
///
/// It reads the names of databases from a pipe, whose other end the operating system closes when
/// the test program ends, be it by `kill -9`.
private final class Watchdog: Sendable {
  private let names: FileHandle

  /// Watches over the databases of `cluster`; `isOwn` if the server too is to be ended.
  init(cluster: PrivateCluster, isOwn: Bool) throws {
    let pipe = Pipe()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c", isOwn ? Self.endServer : Self.dropDatabases, "sh", cluster.path,
      cluster.connectionInfo(database: "postgres"),
    ]
    process.currentDirectoryURL = URL(fileURLWithPath: "/")
    process.standardInput = pipe
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    names = pipe.fileHandleForWriting
  }

  func note(_ database: String) { names.write(Data("\(database)\n".utf8)) }

  private static let endServer = #"""
    trap '' INT TERM HUP QUIT
    while read -r name; do :; done
    file="$1/data/postmaster.pid"
    kill -QUIT "$(head -n 1 "$file")"
    tries=0
    while [ -e "$file" ] && [ "$tries" -lt 100 ]; do sleep 0.1; tries=$((tries + 1)); done
    if [ -e "$1/socket-folder" ]; then rm -rf "$(cat "$1/socket-folder")"; fi
    rm -rf "$1"
    """#

  private static let dropDatabases = #"""
    trap '' INT TERM HUP QUIT
    names=
    while read -r name; do names="$names $name"; done
    bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
    for name in $names; do
      "${bin:-$(pg_config --bindir)}/dropdb" --if-exists --force \
        --maintenance-db="$2" "$name"
    done
    """#
}
