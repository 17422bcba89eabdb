import Foundation

/// What lies where in a private database's home.
///
///     data/            the server's data folder, made as data.new-… and renamed when complete
///     socket/          the Unix socket, if the path is short enough for one
///     socket-folder    else: the path of the folder that has the socket
///     log/server.log   what the server says; server.log.old is the one before
///     lock             held while the server is made, started, stopped or deleted
struct HomeFolders: Sendable, Equatable {
  let home: String
  /// `$XDG_RUNTIME_DIR`, a private short folder that some systems give each user.
  let runtimeFolder: String?

  static let port = 5432
  /// Linux allows 107 bytes for a socket's path, macOS 103.
  static let longestSocketPath = 100

  var data: String { "\(home)/data" }
  var log: String { "\(home)/log" }
  var logFile: String { "\(log)/server.log" }
  var socketRecord: String { "\(home)/socket-folder" }
  var settings: String { "\(data)/shanhai.conf" }
  static let newDataPrefix = "data.new-"

  /// The folder of the socket: in the home, as recorded by the last start, or where the next
  /// start will make it.
  func socketFolder(userID: uid_t) -> String {
    let inHome = "\(home)/socket"
    if fits(inHome) { return inHome }
    if let recorded = readText(socketRecord)?.trimmingCharacters(in: .newlines), fits(recorded) {
      return recorded
    }
    let name = "shanhai-\(userID)-\(Self.fingerprint(of: home))"
    if let runtimeFolder, fits("\(runtimeFolder)/\(name)"),
      FileStatus.of(runtimeFolder)?.owner == userID
    {
      return "\(runtimeFolder)/\(name)"
    }
    return "/tmp/\(name)"
  }

  var isSocketElsewhere: Bool { !fits("\(home)/socket") }

  /// The major version in the data folder, such as `15`; nil while there is no data.
  func dataVersion() throws(PrivateDatabaseError) -> String? {
    guard let status = FileStatus.of(data) else { return nil }
    guard status.isFolder else { throw .notADataFolder(data) }
    if geteuid() != 0, status.owner != geteuid() {
      throw .folderNotWritable(data, reason: "it belongs to the user with number \(status.owner)")
    }
    if let version = readText("\(data)/PG_VERSION") {
      return version.trimmingCharacters(in: .whitespacesAndNewlines)
    }
    guard entries(of: data).isEmpty else { throw .notADataFolder(data) }
    return nil
  }

  /// The bytes the data folder takes on the disk.
  func dataBytes() -> Int64 {
    guard let paths = FileManager.default.enumerator(atPath: data) else { return 0 }
    var total: Int64 = 0
    for case let path as String in paths {
      var status = stat()
      if lstat("\(data)/\(path)", &status) == 0 { total += Int64(status.st_blocks) * 512 }
    }
    return total
  }

  /// The last lines of what the server has logged since the log had `offset` bytes.
  func logTail(from offset: Int, lines count: Int = 15) -> String {
    let bytes = FileManager.default.contents(atPath: logFile) ?? Data()
    let text = String(decoding: bytes.dropFirst(min(offset, bytes.count)), as: UTF8.self)
    return text.split(separator: "\n").suffix(count).joined(separator: "\n")
  }

  private func fits(_ folder: String) -> Bool {
    "\(folder)/.s.PGSQL.\(Self.port)".utf8.count <= Self.longestSocketPath
  }

  /// FNV-1a, 64 bits: tells homes apart in a short name.
  private static func fingerprint(of text: String) -> String {
    let hash = text.utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { hash, byte in
      (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    return String(hash, radix: 36)
  }
}
