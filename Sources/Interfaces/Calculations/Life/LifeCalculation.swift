import Interchange

/// `calculate life`.
enum LifeCalculation {
  static func answer(_ fields: Fields) throws(DocumentError) -> JSONValue {
    throw .missing(path: "life")
  }
}
