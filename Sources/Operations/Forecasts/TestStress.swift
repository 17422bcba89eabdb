import Accrual
package import Banks
import Classification
package import LoanProducts
package import Postgres
package import Quantities
import Repositories
package import Risk
import Scheduling
import Servicing

/// What named scenarios would do to a portfolio at a month's end.
package struct StressedPortfolio: Sendable {
  package let month: Month
  package let scope: ReportScope
  package let title: BilingualName
  package let banks: [Bank]
  package let currency: Currency
  package let test: StressTest
  /// Those of any loan's line and place, or that cover one, by code.
  package let funds: [CompensationFund]
  /// Net capital at the month's end, by bank, where it is known.
  package let capital: [Int64: Money]
  /// Whether a bank booked what it expects to lose, which a scenario does not tell: its provisions,
  /// today's too, are told by the guideline.
  package let isByGuideline: Bool
}

/// Tries the catalog's scenarios on each loan.
package enum TestStress {
  /// - Parameters:
  ///   - request: whose portfolio, of which month, as known when.
  ///   - codes: of the scenarios; empty for all that are in force at the month's end.
  ///   - jobs: how many ranges of loans are read at the same time.
  ///   - pool: where.
  /// - Returns: the portfolio today and under each scenario.
  /// - Throws: as `ReportRisk.run`; `OperationError.scenarioUnknown`.
  package static func run(
    _ request: RiskRequest, scenarios codes: [String], jobs: Int, on pool: ConnectionPool
  ) async throws -> StressedPortfolio {
    let (book, catalog) = try await pool.transaction(.readOnlySnapshot) { connection in
      let book = try ForecastBook(request, connection)
      return (book, try StressCatalog(codes, on: request.month.lastDay, connection))
    }
    let tests = try await book.gather(jobs: jobs, on: pool) { bank, range, connection in
      try catalog.test(bank, range, connection)
    }
    let test = tests.reduce(StressTest(catalog.scenarios), +)
    let covering = test.today.funds
    return StressedPortfolio(
      month: request.month, scope: book.owner.scope, title: book.owner.title,
      banks: book.owner.banks,
      currency: book.owner.currency, test: test,
      funds: catalog.funds.values.filter { covering[$0.code] != nil }
        .sorted { $0.code < $1.code },
      capital: book.named.capital,
      isByGuideline: book.banks.contains { $0.version.losses != nil })
  }
}

/// The scenarios, and who pays beside borrowers.
private struct StressCatalog: Sendable {
  let scenarios: [StressScenario]
  /// Those that have begun.
  let funds: [String: CompensationFund]
  private let programmes: [Programme]
  /// The programmes whose refused interest the bank bears.
  private let borneByBank: Set<String>

  init(_ codes: [String], on day: Day, _ connection: Connection) throws {
    let catalog = CatalogRepository(connection)
    let known = StressScenario.inForce(on: day, among: try catalog.stressShocks().map(\.shock))
    for code in codes where !known.contains(where: { $0.code == code }) {
      throw OperationError.scenarioUnknown(code, known: known.map(\.code), on: day)
    }
    scenarios = known.filter { codes.isEmpty || codes.contains($0.code) }
    funds = Dictionary(
      try catalog.funds().map(\.fund).filter { $0.validFrom <= day }.map { ($0.code, $0) },
      uniquingKeysWith: { first, _ in first })
    programmes = try catalog.programmes().map(\.programme)
    borneByBank = Set(programmes.filter { !$0.refusedIsOwedByBorrower }.map(\.code))
  }

  func test(
    _ bank: MonthEndLoans, _ range: ClosedRange<Int64>, _ connection: Connection
  ) throws -> StressTest {
    var test = StressTest(scenarios)
    let payers = try PayerRepository(connection).list(bankID: bank.bank.id, range)
    let month = bank.version.month
    let loans = try EvidenceRepository(connection)
      .histories(bankID: bank.bank.id, range, in: month...month).compactMap(bank.loan)
    let borrowers = try BorrowerRepository(connection)
      .list(bankID: bank.bank.id, ids: Set(loans.map(\.loan.borrowerID)).sorted())
    for loan in loans {
      let division = borrowers[loan.loan.borrowerID]?.borrower.divisionCode ?? ""
      test.add(stressed(loan, at: bank, division, payers[loan.loan.loanID]))
    }
    return test
  }

  /// That of a loan taken over, before the first claim keeps it with the loan.
  private func programme(of loan: LoanRecord, _ division: String) -> String? {
    guard let payer = loan.terms.subsidy?.payer else { return nil }
    return programmes.paying(
      payer, line: loan.line, division: division, on: loan.terms.agreedOn)?.code
  }

  private func stressed(
    _ loan: MonthEndLoan, at bank: MonthEndLoans, _ division: String, _ payers: LoanPayers?
  ) -> StressLoan {
    var stressed = StressLoan(
      bankID: bank.bank.id, line: loan.loan.line, principal: loan.position.principal,
      rule: bank.version.rule)
    stressed.division = division
    stressed.purpose = loan.loan.purpose
    stressed.programme = payers.map(\.programme) ?? programme(of: loan.loan, division)
    stressed.isStoppedSubsidyLost = stressed.programme.map(borneByBank.contains) ?? false
    stressed.fundPlaces = funds.values
      .filter { $0.line == loan.loan.line && division.hasPrefix($0.divisionPrefix) }
      .map(\.code).sorted()
    let isClaimed = loan.claim.compensation.claimed.isPositive
    if !isClaimed, let code = payers?.fund, let fund = funds[code] {
      stressed.fund = FundCover(
        code: code, sharePercent: payers?.fundSharePercent ?? 0, bufferDays: fund.bufferDays)
    }
    stressed.interestDue = loan.position.interestDue
    stressed.interestRunning = loan.position.interestRunning
    stressed.grounds = loan.grounds
    stressed.isNonAccrual = loan.position.isNonAccrual
    stressed.addInterest(of: loan, on: bank.day)
    return stressed
  }
}

extension StressLoan {
  /// The interest that accrues in the next twelve months, and what of it the next reset moves.
  ///
  /// Rounds: of a period that goes on after them its days' share, half up.
  fileprivate mutating func addInterest(of loan: MonthEndLoan, on day: Day) {
    isFloating = loan.isFloating
    rate = loan.claim.contract.rates.rate(on: day)
    bounds = loan.claim.terms.rateBounds
    let end = (day.month + 12).lastDay + 1
    // One that each publication moves has no day of its own.
    let reset = RatePath.nextReset(loan.claim.terms, after: day) ?? day + 1
    for installment in loan.claim.upcoming where installment.from < end {
      var interest = installment.interest - installment.subsidised
      var subsidy = installment.subsidised
      if installment.from <= day {
        let running = loan.claim.running
        interest = max(.zero, interest - running.borrower)
        subsidy = max(.zero, subsidy - (running.sum - running.borrower))
      }
      let from = max(installment.from, day + 1)
      if installment.dueOn > end {
        let (days, all) = (Int128(end - from), Int128(installment.dueOn - from))
        interest = interest.share(days, of: all)
        subsidy = subsidy.share(days, of: all)
      }
      yearInterest += interest
      yearSubsidy += subsidy
      guard loan.isFloating, installment.from >= reset else { continue }
      repricedInterest += interest
      repricedSubsidy += subsidy
    }
  }
}

extension Money {
  /// So many parts of all, half up.
  fileprivate func share(_ part: Int128, of all: Int128) -> Money {
    Money(
      minorUnits: Int64(Rounding.halfUp.divide(Int128(minorUnits) * part, by: max(1, all))))
  }
}
