package import Generator
package import Postgres
import Quantities
import Repositories

/// What a generated book came to.
package struct GeneratedBook: Hashable, Sendable {
  package var banks = 0
  package var loans = 0
  package var facts: Int64 = 0
  /// Rows of all tables.
  package var rows = 0
}

/// An invented book is written into a database that has a catalog and nothing else: loans, their
/// facts, and what runs of each month would have booked.
///
/// Shape:  bank by bank: one pass counts the facts of each day, which gives them their numbers; a
///         second one makes the rows, piece by piece, on several tasks; one connection writes them.
/// Bounds: some pieces of a few hundred loans at a time, and for each piece a count a day.
/// Books:  what facts and runs book, positions and states come from `LoanBooks`.
package enum GenerateBook {
  /// - Parameters:
  ///   - plan: what is asked for.
  ///   - jobs: how many tasks make rows; the book is the same for any number.
  ///   - pool: connections as the owner of the tables, patient with the making of keys.
  ///   - progress: called with the number of loans written since the last call.
  /// - Returns: what was written; everything or, after an error, nothing.
  /// - Throws: `GenerateError`, `OriginationError`, `PostgresError`.
  package static func run(
    _ plan: BookPlan, jobs: Int, on pool: ConnectionPool,
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws -> GeneratedBook {
    try plan.check()
    let handoff = Handoff<BookPiece>(room: 2 * jobs + 2)
    let (desks, give) = AsyncStream<[BankDesk]>.makeStream()
    let maker = Task {
      for await desks in desks {
        do {
          for desk in desks { try await make(desk, jobs: jobs, handoff) }
          handoff.finish()
        } catch {
          handoff.fail(error)
        }
      }
    }
    defer {
      give.finish()
      handoff.close()
      maker.cancel()
    }
    return try await pool.run { connection in
      try connection.transaction {
        let book = BookRepository(connection)
        let state = try book.check()
        guard state.isOwner else { throw GenerateError.notOwner }
        guard state.isEmpty else { throw GenerateError.notEmpty }
        let shared = try BookDesk(connection, plan)
        try plan.check(shared.rules.market)
        try book.dropKeys(plan.firstMonth...plan.lastMonth, runCount: plan.runCount)
        give.yield(try shared.desks(plan))
        let (written, runs) = try write(handoff, connection, progress)
        try book.restoreKeys()
        for (bankID, run) in runs { try ProvisionDesk(connection, bankID: bankID).book(run) }
        for bank in try BankRepository(connection).listBanks() {
          try PortfolioDesk(connection, bank, knownAt: .max).keep(through: plan.lastMonth)
        }
        return written
      }
    }
  }

  /// Makes the pieces of one bank, in order of their places in the handoff.
  private static func make(
    _ desk: BankDesk, jobs: Int, _ handoff: Handoff<BookPiece>
  ) async throws {
    guard desk.loanCount > 0 else { return }
    let counts = try await counts(desk, jobs: jobs)
    let maker = PieceMaker(desk, counts)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<desk.pieceCount {
        if number >= jobs { try await group.next() }
        guard let place = await handoff.place() else { throw CancellationError() }
        group.addTask {
          var piece = try maker.piece(number)
          if number == desk.pieceCount - 1 { piece.end = maker.end }
          handoff.put(piece, at: place)
        }
      }
      try await group.waitForAll()
    }
  }

  private static func counts(_ desk: BankDesk, jobs: Int) async throws -> [PieceCount] {
    var counts: [Int: PieceCount] = [:]
    try await withThrowingTaskGroup(of: (Int, PieceCount).self) { group in
      for number in 0..<desk.pieceCount {
        if number >= jobs, let (done, count) = try await group.next() { counts[done] = count }
        group.addTask { (number, try desk.count(ofPiece: number)) }
      }
      for try await (done, count) in group { counts[done] = count }
    }
    return (0..<desk.pieceCount).compactMap { counts[$0] }
  }

  private static func write(
    _ handoff: Handoff<BookPiece>, _ connection: Connection, _ progress: (Int) -> Void
  ) throws -> (GeneratedBook, runs: [(bankID: Int64, run: StoredRun)]) {
    let book = BookRepository(connection)
    var written = GeneratedBook()
    var runs: [(bankID: Int64, run: StoredRun)] = []
    var sums: [BookPiece.RunSums] = []
    var serials: [Int: Int] = [:]
    while let piece = try handoff.take() {
      try book.insert(piece.rows)
      written.rows += piece.rows.count
      written.loans += piece.rows.loanCount
      if sums.isEmpty { sums = piece.runs.map { _ in BookPiece.RunSums() } }
      for (run, sum) in piece.runs.enumerated() { sums[run].add(sum) }
      serials.merge(piece.serials) { max($0, $1) }
      progress(piece.rows.loanCount)
      guard let end = piece.end else { continue }
      try finish(end, sums, serials, connection)
      runs += end.runs.map {
        (end.head.bankID, StoredRun($0.run, $0.request))
      }
      written.banks += 1
      written.facts += end.head.lastFactNumber
      sums = []
      serials = [:]
    }
    return (written, runs)
  }

  /// Writes what a bank's loans came to: its runs, serials and head.
  private static func finish(
    _ end: BookPiece.BankEnd, _ sums: [BookPiece.RunSums], _ serials: [Int: Int],
    _ connection: Connection
  ) throws {
    let book = BookRepository(connection)
    var facts = BookRows()
    for fact in end.facts { facts.add(fact, detail: nil) }
    try book.insert(facts)
    for (place, run) in end.runs.enumerated() {
      var run = run.run
      run.loanCount = sums[place].loanCount
      run.transferCount = sums[place].transferCount
      run.interest = sums[place].interest
      run.penalty = sums[place].penalty
      try AccrualRepository(connection).insert(run, bankID: end.head.bankID)
    }
    for (year, last) in serials.sorted(by: { $0.key < $1.key }) {
      try book.insertSerial(bankID: end.head.bankID, year: year, last: last)
    }
    try book.save(end.head)
  }
}

extension PieceMaker {
  /// The bank's own facts and where it stands after all of its loans.
  var end: BookPiece.BankEnd {
    var facts: [FactRecord] = []
    var runs: [(run: AccrualRun, request: RunRequest)] = []
    for known in numbers.bankFacts {
      var fact = FactRecord(
        .dayClosed, of: desk.bank.id, number: known.number, bookedOn: known.bookedOn,
        recordedAt: numbers.recordedAt(known.number, on: known.bookedOn))
      fact.login = InventedFacts.login
      fact.officerID = desk.accountOfficer
      switch known.kind {
      case .accrued(let month, let run):
        fact.kind = .accrued
        fact.idempotencyKey = "accrue/\(month)/run-\(run)"
        let request = desk.request(month)
        fact.request = request.text
        runs.append(
          (AccrualRun(number: run, factNumber: known.number, month: month, version: 1), request))
      case .dayClosed(let until):
        fact.idempotencyKey = "close-day/\(known.bookedOn)"
        fact.request = "close day\nfrom=\(known.bookedOn)\nto=\(until)"
      }
      facts.append(fact)
    }
    var head = BookEnd(bankID: desk.bank.id, businessDate: desk.plan.lastMonth.lastDay)
    head.lastFactNumber = numbers.last.number
    head.lastRecordedAt = numbers.last.recordedAt
    head.lastLoanID = Int64(desk.loanCount)
    head.lastPartyID = 2 * Int64(desk.loanCount)
    head.lastRunNumber = Int32(runs.count)
    return BookPiece.BankEnd(facts: facts, runs: runs, head: head)
  }
}
