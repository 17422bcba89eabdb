/// What the program said when it did what `deploy/demo` does, on a database of its own.
struct DemoRun: Sendable {
  /// The last days of the demo's months, in order.
  let ends: [CalendarDay]
  /// `accrue --format json`, by the last day of its month.
  let accruals: [CalendarDay: String]
  /// `report risk --format json`, by month and bank; the sponsor's by month and nothing.
  let reports: [String: String]
  /// `report trial-balance --format json`, by month and bank.
  let balances: [String: String]
  /// `loan show --format json` as of the last day, by the loan's number.
  let loans: [String: String]
  /// After everything had been handed in once more: the last month's accrual, the reports, and the
  /// loans of one bank.
  let accrualAgain: String
  let reportsAgain: [String: String]
  let loansAgain: [String: String]

  static let reportedMonths = ["2025-12", "2026-03"]

  /// The one run that all tests look at; its database goes when the test program ends.
  static let shared = Task { try await DemoRun() }

  private init() async throws {
    let program = try await Program()
    defer { program.clearUp() }
    let stages = try DemoStage.all()
    try program.run(["database", "start"])
    try program.run(["database", "migrate"])
    try program.run(["catalog", "load", "seeds"])
    try program.run(["borrower", "import", "seeds/demo/borrowers.csv", "--as", "officer"])
    var accruals: [CalendarDay: String] = [:]
    for stage in stages {
      try program.perform(stage)
      if case .endMonth(let end) = stage { accruals[end] = try program.accrue(end) }
    }
    guard let last = accruals.keys.max() else { throw DemoFiles.Broken(description: "no month") }
    self.accruals = accruals
    ends = accruals.keys.sorted()
    let signed = try DemoLoan.all()
    reports = try program.reports(Self.reportedMonths)
    balances = try program.balances(ends)
    loans = try program.show(signed, asOf: last)

    try program.performAgain()
    accrualAgain = try program.accrue(last)
    reportsAgain = try program.reports(Self.reportedMonths)
    loansAgain = try program.show(signed.filter { $0.bank == "shihezi" }, asOf: last)
  }
}

/// A stage of the demo, as `deploy/demo` lists them.
enum DemoStage {
  case lend(decidedOn: CalendarDay, startsOn: CalendarDay)
  case endMonth(CalendarDay)

  /// The lines `lend DAY START` and `end_month DAY` of the script.
  static func all() throws -> [DemoStage] {
    let stages: [DemoStage] = try DemoFiles.text("deploy/demo").split(separator: "\n")
      .compactMap { line in
        let words = line.split(separator: " ").map(String.init)
        switch (words.first, words.count) {
        case ("lend", 3):
          return .lend(
            decidedOn: try DemoFiles.day(words[1]), startsOn: try DemoFiles.day(words[2]))
        case ("end_month", 2): return .endMonth(try DemoFiles.day(words[1]))
        default: return nil
        }
      }
    guard stages.count > 10 else {
      throw DemoFiles.Broken(description: "deploy/demo has \(stages.count) stages")
    }
    return stages
  }
}
