package import Repositories

/// What each account held, what moved, and what it holds then.
package struct TrialBalance: Hashable, Sendable {
  package struct Line: Hashable, Sendable {
    package let account: AccountEntry
    /// Debits less credits, before the first day.
    package var opening: Int128 = 0
    package var debit: Int128 = 0
    package var credit: Int128 = 0

    package var closing: Int128 { opening + debit - credit }
  }

  /// The six columns' sums; in each pair the two are equal.
  package struct Totals: Hashable, Sendable {
    package var opening: (debit: Int128, credit: Int128) { (openingDebit, openingCredit) }
    package var closing: (debit: Int128, credit: Int128) { (closingDebit, closingCredit) }
    package var debit: Int128 = 0
    package var credit: Int128 = 0
    private var openingDebit: Int128 = 0
    private var openingCredit: Int128 = 0
    private var closingDebit: Int128 = 0
    private var closingCredit: Int128 = 0

    init(_ lines: [Line]) {
      for line in lines {
        debit += line.debit
        credit += line.credit
        openingDebit += max(line.opening, 0)
        openingCredit += max(-line.opening, 0)
        closingDebit += max(line.closing, 0)
        closingCredit += max(-line.closing, 0)
      }
    }

    /// Whether debits and credits are the same, as they are in books kept by double entry.
    package var isBalanced: Bool {
      debit == credit && openingDebit == openingCredit && closingDebit == closingCredit
    }
  }

  private let chart: Chart
  private var byCode: [String: Line] = [:]

  package init(_ chart: Chart) { self.chart = chart }

  /// The accounts that have ever moved, by code: those of the balance sheet, or those off it.
  package func lines(off: Bool) -> [Line] {
    byCode.values.filter { ($0.account.side == .off) == off }
      .sorted { $0.account.code < $1.account.code }
  }

  package func totals(off: Bool) -> Totals { Totals(lines(off: off)) }

  /// What an account holds at the end; nothing for one that has never moved.
  package func closing(_ code: String) -> Int128 { byCode[code]?.closing ?? 0 }

  /// Adds what moved before the first day.
  mutating func addOpening(_ sum: PairSum) {
    change(sum.debit) { $0.opening += sum.amount }
    change(sum.credit) { $0.opening -= sum.amount }
  }

  /// Adds what moved within the days.
  mutating func add(_ sum: PairSum) {
    change(sum.debit) { $0.debit += sum.amount }
    change(sum.credit) { $0.credit += sum.amount }
  }

  private mutating func change(_ code: String, _ change: (inout Line) -> Void) {
    guard let account = chart[code] else {
      preconditionFailure("the books name \(code), which the foreign key to accounts forbids")
    }
    change(&byCode[code, default: Line(account: account)])
  }
}

extension OpenBooks {
  /// The trial balance of the days asked for.
  package func trialBalance() throws -> TrialBalance {
    var balance = TrialBalance(chart)
    try add(to: &balance)
    return balance
  }

  /// Adds the bank's books to a trial balance.
  func add(to balance: inout TrialBalance) throws {
    for stretch in stretchesBefore {
      for sum in try repository.sums(stretch) { balance.addOpening(sum) }
    }
    for stretch in stretches {
      for sum in try repository.sums(stretch) { balance.add(sum) }
    }
  }
}
