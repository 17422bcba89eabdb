package import Banks
import LoanProducts
package import Postgres
package import Quantities
import Reporting
import Repositories
package import Risk

/// The money that a portfolio is to bring, and what earlier forecasts were worth.
package struct CashForecast: Sendable {
  /// What was forecast for a month at the end of the one before, and what came.
  package struct Outcome: Sendable {
    package let month: Month
    /// What was due and unpaid when it began, and what fell due in it, finance's and programmes'
    /// parts left out.
    package let arrears: CashPlan.Flow
    package let due: CashPlan.Flow
    /// Nil where no months before it tell how probable a default is.
    package let expected: Int128?
    /// What borrowers brought, early payments among it; nil for a month that was not run.
    package let collected: Int128?
  }

  package let month: Month
  package let scope: ReportScope
  package let title: BilingualName
  package let currency: Currency
  package let plan: CashPlan
  /// What the report's loans owe of principal: that of the plan.
  package let principal: Int128
  /// Oldest first; at most twelve.
  package let outcomes: [Outcome]
}

/// The money to come, from the schedules of loans as they stood.
package enum ForecastCash {
  /// - Parameters:
  ///   - request: whose portfolio, of which month, as known when.
  ///   - jobs: how many ranges of loans are read at the same time.
  ///   - pool: where.
  /// - Returns: the forecast of 24 months, and those of the last twelve months with what came.
  /// - Throws: as `ReportRisk.run`; `OperationError.historyTooShort`; `ExpectedLossError`.
  package static func run(
    _ request: RiskRequest, jobs: Int, on pool: ConnectionPool
  ) async throws -> CashForecast {
    let books = try await pool.transaction(.readOnlySnapshot) { try CashBooks(request, $0) }
    let parts = try await books.now.gather(jobs: jobs, on: pool) { bank, range, connection in
      try books.plans(bank.bank, range, connection)
    }
    var plans: [Month: CashPlan] = [:]
    for part in parts { plans.merge(part, uniquingKeysWith: +) }
    let report = books.now.named.report
    let outcomes = books.months.filter { $0 < request.month }.map { before in
      let (plan, month) = (plans[before] ?? CashPlan(), before + 1)
      let expected = plan.soon + plan.months[0].expected
      return CashForecast.Outcome(
        month: month, arrears: plan.arrears, due: plan.months[0],
        expected: books.models[before] == nil ? nil : expected,
        collected: report.flows(in: month)?.collected)
    }
    let owner = books.now.owner
    return CashForecast(
      month: request.month, scope: owner.scope, title: owner.title, currency: owner.currency,
      plan: plans[request.month] ?? CashPlan(), principal: report.figures().outstanding.principal,
      outcomes: outcomes)
  }
}

/// The loans of a month's end and of the twelve before it.
private struct CashBooks: Sendable {
  let now: ForecastBook
  /// Those whose ends are looked at, oldest first.
  let months: [Month]
  /// By month, then by the bank's id; none for a month before which there is no other.
  let models: [Month: [Int64: ExpectedLossModel]]
  /// By bank's id, oldest month first.
  private let ends: [Int64: [MonthEndLoans]]

  init(_ request: RiskRequest, _ connection: Connection) throws {
    now = try ForecastBook(request, connection)
    let report = now.named.report
    var ends: [Int64: [MonthEndLoans]] = [:]
    for bank in now.owner.banks {
      let desk = try request.desk(bank, connection)
      ends[bank.id] = try MonthEndLoans.at(
        (-12...0).compactMap { desk.version(of: request.month + $0) }, of: bank, connection)
    }
    self.ends = ends
    months = Set(ends.values.flatMap { $0.map(\.version.month) }).sorted()
    var models: [Month: [Int64: ExpectedLossModel]] = [:]
    for month in months {
      let counted = report.months.filter { $0.key <= month }.flatMap(\.value)
      let found = try ForecastBook.models(
        of: RiskReport(month: month, currency: report.currency, counted: counted),
        now.owner.banks, now.assumptions)
      if !found.isEmpty { models[month] = found }
    }
    guard models[request.month] != nil || months.isEmpty else {
      throw OperationError.historyTooShort(request.month, needed: 1)
    }
    self.models = models
  }

  /// What a range of a bank's loans is to bring, by the month's end it was told at.
  func plans(
    _ bank: Bank, _ range: ClosedRange<Int64>, _ connection: Connection
  ) throws -> [Month: CashPlan] {
    var plans: [Month: CashPlan] = [:]
    let last = now.request.month
    let missed = now.assumptions.missedMonths
    for evidence in try EvidenceRepository(connection)
      .histories(bankID: bank.id, range, in: (last + -12)...last)
    {
      try MonthEndLoans.each(evidence, at: ends[bank.id] ?? []) { end, loan in
        let month = end.version.month
        let model = models[month]?[bank.id]
        let segment = model?.segment(of: loan.loan.line.rawValue) ?? 0
        let isInDefault = StageReason(loan.signs).stage == .three
        let cash = loan.cash(after: month, through: month == last ? nil : month + 1)
        let cure = model?.probabilityOfCure(
          segment: segment, overdueDays: loan.position.overdueDays)
        let early = model?.probabilityOfPrepayment(
          segment: segment, overdueDays: loan.position.overdueDays)
        plans[month, default: CashPlan()].add(
          cash, curing: isInDefault ? 0 : cure ?? 0, leaving: isInDefault ? 0 : early ?? 0
        ) { months in
          if isInDefault { return CashPlan.certain }
          return model?.probabilityOfDefault(
            segment: segment, overdueDays: loan.position.overdueDays, within: months + missed) ?? 0
        }
      }
    }
    return plans
  }
}
