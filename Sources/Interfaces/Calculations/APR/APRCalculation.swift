import AnnualPercentage
import Interchange
import Quantities

/// `calculate apr`: the annual percentage rate of advances and payments.
enum APRCalculation {
  private enum Method: String, CaseIterable {
    case european = "eu"
    case usActuarial = "us-actuarial"
    /// The internal rate of return a month, times 12.
    case nominal = "nominal"
  }

  /// A rate doesn't depend on the currency its amounts are in; six decimals hold any of them.
  private static let currency = Currency(code: "XXX", decimals: 6)

  static func answer(_ fields: Fields) throws -> JSONValue {
    try fields.allow([
      "id", "method", "advances", "payments", "currency", "unitPeriod", "unitPeriodsPerYear",
    ])
    switch try fields.choice("method", of: Method.self) {
    case .european:
      let isDated = try fields.objects("advances").contains { $0.has("on") }
      return answer(
        isDated
          ? try EuropeanRate.solve(try dated(fields)) : try EuropeanRate.solve(try offset(fields)))
    case .nominal: return answer(try EuropeanRate.solveNominal(try dated(fields)))
    case .usActuarial:
      let credit = try dated(fields)
      let unit = try unitPeriod(fields) ?? UnitPeriod(of: credit)
      let perYear = try fields.optional("unitPeriodsPerYear", "12, 365/255; above 0, at most 366") {
        PeriodsPerYear($0)
      }
      let found: JSONValue = [
        "kind": .string(unit.kind.rawValue), "multiple": .integer(Int64(unit.multiple)),
      ]
      return answer(
        try AppendixJRate.solve(credit, unitPeriod: unit, perYear: perYear),
        [JSONValue.Member("unitPeriod", found)])
    }
  }

  private static func dated(_ fields: Fields) throws -> Credit<Day> {
    try credit(fields) { flow throws(DocumentError) in
      try flow.allow(["on", "amount"])
      return try flow.day("on")
    }
  }

  private static func offset(_ fields: Fields) throws -> Credit<DayOffset> {
    try credit(fields) { flow throws(DocumentError) in
      try flow.allow(["day", "amount"])
      return try flow.required("day", "days, −110000…110000") { DayOffset($0) }
    }
  }

  private static func credit<Moment>(
    _ fields: Fields, _ moment: (Fields) throws(DocumentError) -> Moment
  ) throws -> Credit<Moment> {
    func flows(_ name: String) throws(DocumentError) -> [Credit<Moment>.Flow] {
      var flows: [Credit<Moment>.Flow] = []
      for flow in try fields.objects(name) {
        let amount = try flow.required("amount", "a decimal ≥ 0 with at most 6 decimals") { text in
          text.droppingZeros(beyond: currency.decimals).flatMap { currency.money($0) }
            .flatMap { $0.isNegative ? nil : $0 }
        }
        flows.append(Credit<Moment>.Flow(at: try moment(flow), amount: amount))
      }
      return flows
    }
    return try Credit(advances: try flows("advances"), payments: try flows("payments"))
  }

  private static func unitPeriod(_ fields: Fields) throws -> UnitPeriod? {
    guard let unit = try fields.optionalObject("unitPeriod") else { return nil }
    try unit.allow(["kind", "multiple"])
    let kind = try unit.choice("kind", of: UnitPeriod.Kind.self)
    return try UnitPeriod(kind, multiple: try unit.optionalCount("multiple", in: 1...366) ?? 1)
  }

  /// `otherRatesPercent` stands only where there are others.
  private static func answer(
    _ solution: RateSolution, _ more: [JSONValue.Member] = []
  ) -> JSONValue {
    var members = [JSONValue.Member("aprPercent", .string(solution.rate.text(decimals: 6)))]
    if !solution.others.isEmpty {
      let others = solution.others.map { JSONValue.string($0.text(decimals: 6)) }
      members.append(JSONValue.Member("otherRatesPercent", .array(others)))
    }
    return .object(members + more)
  }
}
