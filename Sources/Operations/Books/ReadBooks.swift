package import Banks
package import Postgres
package import Quantities
import Repositories

/// The books of one bank, open at some days and as known then, for as long as they are read.
package struct OpenBooks {
  package let bank: Bank
  package let chart: Chart
  /// The days asked for.
  package let days: ClosedRange<Day>
  /// The last fact that is seen.
  package let lastFact: Int64
  /// The days on which the bank has booked; empty before its first fact.
  let span: ClosedRange<Day>?
  let connection: Connection

  var repository: BooksRepository { BooksRepository(connection) }

  var window: BooksWindow { BooksWindow(bankID: bank.id, days: days, lastFact: lastFact) }

  /// The days asked for on which something can be booked, cut at the ends of months: a month is
  /// one partition, and its postings fit the server's memory while they are sorted.
  var stretches: [BooksWindow] { stretches(days) }

  /// The days before those asked for, cut likewise.
  var stretchesBefore: [BooksWindow] {
    guard let span, span.lowerBound < days.lowerBound else { return [] }
    return stretches(span.lowerBound...days.lowerBound - 1)
  }

  private func stretches(_ days: ClosedRange<Day>) -> [BooksWindow] {
    guard let span, span.overlaps(days) else { return [] }
    let within = days.clamped(to: span)
    var stretches: [BooksWindow] = []
    var first = within.lowerBound
    while first <= within.upperBound {
      let last = min(first.month.lastDay, within.upperBound)
      stretches.append(window.on(first...last))
      first = last + 1
    }
    return stretches
  }
}

/// Opens the books of a bank.
package enum ReadBooks {
  /// Lets `body` read the books in one unchanging picture of the database.
  ///
  /// It runs once and on the connection's own thread, so what it reads it can write away at once.
  ///
  /// - Throws: `OperationError.bankUnknown`; `BooksError.daysReversed`; what `body` throws;
  ///   `PostgresError`.
  package static func run<R: Sendable>(
    _ request: BooksRequest, bank code: String, on pool: ConnectionPool,
    _ body: @Sendable @escaping (OpenBooks) throws -> R
  ) async throws -> R {
    // Not the pool's own transaction, which may run `body` again after part of it was written.
    try await pool.run { connection in
      try connection.transaction(.readOnlySnapshot) {
        let bank = try BankRepository(connection).loadBank(code: code)
        return try body(try open(bank, request, Chart(connection), connection))
      }
    }
  }

  /// The books of a bank within a transaction that sees one picture.
  static func open(
    _ bank: Bank, _ request: BooksRequest, _ chart: Chart, _ connection: Connection
  ) throws -> OpenBooks {
    let repository = BooksRepository(connection)
    let span = try repository.findSpan(bankID: bank.id)
    let head = try BankRepository(connection).readHead(bankID: bank.id)
    let lastFact: Int64
    switch request.knownAt {
    case nil: lastFact = head?.lastFactNumber ?? 0
    case .fact(let number): lastFact = number
    case .instant(let instant):
      lastFact = try repository.findKnownFact(bankID: bank.id, at: instant)
    }
    // What a bank that has booked nothing shows is nothing, on the day it works on.
    let fallback =
      request.asOf ?? request.until ?? request.from ?? head?.businessDate ?? Day.first
    return OpenBooks(
      bank: bank, chart: chart, days: try request.days(within: span ?? fallback...fallback),
      lastFact: lastFact, span: span, connection: connection)
  }
}
