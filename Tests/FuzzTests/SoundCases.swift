import Fixtures
import Interchange

/// Cases of one calculation that it computes.
struct SoundCases: Sendable {
  /// The name of the subcommand.
  let name: String
  private let cases: [JSONValue]

  private init(_ name: String, _ texts: [String]) {
    self.name = name
    cases = texts.compactMap { text in try? JSONValue(reading: Array(text.utf8)) }
    precondition(cases.count == texts.count, "a case of \(name) is no JSON")
  }

  static let all = [
    SoundCases("schedule", schedules), SoundCases("life", lives), SoundCases("actus", actus),
    SoundCases("schedule", schedules), SoundCases("explain", explanations),
    SoundCases("apr", rates), SoundCases("day-count", dayCounts),
  ]

  func random(_ random: inout SplitMix64) -> JSONValue {
    cases[Int.random(in: 0..<cases.count, using: &random)]
  }

  /// The document that holds cases: an array, for `actus` an object.
  func document(_ cases: [JSONValue]) -> String {
    if name != "actus" { return JSONValue.array(cases).compact }
    return JSONValue.object(
      cases.enumerated().map { index, value in
        guard case .object(let members) = value else { return JSONValue.Member("\(index)", value) }
        return JSONValue.Member("\(index)", .object(members.filter { $0.name != "id" }))
      }
    ).compact
  }

  /// A member of some object of some case.
  static func member(_ random: inout SplitMix64) -> JSONValue.Member {
    members[Int.random(in: 0..<members.count, using: &random)]
  }

  private static let members: [JSONValue.Member] = all.flatMap { $0.cases.flatMap(members(of:)) }

  private static func members(of value: JSONValue) -> [JSONValue.Member] {
    switch value {
    case .object(let list): list + list.flatMap { members(of: $0.value) }
    case .array(let elements): elements.flatMap(members(of:))
    default: []
    }
  }

  // MARK: The texts

  private static let schedules = [
    """
    {"terms": {\(largest), "method": "equal-installments", "every": "P1W",
      "basis": "actual/actual-isda", "lastInstallment": "levelled"}}
    """,
    """
    {"terms": {\(largest), "method": "stepped", "every": "P1M", "interest": "flat",
      "steps": [{"fromNumber": 2, "percent": 10000}], "currency": {"code": "X", "decimals": 2}}}
    """,
    """
    {"terms": {"disbursements": [{"on": "2026-01-10", "amount": "50000.00"}],
      "annualRatePercent": "3.50", "method": "equal-installments", "count": 36, "every": "P1M",
      "basis": "months/12"}}
    """,
    """
    {"terms": {"currency": {"code": "CNY", "decimals": 2}, "agreedOn": "2026-01-05",
      "disbursements": [{"on": "2026-01-10", "amount": "50000"}, {"on": "2026-02-01", "amount": 1}],
      "annualRatePercent": 7, "rateChanges": [{"from": "2026-05-01", "annualRatePercent": 4.25}],
      "method": "equal-installments", "count": 12, "every": "P1M", "firstDueOn": "2026-02-28",
      "endOfMonth": true, "basis": "actual/actual-isda", "rounding": "half-even",
      "lastInstallment": "levelled", "principalGraceCount": 1, "interestGraceCount": 2,
      "interestFreeCount": 1, "downPaymentPercent": 10, "installmentMultiple": "5",
      "shift": {"rule": "modified-following", "interest": "shift-first"},
      "calendar": {"holidays": ["2026-05-01"], "makeUpWorkdays": ["2026-05-09"]}}}
    """,
    """
    {"terms": {"disbursements": [{"on": "2023-06-15", "amount": "900000"}],
      "annualRatePercent": "4.15", "method": "equal-principal", "every": "P3M",
      "principalEvery": "P1Y", "settlementDay": 20, "settlementDayBelongsTo": "closing-period",
      "lastPeriod": "long", "maturesOn": "2026-06-15", "basis": "actual/360"}}
    """,
    """
    {"terms": {"disbursements": [{"on": "2026-01-10", "amount": "900"}], "annualRatePercent": "6",
      "method": "plan", "every": "P1M", "daysInYear": "actual",
      "leapDay": "period-with-29-february",
      "plan": [{"on": "2026-03-01", "principal": 400}, {"on": "2026-04-10", "principal": 500}]}}
    """,
    """
    {"terms": {"disbursements": [{"on": "2026-01-10", "amount": "900"}], "annualRatePercent": "6",
      "method": "imported", "interest": "flat", "lastInstallment": "absorbs",
      "plan": [{"on": "2026-03-01", "principal": 400}, {"on": "2026-04-10", "principal": 500}]}}
    """,
    """
    {"terms": {"disbursements": [{"on": "2026-01-10", "amount": "900"}], "annualRatePercent": "6",
      "method": "seasonal", "every": "P2W", "count": 26, "interestPeriod": "installment",
      "weights": [0, 0, 0, 0, 0, 0, 3, 3, 2, "2", 0, 1000000]}}
    """,
    """
    {"terms": {"disbursements": [{"on": "2026-01-10", "amount": "900"}], "annualRatePercent": "6",
      "method": "stepped", "every": "P15D", "count": 4, "lengthDays": 70, "daysInMonth": "30",
      "daysInYear": "365", "interest": "flat", "steps": [{"fromNumber": 3, "percent": 120}]}}
    """,
  ]

  /// The largest amount, the highest rate, the longest term.
  private static let largest = """
    "disbursements": [{"on": "1900-01-01", "amount": "10000000000000.00"}],
      "annualRatePercent": "100", "maturesOn": "2199-12-31"
    """

