package import Banks
import LoanProducts
package import Postgres
package import Quantities
import Reporting
import Repositories
package import Risk

/// The expected credit losses of a portfolio at a month's end.
package struct ExpectedLosses: Sendable {
  /// What loans of a line that stand alike are expected to do.
  package struct Stand: Sendable {
    package let bank: Bank
    package let line: String
    package let state: DueState
    /// Of a default within twelve months, before any scenario; in 1e-12.
    package let probability: Int64
    /// From whose moves.
    package let source: CurveSource
    /// The loans in the state, once a month, whose moves were counted.
    package let seen: Int
    /// In ten-thousandths, of a loan without security.
    package let lossGivenDefault: Int
  }

  package let month: Month
  package let scope: ReportScope
  package let title: BilingualName
  package let banks: [Bank]
  package let currency: Currency
  /// Nil where one bank's are others than another's.
  package let scenarios: [MacroScenario]?
  /// What the catalog assumes at the month's end; a bank whose run posted what it expected to lose
  /// may have been run by other scenarios and losses given default.
  package let assumptions: ExpectedLossAssumptions
  /// The ids of the banks whose run posted what it expected to lose.
  package let posted: Set<Int64>
  package let table: ExpectedLossTable
  /// What the month's rules of provisions require, and what is held; nil without positions.
  package let provisions: ProvisionStanding?
  /// Of each bank's lines with loans, and of their states that are not in default.
  package let stands: [Stand]
}

/// A loan's expected loss with all that it is made of.
package struct ExplainedLoss: Sendable {
  package let month: Month
  package let bank: Bank
  package let loanNumber: String
  package let line: String
  package let exposure: LoanExposure
  package let explanation: LossExplanation
}

/// Expected credit losses, loan by loan.
package enum ExpectLosses {
  /// - Parameters:
  ///   - request: whose portfolio, of which month, as known when.
  ///   - jobs: how many ranges of loans are read at the same time.
  ///   - pool: where.
  /// - Returns: the sums, and what they were made from.
  /// - Throws: as `ReportRisk.run`; `OperationError.historyTooShort`; `ExpectedLossError`.
  package static func run(
    _ request: RiskRequest, jobs: Int, on pool: ConnectionPool
  ) async throws -> ExpectedLosses {
    let book = try await pool.transaction(.readOnlySnapshot) { try ForecastBook(request, $0) }
    let tables = try await book.gather(jobs: jobs, on: pool) { bank, range, connection in
      try self.table(bank, range, try book.model(of: bank.bank.id), connection)
    }
    let table = tables.reduce(ExpectedLossTable(), +)
    let stands = try book.banks.flatMap { bank in
      let lines = Set(table.cells.keys.filter { $0.bankID == bank.bank.id }.map(\.line))
      return self.stands(bank.bank, lines.sorted(), try book.model(of: bank.bank.id))
    }
    return ExpectedLosses(
      month: request.month, scope: book.owner.scope, title: book.owner.title,
      banks: book.owner.banks,
      currency: book.owner.currency, scenarios: book.scenarios, assumptions: book.assumptions,
      posted: Set(book.banks.filter { $0.version.losses != nil }.map(\.bank.id)), table: table,
      provisions: book.named.provisions, stands: stands)
  }

  private static func stands(
    _ bank: Bank, _ lines: [String], _ model: ExpectedLossModel
  ) -> [ExpectedLosses.Stand] {
    lines.flatMap { line -> [ExpectedLosses.Stand] in
      guard let segment = model.segment(of: line) else { return [] }
      return [(DueState.current, 0), (.from1, 1), (.from31, 31), (.from61, 61)].map {
        state, days in
        ExpectedLosses.Stand(
          bank: bank, line: line, state: state,
          probability: model.probabilityOfDefault(
            segment: segment, overdueDays: days, within: 12),
          source: model.source(of: segment), seen: model.seen(state, segment: segment),
          lossGivenDefault: model.assumptions.lossGivenDefault.share(line: line, .unsecured))
      }
    }
  }

  private static func table(
    _ bank: MonthEndLoans, _ range: ClosedRange<Int64>, _ model: ExpectedLossModel,
    _ connection: Connection
  ) throws -> ExpectedLossTable {
    var table = ExpectedLossTable()
    let month = bank.version.month
    for evidence in try EvidenceRepository(connection)
      .histories(bankID: bank.bank.id, range, in: month...month)
    {
      guard let loan = try bank.loan(evidence) else { continue }
      table.add(
        try model.loss(of: loan.exposure(after: month, model)), bankID: bank.bank.id,
        line: loan.loan.line.rawValue)
    }
    return table
  }

  /// One loan's expected loss, month by month and scenario by scenario.
  ///
  /// - Parameters:
  ///   - number: the loan's.
  ///   - code: the bank's code.
  ///   - request: of which month, as known when; its scope is the bank.
  ///   - pool: where.
  /// - Returns: the loan's schedule to come, and each term of its loss.
  /// - Throws: as `run`; `OperationError.loanUnknown`, `.loanWithoutPosition`.
  package static func explain(
    _ number: String, bank code: String, _ request: RiskRequest, on pool: ConnectionPool
  ) async throws -> ExplainedLoss {
    try await pool.transaction(.readOnlySnapshot) { connection in
      let book = try ForecastBook(request, connection)
      let bankID = book.owner.banks[0].id
      let model = try book.model(of: bankID)
      guard let record = try LoanRepository(connection).find(bankID: bankID, number: number) else {
        throw OperationError.loanUnknown(number, bank: code)
      }
      let range = record.loanID...record.loanID
      guard let bank = book.banks.first,
        let evidence = try EvidenceRepository(connection).histories(bankID: bankID, range).first,
        let loan = try bank.loan(evidence)
      else { throw OperationError.loanWithoutPosition(number, request.month) }
      let exposure = loan.exposure(after: request.month, model)
      return ExplainedLoss(
        month: request.month, bank: bank.bank, loanNumber: number,
        line: record.line.rawValue, exposure: exposure,
        explanation: try model.explanation(of: exposure))
    }
  }
}
