package import Interchange
package import Quantities

/// The members of one JSON object, read by name and kind; each failure names its path.
package struct Fields {
  package let path: String
  private let members: [String: JSONValue]

  /// - Throws: `DocumentError.notAllowed` if the value is no object, or a name stands in it twice.
  package init(_ value: JSONValue, path: String) throws(DocumentError) {
    guard case .object(let list) = value else {
      throw .notAllowed(path: path, found: value.brief, allowed: "{…}")
    }
    self.path = path
    members = Dictionary(list.map { ($0.name, $0.value) }) { first, _ in first }
    guard members.count == list.count else {
      let names = Dictionary(grouping: list.map(\.name)) { $0 }
      let twice = names.values.filter { $0.count > 1 }.map { $0[0] }.min() ?? ""
      throw .notAllowed(path: at(twice), found: "\(names[twice]?.count ?? 2) ×", allowed: "1 ×")
    }
  }

  package var names: [String] { members.keys.sorted() }

  /// Whether the member is there and not null.
  package func has(_ name: String) -> Bool { value(name) != nil }

  /// The member as it stands; nil if it is absent or null.
  package func value(_ name: String) -> JSONValue? {
    guard let value = members[name], value != .null else { return nil }
    return value
  }

  /// Refuses members that mean nothing here, so that a misspelt term is never passed over.
  package func allow(_ allowed: [String]) throws(DocumentError) {
    if let unknown = names.first(where: { !allowed.contains($0) }) {
      throw .unknownMember(path: at(unknown), allowed: allowed.sorted())
    }
  }

  package func at(_ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }

  /// What `read` makes of a string or number, blanks around it dropped; nil if it is absent.
  ///
  /// - Parameters:
  ///   - name: the member.
  ///   - allowed: what is allowed, for the error.
  ///   - read: gives nil for a text that is not allowed.
  /// - Returns: nil if the member is absent or null.
  /// - Throws: `DocumentError.notAllowed`.
  package func optional<Value>(
    _ name: String, _ allowed: String, _ read: (String) -> Value?
  ) throws(DocumentError) -> Value? {
    guard let value = value(name) else { return nil }
    guard let text = value.scalarText, let result = read(text) else {
      throw .notAllowed(path: at(name), found: value.brief, allowed: allowed)
    }
    return result
  }

  package func required<Value>(
    _ name: String, _ allowed: String, _ read: (String) -> Value?
  ) throws(DocumentError) -> Value {
    guard let value = try optional(name, allowed, read) else { throw .missing(path: at(name)) }
    return value
  }

  package func text(_ name: String) throws(DocumentError) -> String {
    try required(name, "text") { $0 }
  }

  package func day(_ name: String) throws(DocumentError) -> Day {
    try required(name, "YYYY-MM-DD, 1900…2199") { Day($0) }
  }

  package func optionalDay(_ name: String) throws(DocumentError) -> Day? {
    try optional(name, "YYYY-MM-DD, 1900…2199") { Day($0) }
  }

  /// A whole number within a range; nil if it is absent.
  package func optionalCount(
    _ name: String, in range: ClosedRange<Int>
  ) throws(DocumentError) -> Int? {
    try optional(name, "\(range.lowerBound)…\(range.upperBound)") { text in
      Int(text).flatMap { range.contains($0) ? $0 : nil }
    }
  }

  package func count(_ name: String, in range: ClosedRange<Int>) throws(DocumentError) -> Int {
    guard let count = try optionalCount(name, in: range) else { throw .missing(path: at(name)) }
    return count
  }

  package func flag(_ name: String) throws(DocumentError) -> Bool? {
    guard let value = value(name) else { return nil }
    guard case .bool(let flag) = value else {
      throw .notAllowed(path: at(name), found: value.brief, allowed: "true, false")
    }
    return flag
  }

  /// One of the names of an enumeration; nil if it is absent.
  package func optionalChoice<Choice: RawRepresentable & CaseIterable>(
    _ name: String, of: Choice.Type = Choice.self
  ) throws(DocumentError) -> Choice? where Choice.RawValue == String {
    let allowed = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    return try optional(name, allowed) { Choice(rawValue: $0) }
  }

  package func choice<Choice: RawRepresentable & CaseIterable>(
    _ name: String, of: Choice.Type = Choice.self
  ) throws(DocumentError) -> Choice where Choice.RawValue == String {
    guard let choice = try optionalChoice(name, of: Choice.self) else {
      throw .missing(path: at(name))
    }
    return choice
  }

  package func amount(_ name: String, _ currency: Currency) throws(DocumentError) -> Money {
    guard let amount = try optionalAmount(name, currency) else { throw .missing(path: at(name)) }
    return amount
  }

  private static func decimals(_ currency: Currency) -> String {
    "a decimal with at most \(currency.decimals) decimals, up to \(currency.plain(.largestAmount))"
  }

  package func optionalAmount(
    _ name: String, _ currency: Currency
  ) throws(DocumentError) -> Money? {
    try optional(name, Self.decimals(currency)) { text in
      text.droppingZeros(beyond: currency.decimals).flatMap { currency.money($0) }
    }
  }

  /// A yearly rate in per cent; nil if it is absent.
  package func optionalPercent(_ name: String) throws(DocumentError) -> AnnualRate? {
    try optional(name, "per cent with at most 10 decimals") { text in
      text.droppingZeros(beyond: 10).flatMap { AnnualRate(percent: $0) }
    }
  }

  package func percent(_ name: String) throws(DocumentError) -> AnnualRate {
    guard let rate = try optionalPercent(name) else { throw .missing(path: at(name)) }
    return rate
  }

  package func object(_ name: String) throws(DocumentError) -> Fields {
    guard let object = try optionalObject(name) else { throw .missing(path: at(name)) }
    return object
  }

  package func optionalObject(_ name: String) throws(DocumentError) -> Fields? {
    guard let value = value(name) else { return nil }
    return try Fields(value, path: at(name))
  }

  /// The elements of an array; none if it is absent.
  package func elements(_ name: String) throws(DocumentError) -> [JSONValue] {
    guard let value = value(name) else { return [] }
    guard case .array(let elements) = value else {
      throw .notAllowed(path: at(name), found: value.brief, allowed: "[…]")
    }
    return elements
  }

  /// The elements of an array of objects; none if it is absent.
  package func objects(_ name: String) throws(DocumentError) -> [Fields] {
    var objects: [Fields] = []
    for (index, element) in try elements(name).enumerated() {
      objects.append(try Fields(element, path: "\(at(name))[\(index)]"))
    }
    return objects
  }
}

extension JSONValue {
  /// The text of a string or number, without blanks around it; nil for any other value.
  package var scalarText: String? {
    switch self {
    case .string(let text): text.trimmingBlanks
    case .integer(let value): String(value)
    case .number(let text): text
    case .null, .bool, .array, .object: nil
    }
  }

  /// The value for a message, cut to 60 characters.
  package var brief: String {
    let text = compact
    return text.count > 60 ? "\(text.prefix(59))…" : text
  }
}

extension String {
  var trimmingBlanks: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }

  /// The decimal without the zeros at its end that go beyond `decimals`: `5000.00` as `5000`.
  ///
  /// - Returns: nil for a text longer than any number that is allowed.
  func droppingZeros(beyond decimals: Int) -> String? {
    guard utf8.count <= 60 else { return nil }
    guard let point = utf8.firstIndex(of: UInt8(ascii: ".")) else { return self }
    let after = utf8[utf8.index(after: point)...]
    var kept = after.count
    for digit in after.reversed() {
      guard digit == UInt8(ascii: "0"), kept > decimals else { break }
      kept -= 1
    }
    let length = utf8.count - after.count + kept - (kept == 0 ? 1 : 0)
    return String(decoding: utf8.prefix(length), as: UTF8.self)
  }
}
