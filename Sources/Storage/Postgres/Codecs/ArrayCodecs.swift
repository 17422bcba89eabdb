package import Quantities

/// What an array of may be a parameter or a column: `[Int64]` is `bigint[]`, `[UInt8]` is `bytea`.
package protocol PostgresArrayElement: Sendable {
  static var arrayOID: UInt32 { get }
  static func encode(
    array: [Self], as oid: UInt32, into buffer: inout [UInt8]
  ) throws(CodecFailure)
  static func decode(
    array bytes: UnsafeRawBufferPointer, oid: UInt32
  ) throws(CodecFailure) -> [Self]
}

extension Array: PostgresEncodable where Element: PostgresArrayElement {
  package static var oid: UInt32 { Element.arrayOID }

  package func encode(as oid: UInt32, into buffer: inout [UInt8]) throws(CodecFailure) {
    try Element.encode(array: self, as: oid, into: &buffer)
  }
}

extension Array: PostgresDecodable where Element: PostgresArrayElement {
  package static func decode(
    _ bytes: UnsafeRawBufferPointer, oid: UInt32
  ) throws(CodecFailure) -> [Element] {
    try Element.decode(array: bytes, oid: oid)
  }
}

extension UInt8: PostgresArrayElement {
  package static var arrayOID: UInt32 { PostgresType.bytea }

  package static func encode(
    array: [UInt8], as oid: UInt32, into buffer: inout [UInt8]
  ) throws(CodecFailure) {
    guard oid == PostgresType.bytea || oid >= PostgresType.firstOfUser else { throw .wrongType }
    buffer.append(contentsOf: array)
  }

  package static func decode(
    array bytes: UnsafeRawBufferPointer, oid: UInt32
  ) throws(CodecFailure) -> [UInt8] {
    guard oid == PostgresType.bytea || oid == PostgresType.untold else { throw .wrongType }
    return Array(bytes)
  }
}

/// One-dimensional arrays without NULLs.
///
/// Shape:  dimensions, whether there are NULLs, the element type, then size and lower bound of each
///         dimension, then each element's length and bytes; an empty array has no dimension.
/// Source: PostgreSQL, src/backend/utils/adt/arrayfuncs.c, `array_send`.
extension PostgresArrayElement where Self: PostgresEncodable & PostgresDecodable {
  package static func encode(
    array: [Self], as oid: UInt32, into buffer: inout [UInt8]
  ) throws(CodecFailure) {
    let element: UInt32
    if oid == arrayOID || oid >= PostgresType.firstOfUser {
      element = Self.oid
    } else if let known = ArrayTypes.element[oid] {
      element = known
    } else {
      throw .wrongType
    }
    buffer.append(bigEndian: Int32(array.isEmpty ? 0 : 1))
    buffer.append(bigEndian: Int32(0))
    buffer.append(bigEndian: element)
    if array.isEmpty { return }
    buffer.append(bigEndian: Int32(array.count))
    buffer.append(bigEndian: Int32(1))
    for value in array {
      let start = buffer.count
      buffer.append(bigEndian: Int32(0))
      try value.encode(as: element, into: &buffer)
      let length = Int32(buffer.count - start - 4)
      withUnsafeBytes(of: length.bigEndian) { buffer.replaceSubrange(start..<start + 4, with: $0) }
    }
  }

  package static func decode(
    array bytes: UnsafeRawBufferPointer, oid: UInt32
  ) throws(CodecFailure) -> [Self] {
    guard
      ArrayTypes.element[oid] != nil || oid >= PostgresType.firstOfUser
        || oid == PostgresType.untold
    else { throw .wrongType }
    guard let dimensions = bytes.integer(at: 0, as: Int32.self),
      let element = bytes.integer(at: 8, as: UInt32.self)
    else { throw .malformed("\(bytes.count) bytes are no array") }
    if dimensions == 0 {
      try checkElementType(element)
      return []
    }
    guard dimensions == 1, let count = bytes.integer(at: 12, as: Int32.self), count >= 0 else {
      throw .malformed("an array of \(dimensions) dimensions")
    }
    var values: [Self] = []
    values.reserveCapacity(Int(count))
    var offset = 20
    for index in 0..<count {
      guard let length = bytes.integer(at: offset, as: Int32.self) else {
        throw .malformed("the array ends at element \(index + 1)")
      }
      if length < 0 { throw .malformed("element \(index + 1) is NULL") }
      let end = offset + 4 + Int(length)
      guard end <= bytes.count else { throw .malformed("element \(index + 1) is cut off") }
      let content = UnsafeRawBufferPointer(rebasing: bytes[(offset + 4)..<end])
      values.append(try Self.decode(content, oid: element))
      offset = end
    }
    return values
  }
}

extension PostgresDecodable {
  /// Refuses an empty array of another type, which holds no element that would be refused.
  fileprivate static func checkElementType(_ oid: UInt32) throws(CodecFailure) {
    do {
      _ = try decode(UnsafeRawBufferPointer(start: nil, count: 0), oid: oid)
    } catch {
      if error == .wrongType { throw error }
    }
  }
}

enum ArrayTypes {
  /// The type of the elements of each built-in array type.
  static let element: [UInt32: UInt32] = [
    1000: PostgresType.bool, 1003: PostgresType.name, 1005: PostgresType.int2,
    1007: PostgresType.int4, 1009: PostgresType.text, 1015: PostgresType.varchar,
    1016: PostgresType.int8, 1182: PostgresType.date, 1185: PostgresType.timestamptz,
    1231: PostgresType.numeric,
  ]
}

extension Bool: PostgresArrayElement {
  package static var arrayOID: UInt32 { 1000 }
}

extension Int16: PostgresArrayElement {
  package static var arrayOID: UInt32 { 1005 }
}

extension Int32: PostgresArrayElement {
  package static var arrayOID: UInt32 { 1007 }
}

extension Int64: PostgresArrayElement {
  package static var arrayOID: UInt32 { 1016 }
}

extension Int: PostgresArrayElement {
  package static var arrayOID: UInt32 { 1016 }
}

extension Money: PostgresArrayElement {
  package static var arrayOID: UInt32 { 1016 }
}

extension AnnualRate: PostgresArrayElement {
  package static var arrayOID: UInt32 { 1016 }
}

extension String: PostgresArrayElement {
  package static var arrayOID: UInt32 { 1009 }
}

extension Day: PostgresArrayElement {
  package static var arrayOID: UInt32 { 1182 }
}

extension Instant: PostgresArrayElement {
  package static var arrayOID: UInt32 { 1185 }
}

extension Int128: PostgresArrayElement {
  package static var arrayOID: UInt32 { 1231 }
}
