package import Banks
package import Postgres

/// An account of the chart, as `seeds/accounts.csv` and the table `accounts` have it.
package struct AccountEntry: CatalogEntry, Hashable {
  /// The side on which the account grows.
  package enum Side: String, Hashable, Sendable, CaseIterable {
    case debit
    case credit
    /// 表外: a memo that stands in no balance sheet.
    case off
  }

  package let code: String
  package let name: BilingualName
  package let side: Side
  /// The account that this one is a part of; nil for one of the first level.
  package let parent: String?
  package let source: String

  package init(
    code: String, name: BilingualName, side: Side, parent: String?, source: String
  ) {
    self.code = code
    self.name = name
    self.side = side
    self.parent = parent
    self.source = source
  }

  package var key: String { code }

  package var content: [CatalogColumn] {
    [
      CatalogColumn("name_zh", name.chinese), CatalogColumn("name_en", name.english),
      CatalogColumn("side", side.rawValue), CatalogColumn("parent", parent ?? ""),
      CatalogColumn("source", source),
    ]
  }
}

extension CatalogRepository {
  private static let listAccounts = Statement.file("catalog/list_accounts")
  private static let insertAccount = Statement.file("catalog/insert_account")

  /// The chart of accounts, by code.
  package func accounts() throws(PostgresError) -> [AccountEntry] {
    var accounts: [AccountEntry] = []
    for row in try connection.query(Self.listAccounts) {
      accounts.append(
        AccountEntry(
          code: try row.get("account"), name: try row.name(), side: try row.value("side"),
          parent: try row.optional("parent"), source: try row.get("source")))
    }
    return accounts
  }

  package func insert(_ entries: [AccountEntry]) throws(PostgresError) {
    var batch = Batch(Self.insertAccount)
    for entry in entries {
      batch.add([
        entry.code, entry.name.chinese, entry.name.english, entry.side.rawValue, entry.parent,
        entry.source,
      ])
    }
    try batch.run(connection)
  }
}
