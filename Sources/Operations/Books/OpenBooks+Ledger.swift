import Banks
import Quantities
package import Repositories

/// A line of a ledger: one side of a posting, and what its account holds after it.
package struct LedgerLine: Hashable, Sendable {
  package let posting: BookPosting
  package let account: AccountEntry
  package let isDebit: Bool
  /// What the ledger holds after this line, counted up on the side on which the account grows.
  package let balance: Int128

  package var counterAccount: String { isDebit ? posting.credit : posting.debit }
}

/// The sums of a ledger's lines.
package struct LedgerTotals: Hashable, Sendable {
  /// What it held before the first day, counted as `LedgerLine.balance`.
  package let opening: Int128
  package var debit: Int128 = 0
  package var credit: Int128 = 0
  package var closing: Int128
  package var lineCount = 0

  init(opening: Int128) {
    self.opening = opening
    closing = opening
  }
}

/// The ledger of an account, or of an account and its parts.
package struct AccountLedger {
  package let account: AccountEntry
  package let parts: [AccountEntry]
  /// What it holds before the first day, counted up on the side on which the account grows.
  package let opening: Int128
  private let books: OpenBooks

  init(_ books: OpenBooks, _ account: AccountEntry, parts: [AccountEntry], opening: Int128) {
    self.books = books
    self.account = account
    self.parts = parts
    self.opening = opening
  }

  /// Gives each line to `body`, in the order of the books.
  ///
  /// A posting between two parts of the account has two lines.
  package func each(_ body: (LedgerLine) throws -> Void) throws -> LedgerTotals {
    let byCode = Dictionary(parts.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    var totals = LedgerTotals(opening: opening)
    for stretch in books.stretches {
      try books.repository.eachPosting(stretch, accounts: parts.map(\.code)) { posting in
        for isDebit in [true, false] {
          guard let part = byCode[isDebit ? posting.debit : posting.credit] else { continue }
          totals.add(posting.amount, isDebit: isDebit, to: account)
          try body(
            LedgerLine(
              posting: posting, account: part, isDebit: isDebit, balance: totals.closing))
        }
      }
    }
    return totals
  }

  /// Gives what the account holds of each loan to `body`, by loan number; debits count up.
  ///
  /// This is the sub-ledger: its sum is the account's own balance, but for what runs book for the
  /// whole bank.
  package func eachLoan(_ body: (LoanSum) throws -> Void) throws {
    try books.repository.eachLoan(books.window, accounts: parts.map(\.code), body)
  }
}

extension LedgerTotals {
  mutating func add(_ amount: Money, isDebit: Bool, to account: AccountEntry) {
    let minorUnits = Int128(amount.minorUnits)
    if isDebit { debit += minorUnits } else { credit += minorUnits }
    closing += account.isGrown(byDebit: isDebit) ? minorUnits : -minorUnits
    lineCount += 1
  }
}

extension AccountEntry {
  /// Whether a debit, or else a credit, makes it more.
  fileprivate func isGrown(byDebit isDebit: Bool) -> Bool { (side == .credit) != isDebit }

  /// A balance of debits less credits, counted up on the side on which the account grows.
  package func grown(_ balance: Int128) -> Int128 { side == .credit ? -balance : balance }
}

extension OpenBooks {
  /// The ledger of an account and its parts.
  ///
  /// - Throws: `BooksError.accountUnknown`; `PostgresError`.
  package func ledger(of code: String) throws -> AccountLedger {
    let parts = try chart.parts(of: code)
    guard let account = chart[code] else { throw BooksError.accountUnknown(code) }
    let codes = Set(parts.map(\.code))
    var opening: Int128 = 0
    for stretch in stretchesBefore {
      for sum in try repository.sums(stretch) {
        if codes.contains(sum.debit) { opening += sum.amount }
        if codes.contains(sum.credit) { opening -= sum.amount }
      }
    }
    return AccountLedger(self, account, parts: parts, opening: account.grown(opening))
  }

  /// The sub-ledger of a loan: by account, the lines within the days asked for.
  ///
  /// - Parameters:
  ///   - number: the loan's number.
  ///   - code: of the account, with its parts, that alone is wanted.
  /// - Returns: a ledger for each account that the loan has moved.
  /// - Throws: `OperationError.loanUnknown`; `BooksError.accountUnknown`; `PostgresError`.
  package func ledger(
    ofLoan number: String, account code: String? = nil
  ) throws -> [LoanAccountLedger] {
    guard try LoanRepository(connection).find(bankID: bank.id, number: number) != nil else {
      throw OperationError.loanUnknown(number, bank: bank.code)
    }
    let wanted = try code.map { try chart.parts(of: $0) } ?? chart.accounts
    let postings = try repository.postings(ofLoan: number, through: window)
    return wanted.compactMap { account in
      LoanAccountLedger(account, postings, from: days.lowerBound)
    }
  }
}

/// What one account holds of one loan, line by line.
package struct LoanAccountLedger: Hashable, Sendable {
  package let account: AccountEntry
  package let lines: [LedgerLine]
  package let totals: LedgerTotals

  /// Nil if none of the postings is on the account.
  init?(_ account: AccountEntry, _ postings: [BookPosting], from first: Day) {
    var before: Int128 = 0
    var within: [(BookPosting, isDebit: Bool)] = []
    for posting in postings {
      for isDebit in [true, false]
      where (isDebit ? posting.debit : posting.credit) == account.code {
        if posting.bookedOn < first {
          let amount = Int128(posting.amount.minorUnits)
          before += account.isGrown(byDebit: isDebit) ? amount : -amount
        } else {
          within.append((posting, isDebit))
        }
      }
    }
    guard !within.isEmpty || before != 0 else { return nil }
    var totals = LedgerTotals(opening: before)
    self.account = account
    lines = within.map { posting, isDebit in
      totals.add(posting.amount, isDebit: isDebit, to: account)
      return LedgerLine(
        posting: posting, account: account, isDebit: isDebit, balance: totals.closing)
    }
    self.totals = totals
  }
}
