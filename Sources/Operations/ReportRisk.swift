package import Banks
package import Postgres
package import Quantities
package import Reporting
import Repositories

/// Whose portfolio a report is about.
package enum ReportScope: Hashable, Sendable {
  case bank(String)
  /// All banks of a sponsor; an empty code names the only sponsor there is.
  case sponsor(String)
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

  package init(
    report: RiskReport, scope: ReportScope, title: BilingualName, banks: [Bank],
    branches: [Branch], versions: [Int64: Int32]
  ) {
    self.report = report
    self.scope = scope
    self.title = title
    self.banks = banks
    self.branches = branches
    self.versions = versions
  }
}

/// The portfolio risk report, read from month-end positions.
package enum ReportRisk {
  /// - Throws: `OperationError.bankUnknown`, `.sponsorUnknown`, `.currenciesDiffer`,
  ///   `.monthNotAccrued` if a bank with loans has no positions of the month; `PostgresError`.
  package static func run(
    month: Month, scope: ReportScope, on pool: ConnectionPool
  ) async throws -> NamedRiskReport {
    try await pool.transaction(.readOnlySnapshot) { connection in
      let (scope, title, banks) = try select(scope, BankRepository(connection))
      let currencies = Set(banks.map(\.currency))
      guard let currency = currencies.first, currencies.count == 1 else {
        throw OperationError.currenciesDiffer(currencies.map(\.code).sorted())
      }
      var report = RiskReport(month: month, currency: currency)
      var missing: [String] = []
      var versions: [Int64: Int32] = [:]
      let positions = PositionRepository(connection)
      for bank in banks {
        if let version = try positions.version(bankID: bank.id, month: month) {
          versions[bank.id] = version
          try positions.each(bankID: bank.id, month: month, version: version) { report.add($0) }
        } else if try hasLoans(bank, connection) {
          missing.append(bank.code)
        }
      }
      guard missing.isEmpty else { throw OperationError.monthNotAccrued(month, banks: missing) }
      var branches: [Branch] = []
      for bank in banks {
        branches += try BankRepository(connection).listBranches(bankID: bank.id)
      }
      return NamedRiskReport(
        report: report, scope: scope, title: title, banks: banks, branches: branches,
        versions: versions)
    }
  }

  private static func select(
    _ scope: ReportScope, _ repository: BankRepository
  ) throws -> (ReportScope, BilingualName, [Bank]) {
    switch scope {
    case .bank(let code):
      let bank = try repository.loadBank(code: code)
      return (scope, bank.name, [bank])
    case .sponsor(let code):
      guard let sponsor = try repository.findSponsor(code: code) else {
        throw OperationError.sponsorUnknown(code)
      }
      let banks = try repository.listBanks().filter { $0.sponsorID == sponsor.id }
      return (.sponsor(sponsor.code), sponsor.name, banks)
    }
  }

  private static func hasLoans(_ bank: Bank, _ connection: Connection) throws -> Bool {
    let head = try BankRepository(connection).readHead(bankID: bank.id)
    return (head?.lastLoanID ?? 0) > 0
  }
}
