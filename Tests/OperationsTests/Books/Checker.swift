import Foundation
import Testing

/// A program of plain-text accounting, as Debian packages it: it knows nothing of ours.
enum Checker: String, CaseIterable, Sendable {
  case hledger, beancount, ledger

  struct Outcome: Sendable {
    let output: String
    let exitCode: Int32
  }

  private var program: String { self == .beancount ? "bean-check" : rawValue }

  /// Notes a problem where the program is not installed: a check that is skipped proves nothing.
  func isThere() throws {
    let found = try Self.shell("command -v \(program)", in: "/tmp").exitCode == 0
    try #require(found, "\(program) is missing: as root, apt-get install hledger beancount ledger")
  }

  /// Whether the program accepts a file, and what it says.
  func check(_ file: String, in folder: String) throws -> Outcome {
    switch self {
    case .hledger:
      try Self.shell("hledger -f \(file) check --strict ordereddates uniqueleafnames", in: folder)
    case .beancount: try Self.shell("bean-check \(file)", in: folder)
    case .ledger: try Self.shell("ledger -f \(file) --pedantic balance > ledger.out", in: folder)
    }
  }

  /// What each account holds by the program's own count: code to minor units, debits up, without
  /// those that hold nothing.
  func balances(_ file: String, in folder: String) throws -> [String: Int128] {
    let line: String
    switch self {
    case .hledger: line = "hledger -f \(file) balance --flat -N -O csv | tail -n +2 | tr -d '\"'"
    case .beancount:
      line = """
        bean-query -f csv \(file) 'SELECT account, sum(number) GROUP BY account' | tail -n +2 \
        | tr -d '\\r'
        """
    case .ledger:
      line = "ledger -f \(file) balance --flat --no-total --format '%(account),%(amount)\\n'"
    }
    var balances: [String: Int128] = [:]
    let outcome = try Self.shell(line, in: folder)
    try #require(outcome.exitCode == 0, "\(outcome.output)")
    for row in outcome.output.split(separator: "\n") {
      let cells = row.split(separator: ",").map { $0.filter { $0 != " " } }
      try #require(cells.count == 2, "\(outcome.output)")
      let amount = cells[1].replacing("CNY", with: "").split(separator: ".")
      // Whole yuan and two decimals, or a bare zero.
      let minorUnits = Int128(amount.joined()) ?? .max
      let code = cells[0].split(separator: ":").last?.prefix { $0.isNumber } ?? ""
      if minorUnits != 0 { balances[String(code)] = minorUnits }
    }
    return balances
  }

  static func shell(_ line: String, in folder: String) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-o", "pipefail", "-c", line]
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    // The account's names are ASCII, the remarks are not.
    process.environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Outcome(
      output: String(decoding: data, as: UTF8.self), exitCode: process.terminationStatus)
  }
}
