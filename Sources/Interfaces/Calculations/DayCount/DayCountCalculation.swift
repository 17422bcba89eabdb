import Interchange

/// `calculate day-count`.
enum DayCountCalculation {
  static func answer(_ fields: Fields) throws(DocumentError) -> JSONValue {
    throw .missing(path: "day-count")
  }
}
