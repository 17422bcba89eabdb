import Foundation
import PrivateDatabase
import Testing

/// A scratch folder for one test, deleted at its end, with the servers that run in it stopped.
struct Scratch {
  let folder: String

  init() throws {
    // Short, for it may stand in another scratch folder, and a socket's path is limited.
    folder = "\(Self.base)/shanhai-\(String(UInt32.random(in: 0 ... .max), radix: 36))"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o755])
  }

  private static var base: String {
    let asked = ProcessInfo.processInfo.environment["TMPDIR"] ?? ""
    return asked.hasPrefix("/tmp/") ? asked : "/tmp"
  }

  /// A cluster of this test, without waiting for the disk.
  func cluster(
    home: String = "home", change: (inout PrivateCluster.Settings) -> Void = { _ in }
  ) throws -> PrivateCluster {
    var settings = PrivateCluster.Settings(home: "\(folder)/\(home)")
    settings.isDurable = false
    change(&settings)
    return try PrivateCluster(settings)
  }

  func write(_ text: String, to name: String, mode: Int = 0o644) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
    try FileManager.default.setAttributes(
      [.posixPermissions: mode], ofItemAtPath: "\(folder)/\(name)")
  }

  func makeFolder(_ name: String, mode: Int = 0o755) throws {
    try FileManager.default.createDirectory(
      atPath: "\(folder)/\(name)", withIntermediateDirectories: true)
    try FileManager.default.setAttributes(
      [.posixPermissions: mode], ofItemAtPath: "\(folder)/\(name)")
  }

  func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(folder)/\(name)")
  }

  /// The server's programs, where one of them is replaced by a shell script.
  ///
  /// In the script, `$real` is the true program.
  func programs(replacing name: String, with script: String) throws -> String {
    try makeFolder("bin")
    let real = try shell(
      #"ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1"#
    ).output
    let folder = real.isEmpty ? try shell("pg_config --bindir").output : real
    for program in ["initdb", "pg_ctl", "postgres", "psql", "createdb", "dropdb", "pg_dump"] {
      let body = program == name ? script : #"exec "$real" "$@""#
      try write(
        "#!/bin/sh\nreal=\(folder)/\(program)\n\(body)\n", to: "bin/\(program)", mode: 0o755)
    }
    return "\(self.folder)/bin"
  }

  /// Runs the body with a scratch folder and leaves neither files nor servers.
  static func use(_ body: (Scratch) async throws -> Void) async throws {
    let scratch = try Scratch()
    do {
      try await body(scratch)
    } catch {
      await scratch.clear()
      throw error
    }
    await scratch.clear()
  }

  private func clear() async {
    let script = #"""
      find "$1" -name postmaster.pid | while read -r file; do
        kill -QUIT "$(head -1 "$file")"
        i=0
        while [ -e "$file" ] && [ $i -lt 50 ]; do sleep 0.1; i=$((i + 1)); done
      done
      find "$1" -name socket-folder | while read -r file; do rm -rf "$(cat "$file")"; done
      rm -rf "$1"
      """#
    _ = try? shell(script, folder)
  }
}

/// What a shell script printed, and its exit code.
@discardableResult
func shell(_ script: String, _ arguments: String...) throws -> (output: String, exitCode: Int32) {
  let process = Process()
  let pipe = Pipe()
  process.executableURL = URL(fileURLWithPath: "/bin/sh")
  process.arguments = ["-c", script, "sh"] + arguments
  process.standardInput = FileHandle.nullDevice
  process.standardOutput = pipe
  process.standardError = pipe
  try process.run()
  let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return (
    String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines),
    process.terminationStatus
  )
}

/// What the server answers to a command, through `psql`.
func ask(_ cluster: PrivateCluster, _ command: String, database: String = "shanhai") throws
  -> String
{
  let script = #"""
    bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
    "${bin:-$(pg_config --bindir)}"/psql -X -A -t -q -d "$1" -c "$2"
    """#
  return try shell(script, cluster.connectionInfo(database: database), command).output
}

/// The refusal that the body is met with; nil if there is none.
func refusal(_ body: () async throws(PrivateDatabaseError) -> some Any) async
  -> PrivateDatabaseError?
{
  do {
    _ = try await body()
    return nil
  } catch {
    return error
  }
}
