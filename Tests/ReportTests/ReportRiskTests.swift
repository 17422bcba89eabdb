import Banks
import CommandLine
import Interchange
import JSONSchema
import Logging
import Operations
import Postgres
import Quantities
import Reporting
import Risk
import TestDatabase
import Testing

/// Goal: a report counts the last positions of exactly the banks asked for, or is refused.
///
/// Method: `Book`'s loans as rows of a real database, beside rows that must not be counted: an
/// older version, another month, a bank without a sponsor and in another currency.
@Suite("a risk report from a database")
struct ReportRiskTests {
  /// Runs `body` on a database with the book.
  private func onBook<R>(
    _ extra: String = "", _ body: (ConnectionPool) async throws -> R
  ) async throws -> R {
    let pool = ConnectionPool(
      ConnectionInfo(try await TestDatabase.fresh()), size: 1,
      logger: Logger(label: "report-tests"))
    let rows = Self.book + extra
    try await pool.run { connection in try connection.script(rows, name: "book") }
    do {
      let result = try await body(pool)
      await pool.close()
      return result
    } catch {
      await pool.close()
      throw error
    }
  }

  @Test("of a bank has the figures of its last positions")
  func bank() async throws {
    try await onBook { pool in
      let found = try await Book.report(.bank("alpha"), on: pool)
      #expect(found.report.figures() == Book.ofAlpha.report.figures())
      #expect(found.versions == [1: 2])
      #expect(found.title.english == "Alpha Bank" && found.scope == .bank("alpha"))
      // Added up by hand in `Book`.
      let figures = found.report.figures()
      #expect(figures.outstanding.principal == 700_000 && figures.borrowers == 2)
      #expect(figures.atRisk.map(\.principal) == [600_000, 400_000, 400_000, 400_000, 0])
      #expect(figures.requiredProvision == 111_000)
    }
  }

  @Test("of a part has that part's loans, tells what it is of, and nothing of what is held")
  func part() async throws {
    try await onBook { pool in
      var request = RiskRequest(month: Book.month, scope: .sponsor("mother"))
      request.part = try PortfolioPart("line=microcredit,sex=female")
      let found = try await ReportRisk.run(request, on: pool)
      // Alpha's loans 1 and 2, beta's 2.
      let figures = found.report.figures()
      #expect(figures.outstanding.principal == 600_000 && figures.outstanding.loans == 3)
      #expect(figures.borrowers == 2 && figures.atRisk[0].principal == 500_000)
      let document = RiskDocument(found, .en).document
      let keys = document.sections.map(\.key)
      #expect(!keys.contains("limits") && keys.contains("roll_rates"))
      let provision = try #require(document.sections.first { $0.key == "provision" }).csv
      #expect(provision.contains("\nrequired,") && !provision.contains("\nheld,"))
      #expect(document.jsonText.contains("\"part\": \"line=microcredit,sex=female\""))
      let schema = JSONSchema([try JSONValue(reading: Array(RiskDocument.schema.utf8))])
      #expect(schema.problems(of: document.json, against: "risk.schema.json") == [])
      request.part = try PortfolioPart("line=education")
      let none = try await ReportRisk.run(request, on: pool)
      #expect(none.report.figures() == PortfolioFigures())
    }
  }

