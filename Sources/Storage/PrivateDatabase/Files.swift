import Foundation

/// What the file system says of a path itself; a symbolic link isn't followed.
struct FileStatus {
  let owner: uid_t
  /// The permission bits.
  let mode: mode_t
  let isFolder: Bool

  static func of(_ path: String) -> FileStatus? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    return FileStatus(
      owner: status.st_uid, mode: status.st_mode & 0o7777,
      isFolder: status.st_mode & S_IFMT == S_IFDIR)
  }
}

/// The text of a small file; nil if it can't be read.
func readText(_ path: String) -> String? {
  guard let bytes = FileManager.default.contents(atPath: path) else { return nil }
  return String(decoding: bytes, as: UTF8.self)
}

/// Writes a whole file, or its end, to the disk itself; a new file belongs to the server's user.
func writeText(_ text: String, to path: String, appending: Bool = false, owner: ServerAccount)
  throws(PrivateDatabaseError)
{
  let mode = appending ? O_APPEND : O_TRUNC
  let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | mode, 0o600)
  guard descriptor >= 0 else { throw fileError(path) }
  defer { close(descriptor) }
  let bytes = Array(text.utf8)
  guard write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0,
    fchown(descriptor, owner.userID, owner.groupID) == 0
  else { throw fileError(path) }
}

/// Makes a folder and the missing ones above it, with these permissions whatever the umask.
func makeFolder(_ path: String, mode: mode_t) throws(PrivateDatabaseError) {
  guard FileStatus.of(path) == nil else { return }
  let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
  if parent != path { try makeFolder(parent, mode: mode) }
  guard mkdir(path, mode) == 0 || errno == EEXIST, chmod(path, mode) == 0 else {
    throw fileError(path)
  }
}

/// Makes the folder's entries, renames among them, survive a power failure.
func syncFolder(_ path: String) {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { return }
  fsync(descriptor)
  close(descriptor)
}

/// The names in a folder; none if it is missing or closed.
func entries(of folder: String) -> [String] {
  guard FileManager.default.fileExists(atPath: folder) else { return [] }
  do {
    return try FileManager.default.contentsOfDirectory(atPath: folder)
  } catch {
    return []
  }
}

/// The bytes an ordinary user may still write where `path` lies.
func freeBytes(at path: String) -> Int64 {
  var status = statvfs()
  guard statvfs(path, &status) == 0 else { return 0 }
  return Int64(status.f_bavail) * Int64(status.f_frsize)
}

/// The error of the last system call on `path`, by `errno`.
func fileError(_ path: String) -> PrivateDatabaseError {
  let number = errno
  if number == ENOSPC || number == EDQUOT {
    return .diskFull(
      folder: path, freeBytes: freeBytes(at: path), neededBytes: PrivateCluster.neededBytes)
  }
  return .folderNotWritable(path, reason: String(cString: strerror(number)))
}
