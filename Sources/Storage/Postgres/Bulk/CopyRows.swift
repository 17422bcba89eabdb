package import Quantities

/// Rows of a COPY in the making: made on any thread, without a connection, and written as they are.
///
/// The type of each value must be that of its column, as for `Connection.copyIn`; each row begins
/// with `begin`, which says how many values follow.
package struct CopyRows: Sendable {
  package private(set) var count = 0
  private(set) var bytes: [UInt8] = []

  package init() {}

  package var byteCount: Int { bytes.count }

  /// Begins a row of so many values.
  package mutating func begin(_ fieldCount: Int16) {
    count += 1
    put(fieldCount)
  }

  package mutating func addNull() { put(Int32(-1)) }

  package mutating func add(_ value: Int64) {
    put(Int32(8))
    put(value)
  }

  package mutating func add(_ value: Int32) {
    put(Int32(4))
    put(value)
  }

  package mutating func add(_ value: Int16) {
    put(Int32(2))
    put(value)
  }

  package mutating func add(_ value: Bool) {
    put(Int32(1))
    bytes.append(value ? 1 : 0)
  }

  package mutating func add(_ amount: Money) { add(amount.minorUnits) }

  package mutating func add(_ text: String) {
    put(Int32(truncatingIfNeeded: text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }

  package mutating func add(_ text: String?) {
    if let text { add(text) } else { addNull() }
  }

  package mutating func add(_ value: Int64?) {
    if let value { add(value) } else { addNull() }
  }

  package mutating func add(_ value: Int32?) {
    if let value { add(value) } else { addNull() }
  }

  package mutating func add(_ value: Day?) {
    if let value { add(value) } else { addNull() }
  }

  /// A document of type `jsonb`.
  package mutating func add(json text: String?) {
    guard let text else { return addNull() }
    put(Int32(truncatingIfNeeded: text.utf8.count + 1))
    bytes.append(1)
    bytes.append(contentsOf: text.utf8)
  }

  package mutating func add(_ day: Day) { append(day) }

  package mutating func add(_ days: [Day]) { append(days) }

  package mutating func add(_ numbers: [Int64]) { append(numbers) }

  package mutating func add(_ texts: [String]) { append(texts) }

  package mutating func add(_ instant: Instant) { append(instant) }

  package mutating func add(_ content: [UInt8]) {
    put(Int32(truncatingIfNeeded: content.count))
    bytes.append(contentsOf: content)
  }

  /// Adds the rows of another piece.
  package mutating func add(_ other: CopyRows) {
    count += other.count
    bytes.append(contentsOf: other.bytes)
  }

  /// A value by its own encoding; one that does not fit its type is NULL, which no column of the
  /// tables written so takes.
  private mutating func append(_ value: some PostgresEncodable) {
    let start = bytes.count
    put(Int32(0))
    do {
      try value.encode(into: &bytes)
    } catch {
      bytes.removeLast(bytes.count - start)
      return addNull()
    }
    let length = Int32(truncatingIfNeeded: bytes.count - start - 4)
    withUnsafeBytes(of: length.bigEndian) { raw in
      for index in 0..<4 { bytes[start + index] = raw[index] }
    }
  }

  private mutating func put<Number: FixedWidthInteger>(_ value: Number) {
    withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
  }
}

extension CopyWriter {
  /// Writes rows made before.
  package mutating func append(_ rows: CopyRows) throws(PostgresError) {
    try write(rows.bytes)
  }
}
