import CLibpq
import Glibc

/// COPY in binary.
///
/// Shape:  19 bytes of header, then for each row a 16-bit number of fields and for each field a
///         32-bit length (−1 for NULL) and its bytes; −1 for the number of fields ends it.
/// Source: PostgreSQL documentation, COPY, "Binary Format".
enum CopyFormat {
  static let header: [UInt8] =
    Array("PGCOPY\n".utf8) + [0xFF, 0x0D, 0x0A, 0] + [UInt8](repeating: 0, count: 8)
  static let trailer: Int16 = -1
}

extension Connection {
  /// Writes rows by `COPY … FROM STDIN (FORMAT binary)`.
  ///
  /// COPY tells the client no types: the server checks the length of each field alone, so the Swift
  /// type of each must be that of its column (`Int32` for `integer`, `Int64` or `Int` for
  /// `bigint`).
  ///
  /// - Returns: the number of rows written.
  /// - Throws: what `body` throws, and then no row is written; the server's error otherwise.
  @discardableResult
  package func copyIn(
    _ statement: Statement, _ body: (inout CopyWriter) throws -> Void
  ) throws -> Int {
    try begin(statement.name)
    try startCopy(statement, PGRES_COPY_IN)
    var writer = CopyWriter(connection: self)
    do {
      try body(&writer)
      try writer.finish()
    } catch {
      guard !isBroken else { throw error }
      try endCopyIn(error: "the client gave up")
      // After a failed write the server's own complaint explains more than the write does.
      let complaint = collectError()
      throw writer.isHealthy ? error : complaint ?? error
    }
    try endCopyIn(error: nil)
    return try collect().affectedCount
  }

  private func collectError() -> PostgresError? {
    do {
      _ = try collect()
      return nil
    } catch {
      return error
    }
  }

  /// Reads rows by `COPY … TO STDOUT (FORMAT binary)`, one after the other.
  ///
  /// If `body` throws, the rest is read and dropped, and the transaction goes on.
  package func copyOut(_ statement: Statement, _ body: (CopyRow) throws -> Void) throws {
    try begin(statement.name)
    try startCopy(statement, PGRES_COPY_OUT)
    let row = CopyRow(statementName: statement.name)
    var isFirst = true
    while let (message, length) = try nextCopyMessage() {
      defer { PQfreemem(message) }
      var bytes = UnsafeRawBufferPointer(start: message, count: length)
      do {
        if isFirst {
          bytes = try row.skipHeader(bytes)
          isFirst = false
        }
        while let rest = try row.read(bytes) {
          bytes = rest
          try body(row)
        }
      } catch {
        while let (rest, _) = try nextCopyMessage() { PQfreemem(rest) }
        _ = try collect()
        throw error
      }
    }
    _ = try collect()
  }

  func startCopy(
    _ statement: Statement, _ expected: ExecStatusType, isBinary: Bool = true
  ) throws(PostgresError) {
    guard PQsendQuery(handle, statement.text) == 1 else { throw lost() }
    guard let result = try nextResult() else { throw lost() }
    guard PQresultStatus(result) == expected else {
      _ = try collect(first: result, text: statement.text)
      throw failure(.wrongResult, "the statement is no COPY in this direction")
    }
    let format = PQbinaryTuples(result) == 1
    PQclear(result)
    guard format == isBinary else {
      try refuseCopy(expected)
      try drain()
      let wish = isBinary ? "does not say" : "says"
      throw failure(.wrongResult, "the COPY \(wish) FORMAT binary")
    }
  }

  /// Ends a COPY that was not asked for.
  func refuseCopy(_ status: ExecStatusType) throws(PostgresError) {
    if status == PGRES_COPY_IN { return try endCopyIn(error: "not expected") }
    while let (message, _) = try nextCopyMessage() { PQfreemem(message) }
  }

  /// Puts bytes into the stream.
  func put(_ bytes: [UInt8]) throws(PostgresError) {
    while true {
      let sent = bytes.withUnsafeBytes { raw in
        PQputCopyData(
          handle, raw.assumingMemoryBound(to: CChar.self).baseAddress, Int32(raw.count))
      }
      try flush()
      if sent == 1 { return }
      if sent < 0 { throw lostOrRefused() }
    }
  }

  /// Ends the stream, unless the server has ended it with an error, which `collect` then throws.
  private func endCopyIn(error: String?) throws(PostgresError) {
    while true {
      let sent = PQputCopyEnd(handle, error)
      try flush()
      if sent != 0 { return }
    }
  }

