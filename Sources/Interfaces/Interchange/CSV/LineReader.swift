/// The lines of a source one after the other, without their ends; the last one needs none.
package final class LineReader {
  private let source: ByteSource
  private var bytes: [UInt8] = []
  /// Where the next line begins.
  private var start = 0
  private var isAtEnd = false

  package init(_ source: ByteSource) { self.source = source }

  /// The next line; nil at the end.
  package func next() throws(CSVError) -> String? {
    var searched = start
    while true {
      if let end = bytes[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { start = end + 1 }
        return String(decoding: bytes[start..<end], as: UTF8.self)
      }
      bytes.removeFirst(start)
      start = 0
      searched = bytes.count
      guard !isAtEnd, let more = try source.next() else {
        isAtEnd = true
        guard !bytes.isEmpty else { return nil }
        defer { bytes = [] }
        return String(decoding: bytes, as: UTF8.self)
      }
      bytes += more
    }
  }
}
