import Foundation
import Testing

@Suite("`calculate`: one JSON document in, one out, and an exit code")
struct CalculateCommandTests {
  /// A case of each subcommand that is computed.
  private static let sound = [
    "schedule": """
    {"id": 7, "terms": {"disbursements": [{"on": "2026-03-20", "amount": "50000"}],
      "annualRatePercent": "3.50", "method": "equal-installments", "count": 36, "every": "P1M",
      "basis": "months/12"}}
    """,
    "life": """
    {"id": 7, "asOf": "2025-07-24", "terms": {"maturesOn": "2025-06-10", "method": "at-maturity",
      "disbursements": [{"on": "2025-01-10", "amount": "20000.00"}], "annualRatePercent": "6"},
      "facts": [{"kind": "disbursed", "effectiveOn": "2025-01-10"}]}
    """,
    "explain": """
    {"id": 7, "asOf": "2025-07-24", "figure": "interest", "dueOn": "2025-06-10",
      "terms": {"maturesOn": "2025-06-10", "method": "at-maturity", "annualRatePercent": "6",
        "disbursements": [{"on": "2025-01-10", "amount": "20000.00"}]},
      "facts": [{"kind": "disbursed", "effectiveOn": "2025-01-10"}]}
    """,
    "apr": """
    {"id": 7, "method": "eu", "advances": [{"on": "2026-01-10", "amount": "10000"}],
      "payments": [{"on": "2027-01-10", "amount": "10435"}]}
    """,
    "day-count": """
    {"id": 7, "convention": "act/360", "from": "2026-03-20", "until": "2026-06-20"}
    """,
  ]

  private static func run(_ arguments: String, _ document: String) throws -> Program.Result {
    try Program.shell("$shanhai calculate \(arguments) <<'END'\n\(document)\nEND")
  }

