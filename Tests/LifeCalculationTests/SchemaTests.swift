import Calculations
import Interchange
import JSONSchema
import Testing

/// Goal: what the schemas say is what the program reads and writes.
@Suite("The JSON Schemas of life and explain")
struct SchemaTests {
  let schema: JSONSchema

  init() throws {
    schema = JSONSchema(
      try [Calculation.life, .explain].compactMap(\.schema).map {
        try JSONValue(reading: Array($0.utf8))
      })
  }

  func check(_ calculation: Calculation, _ text: String) throws {
    let name = "\(calculation.rawValue).schema.json#/$defs/"
    let document = try JSONValue(reading: Array(text.utf8))
    #expect(schema.problems(of: document, against: name + "input") == [])
    let answers = try answers(calculation, text)
    #expect(schema.problems(of: answers, against: name + "output") == [])
  }

  @Test("hold for inputs and answers, those that fail too")
  func examples() throws {
    try check(.life, "[{\"id\": 1, \(GoldenLifeTests.overdue), \"asOf\": \"2025-07-24\"}]")
    try check(.life, "[{\"id\": 1, \(GoldenLifeTests.overdue), \"asOf\": \"2024-07-24\"}]")
    let student = GoldenLifeTests.contract("s", on: "2020-09-01", "8000.00", basisPoints: -30)
    try check(.life, "[\(student)]")
    for ask in ["\"dueOn\": \"2025-06-10\"", "\"month\": \"2025-06\"", "\"dueOn\": \"2025-06-11\""]
    {
      try check(
        .explain,
        "[{\"id\": \"a\", \(GoldenLifeTests.overdue), \"asOf\": \"2025-07-24\", "
          + "\"figure\": \"interest\", \(ask)}]")
    }
  }

  @Test("know every member of the terms, the facts and no other")
  func members() throws {
    let strange = """
      [{"id": 1, "asOf": "2025-01-01", "terms": {"disbursements": [], "method": "x", "amout": 1},
        "facts": [{"kind": "repaid", "effectiveOn": "2025-01-01"}]}]
      """
    let problems = schema.problems(
      of: try JSONValue(reading: Array(strange.utf8)), against: "life.schema.json#/$defs/input")
    #expect(problems.contains("$[0].terms.amout: not a member"))
    #expect(problems.contains { $0.hasPrefix("$[0].terms.method") })
    #expect(problems.contains { $0.hasPrefix("$[0].facts[0]: none of 19 fits") })
    let text = try #require(Calculation.life.schema)
    let terms = try JSONValue(reading: Array(text.utf8))["$defs"]?["terms"]?["properties"]
    for name in TermsDocument.members { #expect(terms?[name] != nil, "\(name)") }
  }

  @Test("only calculations with documents of their own have one")
  func others() {
    #expect(Calculation.actus.schema == nil)
  }
}
