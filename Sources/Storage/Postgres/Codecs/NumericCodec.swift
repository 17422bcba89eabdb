/// `numeric` without decimals, as `Int128`: what `sum(bigint)` gives.
///
/// Shape:  four 16-bit words (number of digits, weight, sign, display scale), then digits to the
///         base of 10,000; the value is the sum of digit[i] × 10,000^(weight − i).
/// Source: PostgreSQL, src/backend/utils/adt/numeric.c, `numeric_send`.
enum NumericCodec {
  private static let negative: UInt16 = 0x4000
  private static let positive: UInt16 = 0

  static func encode(_ value: Int128, into buffer: inout [UInt8]) {
    var groups: [Int16] = []
    var rest = value.magnitude
    while rest > 0 {
      let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: 10_000)
      groups.append(Int16(remainder))
      rest = quotient
    }
    let weight = max(groups.count - 1, 0)
    let digits = groups.drop { $0 == 0 }.reversed()
    buffer.append(bigEndian: Int16(digits.count))
    buffer.append(bigEndian: Int16(weight))
    buffer.append(bigEndian: value < 0 ? negative : positive)
    buffer.append(bigEndian: Int16(0))
    for digit in digits { buffer.append(bigEndian: digit) }
  }

  static func decode(_ bytes: UnsafeRawBufferPointer) throws(CodecFailure) -> Int128 {
    guard let count = bytes.integer(at: 0, as: Int16.self),
      let weight = bytes.integer(at: 2, as: Int16.self),
      let sign = bytes.integer(at: 4, as: UInt16.self),
      count >= 0, bytes.count == 8 + 2 * Int(count)
    else { throw .malformed("\(bytes.count) bytes are no numeric") }
    guard sign == positive || sign == negative else { throw .outOfRange("not a finite number") }
    var value: Int128 = 0
    for index in 0..<max(Int(count), Int(weight) + 1) {
      let digit = index < count ? bytes.integer(at: 8 + 2 * index, as: Int16.self) ?? 0 : 0
      guard index <= weight else {
        if digit != 0 { throw .outOfRange("has decimals") }
        continue
      }
      // Downward from zero, since Int128.min has no positive counterpart.
      let (product, overflow) = value.multipliedReportingOverflow(by: 10_000)
      let (sum, carry) = product.subtractingReportingOverflow(Int128(digit))
      if overflow || carry { throw .outOfRange("has more than 128 bits") }
      value = sum
    }
    if sign == negative { return value }
    let (result, overflow) = Int128(0).subtractingReportingOverflow(value)
    if overflow { throw .outOfRange("has more than 128 bits") }
    return result
  }
}

extension Int128: PostgresEncodable, PostgresDecodable {
  package static var oid: UInt32 { PostgresType.numeric }

  package func encode(as oid: UInt32, into buffer: inout [UInt8]) throws(CodecFailure) {
    if oid == PostgresType.numeric || oid >= PostgresType.firstOfUser {
      return NumericCodec.encode(self, into: &buffer)
    }
    try IntegerCodec.encode(try IntegerCodec.narrowed(self, Int64.self), as: oid, into: &buffer)
  }

  package static func decode(
    _ bytes: UnsafeRawBufferPointer, oid: UInt32
  ) throws(CodecFailure) -> Int128 {
    if oid == PostgresType.numeric || oid == PostgresType.untold {
      return try NumericCodec.decode(bytes)
    }
    return try IntegerCodec.decode(bytes, oid: oid, as: Int128.self)
  }
}
