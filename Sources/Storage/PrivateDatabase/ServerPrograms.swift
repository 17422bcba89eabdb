import Foundation

/// The server's programs of one major version, in one folder.
struct ServerPrograms: Equatable {
  let folder: String
  let majorVersion: Int
  /// As the server prints it, such as `15.18`.
  let version: String

  static let oldestMajorVersion = 15
  static let names = ["initdb", "pg_ctl", "postgres", "psql", "createdb", "dropdb"]

  func path(_ name: String) -> String { "\(folder)/\(name)" }

  /// Where the programs may lie, best known first: Debian, Red Hat, Homebrew, `pg_config`, PATH.
  static func usualFolders(environment: [String: String]) -> [String] {
    let versioned = [
      ("/usr/lib/postgresql", "", "bin"), ("/usr", "pgsql-", "bin"),
      ("/opt/homebrew/opt", "postgresql@", "bin"), ("/usr/local/opt", "postgresql@", "bin"),
    ].flatMap { parent, prefix, leaf in
      entries(of: parent)
        .filter { $0.hasPrefix(prefix) }
        .map { "\(parent)/\($0)/\(leaf)" }
    }
    let path = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
    let asked = path.map { "\($0)/pg_config" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
      .map { Subprocess.run($0, ["--bindir"]) }
      .flatMap { $0.succeeded ? $0.output : nil }
    return versioned + (asked.map { [$0] } ?? []) + path
  }

  /// The complete sets of programs in these folders, newest first, each folder once.
  static func installed(in folders: [String]) -> [ServerPrograms] {
    var seen: Set<String> = []
    return folders.compactMap { folder -> ServerPrograms? in
      let server = URL(fileURLWithPath: "\(folder)/postgres").resolvingSymlinksInPath()
      let home = server.deletingLastPathComponent().path
      guard names.allSatisfy({ FileManager.default.isExecutableFile(atPath: "\(home)/\($0)") }),
        seen.insert(home).inserted
      else { return nil }
      let answer = Subprocess.run(server.path, ["--version"])
      guard answer.succeeded, let version = version(inAnswer: answer.output),
        let major = Int(version.prefix(while: \.isNumber))
      else { return nil }
      return ServerPrograms(folder: home, majorVersion: major, version: version)
    }
    .sorted { $0.majorVersion > $1.majorVersion }
  }

  /// The version in an answer such as `postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)`.
  private static func version(inAnswer answer: String) -> String? {
    answer.split(separator: " ").first { $0.first?.isNumber == true }.map(String.init)
  }
}
