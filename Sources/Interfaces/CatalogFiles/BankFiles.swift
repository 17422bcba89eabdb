import Banks
import Interchange
import Quantities
import Repositories

extension SponsorEntry {
  static let columns = CSVColumns(
    required: ["code", "name_zh", "name_en", "source"],
    optional: ["division_code", "cnaps", "remark"])

  init(_ row: CSVRow) throws(LineProblem) {
    self.init(code: try row.text("code"), name: try row.name(), source: try row.text("source"))
  }
}

extension BankEntry {
  static let columns = CSVColumns(
    required: [
      "code", "number", "name_zh", "name_en", "sponsor", "division_code", "area_code_prefixes",
      "currency", "currency_decimals", "business_date", "source", "remark",
    ],
    optional: [
      "province", "cnaps", "clears_via_yinzhou", "net_capital_yuan", "net_capital_source",
      "business_date_source",
    ])

  init(_ row: CSVRow) throws(LineProblem) {
    self.init(
      code: try row.text("code"), number: try row.number("number", in: 1...999),
      name: try row.name())
    sponsor = try row.optional("sponsor", row.text)
    divisionCode = row["division_code"] ?? ""
    areaPrefixes = row.list("area_code_prefixes")
    currency = Currency(
      code: try row.text("currency"),
      decimals: try row.number("currency_decimals", in: 0...10))
    businessDate = try row.day("business_date")
    source = try row.text("source")
    remark = row["remark"] ?? ""
  }
}

extension CapitalEntry {
  static let columns = CSVColumns(
    required: ["bank", "effective_on", "net_capital_yuan", "source"])

  init(_ row: CSVRow) throws(LineProblem) {
    self.init(
      bank: try row.text("bank"), effectiveOn: try row.day("effective_on"),
      netCapital: try row.money("net_capital_yuan", in: .yuan), source: try row.text("source"))
  }
}

extension BranchEntry {
  static let columns = CSVColumns(
    required: ["bank", "code", "name_zh", "name_en", "division_code", "source"])

  init(_ row: CSVRow) throws(LineProblem) {
    self.init(bank: try row.text("bank"), code: try row.text("code"), name: try row.name())
    divisionCode = row["division_code"] ?? ""
    source = try row.text("source")
  }
}

extension OfficerEntry {
  static let columns = CSVColumns(
    required: ["bank", "branch", "login", "name_zh", "roles", "source"])

  init(_ row: CSVRow) throws(LineProblem) {
    _ = try row.text("roles")
    var roles: Set<OfficerRole> = []
    for name in row.list("roles") {
      guard let role = OfficerRole(rawValue: name) else {
        throw row.problem("roles", .notOneOf(OfficerRole.allCases.map(\.rawValue)))
      }
      roles.insert(role)
    }
    self.init(
      bank: try row.text("bank"), login: try row.text("login"), name: try row.text("name_zh"),
      roles: roles)
    branch = try row.optional("branch", row.text)
    source = try row.text("source")
  }
}

extension CSVRow {
  /// The columns `name_zh` and `name_en`.
  func name() throws(LineProblem) -> BilingualName {
    BilingualName(chinese: try text("name_zh"), english: try text("name_en"))
  }

  /// The parts of a field that semicolons part.
  fileprivate func list(_ column: String) -> [String] {
    (self[column] ?? "").split(separator: ";").map { String($0) }
  }
}
