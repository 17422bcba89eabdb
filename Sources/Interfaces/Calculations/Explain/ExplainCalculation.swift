import Interchange

/// `calculate explain`.
enum ExplainCalculation {
  static func answer(_ fields: Fields) throws(DocumentError) -> JSONValue {
    throw .missing(path: "explain")
  }
}
