import Glibc

/// Bytes that arrive a chunk at a time: a file, standard input, or bytes at hand.
package final class ByteSource {
  private enum Origin {
    case file(descriptor: Int32, path: String)
    case chunks(ArraySlice<[UInt8]>)
  }

  /// How many bytes are asked of a file at a time.
  static let chunkSize = 256 << 10

  private var origin: Origin

  /// The bytes of the file at `path`; the path `-` is standard input.
  package init(path: String) throws(CSVError) {
    guard path != "-" else {
      origin = .file(descriptor: 0, path: path)
      return
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .fileUnreadable(path: path, reason: lastSystemError()) }
    origin = .file(descriptor: descriptor, path: path)
  }

  /// Bytes at hand, in pieces of any length.
  package init(chunks: [[UInt8]]) { origin = .chunks(chunks[...]) }

  package convenience init(text: String) { self.init(chunks: [Array(text.utf8)]) }

  deinit {
    if case .file(let descriptor, _) = origin, descriptor != 0 { close(descriptor) }
  }

  /// The next bytes, at least one; nil at the end.
  func next() throws(CSVError) -> [UInt8]? {
    switch origin {
    case .chunks(var chunks):
      let chunk = chunks.popFirst()
      origin = .chunks(chunks)
      return chunk?.isEmpty == true ? try next() : chunk
    case .file(let descriptor, let path):
      return try ByteSource.read(descriptor, path: path)
    }
  }

  private static func read(_ descriptor: Int32, path: String) throws(CSVError) -> [UInt8]? {
    while true {
      var count = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: chunkSize) { buffer, initializedCount in
        count = Glibc.read(descriptor, buffer.baseAddress, chunkSize)
        initializedCount = max(0, count)
      }
      if count > 0 { return chunk }
      if count == 0 { return nil }
      guard errno == EINTR else { throw .fileUnreadable(path: path, reason: lastSystemError()) }
    }
  }
}

/// The system's words for the last system call's failure.
private func lastSystemError() -> String { String(cString: strerror(errno)) }