  private static func answers(_ arguments: String, _ document: String) throws -> [[String: Any]] {
    let result = try run(arguments, document)
    #expect(result.exitCode == 0 && result.error.isEmpty, "\(result.error)")
    return try #require(
      JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [[String: Any]])
  }

  private static func code(_ answer: [String: Any]) -> String? {
    (answer["error"] as? [String: Any])?["code"] as? String
  }

  @Test("a bad case answers with its error among the good ones", arguments: sound.keys.sorted())
  func among(_ name: String) throws {
    let good = try #require(Self.sound[name])
    let answers = try Self.answers(name, "[\(good), {\"id\": \"bad\"}, 7, \(good)]")
    #expect(answers.count == 4)
    #expect(answers[0]["id"] as? Int == 7 && Self.code(answers[0]) == nil, "\(answers[0])")
    #expect(answers[1]["id"] as? String == "bad")
    #expect(Self.code(answers[1]) == "calculate.missing", "\(answers[1])")
    #expect(answers[2]["id"] is NSNull && Self.code(answers[2]) == "calculate.not_allowed")
    #expect(answers[3].keys == answers[0].keys)
  }

  @Test("an `actus` document is an object; so is its answer")
  func actus() throws {
    let result = try Self.run("actus", #"{"first": {}, "second": 7}"#)
    #expect(result.exitCode == 0 && result.error.isEmpty)
    let answers = try #require(
      JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: [String: Any]])
    #expect(answers.keys.sorted() == ["first", "second"])
    #expect(answers.values.allSatisfy { Self.code($0) != nil })
    #expect(try Self.run("actus", "[]").exitCode == 2)
  }

  @Test("an empty document has an empty answer")
  func empty() throws {
    for name in Self.sound.keys.sorted() {
      #expect(try Self.answers(name, " [] ").isEmpty)
    }
    #expect(try Self.run("actus", "{}").output == "{}\n")
  }

  @Test(
    "each way a member can be wrong has its code, its path and a sentence",
    arguments: [
      (#"{"id": 1}"#, "calculate.missing", "terms"),
      (#"{"terms": {"method": "plan"}}"#, "calculate.missing", "terms.disbursements"),
      (
        #"{"terms": {"disbursements": [{"on": "2026-01-10", "amount": 1}, {"on": "soon"}]}}"#,
        "calculate.missing", "terms.disbursements[1].amount"
      ),
      (
        #"{"terms": {"disbursements": [{"on": "2026-02-30", "amount": 1}]}}"#,
        "calculate.not_allowed", "terms.disbursements[0].on"
      ),
      (#"{"terms": []}"#, "calculate.not_allowed", "terms"),
      (#"{"terms": {"rounding": "up"}, "term": 1}"#, "calculate.unknown_member", "term"),
      (#"{"terms": {"intrest": "flat"}}"#, "calculate.unknown_member", "terms.intrest"),
    ])
  func wrong(_ document: String, _ code: String, _ path: String) throws {
    for language in ["en", "zh"] {
      let answer = try #require(
        try Self.answers("schedule --language \(language)", "[\(document)]").first)
      #expect(Self.code(answer) == code)
      let message = (answer["error"] as? [String: Any])?["message"] as? String ?? ""
      #expect(
        message.contains(path) && message.contains(language == "en" ? " is " : "；"), "\(message)")
    }
  }

  @Test(
    "what can't be read ends with exit code 2 and one line",
    arguments: [
      ("schedule", "", "json.not_json"), ("life", "[1,", "json.not_json"),
      ("apr", "[] []", "json.not_json"), ("actus", "\u{1}", "json.not_json"),
      ("schedule", "{}", "calculate.not_cases"), ("explain", "7", "calculate.not_cases"),
      ("day-count", "null", "calculate.not_cases"), ("actus", "[{}]", "calculate.not_cases"),
    ])
  func unreadable(_ name: String, _ document: String, _ code: String) throws {
    for language in ["en", "zh"] {
      let result = try Self.run("\(name) --language \(language)", document)
      #expect(result.exitCode == 2 && result.output.isEmpty)
      #expect(result.error.hasPrefix("shanhai: ") && result.error.hasSuffix(" [\(code)]\n"))
      #expect(result.error.count { $0 == "\n" } == 1, "\(result.error)")
    }
  }

  @Test("--language changes the words and no figure")
  func language() throws {
    let document = "[\(Self.sound["schedule", default: ""]), {\"terms\": {}}]"
    let english = try Self.run("schedule --language en", document).output
    let chinese = try Self.run("schedule --language zh", document).output
    #expect(english.contains("is missing; give it") && chinese.contains("缺少 "))
    let figures = { (text: String) in text.split(separator: "\n").filter { !$0.contains("message") }
    }
    #expect(figures(english) == figures(chinese))
  }

  @Test("--help tells of the schema and has an example that runs", arguments: ["zh", "en"])
  func help(_ language: String) throws {
    for name in ["schedule", "life", "explain"] {
      let help = try Program.shell("$shanhai calculate \(name) --help", ["LANG": language]).output
      #expect(help.contains("--schema"), "\(name)")
    }
    let help = try Program.shell("$shanhai calculate schedule --help", ["LANG": language]).output
    let start = try #require(help.range(of: "echo '"))
    let end = try #require(
      help.range(of: "shanhai calculate schedule", range: start.upperBound..<help.endIndex))
    let example = help[start.lowerBound..<end.upperBound]
    let result = try Program.shell(
      example.replacingOccurrences(of: "shanhai calc", with: "$shanhai calc"))
    #expect(
      result.exitCode == 0 && result.output.contains("1465.10"), "\(example)\n\(result.error)")
  }

  @Test("--schema prints a schema and reads nothing", arguments: ["schedule", "life", "explain"])
  func schema(_ name: String) throws {
    let result = try Program.shell("$shanhai calculate \(name) --schema < /dev/null")
    #expect(result.exitCode == 0 && result.error.isEmpty)
    let schema = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    #expect(schema?["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    #expect(schema?["$id"] as? String == "\(name).schema.json")
  }

  @Test("a subcommand that is not there is a matter of usage")
  func unknown() throws {
    let result = try Program.shell("$shanhai calculate everything < /dev/null")
    #expect(result.exitCode == 2 && result.output.isEmpty && !result.error.isEmpty)
  }
}
