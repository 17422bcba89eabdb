import Testing

/// Goal: `shanhai database` does for a user what it says, and leaves nothing running.
///
/// Method: the built program in a shell, with a home of its own that a trap stops and deletes.
@Suite("The program makes, shows, migrates and stops its private database", .serialized)
struct DatabaseCommandTests {
  /// Runs the lines in a shell whose private database is new; each `$shanhai` ends in time.
  private func run(_ lines: String) throws -> Program.Result {
    try Program.shell(
      """
      export SHANHAI_HOME=$(mktemp -d /tmp/shanhai-test-command.XXXXXX)
      trap '"$shanhai" database stop >/dev/null 2>&1; rm -rf "$SHANHAI_HOME"' EXIT
      shanhai() { timeout 120 "$shanhai" "$@" </dev/null; }
      \(lines)
      """, ["LANG": "C.UTF-8"])
  }

  @Test("start makes it once, migrate brings it up to date once, stop stops it once")
  func life() throws {
    let result = try run(
      """
      shanhai database path; echo $?; echo "$SHANHAI_HOME"
      shanhai database start; shanhai database start
      shanhai database migrate --format csv; echo $?
      shanhai database migrate; echo $?
      shanhai database status --format csv
      shanhai database stop; shanhai database stop; echo $?
      """)
    let lines = result.output.split(separator: "\n").map(String.init)
    #expect(result.error == "" && lines.count > 20, "\(result.error)")
    #expect(lines[0] == lines[2] && lines[1] == "0")
    let home = lines[0]
    #expect(
      lines[3...].starts(with: [
        "the private database was made in \(home) and started",
        "the private database in \(home) runs already", "number,name", "1,tables",
      ]), "\(result.output)")
    #expect(lines.contains("running,yes") && lines.contains("home,\(home)"))
    #expect(lines.contains("log,\(home)/log/server.log"))
    #expect(
      lines.suffix(3) == [
        "the private database in \(home) was stopped",
        "the private database in \(home) does not run", "0",
      ])
  }

  @Test("what is missing is told with what to do, and exit code 3")
  func missing() throws {
    let stopped = try run("shanhai database migrate")
    #expect(stopped.exitCode == 3 && stopped.output.isEmpty)
    #expect(stopped.error.contains("`shanhai database start`"))
    #expect(stopped.error.hasSuffix(" [private_database.not_running]\n"))
    let unmigrated = try run(
      """
      shanhai database start >/dev/null
      shanhai report risk --month 2026-03 --sponsor
      """)
    #expect(unmigrated.exitCode == 3 && unmigrated.output.isEmpty)
    #expect(unmigrated.error.hasSuffix(" [migration.not_migrated]\n"), "\(unmigrated.error)")
    #expect(try run("shanhai database status --format json").exitCode == 0)
  }

  @Test("a database elsewhere is migrated by its address, never started or stopped")
  func elsewhere() throws {
    let result = try run(
      """
      shanhai database start >/dev/null
      address=$(shanhai database status --format csv | sed -n 's/^connection,//p')
      SHANHAI_HOME=/nonexistent shanhai database migrate --format csv --database "$address"
      echo $?
      shanhai database stop --database "$address"; echo $?
      shanhai report risk --month 2026-03 --sponsor mother; echo $?
      shanhai report risk --month 2026-03 --bank x; echo $?
      """)
    let lines = result.output.split(separator: "\n").map(String.init)
    #expect(lines.first == "number,name" && lines.suffix(4) == ["0", "2", "1", "1"])
    let errors = result.error.split(separator: "\n")
    #expect(errors.count == 3, "\(result.error)")
    #expect(errors[0].hasSuffix(" [usage.private_database_only]"))
    #expect(errors[1].hasSuffix(" [operation.sponsor_unknown]"))
    #expect(errors[2].hasSuffix(" [operation.bank_unknown]"))
    let gone = try run("shanhai database migrate --database 'host=/nonexistent dbname=x'")
    #expect(gone.exitCode == 3)
    #expect(gone.error.contains("SQLSTATE 08001") && !gone.error.contains("?"))
    #expect(gone.error.hasSuffix(" [storage.connection_failed]\n"))
  }

  @Test(
    "a report is of a bank or of a sponsor, and of a month that exists",
    arguments: [
      "--month 2026-03", "--month 2026-03 --bank a --sponsor b", "--month 2026-13 --bank a",
      "--bank a",
    ])
  func usage(_ arguments: String) throws {
    let result = try Program.shell("$shanhai report risk \(arguments) </dev/null")
    #expect(result.exitCode == 2 && result.output.isEmpty)
    #expect(result.error.split(separator: "\n").count == 1)
    #expect(result.error.contains(" [usage."))
  }
}
