package import Postgres
package import Quantities

/// The books of a bank as reports read them: the postings of its facts and of its runs together.
package struct BooksRepository {
  private static let findKnownFact = Statement.file("books/find_known_fact")
  private static let findSpan = Statement.file("books/find_span")
  private static let sumPostings = Statement.file("books/sum_postings")
  private static let sumLoans = Statement.file("books/sum_loans")
  private static let listPostings = Statement.file("books/list_postings")
  private static let listPostingsOfLoan = Statement.file("books/list_postings_of_loan")
  private static let listEntries = Statement.file("books/list_entries")

  private let connection: Connection

  package init(_ connection: Connection) { self.connection = connection }

  /// The last fact recorded by a moment; 0 before the first.
  package func findKnownFact(bankID: Int64, at instant: Instant) throws(PostgresError) -> Int64 {
    try connection.first(Self.findKnownFact, [bankID, instant])?.get("fact_number") ?? 0
  }

  /// The first and the last day on which something can be booked; nil for a bank without facts.
  package func findSpan(bankID: Int64) throws(PostgresError) -> ClosedRange<Day>? {
    guard let row = try connection.first(Self.findSpan, [bankID]),
      let first: Day = try row.optional("first_day"), let last: Day = try row.optional("last_day")
    else { return nil }
    return first...last
  }

  /// What moved between each two accounts.
  package func sums(_ window: BooksWindow) throws(PostgresError) -> [PairSum] {
    var sums: [PairSum] = []
    for row in try connection.query(Self.sumPostings, parameters(window)) {
      sums.append(
        PairSum(
          debit: try row.get("debit_account"), credit: try row.get("credit_account"),
          amount: try row.get("amount")))
    }
    return sums
  }

  /// What these accounts hold of each loan, by loan number.
  package func eachLoan(
    _ window: BooksWindow, accounts: [String], _ body: (LoanSum) throws -> Void
  ) throws {
    try connection.each(Self.sumLoans, parameters(window) + [accounts]) { row in
      try body(
        LoanSum(
          loanNumber: try row.get(0), opening: try row.get(1), debit: try row.get(2),
          credit: try row.get(3)))
    }
  }

  /// Each posting that debits or credits one of these accounts, or each of all (nil), in the order
  /// of the books.
  package func eachPosting(
    _ window: BooksWindow, accounts: [String]? = nil, _ body: (BookPosting) throws -> Void
  ) throws {
    try connection.each(Self.listPostings, parameters(window) + [accounts]) { row in
      try body(BookPosting(row))
    }
  }

  /// The postings of a loan through the window's last day, those before its first too.
  package func postings(
    ofLoan number: String, through window: BooksWindow
  ) throws(PostgresError) -> [BookPosting] {
    var postings: [BookPosting] = []
    let rows = try connection.query(
      Self.listPostingsOfLoan,
      [window.bankID, number, window.days.upperBound, window.lastFact])
    for row in rows { postings.append(try BookPosting(row)) }
    return postings
  }

  /// What each fact and each run booked, in the order of the books; a run's loans summed.
  package func eachEntry(_ window: BooksWindow, _ body: (BookEntry) throws -> Void) throws {
    var entry: BookEntry?
    try connection.each(Self.listEntries, parameters(window)) { row in
      let next = try BookEntry(row)
      if let done = entry, !done.isSame(next) {
        try body(done)
        entry = nil
      }
      if entry == nil { entry = next }
      entry?.movements.append(try BookEntry.Movement(row))
    }
    if let entry { try body(entry) }
  }

  private func parameters(_ window: BooksWindow) -> [(any PostgresEncodable)?] {
    [window.bankID, window.days.lowerBound, window.days.upperBound, window.lastFact]
  }
}
