import Interchange
import Quantities

/// `calculate day-count`: the days of `[from, until)` and the fraction of a year they are.
enum DayCountCalculation {
  /// - Throws: `DocumentError` for a document that names no period and convention,
  ///   `DayCountError.untilBeforeFrom` for a period that ends before it begins.
  static func answer(_ fields: Fields) throws -> JSONValue {
    let dayCount = try fields.required("convention", Self.names) { conventions[$0.lowercased()] }
    let exceptions = dayCount == .business252 ? ["holidays", "makeUpWorkdays"] : []
    try fields.allow(["id", "convention", "from", "until"] + exceptions)
    let from = try fields.day("from")
    let until = try fields.day("until")
    guard from <= until else { throw DayCountError.untilBeforeFrom(from: from, until: until) }
    let calendar = BusinessCalendar(
      holidays: try days("holidays", in: fields),
      makeUpWorkdays: try days("makeUpWorkdays", in: fields), years: nil)
    let weight = dayCount.weight(from: from, until: until, calendar: calendar)
    let count =
      dayCount == .business252 ? Int(weight) : dayCount.days(from: from, until: until)
    return [
      "days": .integer(Int64(count)),
      "yearFraction": .string(fraction(weight, of: dayCount.denominator)),
    ]
  }

  /// How many decimals a fraction is rounded to, half to even; zeros at its end are dropped.
  private static let decimals = 18

  private static func fraction(_ weight: Int64, of denominator: Int64) -> String {
    let scaled = Int128(weight) * 1_000_000_000_000_000_000
    return FixedPoint.trimmed(
      Rounding.halfEven.divide(scaled, by: Int128(denominator)), decimals: decimals, least: 1)
  }

  private static func days(_ name: String, in fields: Fields) throws(DocumentError) -> Set<Day> {
    var days: Set<Day> = []
    for (index, element) in try fields.elements(name).enumerated() {
      guard let day = element.scalarText.flatMap({ Day($0) }) else {
        throw .notAllowed(
          path: "\(fields.at(name))[\(index)]", found: element.brief,
          allowed: "YYYY-MM-DD, 1900…2199")
      }
      days.insert(day)
    }
    return days
  }

  /// The conventions by the names that the market has for them, in lower case.
  private static let market: [(name: String, dayCount: DayCount)] = [
    ("act/360", .actual360), ("act/364", .actual364), ("act/365f", .actual365),
    ("act/365.25", .actual365Quarter), ("act/365-actual", .actual365Actual),
    ("act/act-isda", .actualActualISDA), ("act/act-31-december", .actualActual31December),
    ("act/act-afb", .actualActualAFB), ("nl/365", .noLeap365), ("30e/360", .thirtyE360),
    ("30e+/360", .thirtyEPlus360), ("30e/365", .thirtyE365), ("30/360-isda", .thirty360ISDA),
    ("30/360-psa", .thirty360PSA), ("30/360-us", .thirty360US), ("28/336", .twentyEight336),
    ("bus/252", .business252),
  ]

  private static let names = market.map(\.name).joined(separator: ", ")

  /// The market's names, and the names that loan terms use.
  private static let conventions = Dictionary(
    market + DayCount.allCases.map { ($0.rawValue.lowercased(), $0) }
  ) { first, _ in first }
}
