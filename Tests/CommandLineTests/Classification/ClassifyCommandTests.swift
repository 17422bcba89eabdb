import Foundation
import Testing

/// Goal: a class is rated and explained from the command line, in both languages.
@Suite("loan classify and the class in loan explain")
struct ClassifyCommandTests {
  @Test("a rating is tried, proposed, confirmed, explained, and reversed")
  func rating() async throws {
    let desk = try await ServicingDesk()
    let words = "classify $loan --class doubtful --until 2025-09-01 --reason flood"
    let shown = try desk.run("\(words) --preview", format: "json")
    #expect(shown.value("class", of: "before") == "normal", "\(shown.error)")
    #expect(shown.value("class", of: "after") == "doubtful")
    let proposed = try desk.run("\(words) --key c-1", format: "json")
    let proposal = proposed.value("proposal") ?? ""
    #expect(try desk.run("explain $loan", format: "json").value("class") == "normal")
    let done = try desk.run("confirm $loan \(proposal)", as: "approver", format: "json")
    #expect(done.value("kind") == "rated", "\(done.error)")
    let explained = try desk.run("explain $loan", format: "json")
    #expect(explained.value("class") == "doubtful")
    #expect(explained.output.contains("\"lifts_on\": \"2025-09-01\""))
    let chinese = try desk.shell(
      "$shanhai loan explain $loan --bank \(ServicingDesk.bank) --as officer", language: "zh")
    #expect(chinese.output.contains("人工认定") && chinese.output.contains("可疑"))
    let rows = try desk.run("explain $loan", format: "csv").output
    #expect(rows.contains("\nrated,doubtful,2025-07-01,,2025-09-01,"))
    let fact = done.value("fact") ?? ""
    let undone = try desk.run("reverse $loan --fact \(fact) --preview", format: "json")
    #expect(undone.value("class", of: "after") == "normal", "\(undone.error)")
  }

  @Test("an article stands beside each finding, and what lifts it")
  func late() async throws {
    let desk = try await ServicingDesk()
    try desk.work(on: "2025-08-05")
    let explained = try desk.run("explain $loan", format: "json")
    #expect(explained.value("class") == "special-mention", "\(explained.error)")
    #expect(explained.output.contains("\"article\": \"10\""))
    #expect(explained.output.contains("\"since\": \"2025-08-02\""))
    let refused = try desk.run(
      "classify $loan --class special-mention --until 2025-09-01 --reason x --key k")
    #expect(refused.exitCode == 1)
    #expect(refused.error.contains("special mention, by days overdue"))
    #expect(refused.error.hasSuffix(" [classification.rating_not_worse]\n"))
    let technical = try desk.run(
      "classify $loan --technical --reason network --preview", format: "json")
    #expect(technical.value("class", of: "after") == "normal", "\(technical.error)")
  }

  @Test(
    "what is left out is named",
    arguments: [
      "--class loss --reason x --key k", "--until 2026-01-01 --reason x --key k",
      "--technical --class loss --until 2026-01-01 --reason x --key k", "--technical --key k",
      "--class normal --until 2026-01-01 --reason x --key k",
    ])
  func usage(_ words: String) throws {
    let refused = try Program.shell(
      "$shanhai loan classify 102202500000016 \(words) --bank wujiaqu")
    #expect(refused.exitCode == 2 && refused.error.contains("[usage.invalid_arguments]"))
  }
}
