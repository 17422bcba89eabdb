import Banks
import Generator
import LoanProducts
import Logging
import Operations
import Postgres
import Quantities
import Repositories
import SQLScripts
import Scheduling
import Servicing
import Testing

@Suite("A generated book")
struct GenerateBookTests {
  @Test("one seed writes the same rows with one task and with three; another seed writes others")
  func sameSeed() async throws {
    let plan = GeneratedBooks.plan()
    let one = try await GeneratedBooks.made(plan, jobs: 1)
    let many = try await GeneratedBooks.made(plan, jobs: 3)
    let other = try await GeneratedBooks.made(GeneratedBooks.plan(seed: 8), jobs: 2)
    let digests = try await GeneratedBooks.digests(one)
    #expect(try await GeneratedBooks.digests(many) == digests)
    let others = try await GeneratedBooks.digests(other)
    for table in [
      "borrowers", "loans", "facts", "transfers", "run_transfers", "bank_transfers", "positions",
    ] {
      #expect(digests[table] != "none")
      #expect(digests[table] != others[table])
    }
    for pool in [one, many, other] { await pool.close() }
  }

  @Test("every check holds, its loans replay to their states, and another run posts nothing")
  func books() async throws {
    let pool = try await GeneratedBooks.made(GeneratedBooks.plan(loans: 900), jobs: 2)
    let broken = try await pool.run { connection in
      try SQLScripts.files(in: "checks").filter { path in
        try !connection.query(Statement(name: path, text: SQLScripts.text(path))).isEmpty
      }
    }
    #expect(broken == [])
    #expect(try await differences(pool) == [])
    let banks = try await pool.run { try BankRepository($0).listBanks().prefix(2).map(\.code) }
    for bank in banks {
      let run = try await AccrueInterest.run(
        month: Month(year: 2026, month: 3), bank: bank,
        caller: Caller(login: "\(bank)-officer"), on: pool)
      #expect(run == nil)
    }
    await pool.close()
  }

  @Test("a month left open and run gives the rows of one that was generated closed")
  func openMonth() async throws {
    var plan = GeneratedBooks.plan(seed: 11, loans: 400)
    let closed = try await GeneratedBooks.made(plan, jobs: 2)
    plan.isLastMonthOpen = true
    let open = try await GeneratedBooks.made(plan, jobs: 2)
    let banks = try await open.run { try BankRepository($0).listBanks().prefix(2).map(\.code) }
    for bank in banks {
      let run = try await AccrueInterest.run(
        month: Month(year: 2026, month: 3), bank: bank,
        caller: Caller(login: "\(bank)-officer"), on: open)
      #expect(run?.version == 1)
    }
    let expected = try await GeneratedBooks.digests(closed)
    let found = try await GeneratedBooks.digests(open)
    for table in [
      "run_transfers", "bank_transfers", "positions", "loan_states", "accrual_runs", "transfers",
    ] {
      #expect(found[table] == expected[table], "\(table)")
    }
    for pool in [closed, open] { await pool.close() }
  }

  /// Loans whose state is not the claim of their facts.
  private func differences(_ pool: ConnectionPool) async throws -> [String] {
    try await pool.run { connection in
      let market = try ProductRepository(connection).market()
      let end = Month(year: 2026, month: 3).lastDay
      var problems: [String] = []
      for bank in try BankRepository(connection).listBanks().prefix(2) {
        for id in stride(from: Int64(1), through: 350, by: 1) {
          guard let loan = try LoanRepository(connection).load(bankID: bank.id, loanID: id),
            let state = try StateRepository(connection).load(bankID: bank.id, loanID: id)
          else { continue }
          let facts = try FactRepository(connection).list(bankID: bank.id, loanID: id)
          let contract = try LoanContract(loan.terms, market: market, facts: facts.loanFacts)
          guard let claim = try contract.claim(of: facts.loanFacts, through: end) else {
            if ![.applied, .approved, .signed, .refused, .withdrawn].contains(state.status) {
              problems.append("\(loan.number) is \(state.status)")
            }
            continue
          }
          var expected = state
          expected.follow(claim, on: end, of: loan)
          if expected != state { problems.append("\(loan.number): \(state), not \(expected)") }
        }
      }
      return problems
    }
  }

