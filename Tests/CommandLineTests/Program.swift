import Foundation

/// The built program, run as a user runs it.
struct Program {
  struct Result: Sendable {
    let output: String
    let error: String
    let exitCode: Int32
  }

  /// `shanhai` lies beside the test's own executable.
  private static var folder: URL {
    URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
  }

  /// Runs a shell line in which `$shanhai` is the program.
  static func shell(_ line: String, _ environment: [String: String] = [:]) throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", line]
    process.environment =
      ["PATH": "/usr/bin:/bin", "shanhai": folder.appendingPathComponent("shanhai").path]
      .merging(environment) { $1 }
    let output = Pipe()
    let error = Pipe()
    process.standardOutput = output
    process.standardError = error
    try process.run()
    let outputData = output.fileHandleForReading.readDataToEndOfFile()
    let errorData = error.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Result(
      output: String(decoding: outputData, as: UTF8.self),
      error: String(decoding: errorData, as: UTF8.self), exitCode: process.terminationStatus)
  }
}
