package import Interchange

/// JSON Schemas (draft 2020-12), and which values follow them.
package struct JSONSchema {
  /// By `$id`.
  private let documents: [String: JSONValue]

  package init(_ texts: [String]) throws(JSONError) {
    var documents: [String: JSONValue] = [:]
    for text in texts {
      let document = try JSONValue(reading: Array(text.utf8))
      if case .string(let name) = document["$id"] { documents[name] = document }
    }
    self.documents = documents
  }

  /// What keeps a value from following a schema; empty if it follows.
  ///
  /// The reference is `life.schema.json#/$defs/terms`, or a whole document's without `#`.
  package func problems(with value: JSONValue, as reference: String) -> [String] {
    guard let found = resolve(reference, in: "") else { return ["no schema \(reference)"] }
    return problems(with: value, as: found.schema, of: found.document, at: "$")
  }

  /// The names of the members that an object's schema lists; empty for any other schema.
  package func members(of reference: String) -> [String] {
    guard case .object(let members) = resolve(reference, in: "")?.schema["properties"] else {
      return []
    }
    return members.map(\.name)
  }

  /// The strings that a schema's `enum` lists; empty for any other schema.
  package func choices(of reference: String) -> [String] {
    guard case .array(let values) = resolve(reference, in: "")?.schema["enum"] else { return [] }
    return values.compactMap { value in
      if case .string(let text) = value { text } else { nil }
    }
  }

  /// The schema that a `$ref` names, and the document it stands in.
  private func resolve(
    _ reference: String, in document: String
  ) -> (schema: JSONValue, document: String)? {
    let parts = reference.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts[0].isEmpty ? document : String(parts[0])
    guard var schema = documents[name] else { return nil }
    for step in parts.dropFirst().joined().split(separator: "/") {
      guard let next = schema[String(step)] else { return nil }
      schema = next
    }
    return (schema, name)
  }

  /// Keywords that describe and do not demand.
  private static let words: Set<String> = ["$schema", "$id", "$defs", "title", "description"]

  func problems(
    with value: JSONValue, as schema: JSONValue, of document: String, at path: String
  ) -> [String] {
    guard case .object(let keywords) = schema else {
      return schema == .bool(true) ? [] : ["\(path): nothing is allowed here"]
    }
    return keywords.flatMap { keyword -> [String] in
      if Self.words.contains(keyword.name) { return [] }
      switch (keyword.name, keyword.value) {
      case ("$ref", .string(let reference)):
        guard let found = resolve(reference, in: document) else {
          return ["\(path): no schema \(reference)"]
        }
        return problems(with: value, as: found.schema, of: found.document, at: path)
      case ("oneOf", .array(let choices)), ("anyOf", .array(let choices)):
        let results = choices.map { problems(with: value, as: $0, of: document, at: path) }
        let count = results.count { $0.isEmpty }
        if count == 1 || (count > 1 && keyword.name == "anyOf") { return [] }
        return ["\(path): \(count) of \(keyword.name)"] + results.joined()
      case ("properties", _), ("items", _):
        return parts(of: value, keyword, of: document, at: path)
      case ("additionalProperties", .bool(let isAllowed)):
        return isAllowed ? [] : strangers(in: value, of: schema, at: path)
      case (let name, let demand):
        return Self.problem(with: value, name, demand).map { ["\(path): \($0)"] } ?? []
      }
    }
  }

  /// What is wrong with the members or elements of a value.
  private func parts(
    of value: JSONValue, _ keyword: JSONValue.Member, of document: String, at path: String
  ) -> [String] {
    switch (value, keyword.value) {
    case (.object(let members), .object(let schemas)) where keyword.name == "properties":
      return schemas.flatMap { schema in
        members.filter { $0.name == schema.name }.flatMap { member in
          problems(
            with: member.value, as: schema.value, of: document, at: "\(path).\(member.name)")
        }
      }
    case (.array(let elements), let schema) where keyword.name == "items":
      return elements.enumerated().flatMap { index, element in
        problems(with: element, as: schema, of: document, at: "\(path)[\(index)]")
      }
    default: return []
    }
  }

  private func strangers(in value: JSONValue, of schema: JSONValue, at path: String) -> [String] {
    guard case .object(let members) = value, case .object(let known) = schema["properties"] else {
      return []
    }
    let names = Set(known.map(\.name))
    return members.filter { !names.contains($0.name) }.map { "\(path): unknown \($0.name)" }
  }
}
