import Foundation
import Postgres
import PrivateDatabase

/// A server of one test alone, whose processes may be killed.
struct OwnServer {
  let cluster: PrivateCluster
  /// Open as long as the test lives: its end is the server's, however the test ends.
  private let life = Pipe()

  /// Starts it.
  ///
  /// - Parameter folder: where its home is made; nil for `/tmp`.
  /// - Throws: `PrivateDatabaseError`.
  init(in folder: String? = nil) async throws {
    let name = String(UInt32.random(in: 0 ... .max), radix: 36)
    // Durable: one that doesn't wait for the disk forgets what was committed just before.
    cluster = try PrivateCluster(
      PrivateCluster.Settings(home: "\(folder ?? "/tmp")/shanhai-kill-\(name)", database: "village")
    )
    _ = try await cluster.start()
    let watchdog = Process()
    watchdog.executableURL = URL(fileURLWithPath: "/bin/sh")
    watchdog.arguments = ["-c", Self.endServer, "sh", cluster.path]
    watchdog.currentDirectoryURL = URL(fileURLWithPath: "/")
    watchdog.standardInput = life
    watchdog.standardOutput = FileHandle.nullDevice
    watchdog.standardError = FileHandle.nullDevice
    _ = fcntl(life.fileHandleForWriting.fileDescriptor, F_SETFD, FD_CLOEXEC)
    try watchdog.run()
  }

  private static let endServer = #"""
    trap '' INT TERM HUP QUIT
    while read -r line; do :; done
    [ -d "$1" ] || exit 0
    kill -QUIT "$(head -n 1 "$1/data/postmaster.pid")"
    sleep 1
    [ -e "$1/socket-folder" ] && rm -rf "$(cat "$1/socket-folder")"
    rm -rf "$1"
    """#

  /// Waits until it answers; starts it if its own recovery has ended for lack of room.
  func waitUntilReady(_ connectionInfo: String) async throws {
    for _ in 0..<100 {
      let village = Village.on(connectionInfo, connections: 1)
      do {
        try await village.pool.run { connection in try connection.script("TABLE banks", name: "") }
        await village.close()
        return
      } catch {
        await village.close()
        if !isRunning { _ = try await cluster.start() }
        try await Task.sleep(for: .milliseconds(50))
      }
    }
  }

  /// The process that all others of the server are children of.
  private var postmaster: String {
    get throws {
      let text = try String(
        contentsOfFile: "\(cluster.path)/data/postmaster.pid", encoding: .utf8)
      return String(text.prefix { $0 != "\n" })
    }
  }

  private var isRunning: Bool {
    guard let number = try? pid_t(postmaster) else { return false }
    return kill(number, 0) == 0
  }

  /// Kills the whole server with −9.
  func killServer() throws {
    if let number = try pid_t(postmaster) { kill(number, SIGKILL) }
  }

  /// Kills, with −9, the server process that works for the program.
  func killBackend() throws {
    let line = try postmaster
    let children = try String(
      contentsOfFile: "/proc/\(line)/task/\(line)/children", encoding: .utf8)
    for child in children.split(separator: " ") {
      let title = try String(contentsOfFile: "/proc/\(child)/cmdline", encoding: .utf8)
      if title.contains(" village "), let number = pid_t(child) {
        kill(number, SIGKILL)
        return
      }
    }
  }
}
