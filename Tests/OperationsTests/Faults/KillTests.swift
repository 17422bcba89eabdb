import Fixtures
import Foundation
import PrivateDatabase
import Quantities
import TestDatabase
import Testing

/// Goal: an accrual that is killed at any moment and run again gives the books of one clean run.
///
/// Method: `shanhai accrue` as a process of its own on a book of some hundred loans, month after
/// month; in each month it is killed with −9 at a random moment (the same for the same seed, spread
/// over the time of the clean run) and run again to its end. The books of each month are those that
/// clean runs wrote on a copy of the database.
@Suite("an accrual that is killed", .serialized)
struct KillTests {
  static let months = (0..<12).map { Month(year: 2025, month: 7) + $0 }

  @Test("leaves nothing behind, and run again gives the books of one clean run")
  func killed() async throws {
    let book = try await Book.shared()
    let clean = try await CleanRuns(book, Self.months).runs
    let copy = try await TestDatabase.copy(of: book.name)
    let program = AccrualProcess(database: TestDatabase.name(in: copy), cluster: book.cluster)
    var random = SplitMix64(seed: 20_251_122)
    var killed = 0
    for (index, month) in Self.months.enumerated() {
      let part = (index, Int.random(in: 0..<100, using: &random))
      let moment = clean[index].time * Double(part.0 * 100 + part.1) / 1_900
      if try await program.run(month, killedAfter: moment) == nil { killed += 1 }
      let left = try await Book.fingerprint(copy)
      if index > 0, left != clean[index].books {
        #expect(left == clean[index - 1].books, "half of \(month) was left after \(moment)")
      }
      #expect(try await program.run(month) == 0)
      #expect(try await Book.fingerprint(copy) == clean[index].books, "\(month)")
    }
    // On a machine whose speed changes some runs end before their moment comes.
    #expect(killed >= 4)
    let village = Village.on(copy)
    #expect(try await Verification.brokenChecks(village) == [])
    await village.close()
  }

  /// A server process that is killed takes all its like with it, and the server recovers: the run
  /// is done again by itself, or fails and can be run again.
  @Test(
    "by the end of a server process, or of the server, gives the books of one clean run too",
    arguments: [nil, 2])
  func serverProcess(jobs: Int?) async throws {
    let server = try await OwnServer()
    let copy = server.cluster.connectionInfo(database: "village")
    try await Book.fill(copy, loans: 600)
    try await server.cluster.createDatabase("clean", template: "village")
    let clean = server.cluster.connectionInfo(database: "clean")
    let cleanProgram = AccrualProcess(
      database: "clean", cluster: server.cluster, jobs: jobs)
    let program = AccrualProcess(database: "village", cluster: server.cluster, jobs: jobs)
    for (index, month) in Self.months.prefix(6).enumerated() {
      let start = ContinuousClock.now
      #expect(try await cleanProgram.run(month) == 0)
      let time = ContinuousClock.now - start
      async let code = program.run(month)
      try await Task.sleep(for: time * Double(index % 4 + 2) / 6)
      try index < 4 ? server.killBackend() : server.killServer()
      // 3: the database failed; whichever it was, the next run finds the rest.
      #expect([0, 3].contains(try await code))
      if index >= 4 { _ = try await server.cluster.start() }
      try await server.waitUntilReady(copy)
      #expect(try await program.run(month) == 0)
      #expect(try await Book.fingerprint(copy) == Book.fingerprint(clean), "\(month)")
    }
    try await server.cluster.delete()
  }
}
