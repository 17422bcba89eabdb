import Foundation
import Testing

/// Goal: options that don't go together end with the usage, before any database is asked.
@Suite("The commands of work on arrears")
struct CollectionUsageTests {
  @Test(
    "refuse what doesn't go together",
    arguments: [
      ("loan repay --file a --group G1 --amount 1 --key k", "one of the three"),
      ("loan repay 1 --amount 1", "one of the three"),
      ("loan repay --group G1 --key k", "one of the three"),
      ("loan repay 1 --amount 1 --key k --for 2", "--for and --rest-to go with --group only"),
      ("loan repay --file a --from guarantor", "a file has columns"),
      ("loan repay 1 --amount 1 --key k --from stranger", "Please provide one of the following"),
      ("loan promise 1 --amount 5", "give --amount, --by and --key together"),
      ("loan note 1 --text a", "give --text and --key together"),
      ("loan remind 1 --how pigeon --key k", "'visit', 'phone', 'letter' or 'sms'"),
      ("loan call-guarantor 1 --key k", "--guarantor"),
      ("report reminders --ahead x", "--ahead"),
    ])
  func usage(_ words: String, _ expected: String) throws {
    let result = try Program.shell("$shanhai \(words) --bank wujiaqu --language en")
    #expect(result.exitCode == 2 && result.output == "")
    #expect(result.error.contains(expected), "\(result.error)")
    #expect(result.error.hasSuffix(" [usage.invalid_arguments]\n"))
  }

  @Test(
    "tell how they are used in at most 80 columns",
    arguments: [
      "loan repay", "loan remind", "loan promise", "loan note", "loan call-group",
      "loan call-guarantor", "report collections", "report reminders",
    ])
  func help(_ command: String) throws {
    for language in ["en", "zh"] {
      let result = try Program.shell("$shanhai \(command) --help --language \(language)")
      #expect(result.exitCode == 0 && result.output.contains("--bank"))
      let text = result.output.components(separatedBy: "USAGE:")[0]
      let widths = text.split(separator: "\n").map { line in
        line.unicodeScalars.reduce(0) { $0 + ($1.value > 0x2E80 ? 2 : 1) }
      }
      #expect(widths.allSatisfy { $0 <= 80 }, "\(text)")
    }
  }
}
