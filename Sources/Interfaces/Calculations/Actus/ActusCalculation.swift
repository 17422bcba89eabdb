import Interchange

/// `calculate actus`.
enum ActusCalculation {
  static func answer(_ fields: Fields) throws(DocumentError) -> JSONValue {
    throw .missing(path: "actus")
  }
}