  private static let lives = [
    """
    {"asOf": "2199-12-31", "terms": {\(largest), "method": "equal-installments", "every": "P1Y",
      "basis": "actual/actual-isda", "penaltyPercent": 1000, "misusePercent": 1000,
      "compound": {"joinsEveryMonths": 1}},
      "facts": [{"kind": "disbursed", "effectiveOn": "1900-01-01"},
        {"kind": "misused", "effectiveOn": "1950-01-01"}]}
    """,
    """
    {"asOf": "2025-07-24", "terms": {
      "disbursements": [{"on": "2025-01-10", "amount": "20000.00"}], "maturesOn": "2025-06-10",
      "method": "at-maturity", "basis": "actual/360", "annualRatePercent": "6",
      "penaltyPercent": 150, "misusePercent": 200, "compound": {"joinsEveryMonths": 1}},
      "facts": [{"kind": "disbursed", "effectiveOn": "2025-01-10"},
        {"kind": "repaid", "effectiveOn": "2025-06-20", "amount": "300.00", "inAdvance": false},
        {"kind": "misused", "effectiveOn": "2025-05-01", "until": "2025-06-01"}]}
    """,
    """
    {"asOf": "2027-03-24", "market": {"LPR1Y": [{"on": "2024-12-20", "percent": "3.10"},
      {"on": "2025-05-20", "percent": "3.00"}, {"on": "2026-05-20", "percent": 2.9}]},
      "terms": {"disbursements": [{"on": "2025-01-10", "amount": "200000.00"}], "count": 36,
      "every": "P1M", "method": "equal-installments", "basis": "months/12",
      "rate": {"index": "LPR1Y", "spreadBasisPoints": 50, "reset": "01-01", "capPercent": "4",
        "floorPercent": 1},
      "subsidy": {"payer": "programme", "sharePercent": 50, "principalLimit": "50000",
        "until": "2026-01-01", "stopsWhenOverdue": true}},
      "facts": [{"kind": "disbursed", "effectiveOn": "2025-01-10", "amount": "200000"},
        {"kind": "repaid", "effectiveOn": "2025-02-10", "amount": "5900.00"},
        {"kind": "repaid", "effectiveOn": "2025-08-10", "amount": "50000.00", "inAdvance": true},
        {"kind": "rate-changed", "effectiveOn": "2026-08-10", "annualRatePercent": "5.5"}]}
    """,
    """
    {"asOf": "2031-03-24", "terms": {
      "disbursements": [{"on": "2021-09-10", "amount": "20000"},
        {"on": "2022-09-10", "amount": 12000}],
      "annualRatePercent": "2.80", "method": "equal-principal", "every": "P1Y", "settlementDay": 20,
      "maturesOn": "2040-09-20", "principalFrom": "2030-09-01", "basis": "actual/360",
      "studentAid": {"graceMonths": 60, "yearsToMaturity": 15, "longestYears": 22},
      "subsidy": {"payer": "finance", "sharePercent": 100, "until": "2025-09-01"}},
      "facts": [{"kind": "disbursed", "effectiveOn": "2021-09-10", "amount": "20000"},
        {"kind": "disbursed", "effectiveOn": "2022-09-10", "amount": "12000"},
        {"kind": "graduated", "effectiveOn": "2025-03-01", "on": "2024-06-30"},
        {"kind": "interest-waived", "effectiveOn": "2025-01-01", "year": 2025,
         "defersPrincipal": true}]}
    """,
    """
    {"asOf": "2026-05-01", "terms": {
      "disbursements": [{"on": "2024-01-10", "amount": "9000"}], "maturesOn": "2027-01-10",
      "every": "P1M", "method": "revolving", "annualRatePercent": "8"},
      "facts": [{"kind": "imported", "effectiveOn": "2025-03-10", "paidToOn": "2025-03-10"},
        {"kind": "repaid", "effectiveOn": "2025-06-20", "amount": "3000.00", "inAdvance": true}]}
    """,
  ]

  private static let explanations = lives.flatMap { life in
    [
      #""figure": "interest", "dueOn": "2025-06-10""#, #""figure": "penalty", "month": "2025-07""#,
      #""figure": "compound", "dueOn": "2025-07-01""#,
    ].map { "{\($0), \(life.dropFirst())" }
  }

  private static let rates = [
    """
    {"method": "eu", "advances": [{"on": "2026-01-10", "amount": "10000"}],
      "payments": [{"on": "2026-07-10", "amount": "5300"}, {"on": "2027-01-10", "amount": 5300}]}
    """,
    """
    {"method": "eu", "advances": [{"day": 0, "amount": "310"}],
      "payments": [{"day": -365.25, "amount": "100"}, {"day": "365.25", "amount": "220.0"}]}
    """,
    """
    {"method": "us-actuarial", "advances": [{"on": "2026-01-10", "amount": "5000"}],
      "payments": [{"on": "2026-02-20", "amount": "2500"}, {"on": "2026-03-20", "amount": 2600}],
      "unitPeriod": {"kind": "month", "multiple": 1}, "unitPeriodsPerYear": "12"}
    """,
    """
    {"method": "nominal", "advances": [{"on": "2026-01-10", "amount": "100"}],
      "payments": [{"on": "2026-02-10", "amount": 1}, {"on": "2026-03-10", "amount": "101"}]}
    """,
  ]

  private static let dayCounts =
    ["act/360", "act/act-isda", "act/act-afb", "30/360-us", "NL/365"].map { name in
      """
      {"convention": "\(name)", "from": "2023-12-31", "until": "2024-02-29"}
      """
    } + [
      """
      {"convention": "bus/252", "from": "2025-01-01", "until": "2026-01-01",
        "holidays": ["2025-10-01", "2025-10-02"], "makeUpWorkdays": ["2025-09-28"]}
      """
    ]
}
