import Fixtures
import Operations
import Origination
import Quantities
import Repositories

/// Books small enough to add up by hand, and books that are large.
extension Village {
  /// Two loans of wujiaqu and one of qionglai, a run at the end of July, and a repayment.
  ///
  /// | day        | what             |                                                            |
  /// |------------|------------------|------------------------------------------------------------|
  /// | 2025-07-01 | disbursed        | 36,000.00 of microcredit, 18,000.00 of student aid         |
  /// | 2025-07-31 | run              | interest: 93.00 of the borrower, 43.40 of finance; 5.00 off|
  /// | 2025-08-10 | repaid           | 1,093.00: 93.00 interest, 1,000.00 held                    |
  ///
  /// The neighbour's loan is 36,000.00, and nothing else.
  static func withBooks() async throws -> (village: Village, loan: String, student: String) {
    let village = try await opened()
    let loan = try await village.lend(.simple())
    let student = try await village.lend(.student())
    _ = try await village.neighbour.lend(.simple())
    try await village.work(on: "2025-07-31")
    try await village.asOwner(run)
    try await village.work(on: "2025-08-10")
    try await village.repay(loan, "1093.00", on: "2025-08-01")
    return (village, loan, student)
  }

  /// What an accrual run writes, as far as the books show it.
  private static let run = """
    INSERT INTO facts (bank_id, fact_number, kind, effective_on, booked_on, recorded_at, officer_id,
      login, idempotency_key, request)
    SELECT 102, last_fact_number + 1, 'accrued', '2025-07-31', '2025-07-31', now(), 101, 'test',
      'a run', '' FROM bank_heads WHERE bank_id = 102;
    INSERT INTO accrual_runs (bank_id, run_number, fact_number, month, version, loan_count,
      transfer_count, interest, penalty)
    SELECT 102, 1, last_fact_number + 1, '2025-07-01', NULL, 2, 3, 13640, 0
    FROM bank_heads WHERE bank_id = 102;
    CREATE TABLE run_transfers_test PARTITION OF run_transfers
      FOR VALUES FROM ('2025-07-01', MINVALUE, MINVALUE) TO ('2025-08-01', MINVALUE, MINVALUE);
    GRANT SELECT ON run_transfers_test TO shanhai_app;
    INSERT INTO run_transfers (bank_id, booked_on, run_number, loan_id, kind, payer, debit_account,
      credit_account, amount) VALUES
      (102, '2025-07-31', 1, 1, 'interest', 'borrower', '113201', '601101', 9300),
      (102, '2025-07-31', 1, 1, 'suspended', 'borrower', '990201', '990901', 500),
      (102, '2025-07-31', 1, 2, 'interest', 'finance', '113202', '601101', 4340);
    UPDATE bank_heads SET last_fact_number = last_fact_number + 1, last_run_number = 1,
      last_recorded_at = now()
    WHERE bank_id = 102;
    """

  /// Those books with so many facts of the second half of 2026 more, which move money to and fro.
  static func withManyPostings(_ count: Int) async throws -> Village {
    let village = try await withBooks().village
    try await village.asOwner(
      """
      SELECT make_month(month::date)
      FROM generate_series('2026-01-01', '2026-12-01', interval '1 month') AS month;
      CREATE TEMP TABLE many AS
      SELECT last_fact_number + n AS fact_number, n,
        '2026-01-01'::date + (n::bigint * 364 / \(count))::integer AS day,
        (1 + n * 7919 % 1000003)::bigint AS amount
      FROM bank_heads, generate_series(1, \(count)) AS n WHERE bank_id = 102;
      INSERT INTO facts (bank_id, fact_number, loan_id, kind, effective_on, booked_on, recorded_at,
        officer_id, login, idempotency_key, request)
      SELECT 102, fact_number, 1, 'repaid', day, day, now(), 101, 'test', 'many/' || n, ''
      FROM many;
      INSERT INTO transfers (bank_id, booked_on, fact_number, loan_id, kind, payer, value_on,
        debit_account, credit_account, amount)
      SELECT 102, day, fact_number, 1, pair.kind, 'borrower', day, debit, credit, amount
      FROM many, (VALUES (0, 'disbursement', '130302', '2011'),
        (1, 'principal-repaid', '2011', '130302'), (2, 'interest-repaid', '2011', '113201'),
        (3, 'penalty', '113204', '601102'), (4, 'written-off-claim', '990301', '990901'),
        (5, 'credit', '2011', '224101'), (6, 'compensation-claimed', '122102', '224103'))
        AS pair (number, kind, debit, credit)
      WHERE pair.number = n % 7;
      INSERT INTO transfers (bank_id, booked_on, fact_number, loan_id, kind, payer, value_on,
        debit_account, credit_account, amount)
      SELECT 102, day, fact_number, 1, 'costs', 'borrower', day, '122101', '1003', n
      FROM many WHERE n % 3 = 0;
      UPDATE bank_heads SET last_fact_number = last_fact_number + \(count),
        last_recorded_at = now() WHERE bank_id = 102;
      ANALYZE;
      """)
    return village
  }

  /// The trial balance of the village's bank.
  func trialBalance(_ request: BooksRequest = BooksRequest()) async throws -> TrialBalance {
    try await ReportTrialBalance.run(request, scope: .bank(bank), on: pool).balance
  }

  /// What its accounts hold: code to minor units, debits up; without those that hold nothing.
  func balances(_ request: BooksRequest = BooksRequest()) async throws -> [String: Int128] {
    let balance = try await trialBalance(request)
    var balances: [String: Int128] = [:]
    for line in balance.lines(off: false) + balance.lines(off: true) where line.closing != 0 {
      balances[line.account.code] = line.closing
    }
    return balances
  }
}
