import Interchange

extension JSONSchema {
  /// The names of the members that an object's schema lists; none for any other schema.
  package func members(of reference: String) -> [String] {
    guard case .object(let members) = schema(reference)?["properties"] else { return [] }
    return members.map(\.name)
  }

  /// The strings that a schema's `enum` lists; none for any other schema.
  package func choices(of reference: String) -> [String] {
    guard case .array(let values) = schema(reference)?["enum"] else { return [] }
    return values.compactMap { value in
      if case .string(let text) = value { text } else { nil }
    }
  }

  private func schema(_ reference: String) -> JSONValue? {
    let parts = reference.split(separator: "#", omittingEmptySubsequences: false)
    var schema = documents[String(parts[0])]
    for step in parts.dropFirst().joined().split(separator: "/") { schema = schema?[String(step)] }
    return schema
  }
}
