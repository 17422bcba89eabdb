import Quantities

/// Why bytes are no JSON document.
package enum JSONError: Explained, Hashable {
  /// `reason` is the reader's own word for it, with the place.
  case notJSON(reason: String)

  package var code: String {
    switch self {
    case .notJSON: "json.not_json"
    }
  }
}

extension JSONValue {
  /// The value that a JSON text holds.
  ///
  /// Grammar: RFC 8259 in UTF-8, with or without a byte order mark, at most
  ///          `JSONReader.deepest` arrays and objects inside one another.
  /// Numbers: whole ones of 64 bits are `.integer` (`5.0` and `1e2`, too); any other keeps its
  ///          digits as a plain decimal, no binary fraction comes between. One with an exponent
  ///          beyond ±400 stays as it is written.
  /// Objects: members stand in the order of the text; a name that stands twice stands twice.
  /// Cost:    one pass, whatever the text.
  package init(reading bytes: [UInt8]) throws(JSONError) {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw .notJSON(reason: "not UTF-8")
    }
    var reader = JSONReader(bytes)
    self = try reader.document()
  }

  /// The member of this name, the first of several; nil if there is none, or if this is no object.
  package subscript(_ name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }
}
