import Foundation
import PrivateDatabase
import TestDatabase

/// The built program, run on the private database of the tests as the demo runs it.
struct Program {
  private let environment: [String: String]
  private let folder: URL

  static let banks = ["wujiaqu", "shihezi", "pingguo", "dongxing", "hami-hongxing", "qionglai"]

  /// A program that works on a new, empty database.
  init() async throws {
    let database = TestDatabase.name(in: try await TestDatabase.empty())
    environment = [
      "PATH": "/usr/bin:/bin", "SHANHAI_HOME": try await TestDatabase.cluster().path,
      "SHANHAI_DATABASE": database, "LANG": "C",
    ]
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("shanhai-demo-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// A folder with one file.
  func folder(with text: String, as name: String) throws -> String {
    let path = folder.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: path, withIntermediateDirectories: true)
    try text.write(to: path.appendingPathComponent(name), atomically: true, encoding: .utf8)
    return path.path
  }

  func clearUp() { try? FileManager.default.removeItem(at: folder) }

  /// A command line and what it reads.
  struct Command {
    let words: [String]
    var input = ""
    /// Another program than `shanhai`.
    var executable: URL?
  }

  /// `shanhai` lies beside the test's own executable.
  private static let shanhai = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appendingPathComponent("shanhai")

  /// Has a script of `Tests/Recompute` count a month's report again, by default that of risk.
  ///
  /// - Returns: what it says, if every cell agrees.
  func recompute(_ words: [String], by script: String = "recompute.py") throws -> String {
    let script = ["Tests/Recompute/\(script)", "--shanhai", Self.shanhai.path]
    let python = URL(fileURLWithPath: "/usr/bin/python3")
    return try run([Command(words: script + words, executable: python)]).joined()
  }

  /// Runs one command.
  ///
  /// - Returns: its output, if it was not refused.
  @discardableResult
  func run(_ words: [String]) throws -> String {
    try run([Command(words: words)]).joined()
  }

  /// Runs commands that don't need each other, up to six at the same time.
  ///
  /// Through files, not pipes: nothing that the program starts could hold them open.
  ///
  /// - Returns: their outputs in their order, if none was refused.
  @discardableResult
  func run(_ commands: [Command]) throws -> [String] {
    var outputs: [String] = []
    for start in stride(from: 0, to: commands.count, by: 6) {
      let running = try commands[start...].prefix(6).map { ($0, try launch($0)) }
      for (command, started) in running {
        started.process.waitUntilExit()
        guard started.process.terminationStatus == 0 else {
          var error = try started.file("error")
          if command.executable != nil { error += try started.file("output") }
          throw DemoFiles.Broken(
            description: "shanhai \(command.words.joined(separator: " ")): \(error)")
        }
        outputs.append(try started.file("output"))
      }
    }
    return outputs
  }

  private struct Started {
    let process = Process()
    let folder: URL

    func file(_ name: String) throws -> String {
      try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }
  }

  private func launch(_ command: Command) throws -> Started {
    let started = Started(folder: folder.appendingPathComponent(UUID().uuidString))
    try FileManager.default.createDirectory(
      at: started.folder, withIntermediateDirectories: true)
    let files = ["input", "output", "error"].map { started.folder.appendingPathComponent($0) }
    for file in files { try Data().write(to: file) }
    try Data(command.input.utf8).write(to: files[0])
    let process = started.process
    process.executableURL = command.executable ?? Self.shanhai
    process.arguments = command.words
    process.environment = environment
    process.currentDirectoryURL = DemoFiles.root
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    return started
  }

  /// Runs a command for each bank.
  private func runForBanks(_ words: [String], input: String = "", as officer: String) throws {
    try run(
      Self.banks.map { bank in
        Command(words: words + ["--bank", bank, "--as", officer], input: input)
      })
  }

  /// Does a stage of the demo, but for the accrual.
  func perform(_ stage: DemoStage) throws {
    switch stage {
    case .lend(let decidedOn, let startsOn):
      try close(decidedOn)
      try apply(
        try DemoFiles.extract(
          "seeds/demo/loans.csv", where: "starts_on", begins: "\(startsOn)"))
      try decide(on: "\(decidedOn)")
      try close(startsOn)
      try disburse()
    case .endMonth(let end):
      try close(end)
      let month = String(end.description.dropLast(3))
      try repay(
        try DemoFiles.extract("seeds/demo/repayments.csv", where: "on", begins: month))
    }
  }

  /// Hands in everything once more: all applications and all repayments.
  func performAgain() throws {
    try apply(try DemoFiles.text("seeds/demo/loans.csv"))
    try decide(on: "2")
    try disburse()
    try repay(try DemoFiles.text("seeds/demo/repayments.csv"))
  }

  private func close(_ day: CalendarDay) throws {
    try run(["close", "day", "--to", "\(day)", "--as", "approver"])
  }

  private func apply(_ applications: String) throws {
    try runForBanks(["loan", "originate", "-"], input: applications, as: "officer")
  }

  /// Hands in the papers and surveys of the days that begin so, and decides what can be decided.
  private func decide(on day: String) throws {
    for (step, file) in [("document", "documents"), ("survey", "surveys")] {
      let rows = try DemoFiles.extract("seeds/demo/\(file).csv", where: "on", begins: day)
      try runForBanks(["loan", step, "--file", "-"], input: rows, as: "officer")
    }
    try runForBanks(["loan", "score", "--all-pending"], as: "officer")
    for member in ["manager", "member-1", "member-2"] {
      try runForBanks(["loan", "vote", "--all-pending", "--for"], as: member)
    }
    for officer in ["approver", "manager"] {
      try runForBanks(["loan", "approve", "--all-pending"], as: officer)
    }
    try runForBanks(["loan", "sign", "--all-pending"], as: "officer")
  }

  private func disburse() throws {
    try runForBanks(["loan", "disburse", "--all-pending"], as: "cashier")
  }

  private func repay(_ repayments: String) throws {
    try runForBanks(["loan", "repay", "--file", "-"], input: repayments, as: "cashier")
  }

  func accrue(_ end: CalendarDay) throws -> String {
    let month = String(end.description.dropLast(3))
    return try run(["accrue", "--month", month, "--as", "approver", "--format", "json"])
  }

  /// By month and bank; the sponsor's by month and nothing.
  func reports(_ months: [String]) throws -> [String: String] {
    let asked = months.flatMap { month in (Self.banks + [""]).map { (month, $0) } }
    let shown = try run(
      asked.map { month, bank in
        let scope = bank.isEmpty ? ["--sponsor"] : ["--bank", bank]
        return Command(words: ["report", "risk", "--month", month, "--format", "json"] + scope)
      })
    return Dictionary(uniqueKeysWithValues: zip(asked.map { "\($0.0) \($0.1)" }, shown))
  }

  /// Trial balances, by month and bank.
  func balances(_ ends: [CalendarDay]) throws -> [String: String] {
    let asked = ends.flatMap { end in Self.banks.map { ("\(end)".dropLast(3), $0) } }
    let shown = try run(
      asked.map { month, bank in
        Command(words: [
          "report", "trial-balance", "--month", String(month), "--bank", bank, "--format", "json",
        ])
      })
    return Dictionary(uniqueKeysWithValues: zip(asked.map { "\($0.0) \($0.1)" }, shown))
  }

  /// Loans by number.
  func show(_ loans: [DemoLoan], asOf day: CalendarDay) throws -> [String: String] {
    let shown = try run(
      loans.map { loan in
        Command(
          words: ["loan", "show", loan.number, "--bank", loan.bank]
            + ["--as-of", "\(day)", "--format", "json"])
      })
    return Dictionary(uniqueKeysWithValues: zip(loans.map(\.number), shown))
  }
}
