import Glibc
import Quantities

/// Why a result doesn't reach standard output.
package enum OutputError: Explained, Hashable, Sendable {
  /// `reason` is the system's word for it: a full disk, a closed descriptor.
  case cannotWrite(reason: String)
  case cannotWriteFile(path: String, reason: String)

  package var code: String {
    switch self {
    case .cannotWrite: "output.cannot_write"
    case .cannotWriteFile: "output.cannot_write_file"
    }
  }
}

/// Standard output and standard error, without a buffer: what was written is written.
package enum Output {
  /// Writes a result.
  ///
  /// A reader that went away (`| head`) is no error.
  package static func write(_ text: String) throws(OutputError) {
    let number = write(text, to: STDOUT_FILENO)
    guard number == 0 || number == EPIPE else {
      throw .cannotWrite(reason: String(cString: strerror(number)))
    }
  }

  /// Writes a line for people; where standard error is gone, nobody can be told.
  package static func writeError(_ text: String) {
    _ = write(text, to: STDERR_FILENO)
  }

  /// - Returns: 0, or the system's number of the error.
  static func write(_ text: String, to descriptor: Int32) -> Int32 {
    var text = text
    return text.withUTF8 { write(UnsafeRawBufferPointer($0), to: descriptor) }
  }

  /// - Returns: 0, or the system's number of the error.
  static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
    var rest = bytes
    while !rest.isEmpty {
      let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
      if count >= 0 {
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      } else if errno == EAGAIN {
        var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&wait, 1, -1)
      } else if errno != EINTR {
        return errno
      }
    }
    return 0
  }
}
