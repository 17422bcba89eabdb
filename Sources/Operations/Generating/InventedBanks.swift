import Banks
import LoanProducts
import Postgres
import Quantities
import Repositories

/// The banks that a book needs beyond those of the catalog: like the last of them, and marked as
/// invented.
struct InventedBanks {
  private(set) var banks: [BankEntry] = []
  private var branches: [BranchEntry] = []
  private var officers: [OfficerEntry] = []
  private var capital: [CapitalEntry] = []
  private let known: [BankEntry]

  private static let source = "generated"

  init(_ known: [BankEntry], count: Int) {
    self.known = known
    var taken = Set(known.map(\.number))
    var number = 1
    while known.count + banks.count < count {
      while taken.contains(number) { number += 1 }
      taken.insert(number)
      add(number, like: known[banks.count % known.count])
    }
  }

  private mutating func add(_ number: Int, like model: BankEntry) {
    let code = "example-\(number)"
    var bank = BankEntry(
      code: code, number: number,
      name: BilingualName(chinese: "示例村镇银行\(number)号", english: "Example Village Bank \(number)"))
    bank.divisionCode = model.divisionCode
    bank.areaPrefixes = model.areaPrefixes
    bank.currency = model.currency
    bank.businessDate = model.businessDate
    bank.source = Self.source
    banks.append(bank)
    for branch in ["head", "first"] {
      var entry = BranchEntry(
        bank: code, code: branch,
        name: BilingualName(chinese: "示例\(branch)", english: "Example \(branch)"))
      entry.divisionCode = bank.divisionCode
      entry.source = Self.source
      branches.append(entry)
    }
    let staff: [(String, String, Set<OfficerRole>)] = [
      ("officer", "first", [.accountOfficer]), ("approver", "head", [.approver]),
      ("cashier", "first", [.cashier]), ("manager", "head", [.branchManager, .committeeMember]),
    ]
    for (name, branch, roles) in staff {
      var entry = OfficerEntry(
        bank: code, login: "\(code)-\(name)", name: "示例\(name)", roles: roles)
      entry.branch = branch
      entry.source = Self.source
      officers.append(entry)
    }
    capital.append(
      CapitalEntry(
        bank: code, effectiveOn: Month(year: 2020, month: 1).firstDay,
        netCapital: Money(minorUnits: 20_000_000_000), source: Self.source))
  }

  func insert(_ catalog: CatalogRepository) throws {
    guard !banks.isEmpty else { return }
    try catalog.insert(banks)
    let all = known + banks
    try catalog.insert(branches, of: all)
    try catalog.insert(officers, of: all)
    try catalog.insert(capital, of: all)
  }
}
