import Testing

@Suite("The program answers on the right stream with the right exit code")
struct ProgramTests {
  @Test("a result is a table, JSON or CSV on standard output")
  func formats() throws {
    let table = try Program.shell("$shanhai about")
    #expect(table.exitCode == 0 && table.error.isEmpty)
    #expect(table.output.hasPrefix("Name      Value\n--------  -------\nversion   "))
    #expect(try Program.shell("$shanhai about --format csv").output.contains("\nlanguage,en\n"))
    let json = try Program.shell("PGHOST=x $shanhai about --format json --language zh").output
    #expect(json.contains("\"value\": \"zh\"") && json.contains("\"value\": \"PGHOST\""))
  }

  @Test("help and version are results")
  func help() throws {
    let english = try Program.shell("$shanhai about --help")
    #expect(english.exitCode == 0 && english.output.contains("The shape of the output."))
    let chinese = try Program.shell("$shanhai help about", ["LANG": "zh_CN.UTF-8"])
    #expect(chinese.output.contains("输出的样式。"))
    #expect(try Program.shell("$shanhai --version").exitCode == 0)
    #expect(try Program.shell("$shanhai").output.contains("Exit codes: 0 done"))
  }

  @Test(
    "wrong arguments are one line on standard error and exit code 2",
    arguments: [
      "abuot", "about --frmat csv", "about --format xml", "about extra", "about --language fr",
      "about --database", "--as",
    ])
  func usage(_ arguments: String) throws {
    let result = try Program.shell("$shanhai \(arguments)")
    #expect(result.exitCode == 2 && result.output.isEmpty)
    #expect(result.error.hasPrefix("shanhai: "))
    #expect(result.error.hasSuffix(" [usage.invalid_arguments]\n"))
    #expect(result.error.split(separator: "\n").count == 1)
    #expect(result.error.contains("--help`"))
  }

  @Test("a full disk and a closed output are told once, with exit code 3")
  func fullDisk() throws {
    for line in ["$shanhai about >/dev/full", "$shanhai --help >/dev/full", "$shanhai about >&-"] {
      let result = try Program.shell(line)
      #expect(result.exitCode == 3, "\(line)")
      #expect(result.error.hasSuffix(" [output.cannot_write]\n"))
      #expect(result.error.split(separator: "\n").count == 1)
    }
  }

  @Test("a reader that goes away is no error")
  func closedPipe() throws {
    let line = "set -o pipefail; (sleep 0.2; $shanhai about; echo $? >&2) | true"
    let result = try Program.shell(line)
    #expect(result.error == "0\n")
  }
}
