package import Posting
package import Quantities

/// Balances of accounts: debits less credits.
package struct Books {
  private var balances: [Account: Money] = [:]

  package init() {}

  package mutating func post(_ transfers: [Transfer]) {
    for transfer in transfers {
      balances[transfer.debit, default: .zero] += transfer.amount
      balances[transfer.credit, default: .zero] -= transfer.amount
    }
  }

  package func balance(_ account: Account) -> Money { balances[account] ?? .zero }

  /// The sum of all accounts: zero, always.
  package var sum: Money { balances.values.reduce(.zero, +) }
}
