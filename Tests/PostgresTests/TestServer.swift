import Foundation
import Logging
import Postgres
import Synchronization

/// A throwaway PostgreSQL: a cluster in a short folder below /tmp, reached by a Unix socket only.
///
/// A shell is its parent and waits for the end of our pipe, so the server stops and its folder goes
/// away however the tests end; `--pdeathsig` covers the end of the shell itself.
final class TestServer: Sendable {
  enum Access: String {
    case trust
    /// A password is asked for; the superuser's is `secret`.
    case password = "scram-sha-256"
  }

  /// The server that the tests share, unless `SHANHAI_TEST_SERVER` is the conninfo of another.
  static func sharedConninfo() async -> String {
    if let given = ProcessInfo.processInfo.environment["SHANHAI_TEST_SERVER"] { return given }
    return await apart { shared.conninfo }
  }

  private static let shared = TestServer(.trust)

  let folder: String
  private let access: Access
  private let shell = Mutex<(process: Process, input: Pipe, output: Pipe)?>(nil)

  var conninfo: String { "host=\(folder) user=shanhai dbname=postgres" }

  /// A server of a test's own.
  static func made(_ access: Access = .trust) async -> TestServer {
    await apart { TestServer(access) }
  }

  /// On a thread of its own: a server takes seconds to be made, and tests share a few threads, on
  /// which others go on meanwhile.
  private static func apart<R: Sendable>(_ body: @Sendable @escaping () -> R) async -> R {
    await withCheckedContinuation { continuation in
      Thread.detachNewThread { continuation.resume(returning: body()) }
    }
  }

  private init(_ access: Access) {
    folder = "/tmp/shpg-\(getpid())-\(UInt32.random(in: 0..<1_000_000))"
    self.access = access
    TestServer.remember(self)
    start()
  }

  deinit { stop() }

  /// Starts it again after it was stopped.
  func restart() async { await Self.apart { self.start() } }

  private func start() {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", TestServer.script, "sh", folder, access.rawValue]
    // One at a time: else one shell inherits another's pipe, and its end is never seen.
    let (input, output) = TestServer.starting.withLock { _ in
      let pipes = (Pipe(), Pipe())
      _ = fcntl(pipes.0.fileHandleForWriting.fileDescriptor, F_SETFD, FD_CLOEXEC)
      process.standardInput = pipes.0
      process.standardOutput = pipes.1
      do {
        try process.run()
      } catch {
        preconditionFailure("no shell: \(error)")
      }
      return pipes
    }
    let word = output.fileHandleForReading.availableData
    precondition(!word.isEmpty, "no server in \(folder); is PostgreSQL installed?")
    shell.withLock { $0 = (process, input, output) }
  }

  /// Stops the server; its folder stays if it is to start again.
  func stop(keepingFolder: Bool = false) {
    let running = shell.withLock { shell in
      defer { shell = nil }
      return shell
    }
    guard let running else { return }
    if keepingFolder { running.input.fileHandleForWriting.write(Data("keep\n".utf8)) }
    running.input.fileHandleForWriting.closeFile()
    running.process.waitUntilExit()
  }

  /// The process of the server that all its others come from.
  func postmaster() throws -> pid_t {
    let text = try String(contentsOfFile: "\(folder)/data/postmaster.pid", encoding: .utf8)
    return pid_t(text.prefix { $0 != "\n" }) ?? 0
  }

  private static let starting = Mutex(())
  private static let started = Mutex<[WeakServer]>([])
  private struct WeakServer { weak var server: TestServer? }

  private static func remember(_ server: TestServer) {
    let isFirst = started.withLock { started in
      started.append(WeakServer(server: server))
      return started.count == 1
    }
    if isFirst { atexit { TestServer.stopAll() } }
  }

  private static func stopAll() {
    for entry in started.withLock({ $0 }) { entry.server?.stop() }
  }

  private static let script = """
    trap '' PIPE HUP
    folder=$1 access=$2
    bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
    as() {
      if [ "$(id -u)" = 0 ]; then
        exec setpriv --reuid=postgres --regid=postgres --init-groups --pdeathsig INT \\
          env LC_ALL=C.UTF-8 "$@"
      fi
      exec setpriv --pdeathsig INT env LC_ALL=C.UTF-8 "$@"
    }
    if [ ! -d "$folder" ]; then
      mkdir -m 700 "$folder"
      echo secret > "$folder/password"
      if [ "$(id -u)" = 0 ]; then chown -R postgres "$folder"; fi
      (as "$bin/initdb" -D "$folder/data" -U shanhai --pwfile="$folder/password" \\
        --auth-local="$access" --auth-host=reject -E UTF8 --locale=C.UTF-8 --no-sync) \\
        > /dev/null || exit 1
    fi
    (as "$bin/postgres" -D "$folder/data" -c listen_addresses= -c fsync=off \\
      -c unix_socket_directories="$folder" -c deadlock_timeout=100ms) \\
      > /dev/null 2>>"$folder/log" < /dev/null &
    server=$!
    until "$bin/pg_isready" -q -h "$folder"; do
      kill -0 $server || exit 1
      sleep 0.05
    done
    echo ready
    word=
    read -r word
    # A test that froze the server may have ended before it thawed it.
    kill -CONT $server $(pgrep -P $server)
    kill -INT $server
    wait $server
    if [ "$word" != keep ]; then rm -rf "$folder"; fi
    """
}

/// A log that keeps nothing.
let quietLogger = Logger(label: "quiet") { _ in SwiftLogNoOpLogHandler() }

/// A pool on the shared server, or on another, closed after `body`.
func withPool<R>(
  size: Int = 4, conninfo: String? = nil, patience: Duration = .seconds(30),
  logger: Logger = quietLogger,
  _ body: (ConnectionPool) async throws -> R
) async throws -> R {
  let place = if let conninfo { conninfo } else { await TestServer.sharedConninfo() }
  let info = ConnectionInfo(
    place, applicationName: "PostgresTests", patience: patience, connectPatience: .seconds(5))
  let pool = ConnectionPool(info, size: size, logger: logger)
  do {
    let result = try await body(pool)
    await pool.close()
    return result
  } catch {
    await pool.close()
    throw error
  }
}

/// A statement of a test, named after its file in an application.
func sql(_ text: String, _ name: String = "tests/statement") -> Statement {
  Statement(name: name, text: text)
}

/// The `PostgresError` that `body` throws; nil if it throws none.
func postgresError(_ body: () async throws -> Void) async -> PostgresError? {
  do {
    try await body()
    return nil
  } catch {
    return error as? PostgresError
  }
}

/// A meeting of two threads; each waits for the other for at most two seconds.
final class Rendezvous: Sendable {
  private let first = DispatchSemaphore(value: 0)
  private let second = DispatchSemaphore(value: 0)

  func meet(isFirst: Bool) {
    (isFirst ? second : first).signal()
    _ = (isFirst ? first : second).wait(timeout: .now() + 2)
  }
}

/// A number that several threads count up.
final class Counter: Sendable {
  private let number = Atomic(0)
  var value: Int { number.load(ordering: .sequentiallyConsistent) }

  @discardableResult
  func next() -> Int { number.add(1, ordering: .sequentiallyConsistent).newValue }
}
