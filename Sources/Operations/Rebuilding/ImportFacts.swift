import Banks
package import Postgres
import Quantities
import Repositories

/// What a rebuilt database came to.
package struct RebuiltBooks: Hashable, Sendable {
  /// Lines of the export.
  package var lines = 0
  package var banks = 0
  package var loans = 0
  package var transfers = 0
  package var positions = 0
  package var closes = 0
}

/// An empty database is rebuilt from an export: its rows as they were, and from them all that
/// follows: transfers, positions, states, outlooks, runs and the digests of closed months.
///
/// Shape:  one transaction as the owner of the tables, whose keys are made anew at the end.
/// Bounds: a mebibyte of lines, and the rows of some hundred loans.
/// Books:  what facts and runs book comes from `LoanBooks`, as verification has it.
package enum ImportFacts {
  /// Bytes of rows that are inserted at once.
  private static let batchSize = 1 << 20

  /// - Parameters:
  ///   - open: opens what gives the lines one after the other, nil at the end.
  ///   - pool: connections as the owner of the tables, patient with the making of keys.
  ///   - progress: called with the number of loans whose books were made since the last call.
  /// - Returns: what was written; everything or, after an error, nothing.
  /// - Throws: `RebuildError`, what `open` throws, `PostgresError`; `SchedulingError` or
  ///   `ServicingError` of a loan that can't be computed.
  package static func run(
    _ open: @Sendable @escaping () throws -> (() throws -> String?), on pool: ConnectionPool,
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws -> RebuiltBooks {
    try await pool.run { connection in
      try connection.transaction {
        let book = BookRepository(connection)
        let rebuild = RebuildRepository(connection)
        guard try book.check().isOwner else { throw RebuildError.notOwner }
        if let table = try rebuild.firstFilled() { throw RebuildError.notEmpty(table: table) }
        try rebuild.setTimeZone()
        try book.dropKeys()
        var books = RebuiltBooks()
        books.lines = try take(try open(), rebuild)
        try rebuild.checkNow()
        try rebuild.makeMonths()
        let banks = try BankRepository(connection).listBanks().sorted { $0.id < $1.id }
        let desks = try banks.map { try RebuildDesk(connection, $0) }
        try makeParts(desks, connection)
        for desk in desks { try desk.deriveLoans(&books, progress) }
        try book.restoreKeys()
        for desk in desks { try desk.deriveProvisions(&books) }
        for desk in desks { books.closes += try desk.deriveCloses() }
        return books
      }
    }
  }

  /// Inserts the rows of the lines.
  ///
  /// - Returns: how many there are.
  private static func take(
    _ next: () throws -> String?, _ rebuild: RebuildRepository
  ) throws -> Int {
    var count = 0
    var table = ""
    var rows = ""
    func flush() throws {
      guard !rows.isEmpty else { return }
      try rebuild.insert("[" + rows + "]", into: table)
      rows = ""
    }
    while let text = try next() {
      count += 1
      guard let line = FactLine(text) else { throw RebuildError.lineUnreadable(count) }
      if line.table != table || rows.utf8.count >= batchSize {
        try flush()
        table = line.table
      }
      rows += rows.isEmpty ? line.row : "," + line.row
    }
    try flush()
    return count
  }

  /// Makes the parts of the tables that runs fill: one a month, and one a version of positions.
  private static func makeParts(_ desks: [RebuildDesk], _ connection: Connection) throws {
    let ids = desks.map(\.bank.id)
    guard let first = ids.first, let last = ids.last else { return }
    let range = LeafRange(firstBank: first, firstLoan: nil, lastBank: last, untilLoan: nil)
    let leaves = LeafRepository(connection)
    let runs = desks.flatMap(\.runs)
    for month in Set(runs.map(\.month)).sorted() {
      let leaf = Leaf(.runTransfers, month: month, mark: "all")
      try leaves.make(leaf)
      try leaves.attach(leaf, on: month.lastDay, range)
      for version in Set(runs.filter { $0.month == month }.compactMap(\.version)).sorted() {
        let leaf = Leaf(.positions(version: version), month: month, mark: "v\(version)")
        try leaves.make(leaf)
        try leaves.attach(leaf, on: month.firstDay, range)
      }
    }
  }
}
