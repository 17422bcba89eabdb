package import Quantities

/// A name in Chinese and in English.
package struct BilingualName: Hashable, Sendable {
  package let chinese: String
  package let english: String

  package init(chinese: String, english: String) {
    self.chinese = chinese
    self.english = english
  }
}

/// The bank that founded and backs village banks (主发起行), and sees them together.
package struct Sponsor: Hashable, Sendable {
  package let id: Int64
  /// A short name for commands: `yinzhou`.
  package let code: String
  package let name: BilingualName

  package init(id: Int64, code: String, name: BilingualName) {
    self.id = id
    self.code = code
    self.name = name
  }
}

/// One legally separate bank.
///
/// Everything it owns bears its id; no two banks' rows meet.
package struct Bank: Hashable, Sendable {
  package let id: Int64
  /// A short name for commands: `xiangshan`.
  package let code: String
  /// 1…999: the first three digits of its loan numbers.
  package let number: Int
  package let name: BilingualName
  /// What all its amounts are counted in.
  package let currency: Currency
  package var sponsorID: Int64?
  /// The place of its head office (GB/T 2260); empty outside China.
  package var divisionCode = ""
  /// Where it may lend: division codes that begin with one of these, retired ones included.
  ///
  /// An empty list is a bank whose area no rule bounds.
  package var areaCodePrefixes: [String] = []
  /// Where its facts come from, and what is not sure about them.
  package var source = ""
  package var remark = ""

  package init(id: Int64, code: String, number: Int, name: BilingualName, currency: Currency) {
    self.id = id
    self.code = code
    self.number = number
    self.name = name
    self.currency = currency
  }

  /// Whether the bank may lend to someone who lives in this division.
  ///
  /// Source: 《村镇银行管理暂行规定》: no loans outside the area (不得发放异地贷款).
  package func mayLend(in divisionCode: String) -> Bool {
    areaCodePrefixes.isEmpty || areaCodePrefixes.contains { divisionCode.hasPrefix($0) }
  }
}

/// An office of a bank.
package struct Branch: Hashable, Sendable {
  package let id: Int64
  package let bankID: Int64
  /// A short name, unique within the bank: `head`.
  package let code: String
  package let name: BilingualName
  package var divisionCode = ""

  package init(id: Int64, bankID: Int64, code: String, name: BilingualName) {
    self.id = id
    self.bankID = bankID
    self.code = code
    self.name = name
  }
}

/// What an officer may do; applicant, approver and disburser of one loan are three officers.
package enum OfficerRole: String, Hashable, Sendable, CaseIterable {
  /// 客户经理: takes applications, keeps in touch with borrowers.
  case accountOfficer = "account-officer"
  case approver = "approver"
  /// 柜员: pays out and takes in.
  case cashier = "cashier"
  /// 支行行长: approves larger loans than an approver does.
  case branchManager = "branch-manager"
  /// 贷审会委员: votes on the largest loans.
  case committeeMember = "committee-member"
}

/// Someone who works at a bank.
package struct Officer: Hashable, Sendable {
  package let id: Int64
  package let bankID: Int64
  /// The authenticated user this officer is; unique over all banks.
  package let login: String
  package let name: String
  package let roles: Set<OfficerRole>
  package var branchID: Int64?

  package init(id: Int64, bankID: Int64, login: String, name: String, roles: Set<OfficerRole>) {
    self.id = id
    self.bankID = bankID
    self.login = login
    self.name = name
    self.roles = roles
  }
}
