/// A value that can be sent to the server, in binary.
package protocol PostgresEncodable: Sendable {
  /// The object identifier of the type this value naturally has.
  static var oid: UInt32 { get }

  /// Appends the value in the binary form of the type `oid`.
  ///
  /// - Throws: `CodecFailure` if the value cannot be, or does not fit, such a type.
  func encode(as oid: UInt32, into buffer: inout [UInt8]) throws(CodecFailure)
}

extension PostgresEncodable {
  /// Appends the value in the binary form of its natural type.
  package func encode(into buffer: inout [UInt8]) throws(CodecFailure) {
    try encode(as: Self.oid, into: &buffer)
  }
}

/// A value that can be read from the server's binary form.
package protocol PostgresDecodable: Sendable {
  /// Reads the value in `bytes`, which are of the type `oid`.
  ///
  /// - Parameters:
  ///   - bytes: the column's bytes; never a NULL.
  ///   - oid: the type, or `PostgresType.untold` (COPY names no types): then the length decides.
  /// - Returns: the value, never nil: a NULL is not decoded.
  /// - Throws: `CodecFailure` if that type, or this value, cannot be a `Self`.
  static func decode(
    _ bytes: UnsafeRawBufferPointer, oid: UInt32
  ) throws(CodecFailure) -> Self
}

/// Why a value could not be encoded or decoded; it becomes a `PostgresError` with the place.
package enum CodecFailure: Error, Equatable {
  /// The Swift type and the server's type have nothing to do with each other.
  case wrongType
  /// The value lies outside the range of the other side's type.
  case outOfRange(String)
  /// The bytes are not a value of their type.
  case malformed(String)
}

/// The object identifiers of the built-in types this program uses.
///
/// Source: PostgreSQL, src/include/catalog/pg_type.dat (fixed for ever).
package enum PostgresType {
  /// No type is known: a column of COPY.
  package static let untold: UInt32 = 0
  /// Types made in the database itself (enumerations, domains) start here.
  package static let firstOfUser: UInt32 = 16_384

  package static let bool: UInt32 = 16
  package static let bytea: UInt32 = 17
  package static let character: UInt32 = 18
  package static let name: UInt32 = 19
  package static let int8: UInt32 = 20
  package static let int2: UInt32 = 21
  package static let int4: UInt32 = 23
  package static let text: UInt32 = 25
  package static let json: UInt32 = 114
  package static let unknown: UInt32 = 705
  package static let bpchar: UInt32 = 1042
  package static let varchar: UInt32 = 1043
  package static let date: UInt32 = 1082
  package static let timestamptz: UInt32 = 1184
  package static let numeric: UInt32 = 1700
  package static let jsonb: UInt32 = 3802

  private static let names: [UInt32: String] = [
    bool: "boolean", bytea: "bytea", character: "\"char\"", name: "name", int8: "bigint",
    int2: "smallint", int4: "integer", text: "text", json: "json", unknown: "unknown",
    bpchar: "character", varchar: "character varying", date: "date",
    timestamptz: "timestamp with time zone", numeric: "numeric", jsonb: "jsonb",
    26: "oid", 700: "real", 701: "double precision", 790: "money", 1083: "time",
    1114: "timestamp without time zone", 1186: "interval", 2950: "uuid", 2278: "void",
    1000: "boolean[]", 1001: "bytea[]", 1003: "name[]", 1005: "smallint[]", 1007: "integer[]",
    1009: "text[]", 1015: "character varying[]", 1016: "bigint[]", 1182: "date[]",
    1185: "timestamp with time zone[]", 1231: "numeric[]",
  ]

  /// The type's name for an error message.
  static func describe(_ oid: UInt32) -> String { names[oid] ?? "type with oid \(oid)" }
}

extension [UInt8] {
  /// Appends the integer, most significant byte first.
  mutating func append(bigEndian value: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: value.bigEndian) { self.append(contentsOf: $0) }
  }
}

extension UnsafeRawBufferPointer {
  /// The integer at `offset`, most significant byte first; nil beyond the end.
  func integer<I: FixedWidthInteger>(at offset: Int = 0, as: I.Type = I.self) -> I? {
    guard offset >= 0, offset + MemoryLayout<I>.size <= count else { return nil }
    return I(bigEndian: loadUnaligned(fromByteOffset: offset, as: I.self))
  }

  /// The integer that these bytes, and nothing else, are.
  func wholly<I: FixedWidthInteger>(_ type: I.Type) throws(CodecFailure) -> I {
    guard count == MemoryLayout<I>.size, let value = integer(as: type) else {
      throw .malformed("\(count) bytes instead of \(MemoryLayout<I>.size)")
    }
    return value
  }
}
