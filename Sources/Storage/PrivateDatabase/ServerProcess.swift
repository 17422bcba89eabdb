import Foundation

/// The server process that a data folder's `postmaster.pid` names, if it is alive.
struct ServerProcess: Equatable {
  let processID: Int32
  /// Whether it takes connections; false while it recovers or shuts down.
  let isReady: Bool

  /// The live server of this data folder.
  ///
  /// After a crash or a reboot the file may stay behind, and its number may by then be another
  /// program's; so the process must also be a server that works in this folder.
  static func live(dataFolder: String) -> ServerProcess? {
    guard let text = readText("\(dataFolder)/postmaster.pid") else { return nil }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let first = lines.first,
      let processID = Int32(first.trimmingCharacters(in: .whitespaces)),
      processID > 0, kill(processID, 0) == 0 || errno == EPERM,
      isServer(processID, dataFolder: dataFolder)
    else { return nil }
    let state = lines.count > 7 ? lines[7].trimmingCharacters(in: .whitespaces) : ""
    return ServerProcess(processID: processID, isReady: state == "ready")
  }

  private static func isServer(_ processID: Int32, dataFolder: String) -> Bool {
    if FileStatus.of("/proc/self") != nil {
      // The server's working directory is its data folder; only its user and root may look.
      if let working = symbolicLink("/proc/\(processID)/cwd") {
        return canonical(working) == canonical(dataFolder)
      }
      // A killed server whose parent hasn't asked for it yet (state Z) is dead.
      let lines = readText("/proc/\(processID)/status")?.split(separator: "\n") ?? []
      return lines.contains("Name:\tpostgres")
        && !lines.contains { $0.hasPrefix("State:\tZ") }
    }
    return Subprocess.run("/bin/ps", ["-p", "\(processID)", "-o", "comm="]).output
      .hasSuffix("postgres")
  }

  private static func symbolicLink(_ path: String) -> String? {
    do {
      return try FileManager.default.destinationOfSymbolicLink(atPath: path)
    } catch {
      return nil
    }
  }

  private static func canonical(_ path: String) -> String {
    URL(fileURLWithPath: path).resolvingSymlinksInPath().path
  }
}
