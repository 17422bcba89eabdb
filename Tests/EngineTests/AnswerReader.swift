import Interchange

/// Reads the JSON that a schedule is answered with: no escapes, no fractions.
///
/// A reader apart from the program's own, and quick enough for many schedules.
struct AnswerReader {
  private let bytes: [UInt8]
  private var index = 0

  /// The value of a text; nil if it is no such JSON, or more follows.
  static func value(of text: String) -> JSONValue? {
    var reader = AnswerReader(bytes: Array(text.utf8))
    guard let value = reader.value(), reader.index == reader.bytes.count else { return nil }
    return value
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func value() -> JSONValue? {
    guard index < bytes.count else { return nil }
    switch bytes[index] {
    case UInt8(ascii: "{"):
      return list(until: "}") { reader in
        guard let name = reader.string(), reader.skip(":"), let value = reader.value() else {
          return nil
        }
        return JSONValue.Member(name, value)
      }.map { .object($0) }
    case UInt8(ascii: "["): return list(until: "]") { $0.value() }.map { .array($0) }
    case UInt8(ascii: "\""): return string().map { .string($0) }
    default: return number()
    }
  }

  private mutating func list<Element>(
    until end: Unicode.Scalar, _ element: (inout AnswerReader) -> Element?
  ) -> [Element]? {
    index += 1
    var elements: [Element] = []
    if skip(end) { return elements }
    repeat {
      guard let next = element(&self) else { return nil }
      elements.append(next)
    } while skip(",")
    return skip(end) ? elements : nil
  }

  private mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
    guard index < bytes.count, bytes[index] == UInt8(ascii: scalar) else { return false }
    index += 1
    return true
  }

  private mutating func string() -> String? {
    guard skip("\"") else { return nil }
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
      guard bytes[index] != UInt8(ascii: "\\") else { return nil }
      index += 1
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    return skip("\"") ? text : nil
  }

  private mutating func number() -> JSONValue? {
    let start = index
    while index < bytes.count, bytes[index] == UInt8(ascii: "-") || bytes[index] &- 48 < 10 {
      index += 1
    }
    return Int64(String(decoding: bytes[start..<index], as: UTF8.self)).map { .integer($0) }
  }
}
