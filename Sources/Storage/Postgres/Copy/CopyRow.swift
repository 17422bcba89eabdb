/// One row of a COPY, valid only inside the body it is given to.
package final class CopyRow {
  private let statementName: String
  // Unchecked: a row is used by one body at a time, and the checks cost more than the reading.
  @exclusivity(unchecked) private var bytes = UnsafeRawBufferPointer(start: nil, count: 0)
  /// Where each field's bytes lie.
  @exclusivity(unchecked) private var fields: [Field] = []
  @exclusivity(unchecked) private var number = 0

  private struct Field {
    var start: Int32 = 0
    /// Below 0 for NULL.
    var length: Int32 = -1
  }

  init(statementName: String) { self.statementName = statementName }

  package var count: Int { fields.count }

  /// The value of the field at `index`, from 0.
  package func get<T: PostgresDecodable>(
    _ index: Int, as type: T.Type = T.self
  ) throws(PostgresError) -> T {
    guard let field = field(index) else { throw missing(index) }
    return try decode(field, index)
  }

  /// The value of the field at `index`, from 0; nil if it is NULL.
  package func optional<T: PostgresDecodable>(
    _ index: Int, as type: T.Type = T.self
  ) throws(PostgresError) -> T? {
    if let field = field(index) { return try decode(field, index) }
    guard isNull(index) else { throw missing(index) }
    return nil
  }

  private func decode<T: PostgresDecodable>(
    _ field: UnsafeRawBufferPointer, _ index: Int
  ) throws(PostgresError) -> T {
    do {
      return try T.decode(field, oid: PostgresType.untold)
    } catch {
      throw wrong(
        error.sentence(
          place: "field \(index) of row \(number)", swift: "\(T.self)",
          server: "\(field.count) bytes"))
    }
  }

  private func missing(_ index: Int) -> PostgresError {
    wrong(
      isNull(index)
        ? "field \(index) of row \(number) is NULL"
        : "row \(number) has \(fields.count) fields, none at \(index)")
  }

  // Without generics: these cost a few nanoseconds each in a million rows.

  /// The `bigint` at `index`, from 0; for NULL what is given, if anything is.
  package func bigint(_ index: Int, null: Int64? = nil) throws(PostgresError) -> Int64 {
    if let value = field(index, of: 8) {
      return Int64(bigEndian: value.loadUnaligned(as: Int64.self))
    }
    guard let null, isNull(index) else {
      throw wrong("field \(index) of row \(number) is no bigint")
    }
    return null
  }

  /// The `integer` at `index`, as `bigint`.
  package func integer(_ index: Int, null: Int32? = nil) throws(PostgresError) -> Int32 {
    if let value = field(index, of: 4) {
      return Int32(bigEndian: value.loadUnaligned(as: Int32.self))
    }
    guard let null, isNull(index) else {
      throw wrong("field \(index) of row \(number) is no integer")
    }
    return null
  }

  /// The `boolean` at `index`, as `bigint`.
  package func boolean(_ index: Int, null: Bool? = nil) throws(PostgresError) -> Bool {
    if let value = field(index, of: 1) { return value.load(as: UInt8.self) != 0 }
    guard let null, isNull(index) else {
      throw wrong("field \(index) of row \(number) is no boolean")
    }
    return null
  }

  private func isNull(_ index: Int) -> Bool {
    index >= 0 && index < fields.count && fields[index].length < 0
  }

  /// The bytes of the field at `index`, from 0, valid inside the body; nil for NULL.
  package func field(_ index: Int) -> UnsafeRawBufferPointer? {
    guard index >= 0, index < fields.count, fields[index].length >= 0 else { return nil }
    let (start, length) = (Int(fields[index].start), Int(fields[index].length))
    return UnsafeRawBufferPointer(rebasing: bytes[start..<start + length])
  }

  /// Where the field at `index` begins, if it has so many bytes.
  private func field(_ index: Int, of length: Int32) -> UnsafeRawPointer? {
    guard index >= 0, index < fields.count, fields[index].length == length else { return nil }
    return bytes.baseAddress.map { $0 + Int(fields[index].start) }
  }

  func skipHeader(_ message: UnsafeRawBufferPointer) throws(PostgresError) -> UnsafeRawBufferPointer
  {
    let size = CopyFormat.header.count
    guard message.count >= size, message.prefix(11).elementsEqual(CopyFormat.header.prefix(11))
    else { throw wrong("no header of a binary COPY") }
    return UnsafeRawBufferPointer(rebasing: message[size...])
  }

  /// Takes the next row out of a message.
  ///
  /// - Returns: what follows the row; nil if there is none.
  func read(_ message: UnsafeRawBufferPointer) throws(PostgresError) -> UnsafeRawBufferPointer? {
    guard let count = message.integer(as: Int16.self), count != CopyFormat.trailer else {
      return nil
    }
    bytes = message
    number += 1
    if fields.count != Int(count) {
      fields = [Field](repeating: Field(), count: max(0, Int(count)))
    }
    guard let end = Self.find(&fields, in: message) else { throw wrong("row \(number) is cut off") }
    return UnsafeRawBufferPointer(rebasing: message[end...])
  }

  /// Finds where the fields of a row lie.
  ///
  /// - Returns: where the row ends; nil if it is cut off.
  private static func find(_ fields: inout [Field], in message: UnsafeRawBufferPointer) -> Int? {
    var offset = 2
    for index in fields.indices {
      guard let length = message.integer(at: offset, as: Int32.self) else { return nil }
      offset += 4
      fields[index] = Field(start: Int32(offset), length: length)
      offset += max(0, Int(length))
      guard offset <= message.count else { return nil }
    }
    return offset
  }

  private func wrong(_ message: String) -> PostgresError {
    PostgresError(.wrongResult, message, statementName: statementName)
  }
}
