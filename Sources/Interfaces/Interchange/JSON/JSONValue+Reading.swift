import Foundation
import Quantities

/// Why bytes are no JSON document.
package enum JSONError: Explained, Hashable {
  /// `reason` is the parser's own word for it.
  case notJSON(reason: String)

  package var code: String {
    switch self {
    case .notJSON: "json.not_json"
    }
  }
}

extension JSONValue {
  /// The value that a JSON text (RFC 8259, UTF-8) holds.
  ///
  /// Numbers keep their decimal digits, at most 38 of them: no binary fraction comes between.
  package init(reading bytes: [UInt8]) throws(JSONError) {
    do {
      self = try JSONDecoder().decode(ReadValue.self, from: Data(bytes)).value
    } catch {
      throw .notJSON(reason: Self.reason(error))
    }
  }

  private static func reason(_ error: any Error) -> String {
    guard let error = error as? DecodingError, case .dataCorrupted(let context) = error else {
      return "\(error)"
    }
    guard let inner = context.underlyingError as? NSError,
      let words = inner.userInfo["NSDebugDescription"] as? String
    else { return context.debugDescription }
    return words
  }

  /// The member of this name; nil if there is none, or if this is no object.
  package subscript(_ name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }
}

/// Reads any JSON value; the members of an object come sorted by name.
private struct ReadValue: Decodable {
  let value: JSONValue

  private struct Name: CodingKey {
    let stringValue: String
    let intValue: Int? = nil
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  init(from decoder: any Decoder) throws {
    if let members = try? decoder.container(keyedBy: Name.self) {
      value = .object(
        try members.allKeys.sorted { $0.stringValue < $1.stringValue }.map {
          JSONValue.Member($0.stringValue, try members.decode(ReadValue.self, forKey: $0).value)
        })
      return
    }
    if var elements = try? decoder.unkeyedContainer() {
      var values: [JSONValue] = []
      while !elements.isAtEnd { values.append(try elements.decode(ReadValue.self).value) }
      value = .array(values)
      return
    }
    let single = try decoder.singleValueContainer()
    if single.decodeNil() {
      value = .null
    } else if let text = try? single.decode(String.self) {
      value = .string(text)
    } else if let flag = try? single.decode(Bool.self) {
      value = .bool(flag)
    } else if let whole = try? single.decode(Int64.self) {
      value = .integer(whole)
    } else {
      value = .number(try single.decode(Decimal.self).description)
    }
  }
}
