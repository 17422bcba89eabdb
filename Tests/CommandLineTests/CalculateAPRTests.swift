import Foundation
import Testing

@Suite("`calculate apr` answers each case of a document")
struct CalculateAPRTests {
  /// The answers to a document.
  private static func answers(_ document: String) throws -> [[String: Any]] {
    let result = try Program.shell("$shanhai calculate apr <<'END'\n\(document)\nEND")
    #expect(result.exitCode == 0 && result.error.isEmpty, "\(result.error)")
    return try #require(
      JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [[String: Any]])
  }

  private static let flows = """
    "advances": [{"on": "2026-01-10", "amount": " 10000.00 "}],
    "payments": [{"on": "2026-02-10", "amount": 100}, {"on": "2026-03-10", "amount": "10100"}]
    """

  // 1 % a month: × 12 = 12 %, 1.01^12 − 1 = 12.682503 %.
  @Test("each method has its rate, and the unit-period that was found")
  func methods() throws {
    let answers = try Self.answers(
      """
      [{"id": "a", "method": "eu", \(Self.flows)}, {"id": 2, "method": "nominal", \(Self.flows)},
       {"id": null, "method": "us-actuarial", \(Self.flows)},
       {"id": "d", "method": "us-actuarial", \(Self.flows),
        "unitPeriod": {"kind": "month"}, "unitPeriodsPerYear": "24/2"}]
      """)
    #expect(
      answers.map { "\($0["aprPercent"] ?? "")" }
        == ["12.682503", "12.000000", "12.000000", "12.000000"])
    #expect(answers[0]["id"] as? String == "a" && answers[1]["id"] as? Int == 2)
    let unit = answers[2]["unitPeriod"] as? [String: Any]
    #expect(unit?["kind"] as? String == "month" && unit?["multiple"] as? Int == 1)
  }

  // −100 z² + 310 z − 220 = −100 (z − 1.1)(z − 2).
  @Test("offsets in days may be fractions and lie before the advance; other rates are told")
  func offsets() throws {
    let answers = try Self.answers(
      """
      [{"id": 1, "method": "eu", "advances": [{"day": 0, "amount": "310"}],
        "payments": [{"day": -365.25, "amount": "100"}, {"day": "365.2500", "amount": "220.0"}]}]
      """)
    #expect(answers[0]["aprPercent"] as? String == "10.000000")
    #expect(answers[0]["otherRatesPercent"] as? [String] == ["100.000000"])
  }

  @Test(
    "a case that can't be computed answers with its error among the others",
    arguments: [
      (#""method": "eu""#, "apr.no_advances"),
      (#""advances": []"#, "calculate.missing"),
      (#""method": "uk""#, "calculate.not_allowed"),
      (#""method": "eu", "advances": {}"#, "calculate.not_allowed"),
      (#""method": "eu", "advance": []"#, "calculate.unknown_member"),
      (
        #""method": "us-actuarial", "advances": [{"day": 1, "amount": 1}]"#,
        "calculate.unknown_member"
      ),
      (#""method": "eu", "advances": [{"day": 1, "amount": -1}]"#, "calculate.not_allowed"),
      (#""method": "eu", "advances": [{"day": 1e99, "amount": 1}]"#, "calculate.not_allowed"),
      (
        #""method": "us-actuarial", \#(flows), "unitPeriod": {"kind": "year", "multiple": 2}"#,
        "apr.unit_period_not_allowed"
      ),
      (#""method": "us-actuarial", \#(flows), "unitPeriodsPerYear": 0"#, "calculate.not_allowed"),
    ])
  func refused(_ members: String, _ code: String) throws {
    let answers = try Self.answers(
      "[{\"id\": 1, \(members)}, {\"id\": 2, \"method\": \"nominal\", \(Self.flows)}]")
    let error = try #require(answers[0]["error"] as? [String: Any])
    #expect(error["code"] as? String == code, "\(error)")
    #expect(answers[1]["aprPercent"] as? String == "12.000000")
  }

  @Test("an unreadable document ends the command with exit code 2")
  func unreadable() throws {
    for (document, code) in [("{", "json.not_json"), ("{}", "calculate.not_cases")] {
      let result = try Program.shell("$shanhai calculate apr <<< '\(document)'")
      #expect(result.exitCode == 2 && result.output.isEmpty)
      #expect(result.error.hasSuffix(" [\(code)]\n") && result.error.hasPrefix("shanhai: "))
    }
  }
}
