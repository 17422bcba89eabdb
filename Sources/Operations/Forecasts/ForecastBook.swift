import Banks
import LoanProducts
import Postgres
import Quantities
import Reporting
import Repositories
import Risk

/// What forecasts of a month's end are made from: the report, and the banks whose loans are
/// replayed.
struct ForecastBook: Sendable {
  let request: RiskRequest
  let owner: ReportOwner
  let named: NamedRiskReport
  let banks: [MonthEndLoans]
  /// What the catalog assumes at the month's end.
  let assumptions: ExpectedLossAssumptions
  /// By the bank's id.
  private let models: [Int64: ExpectedLossModel]

  /// - Throws: as `ReportRisk.run`; `ExpectedLossError`.
  init(_ request: RiskRequest, _ connection: Connection) throws {
    self.request = request
    owner = try request.scope.owner(BankRepository(connection))
    named = try ReportRisk.read(request, connection)
    banks = try owner.banks.flatMap { bank in
      let version = try request.version(of: bank, connection)
      return try MonthEndLoans.at(version.map { [$0] } ?? [], of: bank, connection)
    }
    let policy = try CatalogRepository(connection).lossPolicy()
    let day = request.month.lastDay
    assumptions = policy.assumptions(on: day)
    var models = try Self.models(of: named.report, owner.banks, assumptions)
    // What was posted is told as it was posted.
    for bank in banks {
      guard let basis = bank.version.losses else { continue }
      models[bank.bank.id] = try basis.model(policy.titles(on: day))
    }
    self.models = models
  }

  /// The probabilities of default of a bank's loans at the month's end.
  ///
  /// - Throws: `OperationError.historyTooShort` where no bank's month is followed by another.
  func model(of bankID: Int64) throws -> ExpectedLossModel {
    guard let model = models[bankID] else {
      throw OperationError.historyTooShort(request.month, needed: 1)
    }
    return model
  }

  /// The scenarios by which the banks' losses are reckoned; nil where one bank has others than
  /// another.
  var scenarios: [MacroScenario]? {
    let all = Set(banks.compactMap { models[$0.bank.id]?.assumptions.scenarios })
    return all.count > 1 ? nil : all.first ?? assumptions.scenarios
  }

  /// A model a bank, from how its own loans went from month to month in the twelve months before,
  /// so that a bank's figures are the same whoever asks; a bank in its first month has the model of
  /// all of them.
  ///
  /// - Returns: by the bank's id; nothing where no bank has a month before another.
  static func models(
    of report: RiskReport, _ banks: [Bank], _ assumptions: ExpectedLossAssumptions
  ) throws -> [Int64: ExpectedLossModel] {
    var models: [Int64: ExpectedLossModel] = [:]
    let all = try model(report, assumptions)
    for bank in banks {
      let own = report.months.values.flatMap { $0.filter { $0.bankID == bank.id } }
      models[bank.id] =
        try model(
          RiskReport(month: report.month, currency: report.currency, counted: own), assumptions)
        ?? all
    }
    return models
  }

  /// - Returns: nil where no month is followed by another.
  private static func model(
    _ report: RiskReport, _ assumptions: ExpectedLossAssumptions
  ) throws -> ExpectedLossModel? {
    let whole = transitions(in: report, nil)
    guard whole.origins.indices.contains(where: { whole.before($0).loans > 0 }) else { return nil }
    return try ExpectedLossModel(assumptions, whole: whole, lines: lines(of: report))
  }

  /// How loans of each line moved from month to month in the twelve months up to the report's.
  static func lines(of report: RiskReport) -> [ExpectedLossModel.Line] {
    ProductLine.allCases.map {
      ExpectedLossModel.Line(name: $0.rawValue, transitions: transitions(in: report, $0.rawValue))
    }
  }

  private static func transitions(in report: RiskReport, _ line: String?) -> TransitionMatrix {
    report.transitions(.days, monthsBefore: 1, over: 12, line: line)
  }

  /// Reads ranges of loans side by side, each in a snapshot of its own.
  ///
  /// Why: facts are only ever added, and those after the month's run are not looked at.
  ///
  /// - Parameters:
  ///   - jobs: how many ranges at the same time.
  ///   - pool: where.
  ///   - read: makes something of a range of a bank's loans.
  /// - Returns: what was made, by bank, then by loan.
  /// - Throws: what `read` throws.
  func gather<Part: Sendable>(
    jobs: Int, on pool: ConnectionPool,
    _ read: @escaping @Sendable (MonthEndLoans, ClosedRange<Int64>, Connection) throws -> Part
  ) async throws -> [Part] {
    let units = banks.flatMap { bank in bank.ranges.map { (bank, $0) } }
    return try await pool.sideBySide(units, jobs: jobs) { unit, connection in
      try read(unit.0, unit.1, connection)
    }
  }
}
