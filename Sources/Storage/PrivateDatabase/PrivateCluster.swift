import Foundation

/// A PostgreSQL server of the user's own, for those who don't run one.
///
/// Shape:  one home folder has one server with one database for the program; see `HomeFolders`.
/// Who:    the server runs as the user who runs the program; for root as `postgres`, or as the
///         owner of a data folder that is there already.
/// Doors:  a Unix socket in a folder that only that user may enter, and no TCP. Whoever gets
///         there is trusted, as is `shanhai_admin`, the owner of everything.
/// Safety: checksums and fsync on. Making the data folder is all or nothing; two starts at once
///         make one server; a crash or a reboot leaves nothing to clean up by hand.
///
/// Every call does its waiting on a thread of its own.
package struct PrivateCluster: Sendable {
  /// The free space below which no data folder is begun: an empty one takes 40 MB.
  package static let neededBytes: Int64 = 64 << 20
  package static let adminRole = "shanhai_admin"

  package let settings: Settings
  let folders: HomeFolders

  /// Where and how the private database runs.
  package struct Settings: Sendable, Equatable {
    /// An absolute path.
    package var home: String
    package var database: String
    /// Off only for data that nobody will miss: then a power failure may break it.
    package var isDurable = true
    /// Where the server's programs may lie; nil means the usual places.
    package var programFolders: [String]?
    /// The user whom root runs a new server as.
    package var serverUser = "postgres"
    package var runtimeFolder: String?
    package var lockSeconds = 120

    package init(home: String, database: String = "shanhai") {
      self.home = home
      self.database = database
    }

    /// `SHANHAI_HOME` and `SHANHAI_DATABASE`, or their defaults.
    package init(environment: [String: String]) throws(PrivateDatabaseError) {
      self.init(
        home: try Self.home(environment: environment),
        database: environment["SHANHAI_DATABASE"].flatMap { $0.isEmpty ? nil : $0 } ?? "shanhai")
      self.runtimeFolder = environment["XDG_RUNTIME_DIR"]
    }

    private static func home(environment: [String: String]) throws(PrivateDatabaseError) -> String {
      func value(_ name: String) -> String? {
        environment[name].flatMap { $0.isEmpty ? nil : $0 }
      }
      if let home = value("SHANHAI_HOME") { return URL(fileURLWithPath: home).standardized.path }
      if geteuid() == 0 { return "/var/lib/shanhai" }
      if let folder = value("XDG_DATA_HOME") { return "\(folder)/shanhai" }
      guard let home = value("HOME") else { throw .homeUnknown }
      return "\(home)/.local/share/shanhai"
    }
  }

  package init(_ settings: Settings) throws(PrivateDatabaseError) {
    guard (1...63).contains(settings.database.utf8.count),
      settings.database.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7f })
    else { throw .databaseNameMalformed(settings.database) }
    self.settings = settings
    self.folders = HomeFolders(home: settings.home, runtimeFolder: settings.runtimeFolder)
  }

  package init(
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(PrivateDatabaseError) {
    try self.init(Settings(environment: environment))
  }

  /// The home folder.
  package var path: String { settings.home }

  /// How libpq reaches the private database as its owner, whether or not it runs.
  package var connectionInfo: String { connectionInfo(database: settings.database) }

  package func connectionInfo(database: String) -> String {
    let owner = FileStatus.of(folders.data)?.owner ?? geteuid()
    let words = [
      ("host", folders.socketFolder(userID: owner)), ("port", "\(HomeFolders.port)"),
      ("user", Self.adminRole), ("dbname", database),
    ]
    return words.map { name, value in
      let escaped = value.replacingOccurrences(of: "\\", with: "\\\\")
        .replacingOccurrences(of: "'", with: "\\'")
      return "\(name)='\(escaped)'"
    }.joined(separator: " ")
  }

  /// Whether the server runs.
  package var isRunning: Bool { ServerProcess.live(dataFolder: folders.data) != nil }

  /// What there is and whether it runs.
  package func status() async throws(PrivateDatabaseError) -> Status {
    try await onOwnThread { () throws(PrivateDatabaseError) in
      let version = try folders.dataVersion()
      let process = ServerProcess.live(dataFolder: folders.data)
      let owner = FileStatus.of(folders.data)?.owner ?? geteuid()
      return Status(
        isRunning: process != nil, processID: process?.processID, majorVersion: version,
        home: settings.home, dataFolder: folders.data,
        socketFolder: folders.socketFolder(userID: owner), logFile: folders.logFile,
        database: settings.database, dataBytes: folders.dataBytes())
    }
  }

  /// Does nothing if the server runs.
  ///
  /// - Throws: `notRunning`, which says how to start it.
  package func checkIsRunning() throws(PrivateDatabaseError) {
    guard isRunning else { throw .notRunning(home: settings.home) }
  }

  /// What there is of a private database.
  package struct Status: Sendable, Equatable {
    package let isRunning: Bool
    package let processID: Int32?
    /// Of the data, such as `15`; nil before the first start.
    package let majorVersion: String?
    package let home: String
    package let dataFolder: String
    package let socketFolder: String
    package let logFile: String
    package let database: String
    /// What the data takes on the disk.
    package let dataBytes: Int64
  }
}
