import Banks
import Classification
import Generator
import LoanProducts
import Origination
import Postgres
import Quantities
import Repositories

/// What the loans of one bank share while its book is made.
struct BankDesk: Sendable {
  let bank: BankEntry
  let plan: BookPlan
  let inventor: LoanInventor
  let borrowers: BorrowerInventor
  let policy: ApprovalPolicy
  let provisions: ProvisionPolicies
  let matrix: SmallEnterpriseMatrix
  let branches: [(id: Int64, code: String)]
  /// Officers by what they may do.
  let accountOfficer: Int64
  let approver: Int64
  let cashier: Int64

  var loanCount: Int { inventor.bank.loanCount }

  /// What the fact of a month's run says.
  func request(_ month: Month) -> RunRequest {
    RunRequest(
      month: month, provisions: provisions.rule(bank: bank.code, on: month.lastDay),
      classes: matrix.policy(on: month.lastDay))
  }

  /// How many loans are made and written at once.
  static let pieceSize = 400

  var pieceCount: Int { (loanCount + Self.pieceSize - 1) / Self.pieceSize }

  func places(ofPiece piece: Int) -> Range<Int> {
    piece * Self.pieceSize..<min(loanCount, (piece + 1) * Self.pieceSize)
  }

  /// The events of the loans of a piece, counted by day.
  func count(ofPiece piece: Int) throws -> PieceCount {
    let first = plan.firstMonth.firstDay
    var count = PieceCount(
      facts: [Int32](repeating: 0, count: plan.lastMonth.lastDay - first + 1), events: [])
    for place in places(ofPiece: piece) {
      let events = try inventor.loan(at: place).events
      for event in events { count.facts[event.bookedOn - first] += 1 }
      if keepsEvents { count.events.append(events) }
    }
    return count
  }

  /// Whether the events of the first pass are kept for the second: of a bank of a common size.
  private var keepsEvents: Bool { loanCount <= 100_000 }
}

/// What the first pass over the loans of a piece found.
struct PieceCount: Sendable {
  /// On each day of the plan.
  var facts: [Int32]
  /// Of each loan; of none, if they are made again.
  var events: [[InventedEvent]]
}

/// What the banks of a book share, read once.
struct BookDesk {
  let rules: LendingRules
  private let policy: ApprovalPolicy
  private let provisions: ProvisionPolicies
  private let matrix: SmallEnterpriseMatrix
  private let areas: [String]
  private let banks: [BankEntry]
  private let branches: [(id: Int64, entry: BranchEntry)]
  private let officers: [(id: Int64, entry: OfficerEntry)]

  init(_ connection: Connection, _ plan: BookPlan) throws {
    let catalog = CatalogRepository(connection)
    let products = ProductRepository(connection)
    rules = LendingRules(
      products: try products.products(), market: try products.market(),
      programmes: try catalog.programmes().map(\.programme),
      funds: try catalog.funds().map(\.fund))
    policy = ApprovalPolicy(try catalog.tiers().map(\.tier))
    provisions = try ProvisionRepository(connection).policies()
    matrix = try catalog.smallEnterpriseMatrix()
    areas = try catalog.divisions()
      .filter { $0.validUntilYear == nil && !$0.code.hasSuffix("00") }.map(\.code).sorted()
    let known = try catalog.banks()
    guard !known.isEmpty else { throw GenerateError.catalogMissing("banks.csv") }
    guard rules.market.published(by: .last) != nil else {
      throw GenerateError.catalogMissing("lpr.csv")
    }
    guard try !products.products().isEmpty else {
      throw GenerateError.catalogMissing("products/")
    }
    let invented = InventedBanks(known, count: plan.bankCount)
    try invented.insert(catalog)
    banks = Array((known + invented.banks).prefix(plan.bankCount))
    branches = try catalog.branches(of: banks)
    officers = try catalog.officers(of: banks)
  }

  /// The banks in order, each with what its loans share.
  ///
  /// - Throws: `GenerateError.officerMissing`.
  func desks(_ plan: BookPlan) throws -> [BankDesk] {
    try banks.enumerated().map { place, bank in
      let lending = LendingBank(
        id: bank.id, number: bank.number, divisionCode: bank.divisionCode,
        loanCount: plan.loanCount(ofBankAt: place))
      return BankDesk(
        bank: bank, plan: plan, inventor: LoanInventor(plan, rules, bank: lending),
        borrowers: BorrowerInventor(plan, bank: lending, areas: areas), policy: policy,
        provisions: provisions, matrix: matrix,
        branches: branches.filter { $0.entry.bank == bank.code }.map { ($0.id, $0.entry.code) },
        accountOfficer: try officer(.accountOfficer, of: bank),
        approver: try officer(.approver, of: bank), cashier: try officer(.cashier, of: bank))
    }
  }

  private func officer(_ role: OfficerRole, of bank: BankEntry) throws -> Int64 {
    let found = officers.first { $0.entry.bank == bank.code && $0.entry.roles.contains(role) }
    guard let found, branches.contains(where: { $0.entry.bank == bank.code }) else {
      throw GenerateError.officerMissing(role: role.rawValue, bank: bank.code)
    }
    return found.id
  }
}
