import Postgres
package import Quantities

/// What of a bank's books is looked at: some days, and no fact later than one.
package struct BooksWindow: Hashable, Sendable {
  package var bankID: Int64
  package var days: ClosedRange<Day>
  /// The last fact that is known; its successors, and what they booked, are left out.
  package var lastFact: Int64

  package init(bankID: Int64, days: ClosedRange<Day>, lastFact: Int64) {
    self.bankID = bankID
    self.days = days
    self.lastFact = lastFact
  }

  /// The same with other days.
  package func on(_ days: ClosedRange<Day>) -> BooksWindow {
    BooksWindow(bankID: bankID, days: days, lastFact: lastFact)
  }
}

/// What moved between two accounts, all postings together.
package struct PairSum: Hashable, Sendable {
  package let debit: String
  package let credit: String
  package let amount: Int128
}

/// What some accounts hold of a loan, and how that came about; debits count up.
package struct LoanSum: Hashable, Sendable {
  package let loanNumber: String
  package let opening: Int128
  package let debit: Int128
  package let credit: Int128

  package var closing: Int128 { opening + debit - credit }
}

/// One posting as the books show it: with the names of what it belongs to.
package struct BookPosting: Hashable, Sendable {
  package let bookedOn: Day
  package let valueOn: Day
  package let factNumber: Int64
  /// Nil for the posting of a fact.
  package let runNumber: Int32?
  /// What the fact tells.
  package let factKind: String
  /// Nil for what a run booked for the whole bank.
  package let loanNumber: String?
  package let kind: String
  package let payer: String
  package let debit: String
  package let credit: String
  package let amount: Money

  init(_ row: Row) throws(PostgresError) {
    bookedOn = try row.get(0)
    valueOn = try row.get(1)
    factNumber = try row.get(2)
    runNumber = try row.optional(3)
    factKind = try row.get(4)
    loanNumber = try row.optional(5)
    kind = try row.get(6)
    payer = try row.get(7)
    debit = try row.get(8)
    credit = try row.get(9)
    amount = try row.get(10)
  }
}

/// All that one fact or run booked: one entry of a journal.
package struct BookEntry: Hashable, Sendable {
  /// What moved between two accounts for one reason.
  package struct Movement: Hashable, Sendable {
    /// Nil where it is the sum of many loans' postings.
    package let loanNumber: String?
    package let kind: String
    package let payer: String
    package let debit: String
    package let credit: String
    package let amount: Int128
    package let postingCount: Int64

    package init(
      loanNumber: String?, kind: String, payer: String, debit: String, credit: String,
      amount: Int128, postingCount: Int64
    ) {
      self.loanNumber = loanNumber
      self.kind = kind
      self.payer = payer
      self.debit = debit
      self.credit = credit
      self.amount = amount
      self.postingCount = postingCount
    }
  }

  package let bookedOn: Day
  package let valueOn: Day
  package let factNumber: Int64
  /// Nil for the entry of a fact.
  package let runNumber: Int32?
  package let factKind: String
  package var movements: [Movement] = []

  package init(
    bookedOn: Day, valueOn: Day, factNumber: Int64, runNumber: Int32?, factKind: String
  ) {
    self.bookedOn = bookedOn
    self.valueOn = valueOn
    self.factNumber = factNumber
    self.runNumber = runNumber
    self.factKind = factKind
  }

  init(_ row: Row) throws(PostgresError) {
    bookedOn = try row.get(0)
    valueOn = try row.get(1)
    factNumber = try row.get(2)
    runNumber = try row.optional(3)
    factKind = try row.get(4)
  }

  /// The loan that all of it is about; nil if there are several.
  package var loanNumber: String? {
    guard let first = movements.first?.loanNumber else { return nil }
    return movements.allSatisfy { $0.loanNumber == first } ? first : nil
  }

  func isSame(_ other: BookEntry) -> Bool {
    bookedOn == other.bookedOn && factNumber == other.factNumber && runNumber == other.runNumber
  }
}

extension BookEntry.Movement {
  init(_ row: Row) throws(PostgresError) {
    loanNumber = try row.optional(5)
    kind = try row.get(6)
    payer = try row.get(7)
    debit = try row.get(8)
    credit = try row.get(9)
    amount = try row.get(10)
    postingCount = try row.get(11)
  }
}
