import Foundation

/// What the program writes into the server's configuration.
enum ServerSettings {
  /// Written once, at the end of `postgresql.conf`, where the user may change it.
  static let initial = """

    # Shanhai's choices for a new database; change them as you like.
    timezone = 'UTC'
    shared_buffers = \(sharedBuffersMegabytes)MB
    max_wal_size = 4GB
    jit = off

    # What each start sets; keep this line.
    include = 'shanhai.conf'

    """

  /// Written at each start into `shanhai.conf`.
  static func each(socketFolder: String, isDurable: Bool) -> String {
    let folder = socketFolder.replacingOccurrences(of: "\"", with: "\"\"")
      .replacingOccurrences(of: "'", with: "''")
    let lines = [
      "# Written at each start: no TCP, a socket for one user.",
      "listen_addresses = ''",
      "unix_socket_directories = '\"\(folder)\"'",
      "unix_socket_permissions = 0700",
      "port = \(HomeFolders.port)",
      "cluster_name = 'shanhai'",
    ]
    let throwaway = [
      "fsync = off", "synchronous_commit = off", "full_page_writes = off",
      "shared_buffers = 128MB", "max_connections = 1000",
    ]
    return (lines + (isDurable ? [] : throwaway)).joined(separator: "\n") + "\n"
  }

  /// An eighth of the memory, 128 MB to 2 GB.
  private static var sharedBuffersMegabytes: UInt64 {
    min(2048, max(128, ProcessInfo.processInfo.physicalMemory >> 23))
  }
}
