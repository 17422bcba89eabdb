import Calculations
import Interchange
import Quantities
import Testing

/// A calculation's answers to a JSON text, as the program gives them.
func answers(_ calculation: Calculation, _ text: String) throws -> JSONValue {
  try calculation.answers(to: try JSONValue(reading: Array(text.utf8))) { error in
    ((error as? any Explained)?.code ?? "not explained: \(error)", "\(error)")
  }
}

/// The answer to one case, written without its id.
func answer(_ calculation: Calculation, _ members: String) throws -> JSONValue {
  let all = try answers(calculation, "[{\"id\": \"case\", \(members)}]")
  guard case .array(let answers) = all, let first = answers.first else {
    Issue.record("no answer: \(all.compact)")
    return .null
  }
  return first
}

extension JSONValue {
  subscript(_ index: Int) -> JSONValue? {
    guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
    return elements[index]
  }

  var elements: [JSONValue] {
    guard case .array(let elements) = self else { return [] }
    return elements
  }

  /// The member's text; empty if it is none.
  func text(_ name: String) -> String {
    guard case .string(let text)? = self[name] else { return "" }
    return text
  }

  var errorCode: String { self["error"]?.text("code") ?? "" }
}
