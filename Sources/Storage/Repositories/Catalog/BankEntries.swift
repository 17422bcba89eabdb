package import Banks
package import Quantities

/// A sponsoring bank.
package struct SponsorEntry: CatalogEntry {
  package let code: String
  package let name: BilingualName
  package let source: String

  package init(code: String, name: BilingualName, source: String) {
    self.code = code
    self.name = name
    self.source = source
  }

  package var key: String { code }

  package var content: [CatalogColumn] {
    [
      CatalogColumn("code", code), CatalogColumn("name_zh", name.chinese),
      CatalogColumn("name_en", name.english), CatalogColumn("source", source),
    ]
  }
}

/// A village bank; its number is its id.
package struct BankEntry: CatalogEntry {
  package let code: String
  package let number: Int
  package let name: BilingualName
  package var sponsor: String?
  package var divisionCode = ""
  package var areaPrefixes: [String] = []
  package var currency = Currency.yuan
  /// The first day a new bank works on; no content, as each close of a day moves the stored one.
  package var businessDate: Day?
  package var source = ""
  package var remark = ""

  package init(code: String, number: Int, name: BilingualName) {
    self.code = code
    self.number = number
    self.name = name
  }

  package var id: Int64 { Int64(number) }
  package var key: String { code }

  package var content: [CatalogColumn] {
    [
      CatalogColumn("code", code), CatalogColumn("number", "\(number)"),
      CatalogColumn("name_zh", name.chinese), CatalogColumn("name_en", name.english),
      CatalogColumn("sponsor", sponsor ?? ""), CatalogColumn("division_code", divisionCode),
      CatalogColumn("area_code_prefixes", areaPrefixes.joined(separator: ";")),
      CatalogColumn("currency", currency.code),
      CatalogColumn("currency_decimals", "\(currency.decimals)"),
      CatalogColumn("source", source), CatalogColumn("remark", remark),
    ]
  }
}

/// A bank's net capital from a day on.
package struct CapitalEntry: CatalogEntry {
  package let bank: String
  package let effectiveOn: Day
  package let netCapital: Money
  package let source: String

  package init(bank: String, effectiveOn: Day, netCapital: Money, source: String) {
    self.bank = bank
    self.effectiveOn = effectiveOn
    self.netCapital = netCapital
    self.source = source
  }

  package var key: String { "\(bank) \(effectiveOn)" }

  package var content: [CatalogColumn] {
    [
      CatalogColumn("net_capital_yuan", Currency.yuan.plain(netCapital)),
      CatalogColumn("source", source),
    ]
  }
}

/// An office of a bank.
package struct BranchEntry: CatalogEntry {
  package let bank: String
  package let code: String
  package let name: BilingualName
  package var divisionCode = ""
  package var source = ""

  package init(bank: String, code: String, name: BilingualName) {
    self.bank = bank
    self.code = code
    self.name = name
  }

  package var key: String { "\(bank) \(code)" }

  package var content: [CatalogColumn] {
    [
      CatalogColumn("name_zh", name.chinese), CatalogColumn("name_en", name.english),
      CatalogColumn("division_code", divisionCode), CatalogColumn("source", source),
    ]
  }
}

/// Someone who works at a bank.
package struct OfficerEntry: CatalogEntry {
  package let bank: String
  package let login: String
  package let name: String
  package let roles: Set<OfficerRole>
  package var branch: String?
  package var source = ""

  package init(bank: String, login: String, name: String, roles: Set<OfficerRole>) {
    self.bank = bank
    self.login = login
    self.name = name
    self.roles = roles
  }

  /// The short name for commands: `approver` for the login `xiangshan-approver` at `xiangshan`.
  package var code: String {
    login.hasPrefix("\(bank)-") ? String(login.dropFirst(bank.count + 1)) : login
  }

  /// The roles as files and tables list them.
  package var roleNames: [String] { roles.map(\.rawValue).sorted() }

  package var key: String { "\(bank) \(login)" }

  package var content: [CatalogColumn] {
    [
      CatalogColumn("branch", branch ?? ""), CatalogColumn("name_zh", name),
      CatalogColumn("roles", roleNames.joined(separator: ";")), CatalogColumn("source", source),
    ]
  }
}
