import Fixtures
import Foundation
import Operations
import Quantities
import Testing

/// Goal: what the program prints of a loan, and how it refuses.
///
/// Method: the built program on a village's database, in the order of a clerk's questions.
@Suite("The program shows a loan")
struct ProgramViewTests {
  private struct Shown {
    let output: String
    let error: String
    let exitCode: Int32
  }

  /// Runs the program that lies beside the test's own executable.
  private static func shanhai(
    _ words: [String], on village: Village, language: String = "en"
  ) throws -> Shown {
    let folder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent()
    let process = Process()
    process.executableURL = folder.appending(path: "shanhai")
    process.arguments =
      words + ["--bank", village.bank, "--database", village.connectionInfo]
    process.environment = ["PATH": "/usr/bin:/bin", "LANG": language]
    let output = Pipe()
    let error = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = error
    try process.run()
    let outputData = output.fileHandleForReading.readDataToEndOfFile()
    let errorData = error.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Shown(
      output: String(decoding: outputData, as: UTF8.self),
      error: String(decoding: errorData, as: UTF8.self), exitCode: process.terminationStatus)
  }

  private static func lent(_ village: Village) async throws -> String {
    let loan = try await village.lend(.simple(from: "2025-07-01", until: "2025-10-01"))
    try await village.work(on: "2025-08-10")
    try await village.repay(loan, "100.00", on: "2025-08-01")
    return loan
  }

  @Test("with balances, facts in words, postings, and the schedule that is asked for")
  func show() async throws {
    let village = try await Village.opened()
    let loan = try await Self.lent(village)
    let shown = try Self.shanhai(["loan", "show", loan], on: village)
    #expect(shown.exitCode == 0 && shown.error == "", "\(shown.error)")
    #expect(shown.output.contains("Total owed, running interest too"))
    #expect(shown.output.contains("36,023.00"))
    #expect(shown.output.contains("disbursed") && shown.output.contains("2025-10-01"))
    let chinese = try Self.shanhai(
      ["loan", "show", loan, "--schedule", "signed"], on: village, language: "zh_CN.UTF-8")
    #expect(chinese.output.contains("签约时的还款计划") && chinese.output.contains("放款"))
    let json = try Self.shanhai(["loan", "show", loan, "--format", "json"], on: village)
    #expect(json.output.contains(#""name": "book_principal""#))
    #expect(json.output.contains(#""kind": "repaid""#))
    let unknown = try Self.shanhai(["loan", "show", loan, "--schedule", "1"], on: village)
    #expect(unknown.exitCode == 1 && unknown.error.hasSuffix(" [view.schedule_unknown]\n"))
    let odd = try Self.shanhai(["loan", "show", loan, "--schedule", "last"], on: village)
    #expect(odd.exitCode == 2 && odd.error.hasSuffix(" [usage.schedule_not_named]\n"))
    await village.close()
  }

  @Test("with a schedule that is called provisional only while its rate floats")
  func provisional() async throws {
    let village = try await Village.opened()
    let fixed = try await village.lend(.simple())
    let floating = try await village.lend(.student())
    func title(_ loan: String) throws -> Substring? {
      try Self.shanhai(["loan", "show", loan], on: village).output.split(separator: "\n")
        .first { $0.hasPrefix("Schedule") }
    }
    let provisional: Substring =
      "Schedule (what is to come: provisional, at the last published rate)"
    #expect(try title(fixed) == "Schedule")
    #expect(try title(floating) == provisional)
    let change = try await village.agree(floating, .rateChanged("2.50"))
    #expect(try title(floating) == "Schedule")
    try await village.reverse(floating, fact: change.factNumber)
    #expect(try title(floating) == provisional)
    await village.close()
  }

  @Test("with its figures explained, and one line that adds up what is owed")
  func explain() async throws {
    let village = try await Village.opened()
    let loan = try await Self.lent(village)
    let shown = try Self.shanhai(["loan", "explain", loan], on: village)
    #expect(shown.exitCode == 0 && shown.error == "", "\(shown.error)")
    #expect(shown.output.contains("interest billed on 2025-08-01"))
    #expect(shown.output.contains("93.0000000000") && shown.output.contains("31/360"))
    let sum = "principal not due 36,000.00 + interest that runs 30.00 + less held -7.00"
    #expect(
      shown.output.hasSuffix(
        "\ntotal owed at the end of 2025-08-10 = \(sum) = 36,023.00\n"))
    let refused = try Self.shanhai(["loan", "explain", loan, "--on", "2025-08-02"], on: village)
    #expect(refused.exitCode == 1 && refused.error.hasSuffix(" [view.nothing_billed]\n"))
    #expect(refused.error.contains("2025-08-01"))
    await village.close()
  }

  @Test("as a statement: a table, rows for programs, and a page in a file")
  func statement() async throws {
    let village = try await Village.opened()
    let loan = try await Self.lent(village)
    let table = try Self.shanhai(["loan", "statement", loan], on: village)
    #expect(table.exitCode == 0 && table.error == "", "\(table.error)")
    #expect(table.output.contains("repaid: interest 93.00, held 7.00"))
    let csv = try Self.shanhai(["loan", "statement", loan, "--format", "csv"], on: village)
    let lines = csv.output.split(separator: "\n")
    #expect(lines.first?.hasPrefix("on,kind,fact,about,charged,to_costs,to_interest,") == true)
    #expect(lines.contains { $0.hasPrefix("2025-08-01,fell-due,") })
    #expect(lines.last?.hasPrefix("2025-08-10,closing,") == true)
    #expect(lines.last?.hasSuffix(",35993.00") == true)
    let json = try Self.shanhai(["loan", "statement", loan, "--format", "json"], on: village)
    #expect(json.output.contains(#""part": "total_owed""#) && json.output.contains("36023.00"))

    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).html")
    let page = try Self.shanhai(
      ["loan", "statement", loan, "--format", "html", "--output", file.path], on: village)
    #expect(page.exitCode == 0 && page.output == "" && page.error == "")
    let text = try String(contentsOf: file, encoding: .utf8)
    try FileManager.default.removeItem(at: file)
    // Chinese, though the terminal speaks English.
    #expect(text.contains("贷款对账单") && text.contains("叁万伍仟玖佰玖拾叁元整"))
    let english = try Self.shanhai(
      ["loan", "statement", loan, "--format", "html", "--language", "en"], on: village)
    #expect(english.output.contains("<title>Loan statement \(loan)</title>"))
    let nowhere = try Self.shanhai(
      ["loan", "statement", loan, "--output", "/nowhere/x.html"], on: village)
    #expect(nowhere.exitCode == 3 && nowhere.error.hasSuffix(" [output.cannot_write_file]\n"))
    let reversed = try Self.shanhai(
      ["loan", "statement", loan, "--from", "2025-08-02", "--until", "2025-08-01"], on: village)
    #expect(reversed.exitCode == 1 && reversed.error.hasSuffix(" [view.days_reversed]\n"))
    await village.close()
  }

  @Test("in short help that says what is asked and gives an example")
  func help() async throws {
    let village = try await Village.opened()
    for command in ["show", "explain", "statement"] {
      let help = try Self.shanhai(["loan", command, "--help"], on: village)
      #expect(help.exitCode == 0 && help.output.contains("shanhai loan \(command) 1022025"))
    }
    await village.close()
  }
}
