import Calculations
import Interchange
import JSONSchema
import LoanProducts
import Quantities
import Testing

@Suite("`schedule.schema.json` says what `calculate schedule` reads and writes")
struct ScheduleSchemaTests {
  private let schema: JSONSchema

  init() throws {
    schema = JSONSchema(
      try Calculation.allCases.compactMap(\.schema).map { try JSONValue(reading: Array($0.utf8)) })
  }

  private static let definitions = "schedule.schema.json#/$defs"

  private func problems(_ text: String, as part: String) throws -> [String] {
    try schema.problems(
      of: JSONValue(reading: Array(text.utf8)), against: "\(Self.definitions)/\(part)")
  }

  @Test("every member of terms that is read is described, and no other")
  func members() {
    let described = schema.members(of: "\(Self.definitions)/terms")
    #expect(described.sorted() == TermsDocument.members.sorted())
  }

  @Test("each choice has the names that are read, and no other")
  func choices() {
    func isWhole<Choice: RawRepresentable & CaseIterable>(_ place: String, _: Choice.Type) -> Bool
    where Choice.RawValue == String {
      let described = schema.choices(of: "\(Self.definitions)/terms/properties/\(place)")
      return described.sorted() == Choice.allCases.map(\.rawValue).sorted()
    }
    #expect(isWhole("method", RepaymentMethod.self))
    #expect(isWhole("rounding", Rounding.self))
    #expect(isWhole("lastInstallment", LastInstallment.self))
    #expect(isWhole("shift/properties/rule", BusinessDayShift.self))
    let bases = schema.choices(of: "\(Self.definitions)/terms/properties/basis")
    #expect(bases.allSatisfy { InterestBasis(text: $0) != nil })
    #expect(Set(DayCount.allCases.map(\.rawValue)).isSubset(of: bases))
  }

  /// Terms that use every member, in cases that are computed.
  private static let valid = [
    """
    [{"id": 1, "terms": {
      "currency": {"code": "CNY", "decimals": 2}, "agreedOn": "2026-01-05",
      "disbursements": [{"on": "2026-01-10", "amount": "50000.00"},
                        {"on": "2026-02-01", "amount": 1000}],
      "annualRatePercent": "3.50",
      "rateChanges": [{"from": "2026-05-01", "annualRatePercent": 4.25}],
      "method": "equal-installments", "count": 12, "every": "P1M", "firstDueOn": "2026-02-28",
      "endOfMonth": true, "basis": "actual/360", "rounding": "half-even",
      "lastInstallment": "spread", "principalGraceCount": 1, "interestGraceCount": 1,
      "interestFreeCount": 0, "downPaymentPercent": 10, "installmentMultiple": "1",
      "shift": {"rule": "modified-following", "interest": "shift-first"},
      "calendar": {"holidays": ["2026-05-01"], "makeUpWorkdays": ["2026-05-09"]}}}]
    """,
    """
    [{"id": "b", "terms": {
      "disbursements": [{"on": "2026-01-10", "amount": "1200"}], "annualRatePercent": 6,
      "method": "equal-principal", "maturesOn": "2028-01-10", "every": "P3M",
      "principalEvery": "P1Y", "settlementDay": 20, "settlementDayBelongsTo": "closing-period",
      "lastPeriod": "long", "interest": "declining", "interestPeriod": "daily",
      "daysInMonth": "actual", "daysInYear": "actual", "yearSplit": "1-january",
      "principalFrom": "2026-06-01"}}]
    """,
    """
    [{"id": null, "terms": {
      "disbursements": [{"on": "2026-01-10", "amount": "900"}], "annualRatePercent": "6",
      "method": "plan", "every": "P1M", "daysInYear": "actual",
      "leapDay": "period-with-29-february",
      "plan": [{"on": "2026-03-01", "principal": 400}, {"on": "2026-04-10", "principal": 500}]}},
     {"terms": {
      "disbursements": [{"on": "2026-01-10", "amount": "900"}], "annualRatePercent": "6",
      "method": "seasonal", "every": "P1M", "count": 12,
      "weights": [0, 0, 0, 0, 0, 0, 3, 3, 2, "2", 0, 0]}},
     {"terms": {
      "disbursements": [{"on": "2026-01-10", "amount": "900"}], "annualRatePercent": "6",
      "method": "stepped", "every": "P15D", "count": 4, "lengthDays": 70,
      "steps": [{"fromNumber": 3, "percent": 120}]}}]
    """,
  ]

  @Test("what is computed follows the schema, and so do its answers", arguments: valid)
  func computed(_ text: String) throws {
    #expect(try problems(text, as: "input") == [])
    let document = try JSONValue(reading: Array(text.utf8))
    let answers = try Calculation.schedule.answers(to: document) { ("test.failed", "\($0)") }
    #expect(!answers.compact.contains("error"), "\(answers.compact)")
    #expect(try problems(answers.compact, as: "output") == [])
  }

  @Test("the examples use every member")
  func examples() {
    let unused = TermsDocument.members.filter { name in
      !Self.valid.contains { $0.contains("\"\(name)\"") }
    }
    #expect(unused == [])
  }

  private static let plain = """
    "disbursements": [{"on": "2026-01-10", "amount": "900"}], "annualRatePercent": "6",
    "method": "at-maturity", "maturesOn": "2026-07-10"
    """

  @Test(
    "what is refused does not follow the schema",
    arguments: [
      #"{"terms": {\#(plain), "surprise": 1}}"#,
      #"{"terms": {\#(plain), "rounding": "upwards"}}"#,
      #"{"terms": {\#(plain), "agreedOn": "10.01.2026"}}"#,
      #"{"terms": {\#(plain), "agreedOn": "1899-12-31"}}"#,
      #"{"terms": {\#(plain), "endOfMonth": "yes"}}"#,
      #"{"terms": {\#(plain), "every": "a month"}}"#,
      #"{"terms": {\#(plain), "every": "P1M2W"}}"#,
      #"{"terms": {\#(plain), "settlementDay": 29}}"#,
      #"{"terms": {\#(plain), "downPaymentPercent": 101}}"#,
      #"{"terms": {\#(plain), "plan": {}}}"#,
      #"{"terms": {\#(plain), "shift": {}}}"#,
      #"{"terms": {\#(plain), "currency": {"code": "CNY", "decimals": 11}}}"#,
      #"{"terms": {"disbursements": [], "method": "at-maturity", "annualRatePercent": 1}}"#,
      #"{"terms": []}"#, #"{}"#, #"{"terms": {}, "facts": []}"#, "7",
    ])
  func refused(_ text: String) throws {
    #expect(try problems(text, as: "case") != [])
    let document = try JSONValue(reading: Array("[\(text)]".utf8))
    let answers = try Calculation.schedule.answers(to: document) { ("test.failed", "\($0)") }
    #expect(answers.compact.contains("test.failed"), "\(answers.compact)")
    #expect(try problems(answers.compact, as: "output") == [])
  }

  @Test("a demand that nothing checks is a problem itself")
  func unchecked() {
    let strange = JSONSchema([["$id": "strange", "multipleOf": 2]])
    #expect(strange.problems(of: 4, against: "strange") == ["$: keyword multipleOf"])
    #expect(strange.problems(of: 4, against: "none") == ["$: no schema none"])
  }
}
