import Foundation

/// The built program as a child, which may die without taking the test along.
enum Child {
  struct Result {
    let output: String
    let error: String
    /// Minus the signal's number for a child that a signal ended; nil if it took too long.
    let exitCode: Int32?

    var summary: String {
      let end = exitCode.map { $0 < 0 ? "signal \(-$0)" : "exit code \($0)" } ?? "over a minute"
      return "\(end); \(error.suffix(600))"
    }
  }

  /// `shanhai` lies beside the test's own executable.
  private static let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appendingPathComponent("shanhai")

  /// Runs `shanhai calculate <name>` with these bytes as standard input.
  static func run(_ name: String, _ input: [UInt8]) throws -> Result {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("shanhai-fuzz-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = ["in", "out", "error"].map { folder.appendingPathComponent($0) }
    try Data(input).write(to: files[0])
    try Data().write(to: files[1])
    try Data().write(to: files[2])
    let process = Process()
    process.executableURL = program
    process.arguments = ["calculate", name]
    process.environment = ["LANG": "en_GB.UTF-8"]
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    let end = ContinuousClock.now + .seconds(60)
    while process.isRunning, ContinuousClock.now < end { usleep(500) }
    let isLate = process.isRunning
    if isLate { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    let status = process.terminationStatus
    return Result(
      output: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self),
      error: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self),
      exitCode: isLate ? nil : process.terminationReason == .exit ? status : -status)
  }
}
