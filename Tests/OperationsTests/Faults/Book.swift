import Fixtures
import Foundation
import LoanProducts
import Operations
import Origination
import Postgres
import PrivateDatabase
import Quantities
import Repositories
import TestDatabase

/// A book of many loans on a database of its own.
struct Book {
  let name: String
  let cluster: PrivateCluster

  /// A book of 600 loans that all tests copy, and none writes to.
  static func shared() async throws -> Book { try await BookTemplate.shared.book() }

  static func made(loans count: Int) async throws -> Book {
    let village = try await Village.opened()
    try await fill(village, loans: count)
    await village.close()
    return Book(
      name: TestDatabase.name(in: village.connectionInfo), cluster: try await TestDatabase.cluster()
    )
  }

  static func fill(_ connectionInfo: String, loans count: Int) async throws {
    try await Village.found(in: connectionInfo)
    let village = Village.on(connectionInfo)
    try await fill(village, loans: count)
    await village.close()
  }

  /// Six loans that live differently, and copies of them.
  private static func fill(_ village: Village, loans count: Int) async throws {
    let punctual = try await village.lend(.simple("B1"))
    let late = try await village.lend(.simple("B2", until: "2025-09-01").atMaturity)
    let subsidised = try await village.lend(
      .simple("B3").with { $0.application.isSubsidised = true })
    let inAdvance = try await village.lend(
      .simple("B4").with {
        $0.application.repayment = RepaymentTerms(
          method: .equalInstallments, interestEveryMonths: 1)
      })
    let ahead = try await village.lend(.simple("B5"))
    _ = try await village.lend(.simple("B6", until: "2025-12-15"))
    try await village.work(on: "2025-08-01")
    try await village.repay(punctual, "93.00")
    try await village.repay(subsidised, "20.00")
    try await village.repay(inAdvance, "12000.00", inAdvance: true)
    try await village.repay(ahead, "900.00")
    try await village.work(on: "2026-06-30")
    try await village.repay(late, "100.00", on: "2025-09-10")
    try await village.repay(ahead, "36000.00", on: "2026-02-10", inAdvance: true)
    try await village.asOwner(copies(count / 6))
  }

  /// Copies of all loans with their states, facts and books, under numbers of their own.
  private static func copies(_ count: Int) -> String {
    """
    CREATE TEMP TABLE copy AS
      SELECT number, number * last_loan_id AS loans, number * last_fact_number AS facts
      FROM bank_heads, generate_series(1, \(count - 1)) AS number WHERE bank_id = 102;
    CREATE FUNCTION pg_temp.loan(number bigint) RETURNS jsonb LANGUAGE sql AS $$
      SELECT jsonb_build_object('loan_id', number,
        'loan_number', '102' || lpad(number::text, 12, '0'))
    $$;
    INSERT INTO loans SELECT c.* FROM loans l, copy,
      LATERAL jsonb_populate_record(l, pg_temp.loan(l.loan_id + loans)) c WHERE l.bank_id = 102;
    INSERT INTO signed_schedules SELECT c.* FROM signed_schedules s, copy,
      LATERAL jsonb_populate_record(s, pg_temp.loan(s.loan_id + loans)) c WHERE s.bank_id = 102;
    INSERT INTO facts SELECT c.* FROM facts f, copy,
      LATERAL jsonb_populate_record(f, jsonb_build_object('loan_id', f.loan_id + loans,
        'fact_number', f.fact_number + facts, 'idempotency_key',
        f.fact_number || '/' || number)) c
      WHERE f.bank_id = 102 AND f.loan_id IS NOT NULL;
    INSERT INTO loan_states SELECT c.* FROM loan_states s, copy,
      LATERAL jsonb_populate_record(s, pg_temp.loan(s.loan_id + loans) || jsonb_build_object(
        'last_fact_number', s.last_fact_number + facts)) c WHERE s.bank_id = 102;
    INSERT INTO outlooks SELECT c.* FROM outlooks o, copy,
      LATERAL jsonb_populate_record(o, jsonb_build_object('loan_id', o.loan_id + loans,
        'fact_number', o.fact_number + facts)) c WHERE o.bank_id = 102;
    INSERT INTO transfers SELECT c.* FROM transfers t, copy,
      LATERAL jsonb_populate_record(t, jsonb_build_object('loan_id', t.loan_id + loans,
        'fact_number', t.fact_number + facts)) c WHERE t.bank_id = 102;
    UPDATE bank_heads SET last_fact_number = last_fact_number * \(count),
      last_loan_id = last_loan_id * \(count) WHERE bank_id = 102;
    ANALYZE;
    """
  }

  /// The books by table, without instants and by natural keys: what two lives must agree in.
  ///
  /// - Parameter connectionInfo: of the database.
  /// - Returns: a sum for each table; `run_leaves` and `outlooks` are no books, but what runs leave
  ///   behind for others.
  /// - Throws: `PostgresError`.
  static func fingerprint(_ connectionInfo: String) async throws -> [String: String] {
    let village = Village.on(connectionInfo, connections: 1)
    let found = try await village.pool.run { connection in
      var found: [String: String] = [:]
      for (table, text) in contents {
        let sum = Statement(
          name: table,
          text: """
            SELECT count(*) || ' ' || coalesce(sum(hashtextextended(c::text, 0)), 0)
            FROM (\(text)) c
            """)
        found[table] = try connection.query(sum)[0].get(0)
      }
      return found
    }
    await village.close()
    return found
  }

  private static let contents = [
    "facts": """
    SELECT bank_id, idempotency_key, loan_id, kind, effective_on, booked_on, officer_id, request,
      amount, detail FROM facts
    """,
    "transfers": """
    SELECT t.bank_id, f.idempotency_key, t.run_number, t.loan_id, t.kind, t.payer, t.booked_on,
      t.value_on, debit_account, credit_account, t.amount
    FROM postings t JOIN facts f USING (bank_id, fact_number)
    """,
    "positions": "TABLE positions",
    "accrual_runs": """
    SELECT r.bank_id, r.run_number, f.idempotency_key, month, version, loan_count, transfer_count,
      interest, penalty FROM accrual_runs r JOIN facts f USING (bank_id, fact_number)
    """,
    "loan_states": "TABLE loan_states",
    "outlooks": "TABLE outlooks",
    "close_failures": "TABLE close_failures",
    "run_leaves": "SELECT bank_id, leaf, known FROM run_leaves",
    "loose_leaves": """
    SELECT relname FROM pg_class
    WHERE relkind = 'r' AND NOT relispartition
      AND relname ~ '^(run_transfers|positions)_[0-9]{6}_'
    """,
    "bank_heads": """
    SELECT bank_id, business_date, last_fact_number, last_loan_id, last_run_number FROM bank_heads
    """,
  ]
}

extension [String: String] {
  /// The books alone, without what a run that stopped leaves for the next.
  var booksAlone: [String: String] {
    filter { !["run_leaves", "loose_leaves", "outlooks"].contains($0.key) }
  }

  /// All but what the next run reads instead of a loan's history.
  var butForOutlooks: [String: String] { filter { $0.key != "outlooks" } }

  /// The tables in which two books differ.
  func differing(from other: [String: String]) -> [String] {
    keys.filter { self[$0] != other[$0] }.sorted()
  }
}

/// The book that others are copies of, made at the first need.
private actor BookTemplate {
  static let shared = BookTemplate()

  private var making: Task<Book, any Error>?

  func book() async throws -> Book {
    let making = making ?? Task { try await Book.made(loans: 600) }
    self.making = making
    return try await making.value
  }
}
