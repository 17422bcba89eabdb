import Interchange

/// `calculate schedule`.
enum ScheduleCalculation {
  static func answer(_ fields: Fields) throws(DocumentError) -> JSONValue {
    throw .missing(path: "schedule")
  }
}
