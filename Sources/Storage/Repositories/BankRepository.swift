package import Banks
package import Postgres
package import Quantities

/// An officer with the short name commands use.
package struct OfficerRecord: Hashable, Sendable {
  package let code: String
  package let officer: Officer
}

/// The row of a bank that its writers lock: it gives facts their order.
package struct BankHead: Hashable, Sendable {
  package let bankID: Int64
  /// The day the bank works on; moved only by closing a day.
  package var businessDate: Day
  package private(set) var lastFactNumber: Int64
  package private(set) var lastLoanID: Int64
  package private(set) var lastPartyID: Int64
  package private(set) var lastRunNumber: Int32
  /// The instant that facts of this unit of work bear, never less than the one before.
  package let recordedAt: Instant

  package mutating func nextFactNumber() -> Int64 {
    lastFactNumber += 1
    return lastFactNumber
  }

  package mutating func nextLoanID() -> Int64 {
    lastLoanID += 1
    return lastLoanID
  }

  package mutating func nextPartyID() -> Int64 {
    lastPartyID += 1
    return lastPartyID
  }

  package mutating func nextRunNumber() -> Int32 {
    lastRunNumber += 1
    return lastRunNumber
  }
}

/// Sponsors, banks, their branches, officers and heads.
package struct BankRepository {
  private static let findBank = Statement.file("banks/find_bank")
  private static let listBanks = Statement.file("banks/list_banks")
  private static let findSponsor = Statement.file("banks/find_sponsor")
  private static let listBranches = Statement.file("banks/list_branches")
  private static let listOfficers = Statement.file("banks/list_officers")
  private static let findOfficer = Statement.file("banks/find_officer")
  private static let findCapital = Statement.file("banks/find_capital")
  private static let sessionLogin = Statement.file("banks/session_login")
  private static let lockHead = Statement.file("banks/lock_head")
  private static let readHead = Statement.file("banks/read_head")
  private static let saveHead = Statement.file("banks/save_head")

  private let connection: Connection

  package init(_ connection: Connection) { self.connection = connection }

  package func findBank(code: String) throws(PostgresError) -> Bank? {
    guard let row = try connection.first(Self.findBank, [code]) else { return nil }
    return try bank(row)
  }

  package func listBanks() throws(PostgresError) -> [Bank] {
    var banks: [Bank] = []
    for row in try connection.query(Self.listBanks) { banks.append(try bank(row)) }
    return banks
  }

  /// The sponsor with this code, or the only one for an empty code.
  package func findSponsor(code: String) throws(PostgresError) -> Sponsor? {
    guard let row = try connection.first(Self.findSponsor, [code]) else { return nil }
    return Sponsor(
      id: try row.get("sponsor_id"), code: try row.get("code"),
      name: BilingualName(chinese: try row.get("name_zh"), english: try row.get("name_en")))
  }

  package func listBranches(bankID: Int64) throws(PostgresError) -> [Branch] {
    var branches: [Branch] = []
    for row in try connection.query(Self.listBranches, [bankID]) {
      var branch = Branch(
        id: try row.get("branch_id"), bankID: bankID, code: try row.get("code"),
        name: BilingualName(chinese: try row.get("name_zh"), english: try row.get("name_en")))
      branch.divisionCode = try row.get("division_code")
      branches.append(branch)
    }
    return branches
  }

  package func listOfficers(bankID: Int64) throws(PostgresError) -> [OfficerRecord] {
    var officers: [OfficerRecord] = []
    for row in try connection.query(Self.listOfficers, [bankID]) {
      officers.append(try officer(row, bankID: bankID))
    }
    return officers
  }

  package func findOfficer(bankID: Int64, code: String) throws(PostgresError) -> OfficerRecord? {
    guard let row = try connection.first(Self.findOfficer, [bankID, code, nil]) else { return nil }
    return try officer(row, bankID: bankID)
  }

  package func findOfficer(bankID: Int64, login: String) throws(PostgresError) -> OfficerRecord? {
    guard let row = try connection.first(Self.findOfficer, [bankID, nil, login]) else {
      return nil
    }
    return try officer(row, bankID: bankID)
  }

  /// The net capital in force on a day; nil before the first on record.
  package func netCapital(bankID: Int64, on day: Day) throws(PostgresError) -> Money? {
    try connection.first(Self.findCapital, [bankID, day])?.get("net_capital")
  }

  /// The login that the server authenticated for this connection.
  package func sessionLogin() throws(PostgresError) -> String {
    try connection.query(Self.sessionLogin)[0].get("login")
  }

  /// The bank's head, locked until the transaction ends; nil for a bank that has none.
  package func lockHead(bankID: Int64) throws(PostgresError) -> BankHead? {
    try head(Self.lockHead, bankID)
  }

  /// The bank's head as last committed.
  package func readHead(bankID: Int64) throws(PostgresError) -> BankHead? {
    try head(Self.readHead, bankID)
  }

  package func save(_ head: BankHead) throws(PostgresError) {
    _ = try connection.execute(
      Self.saveHead,
      [
        head.bankID, head.businessDate, head.lastFactNumber, head.recordedAt, head.lastLoanID,
        head.lastPartyID, head.lastRunNumber,
      ])
  }

  private func head(_ statement: Statement, _ bankID: Int64) throws(PostgresError) -> BankHead? {
    guard let row = try connection.first(statement, [bankID]) else { return nil }
    return BankHead(
      bankID: bankID, businessDate: try row.get("business_date"),
      lastFactNumber: try row.get("last_fact_number"), lastLoanID: try row.get("last_loan_id"),
      lastPartyID: try row.get("last_party_id"), lastRunNumber: try row.get("last_run_number"),
      recordedAt: try row.get("recorded_at"))
  }

  private func bank(_ row: Row) throws(PostgresError) -> Bank {
    let number: String = try row.get("number")
    let decimals: Int16 = try row.get("currency_decimals")
    var bank = Bank(
      id: try row.get("bank_id"), code: try row.get("code"), number: Int(number) ?? 0,
      name: BilingualName(chinese: try row.get("name_zh"), english: try row.get("name_en")),
      currency: Currency(code: try row.get("currency"), decimals: Int(decimals)))
    bank.sponsorID = try row.optional("sponsor_id")
    bank.divisionCode = try row.get("division_code")
    bank.areaCodePrefixes = try row.get("area_prefixes")
    bank.source = try row.get("source")
    bank.remark = try row.get("remark")
    return bank
  }

  private func officer(_ row: Row, bankID: Int64) throws(PostgresError) -> OfficerRecord {
    let roles: [String] = try row.get("roles")
    var officer = Officer(
      id: try row.get("officer_id"), bankID: bankID, login: try row.get("login"),
      name: try row.get("name"), roles: Set(roles.compactMap(OfficerRole.init(rawValue:))))
    officer.branchID = try row.optional("branch_id")
    return OfficerRecord(code: try row.get("code"), officer: officer)
  }
}
