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
    self.path = path
    if !Self.isFile(path) {
      part = nil
      descriptor = open(path, O_WRONLY | O_CLOEXEC)
    } else {
      let name = Self.partName(path)
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
  /// A writer that needs a file of its own writes to one beside the temporary files where the path
  /// is that of a pipe or a device, and its bytes follow.
  ///
  /// - Parameters:
  ///   - path: the name it gets.
  ///   - write: makes the file at the path it is given.
  /// - Throws: what `write` throws, and then nothing is left; `OutputError.cannotWriteFile`.
  package static func fill(_ path: String, _ write: (String) throws -> Void) throws {
    let isFile = isFile(path)
    let folder = FileManager.default.temporaryDirectory
    let part = isFile ? partName(path) : folder.appending(path: "shanhai-\(UUID())").path
    do {
      try write(part)
      if isFile {
        guard rename(part, path) == 0 else { throw failure(path, errno) }
      } else {
        let file = try OutputFile(path)
        try file.write(Data(contentsOf: URL(fileURLWithPath: part)))
        try file.keep()
        unlink(part)
      }
    } catch {
      unlink(part)
      throw error
    }
  }

  /// Whether a path is a file's, or could become one's.
  private static func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) != 0 || status.st_mode & S_IFMT == S_IFREG
  }

  private static func partName(_ path: String) -> String { "\(path).\(getpid()).part" }

  private static func failure(_ path: String, _ number: Int32) -> OutputError {
    .cannotWriteFile(path: path, reason: String(cString: strerror(number)))
  }
}
