import Interchange
import Quantities

/// What the market was observed to be: a series of values for each code.
struct ActusMarket {
  private struct Observation {
    let at: ActusMoment
    let value: ActusNumber
  }

  private var series: [String: [Observation]] = [:]

  /// The series of `dataObserved`: code to `{"data": [{"timestamp", "value"}]}`.
  init(reading document: Fields) throws {
    guard document.value("dataObserved") != .array([]),
      let observed = try document.optionalObject("dataObserved")
    else { return }
    for code in observed.names {
      var observations: [Observation] = []
      for entry in try observed.object(code).objects("data") {
        observations.append(
          Observation(
            at: try entry.required("timestamp", ActusMoment.allowed) { ActusMoment($0) },
            value: try entry.required("value", "a decimal") { ActusNumber($0) }))
      }
      series[code] = observations.sorted { $0.at < $1.at }
    }
  }

  /// The value observed last, by a moment.
  ///
  /// - Throws: `ActusError.marketDataMissing` if there is none, or it doesn't fit.
  func value(_ code: String, by moment: ActusMoment, decimals: Int) throws(ActusError) -> Int64 {
    let observations = series[code] ?? []
    var low = 0
    var high = observations.count
    while low < high {
      let middle = (low + high) / 2
      if observations[middle].at <= moment { low = middle + 1 } else { high = middle }
    }
    guard low > 0, let units = observations[low - 1].value.units(decimals: decimals) else {
      throw .marketDataMissing(code: code, on: moment.day)
    }
    return units
  }
}
