import Interchange

/// `calculate apr`.
enum APRCalculation {
  static func answer(_ fields: Fields) throws(DocumentError) -> JSONValue {
    throw .missing(path: "apr")
  }
}
