package import Banks
package import Postgres
package import Quantities
import Repositories

/// A trial balance of one bank or of all banks of a sponsor.
package struct NamedTrialBalance: Sendable {
  package let balance: TrialBalance
  /// Whose it is, with the sponsor's code even where none was asked for.
  package let scope: ReportScope
  package let title: BilingualName
  package let currency: Currency
  /// The days it is about.
  package let days: ClosedRange<Day>
  /// The banks and the last fact that was seen of each, by number.
  package let banks: [(bank: Bank, lastFact: Int64)]
}

/// The trial balance: one query a bank and month, summed here; no query joins two banks.
package enum ReportTrialBalance {
  /// - Throws: `OperationError.bankUnknown`, `.sponsorUnknown`, `.currenciesDiffer`;
  ///   `BooksError.daysReversed`; `PostgresError`.
  package static func run(
    _ request: BooksRequest, scope: ReportScope, on pool: ConnectionPool
  ) async throws -> NamedTrialBalance {
    try await pool.transaction(.readOnlySnapshot) { connection in
      let owner = try scope.owner(BankRepository(connection))
      let chart = try Chart(connection)
      var balance = TrialBalance(chart)
      var days: ClosedRange<Day>?
      var quiet: ClosedRange<Day>?
      var banks: [(bank: Bank, lastFact: Int64)] = []
      for bank in owner.banks {
        let books = try ReadBooks.open(bank, request, chart, connection)
        try books.add(to: &balance)
        banks.append((bank, books.lastFact))
        guard books.span != nil else {
          quiet = books.days
          continue
        }
        days = days.map { merged($0, books.days) } ?? books.days
      }
      return NamedTrialBalance(
        balance: balance, scope: owner.scope, title: owner.title, currency: owner.currency,
        days: days ?? quiet ?? Day.first...Day.first, banks: banks)
    }
  }

  private static func merged(
    _ one: ClosedRange<Day>, _ other: ClosedRange<Day>
  ) -> ClosedRange<Day> {
    min(one.lowerBound, other.lowerBound)...max(one.upperBound, other.upperBound)
  }
}
