import Glibc
package import Quantities

extension Bool: PostgresEncodable, PostgresDecodable {
  package static var oid: UInt32 { PostgresType.bool }

  package func encode(as oid: UInt32, into buffer: inout [UInt8]) throws(CodecFailure) {
    guard oid == PostgresType.bool || oid >= PostgresType.firstOfUser else { throw .wrongType }
    buffer.append(self ? 1 : 0)
  }

  package static func decode(
    _ bytes: UnsafeRawBufferPointer, oid: UInt32
  ) throws(CodecFailure) -> Bool {
    guard oid == PostgresType.bool || oid == PostgresType.untold else { throw .wrongType }
    return try bytes.wholly(UInt8.self) != 0
  }
}

/// Text goes to any type whose binary form is its text: `text`, `varchar`, `name`, `json` and the
/// database's own enumerations; and to `jsonb`, which puts a version before it.
extension String: PostgresEncodable, PostgresDecodable {
  package static var oid: UInt32 { PostgresType.text }

  private static let plainTypes: Set<UInt32> = [
    PostgresType.text, PostgresType.varchar, PostgresType.bpchar, PostgresType.name,
    PostgresType.json, PostgresType.character, PostgresType.unknown,
  ]
  private static let jsonbVersion: UInt8 = 1

  package func encode(as oid: UInt32, into buffer: inout [UInt8]) throws(CodecFailure) {
    if oid == PostgresType.jsonb {
      buffer.append(Self.jsonbVersion)
    } else if !Self.plainTypes.contains(oid), oid < PostgresType.firstOfUser {
      throw .wrongType
    }
    buffer.append(contentsOf: utf8)
  }

  package static func decode(
    _ bytes: UnsafeRawBufferPointer, oid: UInt32
  ) throws(CodecFailure) -> String {
    var content = bytes
    if oid == PostgresType.jsonb {
      guard bytes.first == jsonbVersion else { throw .malformed("unknown jsonb version") }
      content = UnsafeRawBufferPointer(rebasing: bytes.dropFirst())
    } else if !plainTypes.contains(oid), oid != PostgresType.untold,
      oid < PostgresType.firstOfUser
    {
      throw .wrongType
    }
    // What is no UTF-8 is repaired, and then differs: quicker than `String(validating:)`.
    let text = String(decoding: content, as: UTF8.self)
    guard text.isOf(content) else { throw .malformed("not UTF-8") }
    return text
  }
}

extension String {
  /// Whether its UTF-8 is these bytes.
  fileprivate func isOf(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard utf8.count == bytes.count, let start = bytes.baseAddress else { return bytes.isEmpty }
    let isSame = utf8.withContiguousStorageIfAvailable { own in
      own.baseAddress.map { memcmp($0, start, bytes.count) == 0 } ?? own.isEmpty
    }
    return isSame ?? utf8.elementsEqual(bytes)
  }
}

extension Day: PostgresEncodable, PostgresDecodable {
  package static var oid: UInt32 { PostgresType.date }

  /// PostgreSQL counts from 2000-01-01, `Day` from 1970-01-01.
  private static let epoch: Int32 = 10_957

  package func encode(as oid: UInt32, into buffer: inout [UInt8]) throws(CodecFailure) {
    guard oid == PostgresType.date || oid >= PostgresType.firstOfUser else { throw .wrongType }
    let (days, overflow) = number.subtractingReportingOverflow(Self.epoch)
    guard !overflow, days != .max, days != .min else {
      throw .outOfRange("day \(number) is no date")
    }
    buffer.append(bigEndian: days)
  }

  package static func decode(
    _ bytes: UnsafeRawBufferPointer, oid: UInt32
  ) throws(CodecFailure) -> Day {
    guard oid == PostgresType.date || oid == PostgresType.untold else { throw .wrongType }
    let (number, overflow) = try bytes.wholly(Int32.self).addingReportingOverflow(epoch)
    // -infinity is the only value below this; infinity overflows.
    guard !overflow, number != .min + epoch else { throw .outOfRange("infinite") }
    return Day(number: number)
  }
}

extension Instant: PostgresEncodable, PostgresDecodable {
  package static var oid: UInt32 { PostgresType.timestamptz }

  /// PostgreSQL counts from 2000-01-01, `Instant` from 1970-01-01, both in microseconds.
  private static let epoch: Int64 = 946_684_800_000_000

  package func encode(as oid: UInt32, into buffer: inout [UInt8]) throws(CodecFailure) {
    guard oid == PostgresType.timestamptz || oid >= PostgresType.firstOfUser else {
      throw .wrongType
    }
    let (time, overflow) = microseconds.subtractingReportingOverflow(Self.epoch)
    guard !overflow, time != .max, time != .min else {
      throw .outOfRange("\(microseconds) microseconds is no timestamp")
    }
    buffer.append(bigEndian: time)
  }

  package static func decode(
    _ bytes: UnsafeRawBufferPointer, oid: UInt32
  ) throws(CodecFailure) -> Instant {
    guard oid == PostgresType.timestamptz || oid == PostgresType.untold else { throw .wrongType }
    let (time, overflow) = try bytes.wholly(Int64.self).addingReportingOverflow(epoch)
    guard !overflow, time != .min + epoch else { throw .outOfRange("infinite") }
    return Instant(microseconds: time)
  }
}
