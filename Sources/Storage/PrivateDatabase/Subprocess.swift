import Foundation

/// A program of the operating system or of the server, run to its end.
struct Subprocess {
  /// Output and error output together, trimmed; empty if it wrote nothing.
  let output: String
  let exitCode: Int32

  var succeeded: Bool { exitCode == 0 }

  /// Runs a program in `/` with nothing of the caller's environment but what is given.
  ///
  /// The caller's `PG*` variables and locale must not reach the server's programs.
  static func run(_ path: String, _ arguments: [String], environment: [String: String] = [:])
    -> Subprocess
  {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: "/")
    process.environment = baseEnvironment.merging(environment) { _, given in given }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = pipe
    process.standardError = pipe
    do {
      try process.run()
    } catch {
      return Subprocess(output: "\(path) can't be run: \(error)", exitCode: 127)
    }
    let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let text = String(decoding: bytes, as: UTF8.self)
    return Subprocess(
      output: text.trimmingCharacters(in: .whitespacesAndNewlines),
      exitCode: process.terminationStatus)
  }

  private static let baseEnvironment = [
    "PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "LC_ALL": "C",
  ]
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
