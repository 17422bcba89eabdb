import Interchange
import Quantities
import Testing

private enum Shade: String, CaseIterable { case light, dark }

/// A row with one column, `x`.
private func row(_ text: String) throws -> CSVRow {
  let file = CSVWriter.line(["x"]) + CSVWriter.line([text])
  return try #require(try CSVReader(ByteSource(text: file), columns: .any).next())
}

/// The code of the problem that reading gives.
private func code<Value>(
  of text: String, _ read: (CSVRow) throws(LineProblem) -> Value
) throws -> String? {
  var problems = LineProblems()
  let row = try row(text)
  let value = problems.collect { () throws(LineProblem) in try read(row) }
  #expect((value == nil) == !problems.isEmpty)
  return problems.kept.first?.code
}

@Suite("Fields are read as what their column asks for")
struct FieldTests {
  @Test("good fields give their values")
  func values() throws {
    #expect(try row("1234.05").money("x", in: .yuan) == Money(minorUnits: 123_405))
    #expect(try row("-0.5").money("x", in: .yuan, allowsNegative: true).minorUnits == -50)
    #expect(try row("2024-02-29").day("x") == Day(year: 2024, month: 2, day: 29))
    #expect(try row("2024-02").month("x") == Month(year: 2024, month: 2))
    #expect(try row("007").number("x") == 7)
    #expect(try row("3.45").percent("x") == AnnualRate(basisPoints: 345))
    #expect(try row("dark").oneOf("x", Shade.self) == .dark)
    #expect(try row("yes").flag("x") && !row("no").flag("x"))
    #expect(try row("张三").text("x") == "张三")
  }

  @Test("an optional field may be empty or absent, but not wrong")
  func optional() throws {
    let bad = try row("tomorrow")
    #expect(try row("").optional("x", row("").day) == nil)
    #expect(try bad.optional("y", bad.day) == nil)
    #expect(throws: LineProblem.self) { try bad.optional("x", bad.day) }
    let amount = try row("1")
    #expect(
      try amount.optional("x") { name throws(LineProblem) in try amount.money(name, in: .yuan) }
        == Money(minorUnits: 100))
  }

  @Test(
    "what is no amount of the currency is refused",
    arguments: [
      ("", "field.missing"), ("1,000.00", "field.not_an_amount"), ("1.005", "field.not_an_amount"),
      ("¥5", "field.not_an_amount"), ("1e3", "field.not_an_amount"), (" 1", "field.not_an_amount"),
      ("1.", "field.not_an_amount"), ("１２", "field.not_an_amount"),
      ("99999999999999999999", "field.not_an_amount"), ("-0.01", "field.negative_amount"),
      ("10000000000000.01", "field.amount_too_large"),
    ])
  func amounts(_ text: String, _ expected: String) throws {
    #expect(
      try code(of: text) { row throws(LineProblem) in try row.money("x", in: .yuan) } == expected)
  }

  @Test(
    "what is no day is refused, times and zones too",
    arguments: [
      "2026-02-31", "2026-02-29", "2026-2-3", "20260203", "2026-03-01T00:00:00Z",
      "2026-03-01T00:00+08:00", "2026-03-01Z", "2026-03-01 ", "1899-12-31", "2200-01-01", "３月１日",
    ])
  func days(_ text: String) throws {
    #expect(try code(of: text) { row throws(LineProblem) in try row.day("x") } == "field.not_a_day")
  }

  @Test("what is no month, number, rate, name or yes is refused")
  func others() throws {
    #expect(
      try code(of: "2026-13") { r throws(LineProblem) in try r.month("x") } == "field.not_a_month")
    for text in ["1.0", "+1", "0x10", "9223372036854775808"] {
      #expect(
        try code(of: text) { r throws(LineProblem) in try r.number("x") } == "field.not_a_number")
    }
    #expect(
      try code(of: "13") { r throws(LineProblem) in try r.number("x", in: 1...12) }
        == "field.number_outside_range")
    #expect(
      try code(of: "3.45%") { r throws(LineProblem) in try r.percent("x") }
        == "field.not_a_percent")
    #expect(
      try code(of: "100.01") { r throws(LineProblem) in try r.percent("x") }
        == "field.percent_outside_range")
    #expect(
      try code(of: "Dark") { r throws(LineProblem) in try r.oneOf("x", Shade.self) }
        == "field.not_one_of")
    #expect(
      try code(of: "true") { r throws(LineProblem) in try r.flag("x") } == "field.not_yes_or_no")
  }

  @Test("a problem names line, column, what was found and what is allowed")
  func problem() throws {
    let long = String(repeating: "长", count: 200)
    let problem = try row(long).problem("x", .notOneOf(["light", "dark"]))
    #expect(problem.line == 2 && problem.column == "x" && problem.allowed == "light | dark")
    #expect(problem.found == String(repeating: "长", count: 80) + "…")
    #expect(FieldFault.notAnAmount(decimals: 2).allowed == "1234.56")
    #expect(FieldFault.notADay.allowed == "YYYY-MM-DD, 1900-01-01…2199-12-31")
    #expect(FieldFault.numberOutsideRange(1...12).allowed == "1…12")
    #expect(FieldFault.amountTooLarge(allowed: "10.00").allowed == "≤ 10.00")
  }
}
