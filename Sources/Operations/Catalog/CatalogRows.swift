package import Repositories

/// A value read from a file, and the line it began on.
package struct Lined<Value: Sendable>: Sendable {
  /// The line of the file, from 1.
  package let line: Int
  package let value: Value

  package init(_ value: Value, line: Int) {
    self.value = value
    self.line = line
  }
}

/// The rows that one file has for one table, in the order of the file.
package struct CatalogRows<Entry: CatalogEntry>: Sendable {
  /// The file's name, for messages.
  package let file: String
  package var rows: [Lined<Entry>]

  package init(file: String, rows: [Lined<Entry>] = []) {
    self.file = file
    self.rows = rows
  }
}

/// What one load brings, in the order in which it is checked and written.
package struct CatalogContent: Sendable {
  package var accounts = CatalogRows<AccountEntry>(file: "accounts.csv")
  package var divisions = CatalogRows<DivisionEntry>(file: "divisions.csv")
  package var sponsors = CatalogRows<SponsorEntry>(file: "sponsors.csv")
  package var banks = CatalogRows<BankEntry>(file: "banks.csv")
  package var capital = CatalogRows<CapitalEntry>(file: "bank_capital.csv")
  package var branches = CatalogRows<BranchEntry>(file: "branches.csv")
  package var officers = CatalogRows<OfficerEntry>(file: "officers.csv")
  package var publications = CatalogRows<PublicationEntry>(file: "lpr.csv")
  package var calendar = CatalogRows<CalendarEntry>(file: "calendar.csv")
  package var programmes = CatalogRows<ProgrammeEntry>(file: "programmes.csv")
  package var funds = CatalogRows<FundEntry>(file: "funds.csv")
  package var stress = CatalogRows<StressEntry>(file: "stress.csv")
  package var lossShares = CatalogRows<LossShareEntry>(file: "loss_given_default.csv")
  package var scenarios = CatalogRows<MacroScenarioEntry>(file: "macro_scenarios.csv")
  /// One for each file of `products/`.
  package var products: [CatalogRows<ProductEntry>] = []
  package var tiers = CatalogRows<TierEntry>(file: "approval_tiers.csv")
  package var provisions = CatalogRows<ProvisionEntry>(file: "provision_policies.csv")
  package var matrix = CatalogRows<MatrixEntry>(file: "small_enterprise_matrix.csv")
  package var documents = CatalogRows<DocumentEntry>(file: "documents.csv")
  /// One for each file of `scores/`.
  package var scorecards: [CatalogRows<ScorecardEntry>] = []

  package init() {}
}

/// What became of the rows of one file.
package struct CatalogCount: Hashable, Sendable {
  package let file: String
  package let added: Int
  /// Rows that were there with the same content.
  package let unchanged: Int

  package init(file: String, added: Int, unchanged: Int) {
    self.file = file
    self.added = added
    self.unchanged = unchanged
  }
}
