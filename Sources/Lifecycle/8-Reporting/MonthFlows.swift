import Posting
package import Risk

/// What a month brought, in minor units.
package struct MonthFlows: Hashable, Sendable {
  package private(set) var disbursed: Int128 = 0
  package private(set) var repaid: Int128 = 0
  package private(set) var writtenOff: Int128 = 0
  /// Interest, penalty and compound interest earned on the books.
  package private(set) var income: Int128 = 0
  /// What borrowers brought of loans on the books, without costs: what was settled with them, but
  /// for what was paid out and what was recovered after a write-off.
  package private(set) var collected: Int128 = 0

  /// - Parameter flows: what was booked, by kind and accounts; where debit and credit have changed
  ///   places the amount counts against.
  package init(_ flows: [PortfolioMonth.Flow]) {
    for flow in flows {
      let lent = Int128(flow.amount) * (Self.isPrincipal(flow.debit) ? 1 : -1)
      switch TransferKind(rawValue: flow.kind) {
      case .disbursement: disbursed += lent
      case .principalRepaid: repaid -= lent
      case .writtenOff: writtenOff -= lent
      default: break
      }
      if !Self.notCollected.contains(flow.kind) {
        if flow.debit == Account.settlement.rawValue { collected += Int128(flow.amount) }
        if flow.credit == Account.settlement.rawValue { collected -= Int128(flow.amount) }
      }
      if Self.isIncome(flow.credit) { income += Int128(flow.amount) }
      if Self.isIncome(flow.debit) { income -= Int128(flow.amount) }
    }
  }

  private static let notCollected = [
    TransferKind.disbursement, .costs, .costsRepaid, .recovered,
  ].map(\.rawValue)

  private static func isPrincipal(_ account: String) -> Bool {
    account.hasPrefix(Account.loans.rawValue)
  }

  private static func isIncome(_ account: String) -> Bool {
    account == Account.interestIncome.rawValue || account == Account.penaltyIncome.rawValue
  }
}
