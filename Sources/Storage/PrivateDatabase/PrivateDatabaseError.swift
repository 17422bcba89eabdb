import Quantities

/// Why the private database can't be made, started, stopped or reached.
///
/// Cases stand in the order they are met on the way from nothing to a running server.
package enum PrivateDatabaseError: Explained, Equatable, Sendable {
  /// Neither `SHANHAI_HOME` nor `HOME` says where the data may lie.
  case homeUnknown
  /// A database name has 1…63 bytes and no control character.
  case databaseNameMalformed(String)
  /// No folder with the server's programs (`initdb`, `pg_ctl`, …) in any of these places.
  case serverNotInstalled(lookedIn: [String])
  case serverTooOld(found: Int, needed: Int)
  /// The program runs as root, the server may not, and this operating-system user is missing.
  case serverUserMissing(String)
  /// The server refuses to run for a user who has no entry in the user table.
  case userHasNoName(userID: UInt32)
  case folderNotWritable(String, reason: String)
  /// The operating-system user `user`, who runs the server, can't enter this folder.
  case folderUnreachable(String, user: String)
  /// The data folder holds files, but none that a server made.
  case notADataFolder(String)
  /// The data folder was made by major version `found`; only `installed` are on this machine.
  case anotherMajorVersion(folder: String, found: String, installed: [Int])
  /// Another `start` or `stop` has held the home's lock for this long.
  case busy(home: String, seconds: Int)
  case diskFull(folder: String, freeBytes: Int64, neededBytes: Int64)
  /// A folder for the socket, the log or the data exists and isn't the server's user's own.
  case folderNotPrivate(String, reason: String)
  case initializationFailed(output: String)
  /// The server didn't start; the last lines of its log tell why.
  case startFailed(log: String)
  case databaseNotCreated(String, output: String)
  case databaseNotReadable(String, output: String)
  case stopFailed(output: String)
  case notRunning(home: String)

  package var code: String {
    switch self {
    case .homeUnknown: "private_database.home_unknown"
    case .databaseNameMalformed: "private_database.database_name_malformed"
    case .serverNotInstalled: "private_database.server_not_installed"
    case .serverTooOld: "private_database.server_too_old"
    case .serverUserMissing: "private_database.server_user_missing"
    case .userHasNoName: "private_database.user_has_no_name"
    case .folderNotWritable: "private_database.folder_not_writable"
    case .folderUnreachable: "private_database.folder_unreachable"
    case .notADataFolder: "private_database.not_a_data_folder"
    case .anotherMajorVersion: "private_database.another_major_version"
    case .busy: "private_database.busy"
    case .diskFull: "private_database.disk_full"
    case .folderNotPrivate: "private_database.folder_not_private"
    case .initializationFailed: "private_database.initialization_failed"
    case .startFailed: "private_database.start_failed"
    case .databaseNotCreated: "private_database.database_not_created"
    case .databaseNotReadable: "private_database.database_not_readable"
    case .stopFailed: "private_database.stop_failed"
    case .notRunning: "private_database.not_running"
    }
  }
}