  @Test("of a sponsor is the sum of its banks, in every figure, named or not")
  func sponsor() async throws {
    try await onBook { pool in
      let alpha = try await Book.report(.bank("alpha"), on: pool)
      let beta = try await Book.report(.bank("beta"), on: pool)
      let sum = alpha.report.figures() + beta.report.figures()
      for code in ["mother", ""] {
        let both = try await Book.report(.sponsor(code), on: pool)
        #expect(both.report.figures() == sum)
        #expect(both.scope == .sponsor("mother") && both.banks.map(\.code) == ["alpha", "beta"])
        #expect(both.report.members(of: .whole).map(\.figures).reduce(PortfolioFigures(), +) == sum)
        #expect(
          both.report.members(of: .branch).map(\.figures.outstanding).reduce(Tally(), +)
            == sum.outstanding)
        #expect(
          both.report.members(of: .line).map(\.figures.outstanding).reduce(Tally(), +)
            == sum.outstanding)
      }
      #expect(sum.outstanding.principal == 1_800_000 && sum.borrowers == 4)
    }
  }

  @Test("of a bank in another currency is in that currency")
  func currency() async throws {
    try await onBook { pool in
      let gamma = try await Book.report(.bank("gamma"), on: pool)
      #expect(gamma.report.currency == Currency(code: "CZK", decimals: 2))
      #expect(gamma.report.figures().outstanding.principal == 50_000)
    }
  }

  @Test("is cut by village; villages of one name are another in another bank")
  func villages() async throws {
    try await onBook("UPDATE borrowers SET village = '东村' WHERE borrower_id = 11;") { pool in
      let both = try await Book.report(.sponsor("mother"), on: pool)
      let villages = both.report.members(of: .village)
      // Without a village: alpha's loan 3 and beta's loan 2.
      let found = villages.map {
        "\($0.key.bankID ?? 0) \($0.key.member) \($0.figures.outstanding.principal)"
      }
      #expect(found.sorted() == ["1  400000", "1 东村 300000", "2  300000", "2 东村 800000"])
      let document = RiskDocument(both, .en).document
      let rows = try #require(document.sections.first { $0.key == "by_village" }).csv
      #expect(rows.contains("\nalpha,东村,3000.00,2,1,") && rows.contains("\nbeta,,3000.00,1,1,"))
      let schema = JSONSchema([try JSONValue(reading: Array(RiskDocument.schema.utf8))])
      #expect(schema.problems(of: document.json, against: "risk.schema.json") == [])
      var request = RiskRequest(month: Book.month, scope: .bank("alpha"))
      request.part = try PortfolioPart("village=东村")
      let part = try await ReportRisk.run(request, on: pool)
      #expect(part.report.figures().outstanding == Tally(loans: 2, principal: 300_000))
    }
  }

  @Test("is refused for a month without positions, and names the banks that lack them")
  func notAccrued() async throws {
    try await onBook { pool in
      // February has positions of alpha only; gamma isn't the sponsor's.
      let february = Month(year: 2026, month: 2)
      let error = OperationError.monthNotAccrued(february, banks: ["beta"])
      #expect(error.code == "operation.month_not_accrued")
      await #expect(throws: error) {
        try await Book.report(.sponsor("mother"), month: february, on: pool)
      }
    }
  }

  @Test("has no losses to draw without a year of history")
  func lossesWithoutHistory() async throws {
    try await onBook { pool in
      let request = LossRequest(
        RiskRequest(month: Book.month, scope: .bank("alpha")), scenarios: 1_000, seed: 1, jobs: 1)
      let error = OperationError.historyTooShort(Book.month, needed: 12)
      #expect(error.code == "operation.history_too_short")
      await #expect(throws: error) { try await SimulateLosses.run(request, on: pool) }
    }
  }

  @Test("counts a bank without loans as nothing")
  func withoutLoans() async throws {
    let rows = """
      UPDATE bank_heads SET last_loan_id = 0 WHERE bank_id = 2;
      DELETE FROM positions WHERE bank_id = 2;
      DELETE FROM accrual_runs WHERE bank_id = 2;
      """
    try await onBook(rows) { pool in
      let found = try await Book.report(.sponsor(""), on: pool)
      #expect(found.report.figures() == Book.ofAlpha.report.figures())
      #expect(found.versions == [1: 2])
    }
  }

  @Test("is refused for banks in different currencies, and for names that nobody bears")
  func refused() async throws {
    try await onBook("UPDATE banks SET sponsor_id = 1 WHERE bank_id = 3;") { pool in
      let differ = OperationError.currenciesDiffer(["CNY", "CZK"])
      #expect(differ.code == "operation.currencies_differ")
      await #expect(throws: differ) {
        try await Book.report(.sponsor(""), on: pool)
      }
      let bank = OperationError.bankUnknown("delta", known: ["alpha", "beta", "gamma"])
      #expect(bank.code == "operation.bank_unknown")
      await #expect(throws: bank) {
        try await Book.report(.bank("delta"), on: pool)
      }
      let sponsor = OperationError.sponsorUnknown("father")
      #expect(sponsor.code == "operation.sponsor_unknown")
      await #expect(throws: sponsor) {
        try await Book.report(.sponsor("father"), on: pool)
      }
    }
  }

  /// Positions without the loans and facts behind them: only reports read here.
  private static let book = """
    SET session_replication_role = replica;
    INSERT INTO sponsors VALUES (1, 'mother', '母银行', 'Mother Bank', 'test');
    INSERT INTO banks VALUES
      (1, 'alpha', '101', '甲银行', 'Alpha Bank', '', 'CNY', 2, 1, '{}', 'test', ''),
      (2, 'beta', '102', '乙银行', 'Beta Bank', '', 'CNY', 2, 1, '{}', 'test', ''),
      (3, 'gamma', '103', '丙银行', 'Gamma Bank', '', 'CZK', 2, NULL, '{}', 'test', '');
    INSERT INTO bank_heads (bank_id, business_date, last_loan_id)
      VALUES (1, '2026-04-01', 3), (2, '2026-04-01', 2), (3, '2026-04-01', 1);
    INSERT INTO branches VALUES
      (1, 1, 'head', '甲营业部', 'Alpha head', '', 'test'),
      (1, 2, 'north', '甲北支行', 'Alpha north', '', 'test'),
      (2, 1, 'head', '乙营业部', 'Beta head', '', 'test'),
      (3, 1, 'head', '丙营业部', 'Gamma head', '', 'test');
    INSERT INTO officers VALUES
      (1, 1, 1, 'zhang', '张', 'zhang', '{account-officer}', 'test'),
      (2, 1, 1, 'li', '李', 'li', '{account-officer}', 'test'),
      (3, 1, 1, 'wang', '王', 'wang', '{account-officer}', 'test');
    INSERT INTO borrowers (bank_id, borrower_id, reference, kind, name, identity_scheme,
      identity_number, sex, division_code) VALUES
      (1, 11, 'H11', 'household', '甲', 'other', '11', 'female', '659004'),
      (1, 12, 'E12', 'enterprise', '乙', 'other', '12', NULL, '659004'),
      (2, 11, 'H11', 'household', '丙', 'other', '11', 'male', '510183'),
      (2, 21, 'H21', 'household', '丁', 'other', '21', 'female', '510183'),
      (3, 1, 'P1', 'person', '戊', 'other', '1', 'male', '659004');
    INSERT INTO loans (bank_id, loan_id, loan_number, branch_id, officer_id, borrower_id, line,
      purpose, category, is_restructured, granted, principal, agreed_on, starts_on, matures_on,
      method, interest_every_months, principal_every_months, plan_due_on, plan_principal,
      month_weights, interest_basis, rounding, rate_e12, penalty_percent)
    SELECT bank, loan, lpad((bank * 1000 + loan)::text, 15, '0'), branch, 1, borrower, line,
      'apple', 'any', false, 1000000, 1000000, '2025-08-15', '2025-08-15', '2027-08-15',
      'at-maturity', 1, 1, '{}', '{}', '{}', 'annual/360', 'half-up', 45000000000, 50
    FROM (VALUES (1, 1, 1, 11, 'microcredit'), (1, 2, 1, 11, 'microcredit'),
      (1, 3, 2, 12, 'industry'), (2, 1, 1, 11, 'tourism'), (2, 2, 1, 21, 'microcredit'),
      (3, 1, 1, 1, 'other')) AS book (bank, loan, branch, borrower, line);
    INSERT INTO loan_states (bank_id, loan_id, loan_number, branch_id, officer_id, borrower_id,
      line, status, is_restructured, starts_on, matures_on, principal, outstanding,
      oldest_unpaid_due_on, last_fact_number)
    SELECT bank_id, loan_id, loan_number, branch_id, officer_id, borrower_id, line, 'active', false,
      starts_on, matures_on, principal, principal, '2199-12-31', 1
    FROM loans;
    INSERT INTO facts (bank_id, fact_number, loan_id, kind, effective_on, booked_on, recorded_at,
      officer_id, login, idempotency_key, request)
    SELECT bank_id, -loan_id, loan_id, 'disbursed', starts_on, starts_on, now(), 1, 'zhang',
      'disburse-' || loan_id, ''
    FROM loans;
    INSERT INTO accrual_runs VALUES
      (1, 1, 1, '2026-02-01', 1, 1, 0, 0, 0), (1, 2, 2, '2026-03-01', 1, 1, 0, 0, 0),
      (1, 3, 3, '2026-03-01', 2, 3, 0, 0, 0), (2, 1, 1, '2026-03-01', 1, 2, 0, 0, 0),
      (3, 1, 1, '2026-03-01', 1, 1, 0, 0, 0);
    CREATE TABLE positions_2026 PARTITION OF positions
      FOR VALUES FROM ('2026-01-01', 1, 0, 0) TO ('2027-01-01', 1, 0, 0);
    INSERT INTO positions (bank_id, month, version, loan_id, branch_id, borrower_id, line,
      principal, principal_due, interest_due, interest_running, penalty_due, credit,
      principal_overdue_days, interest_overdue_days, is_restructured, risk_class,
      general_provision, special_provision,
      posted_borrower, posted_finance, posted_programme, posted_penalty)
    SELECT bank, month::date, version, loan, branch, borrower, line, principal * 100, due * 100,
      interest * 100, 0, penalty * 100, 0, days, 0, restructured, class, principal, special * 100,
      0, 0, 0, 0
    FROM (VALUES
      (1, '2026-02-01', 1, 1, 1, 11, 'microcredit', 9000, 0, 0, 0, 0, false, 'normal', 0),
      (1, '2026-03-01', 1, 1, 1, 11, 'microcredit', 9000, 0, 0, 0, 0, false, 'normal', 0),
      (1, '2026-03-01', 2, 1, 1, 11, 'microcredit', 1000, 0, 0, 0, 0, false, 'normal', 0),
      (1, '2026-03-01', 2, 2, 1, 11, 'microcredit', 2000, 100, 5, 1, 20, false,
        'special-mention', 40),
      (1, '2026-03-01', 2, 3, 2, 12, 'industry', 4000, 500, 50, 10, 100, false,
        'substandard', 1000),
      (2, '2026-03-01', 1, 1, 1, 11, 'tourism', 8000, 8000, 300, 90, 400, false, 'loss', 8000),
      (2, '2026-03-01', 1, 2, 1, 21, 'microcredit', 3000, 0, 0, 0, 0, true,
        'special-mention', 60),
      (3, '2026-03-01', 1, 1, 1, 1, 'other', 500, 0, 0, 0, 0, false, 'normal', 0)
    ) AS book (bank, month, version, loan, branch, borrower, line, principal, due, interest,
      penalty, days, restructured, class, special);
    SET session_replication_role = DEFAULT;

    """
}
