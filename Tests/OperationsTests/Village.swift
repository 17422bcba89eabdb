import CatalogFiles
import Contracts
import Fixtures
import Foundation
import LoanProducts
import Logging
import Migration
import Operations
import Origination
import Postgres
import Quantities
import Repositories
import Servicing
import TestDatabase

/// A village bank of the seeds on a database of its own, and what its officers do in short words.
///
/// It works as the program does: in the role that can't change facts and transfers. Its business
/// date begins at 2025-07-01; the LPR is 3.00 % and 3.50 % all the time.
struct Village: Sendable {
  /// How libpq reaches the database as the owner of everything.
  let connectionInfo: String
  let pool: ConnectionPool
  var bank = "wujiaqu"
  var bankID: Int64 { bank == "wujiaqu" ? 102 : 107 }

  static let officer = Caller(login: "test", actingAs: "officer")
  static let approver = Caller(login: "test", actingAs: "approver")
  static let cashier = Caller(login: "test", actingAs: "cashier")
  /// Officers of each bank with every role.
  static let anna = Caller(login: "test", actingAs: "anna")
  static let boris = Caller(login: "test", actingAs: "boris")
  static let clara = Caller(login: "test", actingAs: "clara")

  static func opened(connections: Int = 2) async throws -> Village {
    try await founded(in: TestDatabase.copy(of: VillageTemplate.shared.name()), connections)
  }

  /// The same village on a copy of the database, to which no connection may be open.
  static func on(_ connectionInfo: String, connections: Int = 2) -> Village {
    founded(in: connectionInfo, connections)
  }

  private static func founded(in connectionInfo: String, _ connections: Int) -> Village {
    Village(connectionInfo: connectionInfo, pool: newPool(connectionInfo, connections))
  }

  /// Another pool on the same database.
  static func newPool(_ connectionInfo: String, _ connections: Int = 2) -> ConnectionPool {
    ConnectionPool(
      ConnectionInfo(connectionInfo, sessionSetup: [.file("session/set_role")]),
      size: connections, logger: Logger(label: "operations-tests"))
  }

  func close() async { await pool.close() }

  /// The other bank of the same database.
  var neighbour: Village {
    var other = self
    other.bank = "qionglai"
    return other
  }

  // MARK: What officers do

  func apply(
    _ request: ApplicationRequest, by caller: Caller = anna
  ) async throws -> String {
    try await ApplyForLoan.run(request, bank: bank, caller: caller, on: pool).loanNumber
  }

  @discardableResult
  func approve(_ loan: String, by caller: Caller = boris) async throws -> Bool {
    try await ApproveLoan.run(loan, key: "approve-\(loan)", bank: bank, caller: caller, on: pool)
  }

  @discardableResult
  func sign(_ loan: String, on day: Day? = nil, by caller: Caller = anna) async throws -> Bool {
    let request = SignatureRequest(loanNumber: loan, on: day, key: nil)
    return try await SignLoan.run(request, bank: bank, caller: caller, on: pool) {
      ContractText.text($0, in: .chinese)
    }.isNew
  }

  /// Pays out, after the signature on the day of the approval if that is still to come.
  @discardableResult
  func disburse(_ loan: String, on day: Day? = nil, by caller: Caller = clara) async throws -> Bool
  {
    let approved = try await file(loan)
    if approved.state.status == .approved {
      try await sign(loan, on: approved.facts.last { $0.kind == .approved }?.effectiveOn)
    }
    return try await DisburseLoan.run(
      DisbursementRequest(loanNumber: loan, on: day, key: "disburse-\(loan)"), bank: bank,
      caller: caller, on: pool)
  }

  /// Applied for, approved, signed and paid out.
  func lend(_ request: ApplicationRequest, on day: Day? = nil) async throws -> String {
    let loan = try await apply(request)
    try await approve(loan)
    try await disburse(loan, on: day)
    return loan
  }

  @discardableResult
  func repay(
    _ loan: String, _ amount: Money, on day: Day? = nil, inAdvance: Bool = false,
    key: String? = nil
  ) async throws -> RepaymentReceipt {
    var request = RepaymentRequest(
      loanNumber: loan, amount: amount, on: day,
      inAdvance: inAdvance ? .lowersInstallments : nil, key: key ?? UUID().uuidString)
    request.acceptsDuplicate = true
    return try await RecordRepayment.run(request, bank: bank, caller: Self.clara, on: pool)
  }

  @discardableResult
  func accrue(_ month: Month, on other: ConnectionPool? = nil) async throws -> AccrualRun? {
    try await AccrueInterest.run(
      month: month, bank: bank, caller: Self.anna, on: other ?? pool)
  }

  /// Closes days until the bank works on `day`.
  func work(on day: Day) async throws {
    _ = try await CloseDay.run(to: day, bank: bank, caller: Self.anna, on: pool)
  }

  func file(_ loan: String, asOf day: Day? = nil) async throws -> LoanFile {
    try await ShowLoan.run(loan, asOf: day, bank: bank, on: pool)
  }

  /// A statement as the owner of everything, for what no operation does.
  func asOwner(_ text: String) async throws {
    let owner = ConnectionPool(
      ConnectionInfo(connectionInfo), size: 1, logger: Logger(label: "operations-tests"))
    do {
      try await owner.run(deadline: .seconds(600)) { connection in
        try connection.script(text, name: "as owner")
      }
    } catch {
      await owner.close()
      throw error
    }
    await owner.close()
  }
}

