import Postgres
package import Repositories

/// The chart of accounts, with what is part of what.
package struct Chart: Hashable, Sendable {
  /// By code.
  package let accounts: [AccountEntry]
  private let byCode: [String: AccountEntry]

  package init(_ accounts: [AccountEntry]) {
    self.accounts = accounts.sorted { $0.code < $1.code }
    byCode = Dictionary(accounts.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
  }

  init(_ connection: Connection) throws(PostgresError) {
    self.init(try CatalogRepository(connection).accounts())
  }

  package subscript(code: String) -> AccountEntry? { byCode[code] }

  /// Whether an account stands off the balance sheet.
  package func isOff(_ code: String) -> Bool { byCode[code]?.side == .off }

  /// The account and its parts, and theirs, by code.
  ///
  /// - Throws: `BooksError.accountUnknown`
  package func parts(of code: String) throws(BooksError) -> [AccountEntry] {
    guard byCode[code] != nil else { throw .accountUnknown(code) }
    return accounts.filter { isPart($0, of: code) }
  }

  private func isPart(_ account: AccountEntry, of code: String) -> Bool {
    var next: AccountEntry? = account
    // A chart that a bank has bent into a ring is left after as many steps as it has accounts.
    for _ in accounts {
      guard let account = next else { return false }
      if account.code == code { return true }
      next = account.parent.flatMap { byCode[$0] }
    }
    return false
  }
}
