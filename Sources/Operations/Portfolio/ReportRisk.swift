package import Banks
package import Classification
package import Postgres
package import Quantities
package import Reporting
import Repositories
package import Risk

/// Whose portfolio a report is about.
package enum ReportScope: Hashable, Sendable {
  case bank(String)
  /// All banks of a sponsor; an empty code names the only sponsor there is.
  case sponsor(String)
}

extension ReportScope {
  /// The code of the bank or of the sponsor.
  package var code: String {
    switch self {
    case .bank(let code), .sponsor(let code): code
    }
  }

  package var isSponsors: Bool {
    if case .sponsor = self { true } else { false }
  }
}

/// Whose figures a report holds: its banks, which all count in one currency.
struct ReportOwner {
  /// With the sponsor's code even where none was asked for.
  let scope: ReportScope
  let title: BilingualName
  /// By number.
  let banks: [Bank]
  let currency: Currency
}

extension ReportScope {
  /// - Throws: `OperationError.bankUnknown`, `.sponsorUnknown`, `.currenciesDiffer`;
  ///   `PostgresError`.
  func owner(_ repository: BankRepository) throws -> ReportOwner {
    let (scope, title, banks) = try select(repository)
    let currencies = Set(banks.map(\.currency))
    guard let currency = currencies.first, currencies.count == 1 else {
      throw OperationError.currenciesDiffer(currencies.map(\.code).sorted())
    }
    return ReportOwner(scope: scope, title: title, banks: banks, currency: currency)
  }

  private func select(
    _ repository: BankRepository
  ) throws -> (ReportScope, BilingualName, [Bank]) {
    switch self {
    case .bank(let code):
      let bank = try repository.loadBank(code: code)
      return (self, bank.name, [bank])
    case .sponsor(let code):
      guard let sponsor = try repository.findSponsor(code: code) else {
        throw OperationError.sponsorUnknown(code)
      }
      let banks = try repository.listBanks().filter { $0.sponsorID == sponsor.id }
      return (.sponsor(sponsor.code), sponsor.name, banks)
    }
  }
}

/// A risk report with the names of what it is cut by.
package struct NamedRiskReport: Sendable {
  package let report: RiskReport
  /// Whose it is, with the sponsor's code even where none was asked for.
  package let scope: ReportScope
  package let title: BilingualName
  /// By number.
  package let banks: [Bank]
  package let branches: [Branch]
  /// Which version of the month's positions was read, by bank; a bank without loans has none.
  package let versions: [Int64: Int32]
  /// Net capital at the month's end, by bank, where it is known.
  package let capital: [Int64: Money]
  /// Of which part of the portfolio it is; nil for the whole.
  package var part: PortfolioPart?
  /// By which the month's provisions were made: each rule once.
  package var rules = [ProvisionRule.standard]

  package init(
    report: RiskReport, scope: ReportScope, title: BilingualName, banks: [Bank],
    branches: [Branch], versions: [Int64: Int32], capital: [Int64: Money] = [:]
  ) {
    self.report = report
    self.scope = scope
    self.title = title
    self.banks = banks
    self.branches = branches
    self.versions = versions
    self.capital = capital
  }
}

extension NamedRiskReport {
  /// What is held and required; nil without positions.
  package var provisions: ProvisionStanding? {
    report.held(in: report.month).map {
      ProvisionStanding(held: $0, rules: rules, report.figures())
    }
  }
}

/// What a risk report is asked for.
package struct RiskRequest: Hashable, Sendable {
  package var month: Month
  package var scope: ReportScope
  /// Nil for all that is known.
  package var knownAt: KnownAt?
  /// Whether everything is counted from positions, and nothing read that is kept.
  package var recounts: Bool
  /// The part that a risk report is about; nil for the whole portfolio.
  package var part: PortfolioPart?

  package init(
    month: Month, scope: ReportScope, knownAt: KnownAt? = nil, recounts: Bool = false
  ) {
    self.month = month
    self.scope = scope
    self.knownAt = knownAt
    self.recounts = recounts
  }
}

extension RiskRequest {
  /// A bank's months as the request knows them.
  func desk(_ bank: Bank, _ connection: Connection) throws -> PortfolioDesk {
    let known: Int64
    switch knownAt {
    case nil: known = .max
    case .fact(let number): known = number
    case .instant(let instant):
      known = try BooksRepository(connection).findKnownFact(bankID: bank.id, at: instant)
    }
    return try PortfolioDesk(connection, bank, knownAt: known)
  }

