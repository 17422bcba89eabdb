import Foundation

/// A program of the operating system or of the server, run to its end.
///
/// Why not `Process`: it lends each child a socket of its own and waits for that to close, and a
/// server that has been started keeps it open for its whole life.
struct Subprocess {
  /// Output and error output together, trimmed; empty if it wrote nothing.
  let output: String
  let exitCode: Int32

  var succeeded: Bool { exitCode == 0 }

  /// Runs a program in `/` and waits for its end.
  ///
  /// It gets nothing of the caller's but the words given: the caller's open files, blocked signals,
  /// locale and `PG*` variables must not reach the server.
  static func run(_ path: String, _ arguments: [String]) -> Subprocess {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return failure(path, errno) }
    defer { close(ends[0]) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let spawned = spawn(path, arguments, output: ends[1])
    close(ends[1])
    guard spawned.error == 0 else { return failure(path, spawned.error) }
    let bytes = readToEnd(ends[0])
    var status: Int32 = 0
    while waitpid(spawned.processID, &status, 0) < 0, errno == EINTR {}
    // The low seven bits are the signal that ended it, the next eight what it returned.
    let signal = status & 0x7f
    let text = String(decoding: bytes, as: UTF8.self)
    return Subprocess(
      output: text.trimmingCharacters(in: .whitespacesAndNewlines),
      exitCode: signal == 0 ? (status >> 8) & 0xff : 128 + signal)
  }

  private static func spawn(
    _ path: String, _ arguments: [String], output: Int32
  ) -> (processID: pid_t, error: Int32) {
    #if os(Linux)
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #else
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, output, 2)
    for name in entries(of: "/dev/fd") {
      if let descriptor = Int32(name), descriptor > 2 {
        posix_spawn_file_actions_addclose(&actions, descriptor)
      }
    }
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

    let shell = ["/bin/sh", "-c", #"cd / && exec "$@""#, "sh", path]
    var words = (shell + arguments).map { strdup($0) } + [nil]
    var environment = Self.environment.map { strdup($0) } + [nil]
    defer { for word in words + environment { free(word) } }
    var processID: pid_t = 0
    let error = posix_spawn(&processID, shell[0], &actions, &attributes, &words, &environment)
    return (processID, error)
  }

  private static func readToEnd(_ descriptor: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return bytes }
      bytes += buffer[..<count]
    }
  }

  private static func failure(_ path: String, _ number: Int32) -> Subprocess {
    Subprocess(
      output: "\(path) can't be run: \(String(cString: strerror(number)))", exitCode: 127)
  }

  private static let environment = ["PATH=/usr/bin:/bin:/usr/sbin:/sbin", "LC_ALL=C"]
}

/// Runs blocking work on a thread of its own, so that none of Swift's cooperative threads waits.
func onOwnThread<Value: Sendable>(
  _ work: @escaping @Sendable () throws(PrivateDatabaseError) -> Value
) async throws(PrivateDatabaseError) -> Value {
  let result = await withCheckedContinuation { continuation in
    Thread {
      continuation.resume(returning: Result { () throws(PrivateDatabaseError) in try work() })
    }.start()
  }
  return try result.get()
}
