import Interchange

extension JSONSchema {
  /// What is wrong with a value by itself, by one keyword; nil if nothing is.
  static func problem(with value: JSONValue, _ keyword: String, _ demand: JSONValue) -> String? {
    switch (keyword, demand) {
    case ("type", .string(let name)): return isOf(name, value) ? nil : "is no \(name)"
    case ("type", .array(let names)):
      let texts = names.compactMap(\.text)
      return texts.contains { isOf($0, value) } ? nil : "is none of \(texts)"
    case ("enum", .array(let values)):
      return values.contains(value) ? nil : "\(value.compact) is none of \(demand.compact)"
    case ("pattern", .string(let pattern)):
      guard case .string(let text) = value else { return nil }
      guard let regex = try? Regex(pattern) else { return "no pattern: \(pattern)" }
      return text.contains(regex) ? nil : "\(text) is not like \(pattern)"
    case ("required", .array(let names)):
      guard case .object(let members) = value else { return nil }
      let missing = names.compactMap(\.text).filter { name in
        !members.contains { $0.name == name }
      }
      return missing.isEmpty ? nil : "has no \(missing.joined(separator: ", "))"
    case ("minimum", .integer(let least)):
      return number(value).map { $0 >= Double(least) } ?? true ? nil : "is below \(least)"
    case ("maximum", .integer(let most)):
      return number(value).map { $0 <= Double(most) } ?? true ? nil : "is above \(most)"
    case ("minItems", .integer(let least)):
      return count(value).map { $0 >= Int(least) } ?? true ? nil : "has fewer than \(least)"
    case ("maxItems", .integer(let most)):
      return count(value).map { $0 <= Int(most) } ?? true ? nil : "has more than \(most)"
    default: return "the keyword \(keyword) is not checked"
    }
  }

  private static func isOf(_ type: String, _ value: JSONValue) -> Bool {
    switch (type, value) {
    case ("null", .null), ("boolean", .bool), ("string", .string), ("array", .array),
      ("object", .object), ("integer", .integer), ("number", .integer), ("number", .number):
      return true
    default: return false
    }
  }

  private static func number(_ value: JSONValue) -> Double? {
    switch value {
    case .integer(let number): Double(number)
    case .number(let text): Double(text)
    default: nil
    }
  }

  private static func count(_ value: JSONValue) -> Int? {
    guard case .array(let elements) = value else { return nil }
    return elements.count
  }
}

extension JSONValue {
  fileprivate var text: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }
}