  /// The version of a bank's positions that the request is about; nil for a bank without loans.
  ///
  /// - Throws: `OperationError.monthNotAccrued`, `PostgresError`.
  func version(of bank: Bank, _ connection: Connection) throws -> CountedVersion? {
    if let version = try desk(bank, connection).version(of: month) { return version }
    guard try !ReportRisk.hasLoans(bank, connection) else {
      throw OperationError.monthNotAccrued(month, banks: [bank.code])
    }
    return nil
  }
}

/// The portfolio risk report: read from what months' positions were counted to when they were
/// closed; months that are open are counted now.
package enum ReportRisk {
  /// Banks are read side by side, each in a snapshot of its own: what is known of one does not hang
  /// on another.
  ///
  /// - Parameters:
  ///   - request: whose, of which month.
  ///   - jobs: how many banks at the same time.
  ///   - pool: where.
  /// - Returns: the report, the same for any number of jobs.
  /// - Throws: `OperationError.bankUnknown`, `.sponsorUnknown`, `.currenciesDiffer`,
  ///   `.monthNotAccrued` if a bank with loans has no positions of the month; `PostgresError`.
  package static func run(
    _ request: RiskRequest, jobs: Int = 2, on pool: ConnectionPool
  ) async throws -> NamedRiskReport {
    let owner = try await pool.transaction(.readOnlySnapshot) { connection in
      try request.scope.owner(BankRepository(connection))
    }
    let parts = try await pool.sideBySide(owner.banks, jobs: jobs) { bank, connection in
      try BankPart(bank, request, connection)
    }
    return try report(request, owner, parts)
  }

  /// The same, within a transaction that sees one picture.
  static func read(_ request: RiskRequest, _ connection: Connection) throws -> NamedRiskReport {
    let owner = try request.scope.owner(BankRepository(connection))
    return try report(
      request, owner, owner.banks.map { try BankPart($0, request, connection) })
  }

  /// What is read of one bank.
  private struct BankPart: Sendable {
    let months: [PortfolioMonth]
    let rule: ProvisionRule?
    let isMissing: Bool
    let branches: [Branch]
    let capital: Money?

    init(_ bank: Bank, _ request: RiskRequest, _ connection: Connection) throws {
      let desk = try request.desk(bank, connection)
      let months = try desk.months(
        through: request.month, recounts: request.recounts, part: request.part)
      self.months = Array(months.values)
      rule = desk.version(of: request.month)?.rule
      isMissing = try months[request.month] == nil && ReportRisk.hasLoans(bank, connection)
      let repository = BankRepository(connection)
      branches = try repository.listBranches(bankID: bank.id)
      capital = try repository.netCapital(bankID: bank.id, on: request.month.lastDay)
    }
  }

  private static func report(
    _ request: RiskRequest, _ owner: ReportOwner, _ parts: [BankPart]
  ) throws -> NamedRiskReport {
    let missing = zip(owner.banks, parts).filter { $0.1.isMissing }.map(\.0.code)
    guard missing.isEmpty else {
      throw OperationError.monthNotAccrued(request.month, banks: missing)
    }
    var rules: [ProvisionRule] = []
    for rule in parts.compactMap(\.rule) where !rules.contains(rule) { rules.append(rule) }
    let counted = parts.flatMap(\.months)
    let versions = counted.filter { $0.month == request.month }.map { ($0.bankID, $0.version) }
    let capital = zip(owner.banks, parts).compactMap { bank, part in
      part.capital.map { (bank.id, $0) }
    }
    var named = NamedRiskReport(
      report: RiskReport(
        month: request.month, currency: owner.currency, counted: counted,
        isPart: request.part != nil),
      scope: owner.scope, title: owner.title, banks: owner.banks,
      branches: parts.flatMap(\.branches),
      versions: Dictionary(uniqueKeysWithValues: versions),
      capital: Dictionary(uniqueKeysWithValues: capital))
    named.part = request.part
    if !rules.isEmpty { named.rules = rules }
    return named
  }

  static func hasLoans(_ bank: Bank, _ connection: Connection) throws -> Bool {
    let head = try BankRepository(connection).readHead(bankID: bank.id)
    return (head?.lastLoanID ?? 0) > 0
  }
}