extension ApplicationRequest {
  /// 36,000 yuan of microcredit at 3.00 %, by days of a year of 360: 3.00 yuan of interest a day.
  ///
  /// Interest falls due each month on the day of the disbursement, principal at maturity.
  static func simple(
    _ borrower: String = "B1", from day: Day = "2025-07-01", until maturity: Day = "2026-07-01",
    key: String? = nil
  ) -> ApplicationRequest {
    var application = LoanApplication(
      line: .microcredit, principal: "36000.00", agreedOn: day, maturesOn: maturity)
    application.repayment = RepaymentTerms(method: .interestThenPrincipal, interestEveryMonths: 1)
    application.basis = .days(.actual360)
    application.purpose = "养殖"
    return ApplicationRequest(
      branch: "first", borrower: borrower, application: application,
      key: key ?? UUID().uuidString)
  }

  /// 18,000 yuan of student aid at 2.80 %, by actual/360: 1.40 yuan of interest a day, finance's
  /// until 1 September 2026.
  static func student() -> ApplicationRequest {
    var application = LoanApplication(
      line: .studentAid, principal: "18000.00", agreedOn: "2025-07-01", maturesOn: "2041-09-20")
    application.repayment = RepaymentTerms(
      method: .equalPrincipal, interestEveryMonths: 12, settlementDay: 20)
    application.repayment.principalFrom = "2031-09-01"
    application.category = "undergraduate"
    application.purpose = "学费"
    application.isSubsidised = true
    application.subsidyUntil = "2026-09-01"
    return ApplicationRequest(
      branch: "first", borrower: "S1", application: application, key: "s")
  }

  func with(_ change: (inout ApplicationRequest) -> Void) -> ApplicationRequest {
    var request = self
    change(&request)
    return request
  }
}

extension Month: ExpressibleByStringLiteral {
  /// `"2025-07"`.
  package init(stringLiteral text: String) {
    guard let month = Month(text) else { preconditionFailure("no month: \(text)") }
    self = month
  }
}

/// The database that others are copies of: two banks with officers and borrowers.
private actor VillageTemplate {
  static let shared = VillageTemplate()

  private var making: Task<String, any Error>?

  func name() async throws -> String {
    let making = making ?? Task { try await Self.make() }
    self.making = making
    return try await making.value
  }

  private static func make() async throws -> String {
    let connectionInfo = try await TestDatabase.fresh()
    let pool = ConnectionPool(
      ConnectionInfo(connectionInfo), size: 1, logger: Logger(label: "operations-tests"))
    try await Village.fill(pool)
    await pool.close()
    return TestDatabase.name(in: connectionInfo)
  }
}

extension Village {
  /// Founds the village in an empty database.
  static func found(in connectionInfo: String) async throws {
    let pool = ConnectionPool(
      ConnectionInfo(connectionInfo), size: 1, logger: Logger(label: "operations-tests"))
    _ = try await pool.run { connection in try Migrator.ofProgram().migrate(connection) }
    try await fill(pool)
    await pool.close()
  }

  /// Loads who decides on which amount, and what must be there before.
  func holdToPolicy() async throws {
    var content = CatalogContent()
    content.tiers = try CatalogFolder(path: Self.seeds).content.tiers
    _ = try await LoadCatalog.run(content, on: pool)
  }

  private static let seeds = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "seeds").path

  fileprivate static func fill(_ pool: ConnectionPool) async throws {
    var content = try CatalogFolder(path: seeds).content
    content.divisions.rows = []
    content.calendar.rows = []
    // Nothing is asked for before an approval; `holdToPolicy` loads what the seeds lay down.
    content.tiers.rows = []
    _ = try await LoadCatalog.run(content, on: pool)
    try await pool.run { connection in
      try connection.script(borrowers, name: "borrowers")
    }
  }

  /// In each of two banks three officers with every role, households B1…B60, a student with a
  /// parent, and an enterprise.
  private static let borrowers = """
    INSERT INTO officers (bank_id, officer_id, branch_id, code, name, login, roles, source)
    SELECT bank_id, 100 + number, 1, code, code, code || bank_id,
      ARRAY['account-officer', 'approver', 'cashier'], 'test'
    FROM unnest(ARRAY[102, 107]) AS bank_id,
      unnest(ARRAY['anna', 'boris', 'clara']) WITH ORDINALITY AS officer (code, number);
    INSERT INTO borrowers (bank_id, borrower_id, reference, kind, name, identity_scheme,
      identity_number, born_on, division_code, household_reference)
    SELECT bank_id, number, 'B' || number, 'household', '示例', 'other', 'B' || number,
      '1980-01-01', CASE bank_id WHEN 102 THEN '659004' ELSE '510183' END, 'B' || number
    FROM unnest(ARRAY[102, 107]) AS bank_id, generate_series(1, 60) AS number;
    INSERT INTO borrowers (bank_id, borrower_id, reference, kind, name, identity_scheme,
      identity_number, born_on, division_code, co_borrower_id)
    VALUES (102, 61, 'S1', 'student', '示例', 'other', 'S1', '2006-08-21', '659004', 1),
      (102, 62, 'E1', 'enterprise', '示例', 'other', 'E1', NULL, '659004', NULL);
    UPDATE bank_heads SET last_party_id = 62 WHERE bank_id IN (102, 107);
    """
}
