import Foundation

/// The operating-system user who runs the server and owns its data.
///
/// That is the user who runs this program; for root, whom the server refuses, it is the owner of
/// the data folder, and `postgres` before there is one.
struct ServerAccount: Equatable {
  let name: String
  let userID: uid_t
  let groupID: gid_t
  /// Whether this program is root and so must step down to run the server's programs.
  let stepsDown: Bool

  static let defaultName = "postgres"

  static func find(dataFolder: String, defaultName: String) throws(PrivateDatabaseError)
    -> ServerAccount
  {
    let ownID = geteuid()
    guard ownID == 0 else {
      guard let entry = getpwuid(ownID)?.pointee else { throw .userHasNoName(userID: ownID) }
      return ServerAccount(
        name: String(cString: entry.pw_name), userID: ownID, groupID: entry.pw_gid,
        stepsDown: false)
    }
    if let owner = FileStatus.of(dataFolder)?.owner, owner != 0 {
      guard let entry = getpwuid(owner)?.pointee else { throw .userHasNoName(userID: owner) }
      return ServerAccount(
        name: String(cString: entry.pw_name), userID: owner, groupID: entry.pw_gid,
        stepsDown: true)
    }
    guard let entry = getpwnam(defaultName)?.pointee else { throw .serverUserMissing(defaultName) }
    return ServerAccount(
      name: defaultName, userID: entry.pw_uid, groupID: entry.pw_gid, stepsDown: true)
  }

  /// Runs a program as this user.
  func run(_ path: String, _ arguments: [String]) -> Subprocess {
    guard stepsDown else { return .run(path, arguments) }
    let identity = ["--reuid=\(userID)", "--regid=\(groupID)", "--init-groups", "--"]
    return .run("/usr/bin/setpriv", identity + [path] + arguments)
  }

  /// The first folder on the way to `path` that this user can't enter; nil if all are open.
  func firstClosedFolder(onTheWayTo path: String) -> String? {
    let ways = path.split(separator: "/").indices.map { index in
      "/" + path.split(separator: "/")[...index].joined(separator: "/")
    }
    let answer = run(
      "/bin/sh", ["-c", #"for f do [ -x "$f" ] || { echo "$f"; exit 1; }; done"#, "sh"] + ways)
    return answer.succeeded ? nil : answer.output
  }
}