  @Test("the keys of the tables are those of before, and a loan that is there refuses another book")
  func keys() async throws {
    let pool = try await GeneratedBooks.empty()
    let keys = """
      SELECT md5(string_agg(definition, E'\\n' ORDER BY definition))::text AS digest FROM (
        SELECT conrelid::regclass || conname || pg_get_constraintdef(oid) AS definition
        FROM pg_constraint
        WHERE conrelid IN (SELECT oid FROM pg_class WHERE NOT relispartition)
        UNION ALL
        SELECT pg_get_indexdef(indexrelid) FROM pg_index
        WHERE indrelid IN (SELECT oid FROM pg_class WHERE NOT relispartition
          AND relnamespace = 'public'::regnamespace)) all_keys
      """
    let statement = Statement(name: "keys", text: keys)
    let before: String = try await pool.run { try $0.query(statement)[0].get(0) }
    _ = try await GenerateBook.run(GeneratedBooks.plan(loans: 30), jobs: 2, on: pool)
    let after: String = try await pool.run { try $0.query(statement)[0].get(0) }
    #expect(before == after)
    await #expect(throws: GenerateError.notEmpty) {
      try await GenerateBook.run(GeneratedBooks.plan(loans: 30), jobs: 2, on: pool)
    }
    await pool.close()
  }

  @Test("it looks like a book: lines, seasons, arrears, changes, banks beyond the catalog's")
  func shape() async throws {
    let plan = GeneratedBooks.plan(seed: 3, loans: 2_600, banks: 26)
    let pool = try await GeneratedBooks.made(plan, jobs: 2)
    let shares: [(ProductLine, ClosedRange<Int>)] = [
      (.microcredit, 42...62), (.studentAid, 15...28), (.education, 6...20), (.tourism, 4...13),
      (.industry, 4...11),
    ]
    for (line, allowed) in shares {
      let share = try await GeneratedBooks.number(
        """
        SELECT 100 * count(*) FILTER (WHERE line = '\(line.rawValue)') / count(*) FROM loans
        """, pool)
      #expect(allowed.contains(share), "\(line): \(share) %")
    }
    let late = try await GeneratedBooks.number(
      """
      SELECT 1000 * count(*) FILTER (WHERE principal_overdue_days > 0 OR interest_overdue_days > 0)
        / count(*) FROM positions WHERE month = '2026-03-01'
      """, pool)
    #expect((30...100).contains(late), "\(late) ‰ of the loans are late")
    let sowing = try await GeneratedBooks.number(
      """
      SELECT 100 * count(*) FILTER (WHERE extract(month FROM agreed_on) IN (2, 3, 4)) / count(*)
      FROM loans WHERE line = 'microcredit' AND agreed_on >= '2024-10-01'
        AND agreed_on < '2025-10-01'
      """, pool)
    #expect((38...62).contains(sowing), "\(sowing) % of a year's farm loans are of spring")
    for kind in ["extended", "written-off", "graduated", "repaid", "refused", "day-closed"] {
      let count = try await GeneratedBooks.number(
        "SELECT count(*) FROM facts WHERE kind = '\(kind)'", pool)
      #expect(count > 0, "no fact \(kind)")
    }
    let banks = try await GeneratedBooks.number(
      "SELECT count(DISTINCT bank_id) FROM loans", pool)
    #expect(banks == 26)
    await pool.close()
  }

  @Test("what can't be a book is refused with its code")
  func refusals() async throws {
    let pool = try await GeneratedBooks.empty()
    let march = Month(year: 2026, month: 3)
    let plans: [(BookPlan, String)] = [
      (
        BookPlan(seed: 1, loanCount: 0, bankCount: 1, monthCount: 3, through: march),
        "generate.count_outside_range"
      ),
      (
        BookPlan(
          seed: 1, loanCount: 1, bankCount: 1, monthCount: 3, through: Month(year: 2020, month: 2)),
        "generate.month_too_early"
      ),
      (
        BookPlan(seed: 1, loanCount: 1, bankCount: 1, monthCount: 3, through: march + 24),
        "generate.month_without_rates"
      ),
    ]
    for (plan, code) in plans {
      let error = await #expect(throws: GenerateError.self) {
        try await GenerateBook.run(plan, jobs: 1, on: pool)
      }
      #expect(error?.code == code)
    }
    let role = Statement(name: "set_role", text: "SET ROLE shanhai_app")
    let clerk = ConnectionPool(
      ConnectionInfo(pool.info.conninfo, sessionSetup: [role]), size: 1,
      logger: .init(label: "clerk"))
    await #expect(throws: GenerateError.notOwner) {
      try await GenerateBook.run(GeneratedBooks.plan(), jobs: 1, on: clerk)
    }
    #expect(GenerateError.notOwner.code == "generate.not_owner")
    #expect(GenerateError.notEmpty.code == "generate.not_empty")
    #expect(GenerateError.catalogMissing("lpr.csv").code == "generate.catalog_missing")
    let missing = GenerateError.officerMissing(role: "cashier", bank: "a")
    #expect(missing.code == "generate.officer_missing")
    await clerk.close()
    await pool.close()
  }
}
