import Banks
package import Postgres
import Quantities

extension CatalogRepository {
  private static let listBanks = Statement.file("catalog/list_banks")
  private static let insertBank = Statement.file("catalog/insert_bank")
  private static let insertHead = Statement.file("catalog/insert_head")
  private static let listCapital = Statement.file("catalog/list_capital")
  private static let insertCapital = Statement.file("catalog/insert_capital")
  private static let listBranches = Statement.file("catalog/list_branches")
  private static let insertBranch = Statement.file("catalog/insert_branch")
  private static let listOfficers = Statement.file("catalog/list_officers")
  private static let insertOfficer = Statement.file("catalog/insert_officer")

  /// All banks, by number.
  package func banks() throws(PostgresError) -> [BankEntry] {
    var banks: [BankEntry] = []
    for row in try connection.query(Self.listBanks) {
      var bank = BankEntry(
        code: try row.get("code"), number: try row.get("bank_id", as: Int.self),
        name: try row.name())
      let decimals: Int16 = try row.get("currency_decimals")
      bank.sponsor = try row.optional("sponsor")
      bank.divisionCode = try row.get("division_code")
      bank.areaPrefixes = try row.get("area_prefixes")
      bank.currency = Currency(code: try row.get("currency"), decimals: Int(decimals))
      bank.businessDate = try row.optional("business_date")
      bank.source = try row.get("source")
      bank.remark = try row.get("remark")
      banks.append(bank)
    }
    return banks
  }

  /// Adds banks, each with the head that its writers lock.
  package func insert(_ entries: [BankEntry]) throws(PostgresError) {
    guard !entries.isEmpty else { return }
    var sponsorIDs: [String: Int64] = [:]
    for (id, sponsor) in try sponsors() { sponsorIDs[sponsor.code] = id }
    var banks = Batch(Self.insertBank)
    var heads = Batch(Self.insertHead)
    for entry in entries {
      let number = String(String(entry.number + 1_000).suffix(3))
      banks.add([
        entry.id, entry.code, number, entry.name.chinese, entry.name.english, entry.divisionCode,
        entry.currency.code, entry.currency.decimals, entry.sponsor.flatMap { sponsorIDs[$0] },
        entry.areaPrefixes, entry.source, entry.remark,
      ])
      heads.add([entry.id, entry.businessDate])
    }
    try banks.run(connection)
    try heads.run(connection)
  }

  /// The net capital of these banks, by bank and day.
  package func capital(of banks: [BankEntry]) throws(PostgresError) -> [CapitalEntry] {
    let codes = Self.codes(banks)
    var capital: [CapitalEntry] = []
    for row in try connection.query(Self.listCapital, [banks.map(\.id)]) {
      capital.append(
        CapitalEntry(
          bank: codes[try row.get("bank_id")] ?? "", effectiveOn: try row.get("effective_on"),
          netCapital: try row.get("net_capital"), source: try row.get("source")))
    }
    return capital
  }

  package func insert(
    _ entries: [CapitalEntry], of banks: [BankEntry]
  ) throws(PostgresError) {
    let ids = Self.ids(banks)
    var batch = Batch(Self.insertCapital)
    for entry in entries {
      batch.add([ids[entry.bank], entry.effectiveOn, entry.netCapital, entry.source])
    }
    try batch.run(connection)
  }

  /// The branches of these banks, by bank and id.
  package func branches(
    of banks: [BankEntry]
  ) throws(PostgresError) -> [(id: Int64, entry: BranchEntry)] {
    let codes = Self.codes(banks)
    var branches: [(id: Int64, entry: BranchEntry)] = []
    for row in try connection.query(Self.listBranches, [banks.map(\.id)]) {
      var entry = BranchEntry(
        bank: codes[try row.get("bank_id")] ?? "", code: try row.get("code"),
        name: try row.name())
      entry.divisionCode = try row.get("division_code")
      entry.source = try row.get("source")
      branches.append((try row.get("branch_id"), entry))
    }
    return branches
  }

  /// Adds branches; their ids follow the largest of their bank.
  package func insert(
    _ entries: [BranchEntry], of banks: [BankEntry]
  ) throws(PostgresError) {
    let ids = Self.ids(banks)
    var last: [String: Int64] = [:]
    for (id, entry) in try branches(of: banks) { last[entry.bank] = id }
    var batch = Batch(Self.insertBranch)
    for entry in entries {
      let id = (last[entry.bank] ?? 0) + 1
      last[entry.bank] = id
      batch.add([
        ids[entry.bank], id, entry.code, entry.name.chinese, entry.name.english,
        entry.divisionCode, entry.source,
      ])
    }
    try batch.run(connection)
  }

  /// The officers of these banks, by bank and id.
  package func officers(
    of banks: [BankEntry]
  ) throws(PostgresError) -> [(id: Int64, entry: OfficerEntry)] {
    let codes = Self.codes(banks)
    var officers: [(id: Int64, entry: OfficerEntry)] = []
    for row in try connection.query(Self.listOfficers, [banks.map(\.id)]) {
      let roles: [String] = try row.get("roles")
      var entry = OfficerEntry(
        bank: codes[try row.get("bank_id")] ?? "", login: try row.get("login"),
        name: try row.get("name"), roles: Set(roles.compactMap(OfficerRole.init(rawValue:))))
      entry.branch = try row.optional("branch")
      entry.source = try row.get("source")
      officers.append((try row.get("officer_id"), entry))
    }
    return officers
  }

  /// Adds officers; their ids follow the largest of their bank.
  package func insert(
    _ entries: [OfficerEntry], of banks: [BankEntry]
  ) throws(PostgresError) {
    let ids = Self.ids(banks)
    var last: [String: Int64] = [:]
    for (id, entry) in try officers(of: banks) { last[entry.bank] = id }
    var branchIDs: [String: Int64] = [:]
    for (id, entry) in try branches(of: banks) { branchIDs[entry.key] = id }
    var batch = Batch(Self.insertOfficer)
    for entry in entries {
      let id = (last[entry.bank] ?? 0) + 1
      last[entry.bank] = id
      batch.add([
        ids[entry.bank], id, entry.branch.flatMap { branchIDs["\(entry.bank) \($0)"] },
        entry.code, entry.name, entry.login, entry.roleNames, entry.source,
      ])
    }
    try batch.run(connection)
  }

  private static func codes(_ banks: [BankEntry]) -> [Int64: String] {
    Dictionary(banks.map { ($0.id, $0.code) }, uniquingKeysWith: { first, _ in first })
  }

  private static func ids(_ banks: [BankEntry]) -> [String: Int64] {
    Dictionary(banks.map { ($0.code, $0.id) }, uniquingKeysWith: { first, _ in first })
  }
}

extension Row {
  /// The columns `name_zh` and `name_en`.
  func name() throws(PostgresError) -> BilingualName {
    BilingualName(chinese: try get("name_zh"), english: try get("name_en"))
  }
}
