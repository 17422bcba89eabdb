/// A JSON value that is always written the same way: members in the order given, numbers whole.
///
/// Amounts and rates are strings (`"1234.05"`), as a reader's floating point would round them.
package indirect enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int64)
  /// A number as its plain decimal text: read from a document that does not quote its amounts.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([Member])

  /// A name and its value; the names of an object differ.
  package struct Member: Hashable, Sendable {
    package var name: String
    package var value: JSONValue

    package init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// The value on one line, without blanks.
  package var compact: String {
    var text = ""
    write(to: &text, indentation: nil)
    return text
  }

  /// The value indented by two blanks a level.
  package var pretty: String {
    var text = ""
    write(to: &text, indentation: 0)
    return text
  }

  private func write(to text: inout String, indentation: Int?) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .number(let value): text += value
    case .string(let value): JSONValue.write(value, to: &text)
    case .array(let values):
      let inner = indentation.map { $0 + 1 }
      JSONValue.write(values, within: ("[", "]"), to: &text, indentation: indentation) {
        $0.write(to: &$1, indentation: inner)
      }
    case .object(let members):
      let inner = indentation.map { $0 + 1 }
      JSONValue.write(members, within: ("{", "}"), to: &text, indentation: indentation) {
        JSONValue.write($0.name, to: &$1)
        $1 += inner == nil ? ":" : ": "
        $0.value.write(to: &$1, indentation: inner)
      }
    }
  }

  private static func write<Element>(
    _ elements: [Element], within brackets: (open: String, close: String), to text: inout String,
    indentation: Int?, _ write: (Element, inout String) -> Void
  ) {
    text += brackets.open
    for (index, element) in elements.enumerated() {
      if index > 0 { text += "," }
      if let indentation { text += lineBreak(indentation + 1) }
      write(element, &text)
    }
    if let indentation, !elements.isEmpty { text += lineBreak(indentation) }
    text += brackets.close
  }

  private static func lineBreak(_ indentation: Int) -> String {
    "\n" + String(repeating: "  ", count: indentation)
  }

  /// Writes a string as RFC 8259 asks: quote, backslash and control characters are escaped.
  private static func write(_ value: String, to text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int64) { self = .integer(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { Member($0.0, $0.1) })
  }
}
