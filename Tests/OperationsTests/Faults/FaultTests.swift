import Fixtures
import Foundation
import Operations
import Postgres
import Quantities
import Repositories
import TestDatabase
import Testing

/// Goal: what befalls a run from outside changes no figure of the books.
///
/// Method: copies of one book of 600 loans; the books of each month are held to those of clean runs
/// on another copy.
@Suite("a month's end in trouble", .serialized)
struct FaultTests {
  static let months = (0..<4).map { Month(year: 2025, month: 7) + $0 }

  @Test("a network that is cut leaves the books whole, and they come to be the same")
  func network() async throws {
    let book = try await Book.shared()
    let clean = try await Self.cleanRuns(book)
    let copy = try await TestDatabase.copy(of: book.name)
    let proxy = try SocketProxy(before: copy)
    let village = Village.on(proxy.connectionInfo(copy), connections: 3)
    let seed: UInt64 = 20_251_124
    var random = SplitMix64(seed: seed)
    var tally = (cuts: 0, failed: 0)
    var before = try await Book.fingerprint(copy)
    for (index, month) in Self.months.enumerated() {
      for isLong in [false, true, true] {
        async let outcome = Self.outcome(of: month, village)
        try await Task.sleep(
          for: clean[index].time * Double.random(in: 0..<1, using: &random))
        if proxy.cut() > 0 { tally.cuts += 1 }
        if isLong { try await Task.sleep(for: .milliseconds(900)) }
        proxy.mend()
        if let code = await outcome {
          #expect(
            ["storage.connection_failed", "storage.server_gone", "storage.outcome_unknown"]
              .contains(code))
          tally.failed += 1
        }
        let left = try await Book.fingerprint(copy)
        #expect(
          left.booksAlone == clean[index].books.booksAlone
            || left.booksAlone == before.booksAlone, "\(month)")
      }
      try await village.accrue(month, jobs: 2)
      let books = try await Book.fingerprint(copy)
      #expect(books.differing(from: clean[index].books) == [], "\(month)")
      before = books
    }
    print("network cut with seed \(seed): \(tally)")
    // A cut that is mended soon is got over by another attempt: none has to be told to the caller.
    #expect(tally.cuts >= 8, "\(tally)")
    await village.close()
    proxy.close()
  }

  /// The code of the error of a run; nil for one that came to its end.
  private static func outcome(of month: Month, _ village: Village) async -> String? {
    do {
      try await village.accrue(month, jobs: 2)
      return nil
    } catch {
      return (error as? any Explained)?.code ?? "\(error)"
    }
  }

  @Test("of two runs in parts one posts, and the books are those of one")
  func twoAtOnce() async throws {
    let book = try await Book.shared()
    let clean = try await Self.cleanRuns(book)
    let village = Village.on(try await TestDatabase.copy(of: book.name))
    let other = Village.newPool(village.connectionInfo)
    for (index, month) in Self.months.enumerated() {
      async let first = village.accrue(month, jobs: 2)
      async let second = village.accrue(month, jobs: index.isMultiple(of: 2) ? 2 : 3, on: other)
      #expect(try await [first, second].compactMap { $0 }.count == 1)
      let books = try await Book.fingerprint(village.connectionInfo)
      #expect(books.differing(from: clean[index].books) == [], "\(month)")
    }
    await other.close()
    await village.close()
  }

  /// The server's clock was an hour and then a year ahead, and went back; the program's is in
  /// another part of the world.
  @Test("clocks do not matter, and what is recorded later is never told to be earlier")
  func clocks() async throws {
    let book = try await Book.shared()
    let clean = try await Self.cleanRuns(book)
    let copy = try await TestDatabase.copy(of: book.name)
    let village = Village.on(copy)
    let zones = ["Pacific/Kiritimati", "America/Adak", "Asia/Shanghai", "UTC"]
    for (index, month) in Self.months.enumerated() {
      if index > 0 {
        try await village.asOwner(
          """
          UPDATE bank_heads SET last_recorded_at = greatest(last_recorded_at, now())
            + interval '\(index == 1 ? "1 hour" : "1 year")';
          ALTER DATABASE \(TestDatabase.name(in: copy)) SET timezone = '\(zones[index])';
          """)
      }
      let program = AccrualProcess(
        database: TestDatabase.name(in: copy), cluster: book.cluster, jobs: 2,
        environment: ["TZ": zones[index]])
      let time = clean[index].time
      _ = try await program.run(month, killedAfter: time * Double(index + 4) / 8)
      #expect(try await program.run(month) == 0)
      let books = try await Book.fingerprint(copy)
      #expect(books.differing(from: clean[index].books) == [], "\(month)")
    }
    let earlier = Statement(
      name: "tests/earlier",
      text: """
        SELECT count(*) FROM (SELECT recorded_at, lag(recorded_at) OVER (PARTITION BY bank_id
          ORDER BY fact_number) AS before FROM facts WHERE kind = 'accrued') f
        WHERE recorded_at < before
        """)
    let count = try await village.pool.run { try $0.query(earlier)[0].get(0, as: Int64.self) }
    #expect(count == 0)
    await village.close()
  }

  /// Outlooks as the migration of an older database leaves them: those that tell nothing.
  @Test("outlooks of a migrated database, which tell nothing, give the same books")
  func emptyOutlooks() async throws {
    let book = try await Book.shared()
    let clean = try await Self.cleanRuns(book)
    let village = Village.on(try await TestDatabase.copy(of: book.name))
    for (index, month) in Self.months.enumerated() {
      // Before the first run, and between two.
      if index != 1 {
        try await village.asOwner(
          """
          UPDATE outlooks SET figures = '', from_on = '1900-01-01', through_on = '1900-01-01',
            done_on = NULL
          """)
      }
      try await village.accrue(month, jobs: index.isMultiple(of: 2) ? 2 : nil)
      let books = try await Book.fingerprint(village.connectionInfo)
      #expect(books.booksAlone.differing(from: clean[index].books.booksAlone) == [], "\(month)")
    }
    #expect(try await Verification.brokenChecks(village) == [])
    await village.close()
  }

  private static func cleanRuns(
    _ book: Book
  ) async throws -> [(time: Duration, books: [String: String])] {
    let village = Village.on(try await TestDatabase.copy(of: book.name))
    var runs: [(time: Duration, books: [String: String])] = []
    for month in months {
      let start = ContinuousClock.now
      // Without jobs: all in one transaction.
      try await village.accrue(month, jobs: runs.count.isMultiple(of: 2) ? nil : 2)
      runs.append((.now - start, try await Book.fingerprint(village.connectionInfo)))
    }
    await village.close()
    return runs
  }
}
