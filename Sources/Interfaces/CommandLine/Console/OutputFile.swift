import Foundation
import Glibc

/// A file that gets its name when all of it is written: there is never half of one under it.
///
/// What is no file of its own (a pipe, a terminal, `/dev/null`) is written to as it is.
package final class OutputFile {
  private let path: String
  /// Where the file is until it is whole; nil for what is no file.
  private let part: String?
  private var descriptor: Int32
  private var isKept = false

  /// - Throws: `OutputError.cannotWriteFile`
  package init(_ path: String) throws(OutputError) {
    let isFile = Self.isFile(path)
    self.path = isFile ? Self.target(path) : path
    if !isFile {
      part = nil
      descriptor = open(path, O_WRONLY | O_CLOEXEC)
    } else {
      let name = Self.partName(self.path)
      part = name
      descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    }
    guard descriptor >= 0 else { throw Self.failure(path, errno) }
  }

  deinit {
    guard !isKept else { return }
    close(descriptor)
    if let part { unlink(part) }
  }

  package func write(_ text: String) throws(OutputError) {
    let number = Output.write(text, to: descriptor)
    guard number == 0 else { throw Self.failure(path, number) }
  }

  private func write(_ data: Data) throws {
    let number = data.withUnsafeBytes { Output.write($0, to: descriptor) }
    guard number == 0 else { throw Self.failure(path, number) }
  }

  /// Ends the file and gives it its name.
  package func keep() throws(OutputError) {
    if let part {
      guard fsync(descriptor) == 0, rename(part, path) == 0 else {
        throw Self.failure(path, errno)
      }
    }
    isKept = true
    guard close(descriptor) == 0 else { throw Self.failure(path, errno) }
  }

  /// Gives a file its name when another writer has made all of it.
  ///
  /// - Parameters:
  ///   - path: the name it gets.
  ///   - write: makes the file at the path it is given.
  /// - Throws: what `write` throws, and then nothing is left; `OutputError.cannotWriteFile`.
  package static func fill(_ path: String, _ write: (String) throws -> Void) throws {
    guard isFile(path) else { return try pass(write, to: path) }
    let path = target(path)
    let part = partName(path)
    do {
      try write(part)
      guard rename(part, path) == 0 else { throw failure(path, errno) }
    } catch {
      unlink(part)
      throw error
    }
  }

  /// What a writer makes, which needs a file of its own, goes into a pipe or a device.
  private static func pass(_ write: (String) throws -> Void, to path: String) throws {
    let manager = FileManager.default
    let folder = manager.temporaryDirectory.appending(path: "shanhai-\(UUID())")
    try manager.createDirectory(
      at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    let made: Data
    do {
      defer { _ = try? manager.removeItem(at: folder) }
      let part = folder.appending(path: "part")
      try write(part.path)
      made = try Data(contentsOf: part)
    }
    // Only now: a pipe is not opened until somebody reads it.
    let file = try OutputFile(path)
    try file.write(made)
    try file.keep()
  }

  /// Whether a path is a file's, or could become one's; what lies below `/dev` and `/proc` is none,
  /// wherever its links lead.
  private static func isFile(_ path: String) -> Bool {
    guard !path.hasPrefix("/dev/"), !path.hasPrefix("/proc/") else { return false }
    var status = stat()
    return stat(path, &status) != 0 || status.st_mode & S_IFMT == S_IFREG
  }

  /// Where a path's links lead; the path itself where there is nothing yet.
  private static func target(_ path: String) -> String {
    guard let found = realpath(path, nil) else { return path }
    defer { free(found) }
    return String(cString: found)
  }

  private static func partName(_ path: String) -> String { "\(path).\(getpid()).part" }

  private static func failure(_ path: String, _ number: Int32) -> OutputError {
    .cannotWriteFile(path: path, reason: String(cString: strerror(number)))
  }
}