  /// The stream is closed: either the server refused a row, which `collect` tells, or it is gone.
  private func lostOrRefused() -> PostgresError {
    if PQstatus(handle) == CONNECTION_BAD { return lost() }
    return failure(.refusedByServer, "the server ended the COPY")
  }

  func nextCopyMessage() throws(PostgresError) -> (UnsafeMutablePointer<CChar>, Int)? {
    while true {
      var message: UnsafeMutablePointer<CChar>?
      switch PQgetCopyData(handle, &message, 1) {
      case 0:
        try wait(for: POLLIN)
        if PQconsumeInput(handle) == 0 { throw lost() }
      case -1: return nil
      case -2: throw lost()
      case let length: return message.map { ($0, Int(length)) }
      }
    }
  }
}

/// Writes the rows of a COPY.
package struct CopyWriter {
  /// How many bytes are gathered before they are sent.
  private static let chunk = 65_536

  private let connection: Connection
  private var buffer: [UInt8]
  /// Fields of the present row that are still to be appended.
  private var missing = 0
  private(set) var isHealthy = true

  init(connection: Connection) {
    self.connection = connection
    buffer = CopyFormat.header
    buffer.reserveCapacity(2 * Self.chunk)
  }

  /// Writes a row of `count` fields, which `fields` appends.
  package mutating func row(
    _ count: Int, _ fields: (inout CopyWriter) throws -> Void
  ) throws {
    try startRow(count)
    try fields(&self)
    try endRow()
  }

  /// Writes a row of these fields; handy, and slower than `row(_:_:)`.
  package mutating func row(_ values: [(any PostgresEncodable)?]) throws(PostgresError) {
    try startRow(values.count)
    for value in values {
      if let value { try append(value) } else { appendNull() }
    }
    try endRow()
  }

  /// Appends a field to the row.
  package mutating func append<T: PostgresEncodable>(_ value: T) throws(PostgresError) {
    let start = buffer.count
    buffer.append(bigEndian: Int32(0))
    do {
      try value.encode(into: &buffer)
    } catch {
      throw connection.failure(
        .wrongParameter,
        error.sentence(
          place: "a field", swift: "\(T.self)", server: PostgresType.describe(T.oid)))
    }
    let length = Int32(buffer.count - start - 4)
    withUnsafeBytes(of: length.bigEndian) { bytes in
      for index in 0..<4 { buffer[start + index] = bytes[index] }
    }
    missing -= 1
  }

  /// Appends a field to the row, NULL if there is no value.
  package mutating func append<T: PostgresEncodable>(_ value: T?) throws(PostgresError) {
    if let value { try append(value) } else { appendNull() }
  }

  package mutating func appendNull() {
    buffer.append(bigEndian: Int32(-1))
    missing -= 1
  }

  // Without generics: these cost a few nanoseconds each in a million rows.

  package mutating func append(bigint value: Int64) {
    buffer.append(bigEndian: Int32(8))
    buffer.append(bigEndian: value)
    missing -= 1
  }

  package mutating func append(integer value: Int32) {
    buffer.append(bigEndian: Int32(4))
    buffer.append(bigEndian: value)
    missing -= 1
  }

  /// Appends text, or bytes as they are.
  package mutating func append(bytes: [UInt8]) {
    buffer.append(bigEndian: Int32(bytes.count))
    buffer.append(contentsOf: bytes)
    missing -= 1
  }

  package mutating func append(boolean value: Bool) {
    buffer.append(bigEndian: Int32(1))
    buffer.append(value ? 1 : 0)
    missing -= 1
  }

  private mutating func startRow(_ count: Int) throws(PostgresError) {
    missing = count
    buffer.append(bigEndian: Int16(count))
  }

  private mutating func endRow() throws(PostgresError) {
    precondition(missing == 0, "a row of COPY lacks \(missing) of its fields")
    if buffer.count >= Self.chunk { try send() }
  }

  /// Writes whole rows that are encoded already.
  mutating func write(_ rows: [UInt8]) throws(PostgresError) {
    guard !rows.isEmpty else { return }
    try send()
    isHealthy = false
    try connection.put(rows)
    isHealthy = true
  }

  mutating func finish() throws(PostgresError) {
    buffer.append(bigEndian: CopyFormat.trailer)
    try send()
  }

  private mutating func send() throws(PostgresError) {
    isHealthy = false
    try connection.put(buffer)
    isHealthy = true
    buffer.removeAll(keepingCapacity: true)
  }
}
