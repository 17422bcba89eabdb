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

  func clearUp() { try? FileManager.default.removeItem(at: folder) }

  /// Runs one command in the folder of the sources; its output if it was not refused.
  ///
  /// Through files, not pipes: nothing that the program starts could hold them open.
  @discardableResult
  func run(_ words: [String], input: String = "") throws -> String {
    let files = try ["input", "output", "error"].map { name in
      let file = folder.appendingPathComponent(name)
      try Data((name == "input" ? input : "").utf8).write(to: file)
      return file
    }
    let process = Process()
    // `shanhai` lies beside the test's own executable.
    process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appendingPathComponent("shanhai")
    process.arguments = words
    process.environment = environment
    process.currentDirectoryURL = DemoFiles.root
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      let error = try String(contentsOf: files[2], encoding: .utf8)
      throw DemoFiles.Broken(
        description: "shanhai \(words.joined(separator: " ")): \(error)")
    }
    return try String(contentsOf: files[1], encoding: .utf8)
  }

  /// Does a stage of the demo for the first time, but for the accrual.
  func perform(_ stage: DemoStage) throws {
    switch stage {
    case .lend(let decidedOn, let startsOn):
      try close(decidedOn)
      for bank in Self.banks { try decide(startsOn, bank) }
      try close(startsOn)
      for bank in Self.banks { try disburse(bank) }
    case .endMonth(let end):
      try close(end)
      for bank in Self.banks { try repay(end, bank) }
    }
  }

  /// Does it again with all that the business date still allows.
  func performAgain(_ stage: DemoStage) throws {
    for bank in Self.banks {
      switch stage {
      case .lend(_, let startsOn):
        try decide(startsOn, bank)
        try disburse(bank)
      case .endMonth(let end): try repay(end, bank)
      }
    }
  }

  private func close(_ day: CalendarDay) throws {
    try run(["close", "day", "--to", "\(day)", "--as", "approver"])
  }

  private func decide(_ startsOn: CalendarDay, _ bank: String) throws {
    try run(
      ["loan", "originate", "-", "--bank", bank, "--as", "officer"],
      input: DemoFiles.extract("seeds/demo/loans.csv", where: "starts_on", begins: "\(startsOn)"))
    try run(["loan", "approve", "--all-pending", "--bank", bank, "--as", "approver"])
  }

  private func disburse(_ bank: String) throws {
    try run(["loan", "disburse", "--all-pending", "--bank", bank, "--as", "cashier"])
  }

  private func repay(_ end: CalendarDay, _ bank: String) throws {
    let month = String(end.description.dropLast(3))
    try run(
      ["loan", "repay", "--file", "-", "--bank", bank, "--as", "cashier"],
      input: DemoFiles.extract("seeds/demo/repayments.csv", where: "on", begins: month))
  }

  func accrue(_ end: CalendarDay) throws -> String {
    let month = String(end.description.dropLast(3))
    return try run(["accrue", "--month", month, "--as", "approver", "--format", "json"])
  }

  /// By "month bank", the sponsor's by "month ".
  func reports(_ months: [String]) throws -> [String: String] {
    var reports: [String: String] = [:]
    for month in months {
      for bank in Self.banks + [""] {
        let whose = bank.isEmpty ? ["--sponsor"] : ["--bank", bank]
        reports["\(month) \(bank)"] = try run(
          ["report", "risk", "--month", month, "--format", "json"] + whose)
      }
    }
    return reports
  }

  /// Loans by number.
  func show(_ loans: [DemoLoan], asOf day: CalendarDay) throws -> [String: String] {
    var shown: [String: String] = [:]
    for loan in loans {
      shown[loan.number] = try run([
        "loan", "show", loan.number, "--bank", loan.bank, "--as-of", "\(day)", "--format", "json",
      ])
    }
    return shown
  }
}
