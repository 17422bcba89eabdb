import Foundation
import Testing

/// Goal: who follows the README finds each of its commands in the program.
///
/// Method: every line `$ shanhai …` is turned into the same line with `--help`; the help must be
/// that of a command, and name each option of the line.
@Suite("The README")
struct ReadmeTests {
  private static func commands(_ name: String) throws -> [String] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(contentsOf: root.appendingPathComponent(name), encoding: .utf8)
    let lines = text.split(separator: "\n").filter { $0.hasPrefix("$ shanhai ") }
    return Set(lines.map { String($0.dropFirst(10).prefix { $0 != "|" }) }).sorted()
  }

  @Test("shows commands that there are", arguments: ["README.md", "README.zh-CN.md"])
  func commandsExist(_ name: String) throws {
    let commands = try Self.commands(name)
    #expect(commands.count > 5)
    for command in commands {
      let words = command.split(separator: " ")
      let path = words.prefix { !$0.hasPrefix("-") }.joined(separator: " ")
      let help = try Program.shell("$shanhai \(path) --help")
      let usage = help.output.split(separator: "\n").first { $0.hasPrefix("USAGE: shanhai ") }
      #expect(help.exitCode == 0 && usage?.contains("<subcommand>") == false, "\(command)")
      for option in words where option.hasPrefix("--") {
        #expect(help.output.contains("\(option) "), "\(command)")
      }
    }
  }
}
