package import Quantities

/// Swift's integers go to, and come from, any of the server's integer types that holds the value.
enum IntegerCodec {
  static func encode(
    _ value: Int64, as oid: UInt32, into buffer: inout [UInt8]
  ) throws(CodecFailure) {
    switch oid {
    case PostgresType.int2: buffer.append(bigEndian: try narrowed(value, Int16.self))
    case PostgresType.int4: buffer.append(bigEndian: try narrowed(value, Int32.self))
    case PostgresType.int8: buffer.append(bigEndian: value)
    case PostgresType.numeric: NumericCodec.encode(Int128(value), into: &buffer)
    default: throw .wrongType
    }
  }

  static func decode<I: FixedWidthInteger>(
    _ bytes: UnsafeRawBufferPointer, oid: UInt32, as type: I.Type
  ) throws(CodecFailure) -> I {
    let value: Int64
    switch (oid, bytes.count) {
    case (PostgresType.int2, _), (PostgresType.untold, 2):
      value = Int64(try bytes.wholly(Int16.self))
    case (PostgresType.int4, _), (PostgresType.untold, 4):
      value = Int64(try bytes.wholly(Int32.self))
    case (PostgresType.int8, _), (PostgresType.untold, 8): value = try bytes.wholly(Int64.self)
    default: throw .wrongType
    }
    return try narrowed(value, type)
  }

  static func narrowed<I: FixedWidthInteger>(
    _ value: some FixedWidthInteger, _ type: I.Type
  ) throws(CodecFailure) -> I {
    guard let narrow = I(exactly: value) else {
      throw .outOfRange("\(value) is outside \(I.min)…\(I.max)")
    }
    return narrow
  }
}

/// An integer that travels as `int2`, `int4`, `int8` or `numeric`.
package protocol PostgresInteger: FixedWidthInteger, PostgresEncodable, PostgresDecodable {}

extension PostgresInteger {
  package func encode(as oid: UInt32, into buffer: inout [UInt8]) throws(CodecFailure) {
    if oid >= PostgresType.firstOfUser {
      return try IntegerCodec.encode(Int64(self), as: Self.oid, into: &buffer)
    }
    try IntegerCodec.encode(Int64(self), as: oid, into: &buffer)
  }

  package static func decode(
    _ bytes: UnsafeRawBufferPointer, oid: UInt32
  ) throws(CodecFailure) -> Self {
    try IntegerCodec.decode(bytes, oid: oid, as: Self.self)
  }
}

extension Int16: PostgresInteger {
  package static var oid: UInt32 { PostgresType.int2 }
}

extension Int32: PostgresInteger {
  package static var oid: UInt32 { PostgresType.int4 }
}

extension Int64: PostgresInteger {
  package static var oid: UInt32 { PostgresType.int8 }
}

extension Int: PostgresInteger {
  package static var oid: UInt32 { PostgresType.int8 }
}

/// A quantity that is one `Int64` in the database: `bigint` (or `numeric`) and no narrower type.
package protocol PostgresQuantity: PostgresEncodable, PostgresDecodable {
  var wireValue: Int64 { get }
  init(wireValue: Int64)
}

extension PostgresQuantity {
  package static var oid: UInt32 { PostgresType.int8 }

  package func encode(as oid: UInt32, into buffer: inout [UInt8]) throws(CodecFailure) {
    guard oid == PostgresType.int8 || oid >= PostgresType.firstOfUser else { throw .wrongType }
    buffer.append(bigEndian: wireValue)
  }

  package static func decode(
    _ bytes: UnsafeRawBufferPointer, oid: UInt32
  ) throws(CodecFailure) -> Self {
    guard oid == PostgresType.int8 || oid == PostgresType.untold else { throw .wrongType }
    return Self(wireValue: try bytes.wholly(Int64.self))
  }
}

extension Money: PostgresQuantity {
  package var wireValue: Int64 { minorUnits }
  package init(wireValue: Int64) { self.init(minorUnits: wireValue) }
}

extension AnnualRate: PostgresQuantity {
  package var wireValue: Int64 { trillionths }
  package init(wireValue: Int64) { self.init(trillionths: wireValue) }
}
