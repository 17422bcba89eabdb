import Foundation
import PrivateDatabase
import Quantities

/// The built program, which lies beside the test's own executable, as a process.
struct AccrualProcess: Sendable {
  let database: String
  let cluster: PrivateCluster
  /// How many connections work at once; nil for the program's own choice.
  var jobs: Int?
  var environment: [String: String] = [:]

  /// - Returns: the exit code; nil if the process was killed before it ended.
  func run(_ month: Month, killedAfter moment: Duration? = nil) async throws -> Int32? {
    guard let moment else { return try await start(month) { _ in } }
    return try await run(month, killedWhen: { _ in try await Task.sleep(for: moment) })
  }

  /// Kills the process when `moment` returns, which is told whether the process still runs.
  ///
  /// - Returns: as above.
  func run(
    _ month: Month, killedWhen moment: (_ isRunning: () -> Bool) async throws -> Void
  ) async throws -> Int32? {
    try await start(month) { process in
      try await moment { process.isRunning }
      if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }
  }

  private func start(
    _ month: Month, _ meanwhile: (Process) async throws -> Void
  ) async throws -> Int32? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appendingPathComponent("shanhai")
    process.arguments =
      ["accrue", "--month", "\(month)", "--bank", "wujiaqu", "--as", "anna"]
      + (jobs.map { ["--jobs", "\($0)"] } ?? [])
    process.environment = [
      "PATH": "/usr/bin:/bin", "SHANHAI_HOME": cluster.path, "SHANHAI_DATABASE": database,
    ].merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let ended = AsyncStream<Void> { continuation in
      process.terminationHandler = { _ in continuation.finish() }
    }
    try process.run()
    try await meanwhile(process)
    for await _ in ended {}
    return process.terminationReason == .exit ? process.terminationStatus : nil
  }
}
