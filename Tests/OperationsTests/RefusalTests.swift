import Banks
import Fixtures
import LoanProducts
import Operations
import Origination
import Postgres
import Quantities
import Repositories
import Scheduling
import Servicing
import Testing

/// Goal: whatever an operation refuses, it says so by its case and writes nothing.
///
/// Method: one call for each case; the books and facts are as before.
@Suite("what operations refuse")
struct RefusalTests {
  @Test("a bank, officer, branch, borrower or loan that nobody knows")
  func unknown() async throws {
    let village = try await Village.opened()
    var nowhere = village
    nowhere.bank = "nowhere"
    do {
      _ = try await nowhere.apply(.simple())
      Issue.record("applied at no bank")
    } catch OperationError.bankUnknown(let code, let known) {
      #expect(code == "nowhere")
      #expect(known.contains("wujiaqu"))
    }
    let stranger = Caller(login: "stranger")
    await #expect(throws: OperationError.officerUnknown("stranger", bank: "wujiaqu")) {
      try await village.apply(.simple(), by: stranger)
    }
    let other = Caller(login: "qionglai-officer")
    await #expect(throws: OperationError.officerUnknown("qionglai-officer", bank: "wujiaqu")) {
      try await village.apply(.simple(), by: other)
    }
    await #expect(
      throws: OperationError.branchUnknown("third", known: ["head", "first"])
    ) { try await village.apply(.simple().with { $0.branch = "third" }) }
    await #expect(throws: OperationError.borrowerUnknown("B61", bank: "wujiaqu")) {
      try await village.apply(.simple("B61"))
    }
    let loan = try await village.apply(.simple())
    await #expect(throws: OperationError.loanUnknown(loan, bank: "qionglai")) {
      try await village.neighbour.approve(loan)
    }
    await #expect(throws: OperationError.loanUnknown("x", bank: "wujiaqu")) {
      try await village.file("x")
    }
    await #expect(throws: OperationError.sponsorUnknown("nobody")) {
      _ = try await ReportRisk.run(
        RiskRequest(month: "2025-07", scope: .sponsor("nobody")), on: village.pool)
    }
    await village.close()
  }

  @Test("an idempotency key that is empty, or longer than 200 bytes")
  func keys() async throws {
    let village = try await Village.opened()
    await #expect(throws: OperationError.keyEmptyOrTooLong(length: 0, most: 200)) {
      try await village.apply(.simple(key: ""))
    }
    // 67 characters of three bytes each.
    let long = String(repeating: "键", count: 67)
    await #expect(throws: OperationError.keyEmptyOrTooLong(length: 201, most: 200)) {
      try await village.apply(.simple(key: long))
    }
    _ = try await village.apply(.simple(key: String(long.dropLast()) + "kk"))
    await village.close()
  }

  @Test("a step that is not the loan's next")
  func status() async throws {
    let village = try await Village.opened()
    let loan = try await village.apply(.simple(until: "2025-08-01"))
    func refused(_ found: LoanStatus, _ allowed: LoanStatus...) -> OperationError {
      .statusNotAllowed(loan: loan, found: found, allowed: allowed)
    }
    await #expect(throws: refused(.applied, .signed)) { try await village.disburse(loan) }
    await #expect(throws: refused(.applied, .active, .writtenOff)) {
      try await village.repay(loan, "1.00")
    }
    try await village.approve(loan)
    await #expect(throws: refused(.approved, .applied)) {
      _ = try await ApproveLoan.run(
        loan, key: "again", bank: village.bank, caller: Village.clara, on: village.pool)
    }
    try await village.disburse(loan)
    await #expect(throws: refused(.active, .signed)) {
      _ = try await DisburseLoan.run(
        DisbursementRequest(loanNumber: loan, on: nil, key: "again"), bank: village.bank,
        caller: Village.anna, on: village.pool)
    }
    try await village.work(on: "2025-08-01")
    try await village.repay(loan, "36093.00")
    await #expect(throws: refused(.settled, .active, .writtenOff)) {
      try await village.repay(loan, "1.00")
    }
    #expect(try await village.file(loan).facts.count == 5)
    try await Verification.expectNone(village)
    await village.close()
  }

  @Test("a day that the bank has not reached, or that lies before the loan")
  func days() async throws {
    let village = try await Village.opened()
    func future(_ day: Day) -> OperationError {
      .dayAfterBusinessDate(day, businessDate: "2025-07-01")
    }
    await #expect(throws: future("2025-07-02")) {
      try await village.apply(.simple(from: "2025-07-02", until: "2025-12-02"))
    }
    let loan = try await village.apply(.simple())
    try await village.approve(loan)
    await #expect(throws: future("2025-07-02")) {
      try await village.disburse(loan, on: "2025-07-02")
    }
    let allowed: ClosedRange<Day> = "2025-07-01"..."2025-07-31"
    await #expect(
      throws: OperationError.disbursedOutsideFirstPeriod("2025-06-30", allowed: allowed)
    ) { try await village.disburse(loan, on: "2025-06-30") }
    try await village.work(on: "2025-08-05")
    await #expect(
      throws: OperationError.disbursedOutsideFirstPeriod("2025-08-01", allowed: allowed)
    ) { try await village.disburse(loan, on: "2025-08-01") }
    try await village.disburse(loan, on: "2025-07-31")
    await #expect(
      throws: OperationError.dayAfterBusinessDate("2025-08-06", businessDate: "2025-08-05")
    ) { try await village.repay(loan, "1.00", on: "2025-08-06") }
    await #expect(
      throws: ServicingError.factBeforeStart(effectiveOn: "2025-07-30", startsOn: "2025-07-31")
    ) { try await village.repay(loan, "1.00", on: "2025-07-30") }
    #expect(try await village.file(loan).facts.count == 4)
    await #expect(
      throws: OperationError.businessDateGoesBack("2025-08-04", businessDate: "2025-08-05")
    ) { try await village.work(on: "2025-08-04") }
    try await village.work(on: "2025-08-05")
    try await Verification.expectNone(village)
    await village.close()
  }

  @Test(
    "an amount of nothing, below it, or beyond all measure",
    arguments: ["0.00", "-0.01", "10000000000000.01"] as [Money])
  func amounts(_ amount: Money) async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(.simple())
    await #expect(
      throws: OperationError.amountOutsideRange(amount, largest: "10000000000000.00")
    ) { try await village.repay(loan, amount) }
    await village.close()
  }

  @Test("a report of a month that a bank with loans has not run")
  func report() async throws {
    let village = try await Village.opened()
    _ = try await village.lend(.simple())
    try await village.work(on: "2025-07-31")
    await #expect(throws: OperationError.monthNotAccrued("2025-07", banks: ["wujiaqu"])) {
      _ = try await ReportRisk.run(
        RiskRequest(month: "2025-07", scope: .sponsor("")), on: village.pool)
    }
    await #expect(throws: OperationError.monthNotAccrued("2025-07", banks: ["wujiaqu"])) {
      _ = try await ReportRisk.run(
        RiskRequest(month: "2025-07", scope: .bank("wujiaqu")), on: village.pool)
    }
    try await village.accrue("2025-07")
    let report = try await ReportRisk.run(
      RiskRequest(month: "2025-07", scope: .sponsor("")), on: village.pool)
    #expect(report.banks.count > 20)
    await village.close()
  }

  @Test("a report over two currencies")
  func currencies() async throws {
    let village = try await Village.opened()
    try await village.asOwner("UPDATE banks SET currency = 'CZK' WHERE bank_id = 107")
    await #expect(throws: OperationError.currenciesDiffer(["CNY", "CZK"])) {
      _ = try await ReportRisk.run(
        RiskRequest(month: "2025-07", scope: .sponsor("")), on: village.pool)
    }
    await village.close()
  }

  @Test("what the rules of origination and of schedules refuse, with no number taken")
  func rules() async throws {
    let village = try await Village.opened()
    await #expect(throws: OriginationError.purposeMissing) {
      try await village.apply(.simple().with { $0.application.purpose = "" })
    }
    await #expect(throws: SchedulingError.settlementDayNotAllowed(29)) {
      try await village.apply(.simple().with { $0.application.repayment.settlementDay = 29 })
    }
    #expect(try await village.apply(.simple()).dropLast() == "10220250000001")
    await village.close()
  }

  @Test("a request whose text holds a NUL, without harm to the next")
  func nul() async throws {
    let village = try await Village.opened()
    await #expect(throws: (any Error).self) {
      try await village.apply(.simple().with { $0.application.purpose = "a\0b" })
    }
    _ = try await village.apply(.simple())
    await village.close()
  }

  @Test("each with a code that stays")
  func codes() {
    let codes: [(OperationError, String)] = [
      (.bankUnknown("x", known: []), "operation.bank_unknown"),
      (.sponsorUnknown("x"), "operation.sponsor_unknown"),
      (.officerUnknown("x", bank: "y"), "operation.officer_unknown"),
      (.roleMissing(officer: "x", needed: .cashier), "operation.role_missing"),
      (.keyEmptyOrTooLong(length: 0, most: 200), "operation.key_empty_or_too_long"),
      (.keyReserved(key: "accrue/1", prefix: "accrue/"), "operation.key_reserved"),
      (.keyUsedForAnotherRequest(key: "x", fact: 1), "operation.key_used_for_another_request"),
      (.branchUnknown("x", known: []), "operation.branch_unknown"),
      (.borrowerUnknown("x", bank: "y"), "operation.borrower_unknown"),
      (.loanUnknown("x", bank: "y"), "operation.loan_unknown"),
      (
        .statusNotAllowed(loan: "x", found: .settled, allowed: [.active]),
        "operation.status_not_allowed"
      ),
      (.sameOfficer(officer: "x", step: .applied), "operation.same_officer"),
      (
        .dayAfterBusinessDate("2025-07-02", businessDate: "2025-07-01"),
        "operation.day_after_business_date"
      ),
      (
        .disbursedOutsideFirstPeriod("2025-07-02", allowed: "2025-07-03"..."2025-07-04"),
        "operation.disbursed_outside_first_period"
      ),
      (.amountOutsideRange(.zero, largest: .largestAmount), "operation.amount_outside_range"),
      (
        .businessDateGoesBack("2025-07-01", businessDate: "2025-07-02"),
        "operation.business_date_goes_back"
      ),
      (.monthNotOver("2025-07", businessDate: "2025-07-30"), "operation.month_not_over"),
      (.monthBeforeLastRun("2025-07", last: "2025-08"), "operation.month_before_last_run"),
      (.monthNotAccrued("2025-07", banks: []), "operation.month_not_accrued"),
      (.monthClosed("2025-07", last: "2025-07"), "operation.month_closed"),
      (.monthNotClosed("2025-07", last: nil), "operation.month_not_closed"),
      (.checksFailed("2025-07", check: "1303"), "operation.checks_failed"),
      (.reasonMissing(length: 0, most: 500), "operation.reason_missing"),
      (.reopeningNotProposed("2025-07"), "operation.reopening_not_proposed"),
      (.currenciesDiffer([]), "operation.currencies_differ"),
    ]
    for (error, code) in codes { #expect(error.code == code) }
  }

  @Test("any change of a fact or a transfer, in the role the program works as")
  func rights() async throws {
    let village = try await Village.opened()
    _ = try await village.lend(.simple())
    let statements = [
      "UPDATE facts SET amount = 1", "DELETE FROM facts", "TRUNCATE facts CASCADE",
      "UPDATE transfers SET amount = 1", "DELETE FROM transfers", "TRUNCATE transfers",
      "UPDATE transfers_202507 SET amount = 1", "DELETE FROM transfers_202507",
      "DROP TABLE transfers_202507", "UPDATE loans SET principal = 1", "DELETE FROM loans",
      "UPDATE signed_schedules SET principal = '{}'", "DELETE FROM loan_states",
      "UPDATE positions SET principal = 0", "DELETE FROM positions",
      "UPDATE run_transfers SET amount = 1", "DELETE FROM run_transfers",
      "UPDATE bank_transfers SET amount = 1", "DELETE FROM bank_transfers",
      "UPDATE provision_policies SET doubtful_percent = 60", "DELETE FROM provision_policies",
      "UPDATE stress_shocks SET late_days = 1", "DELETE FROM stress_shocks",
      "UPDATE loss_shares SET share = 1", "DELETE FROM loss_shares",
      "UPDATE macro_scenarios SET weight = 1", "DELETE FROM macro_scenarios",
      "UPDATE small_enterprise_matrix SET loss_from = 1", "DELETE FROM small_enterprise_matrix",
      "UPDATE publication_arrivals SET fact_number = 1", "DELETE FROM publication_arrivals",
      "UPDATE month_closes SET version = 2", "DELETE FROM month_reopenings",
      "UPDATE accrual_runs SET interest = 0", "DELETE FROM accrual_runs",
      "UPDATE loan_products SET document = ''", "ALTER TABLE facts DISABLE TRIGGER ALL",
    ]
    for text in statements {
      do {
        try await village.pool.run { connection in try connection.script(text, name: text) }
        Issue.record("allowed: \(text)")
      } catch let error as PostgresError {
        #expect(error.kind == .permissionDenied, "\(text): \(error)")
      }
    }
    await village.close()
  }
}
