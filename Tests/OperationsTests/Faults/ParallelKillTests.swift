import Fixtures
import Foundation
import Postgres
import Quantities
import TestDatabase
import Testing

/// Goal: an accrual whose connections fill tables of their own is all or nothing too, whenever it
/// is killed.
///
/// Method: `shanhai accrue --jobs 2` month after month on one book; in each month it is killed with
/// −9 six times, each time where the one before left off: three times at a moment of the clean
/// run's time, twice while it is held back with all its tables filled beside the books, and once
/// when it was let go on from there. Then it is run to its end. The seed is printed;
/// `SHANHAI_SEED` asks for another.
@Suite("an accrual in parts that is killed", .serialized)
struct ParallelKillTests {
  static let months = (0..<6).map { Month(year: 2025, month: 7) + $0 }

  private static let seed =
    ProcessInfo.processInfo.environment["SHANHAI_SEED"].flatMap { UInt64($0) } ?? 20_251_123

  /// What the kills met.
  private struct Tally {
    var kills = 0
    /// Of a program that still ran.
    var hits = 0
    /// Of one that worked on when the tables of all slices were filled and none was part of the
    /// books.
    var betweenFillingAndAttaching = 0
    /// After which tables were left, and after which only a part of them.
    var withLeaves = 0
    var withSomeLeaves = 0
  }

  @Test("36 times, gives the books of one clean run")
  func killed() async throws {
    let book = try await Book.shared()
    let clean = try await CleanRuns(book, Self.months, jobs: 2)
    let copy = try await TestDatabase.copy(of: book.name)
    let program = AccrualProcess(
      database: TestDatabase.name(in: copy), cluster: book.cluster, jobs: 2)
    let village = Village.on(copy, connections: 1)
    var random = SplitMix64(seed: Self.seed)
    var tally = Tally()
    var before = try await Book.fingerprint(copy)
    for (index, month) in Self.months.enumerated() {
      let (time, after) = clean.runs[index]
      for attempt in 0..<6 {
        let share = Double.random(in: 0..<1, using: &random)
        let (code, atKill) =
          attempt.isMultiple(of: 2)
          ? try await kill(program, month, village, Moment(pause: time * (0.3 + 0.7 * share)))
          : try await village.holdingBack { letGo in
            try await kill(
              program, month, village, Moment(leaves: 4, pause: .milliseconds(Int(share * 12)))
            ) { if attempt == 3 { letGo() } }
          }
        let left = try await Book.fingerprint(copy)
        let isBefore = left.booksAlone == before.booksAlone
        #expect(
          isBefore || left.booksAlone == after.booksAlone,
          "\(month), kill \(attempt), seed \(Self.seed): \(left.differing(from: after)) is half")
        let leaves = try await village.leafCount()
        tally.kills += 1
        if leaves > 0 { tally.withLeaves += 1 }
        if leaves > 0, leaves < 4 { tally.withSomeLeaves += 1 }
        guard code == nil else { continue }
        tally.hits += 1
        if isBefore, atKill.isWorking, atKill.leaves == 4 { tally.betweenFillingAndAttaching += 1 }
      }
      #expect(try await program.run(month) == 0)
      let books = try await Book.fingerprint(copy)
      #expect(books == after, "\(month), seed \(Self.seed): \(books.differing(from: after))")
      before = after
    }
    print("killed with seed \(Self.seed): \(tally)")
    // On a machine whose speed changes some runs end before their moment comes.
    #expect(tally.kills >= 30 && tally.hits >= 18, "\(tally)")
    #expect(tally.betweenFillingAndAttaching >= 5, "\(tally)")
    #expect(try await village.leafCount() == 0)
    #expect(try await Verification.brokenChecks(village) == [])
    await village.close()
  }

  /// When a run is killed: so long after so many filled tables stand beside the books.
  private struct Moment {
    var leaves: Int64 = 0
    let pause: Duration
  }

  /// Kills a run when it works and so many filled tables stand beside the books, and a while after.
  ///
  /// What `then` does happens in between. Gives the exit code, and what was to be seen just before
  /// the kill.
  private func kill(
    _ program: AccrualProcess, _ month: Month, _ village: Village, _ moment: Moment,
    then: () -> Void = {}
  ) async throws -> (code: Int32?, atKill: Village.Sight) {
    // Server processes of the program that was killed before see that when they next read.
    while try await village.sight().isWorking { try await Task.sleep(for: .milliseconds(2)) }
    var sight = Village.Sight(leaves: 0, isWorking: false, isHeldBack: false, isAsleep: false)
    let code = try await program.run(month) { isRunning in
      while moment.leaves > 0, isRunning() {
        sight = try await village.sight()
        // Tables may stand there from the try before: what counts is that it waits to attach them.
        if sight.isHeldBack, sight.leaves >= moment.leaves { break }
        try await Task.sleep(for: .microseconds(300))
      }
      then()
      try await Task.sleep(for: moment.pause)
      sight = try await village.sight()
    }
    return (code, sight)
  }
}

/// What clean runs of some months leave in the books, one after the other, on a copy of a book.
struct CleanRuns {
  private(set) var runs: [(time: Duration, books: [String: String])] = []

  init(_ book: Book, _ months: [Month], jobs: Int? = nil) async throws {
    let copy = try await TestDatabase.copy(of: book.name)
    let program = AccrualProcess(
      database: TestDatabase.name(in: copy), cluster: book.cluster, jobs: jobs)
    for month in months {
      let start = ContinuousClock.now
      #expect(try await program.run(month) == 0)
      runs.append((.now - start, try await Book.fingerprint(copy)))
    }
    #expect(Set(runs.map { $0.books["transfers"] }).count == months.count)
  }
}
