package import Interchange

/// JSON Schemas that may refer to one another by `$id`, and the check of a document against them.
package struct JSONSchema {
  /// By `$id`.
  let documents: [String: JSONValue]

  package init(_ schemas: [JSONValue]) {
    var documents: [String: JSONValue] = [:]
    for schema in schemas {
      if case .string(let id)? = schema["$id"] { documents[id] = schema }
    }
    self.documents = documents
  }

  /// Where a document breaks the schema that `reference` names.
  ///
  /// - Parameters:
  ///   - document: the document.
  ///   - reference: `name.schema.json#/$defs/part`.
  /// - Returns: one line for each break; none for a document that is as the schema says.
  package func problems(of document: JSONValue, against reference: String) -> [String] {
    var check = Check(documents: documents)
    check.reference(reference, document, in: "", at: "$")
    return check.problems
  }
}

private struct Check {
  let documents: [String: JSONValue]
  var problems: [String] = []

  private static let known: Set<String> = [
    "$schema", "$id", "$defs", "title", "description", "type", "enum", "const", "pattern",
    "required", "properties", "additionalProperties", "items", "minItems", "oneOf", "anyOf",
    "allOf", "$ref",
  ]

  mutating func reference(
    _ reference: String, _ value: JSONValue, in document: String, at path: String
  ) {
    let parts = reference.split(separator: "#", omittingEmptySubsequences: false)
    let name = parts[0].isEmpty ? document : String(parts[0])
    var schema = documents[name]
    for step in parts.dropFirst().joined().split(separator: "/") { schema = schema?[String(step)] }
    guard let schema else {
      problems.append("\(path): no schema \(reference)")
      return
    }
    self.schema(schema, value, in: name, at: path)
  }

  private mutating func schema(
    _ schema: JSONValue, _ value: JSONValue, in document: String, at path: String
  ) {
    if schema == .bool(true) { return }
    guard case .object(let members) = schema else {
      problems.append("\(path): the schema is \(schema.compact)")
      return
    }
    for member in members {
      switch (member.name, member.value) {
      case ("$ref", .string(let name)): reference(name, value, in: document, at: path)
      case ("type", let type): check(type, value, at: path)
      case ("enum", .array(let allowed)):
        if !allowed.contains(value) { problems.append("\(path): \(value.compact) is not allowed") }
      case ("const", let only):
        if only != value { problems.append("\(path): \(value.compact), not \(only.compact)") }
      case ("pattern", .string(let pattern)): match(pattern, value, at: path)
      case ("required", .array(let names)): require(names, value, at: path)
      case ("properties", _), ("additionalProperties", _): break
      case ("items", let items): each(items, value, in: document, at: path)
      case ("minItems", .integer(let count)):
        if case .array(let elements) = value, elements.count < count {
          problems.append("\(path): \(elements.count) elements, at least \(count)")
        }
      case ("maxItems", .integer(let count)):
        if case .array(let elements) = value, elements.count > count {
          problems.append("\(path): \(elements.count) elements, at most \(count)")
        }
      case ("minimum", .integer(let least)):
        if case .integer(let number) = value, number < least {
          problems.append("\(path): \(number) is below \(least)")
        }
      case ("maximum", .integer(let most)):
        if case .integer(let number) = value, number > most {
          problems.append("\(path): \(number) is above \(most)")
        }
      case ("oneOf", .array(let choices)): choose(choices, value, in: document, at: path, one: true)
      case ("anyOf", .array(let choices)):
        choose(choices, value, in: document, at: path, one: false)
      case ("allOf", .array(let all)):
        for part in all { self.schema(part, value, in: document, at: path) }
      default:
        if !Self.known.contains(member.name) { problems.append("\(path): keyword \(member.name)") }
      }
    }
    properties(schema, value, in: document, at: path)
  }

  private mutating func properties(
    _ schema: JSONValue, _ value: JSONValue, in document: String, at path: String
  ) {
    guard case .object(let members) = value else { return }
    for member in members {
      let place = "\(path).\(member.name)"
      if let property = schema["properties"]?[member.name] {
        self.schema(property, member.value, in: document, at: place)
      } else if let rest = schema["additionalProperties"] {
        if rest == .bool(false) {
          problems.append("\(place): not a member")
        } else {
          self.schema(rest, member.value, in: document, at: place)
        }
      }
    }
  }

  private mutating func check(_ type: JSONValue, _ value: JSONValue, at path: String) {
    var names = [type]
    if case .array(let several) = type { names = several }
    let found: [JSONValue]
    switch value {
    case .null: found = ["null"]
    case .bool: found = ["boolean"]
    case .integer: found = ["integer", "number"]
    case .number: found = ["number"]
    case .string: found = ["string"]
    case .array: found = ["array"]
    case .object: found = ["object"]
    }
    if !found.contains(where: names.contains) {
      problems.append("\(path): \(value.compact.prefix(40)) is no \(type.compact)")
    }
  }

  private mutating func match(_ pattern: String, _ value: JSONValue, at path: String) {
    guard case .string(let text) = value else { return }
    do {
      if try !text.contains(Regex(pattern)) {
        problems.append("\(path): \(text) is not \(pattern)")
      }
    } catch {
      problems.append("\(path): the pattern \(pattern) is none")
    }
  }

  private mutating func require(_ names: [JSONValue], _ value: JSONValue, at path: String) {
    guard case .object = value else { return }
    for case .string(let name) in names where value[name] == nil {
      problems.append("\(path): \(name) is missing")
    }
  }

  private mutating func each(
    _ schema: JSONValue, _ value: JSONValue, in document: String, at path: String
  ) {
    guard case .array(let elements) = value else { return }
    for (index, element) in elements.enumerated() {
      self.schema(schema, element, in: document, at: "\(path)[\(index)]")
    }
  }

  private mutating func choose(
    _ choices: [JSONValue], _ value: JSONValue, in document: String, at path: String, one: Bool
  ) {
    var fits = 0
    var nearest: [String] = []
    for choice in choices {
      var check = Check(documents: documents)
      check.schema(choice, value, in: document, at: path)
      if check.problems.isEmpty { fits += 1 }
      if nearest.isEmpty || check.problems.count < nearest.count { nearest = check.problems }
    }
    if fits == 0 {
      problems.append(
        "\(path): none of \(choices.count) fits; nearest: \(nearest.joined(separator: "; "))")
    } else if one, fits > 1 {
      problems.append("\(path): \(fits) fit, not one")
    }
  }
}
