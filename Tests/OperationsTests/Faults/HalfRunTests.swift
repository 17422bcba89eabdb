import Classification
import Fixtures
import LoanProducts
import Operations
import Postgres
import Quantities
import Repositories
import TestDatabase
import Testing

/// Goal: whatever comes between a run that stopped halfway and the next, the books are those of a
/// life in which it never began.
///
/// Method: two copies of one village live the same; on one of them some runs fill all their tables
/// and stop before these become part of the books. At the end both agree in every table, and
/// all is replayed from the facts.
@Suite("a run that stopped halfway")
struct HalfRunTests {
  /// What happens to a village, or on one copy alone a run that stops.
  struct Step: Sendable {
    var isFault = false
    let happen: @Sendable (Village, [String]) async throws -> Void

    static func half(
      _ month: Month, jobs: Int? = 2, withNeighbour: Bool = false, leaves: Int64 = 4
    ) -> Step {
      Step(isFault: true) { village, _ in
        try await village.accrueHalf(month, jobs: jobs, withNeighbour: withNeighbour)
        #expect(try await village.leafCount() == leaves)
      }
    }

    static func run(_ month: Month, jobs: Int? = 2) -> Step {
      Step { village, _ in try await village.accrue(month, jobs: jobs) }
    }

    /// A loan can't be computed any more, and can be again.
    static func spoil(_ index: Int) -> Step {
      Step { village, loans in try await village.spoil(loans[index]) }
    }
    static func mend(_ index: Int) -> Step {
      Step { village, loans in try await village.mend(loans[index]) }
    }

    /// Money comes in for one of the loans.
    static func pay(_ index: Int, _ amount: Money, on day: Day? = nil) -> Step {
      Step { village, loans in
        try await village.repay(loans[index], amount, on: day, key: "\(index) \(amount)")
      }
    }
  }

  @Test("is gone on with where nothing was recorded since")
  func goesOn() async throws {
    try await expectSame([.half("2025-08"), .run("2025-08")])
    try await expectSame([
      .half("2025-08"), .half("2025-08"), .run("2025-08"), .half("2025-09"), .run("2025-09"),
    ])
  }

  @Test("is forgotten when something was recorded since", arguments: 0..<5)
  func factBetween(loan: Int) async throws {
    guard loan != 2 else {
      // The credit pays all of it in August; what comes after stays with a loan that is settled.
      return try await expectSame([
        .half("2025-08"), .pay(0, "10.00"), .half("2025-08"), .pay(1, "11.00"), .run("2025-08"),
        .run("2025-09"),
      ])
    }
    try await expectSame([
      .half("2025-08"), .pay(loan, "93.00"), .run("2025-08"), .run("2025-09", jobs: nil),
    ])
    try await expectSame([
      .half("2025-08"), .pay(loan, "95.00", on: "2025-08-10"), .half("2025-08", jobs: 3, leaves: 6),
      .run("2025-08"), .run("2025-09"),
    ])
  }

  @Test("is forgotten by a run in other parts, or in none", arguments: [nil, 1, 3])
  func otherParts(jobs: Int?) async throws {
    try await expectSame([.half("2025-08"), .run("2025-08", jobs: jobs), .run("2025-09")])
    try await expectSame([
      .half("2025-08", jobs: 3, leaves: 6), .run("2025-08", jobs: jobs), .run("2025-09"),
    ])
  }

  @Test("is forgotten by the run of a month before")
  func earlierMonth() async throws {
    try await expectSame([.half("2025-09"), .run("2025-08"), .run("2025-09")])
    try await expectSame([
      .half("2025-09"), .run("2025-07", jobs: nil), .half("2025-09"), .run("2025-08"),
      .run("2025-09", jobs: nil),
    ])
  }

  /// Only a run of a month that was run before brings loans without facts since.
  @Test(
    "is forgotten though the run before had set a loan aside, paid by a credit or as agreed",
    arguments: [0, 1, 2])
  func setAsideBefore(loan: Int) async throws {
    try await expectSame([
      .spoil(loan), .run("2025-08"), .mend(loan), .half("2025-08"), .pay(4, "10.00"),
      .run("2025-08"), .run("2025-09"),
    ])
  }

  @Test("of a month that was run before leaves the first run as it was")
  func runAgain() async throws {
    try await expectSame([
      .run("2025-08"), .pay(3, "50.00", on: "2025-08-05"), .half("2025-08"), .run("2025-08"),
      .pay(3, "43.00", on: "2025-08-06"), .half("2025-08"), .pay(1, "20.00"), .run("2025-08"),
      .run("2025-09"),
    ])
  }

  @Test("is forgotten when provisions are to be made by another rule")
  func policyBetween() async throws {
    let policy = Step { village, _ in
      try await village.follow(nil, from: "2025-01-01", .coefficients)
    }
    try await expectSame([.half("2025-08"), policy, .run("2025-08"), .run("2025-09")])
    // The same number of tables, filled by another rule.
    let half = Step.half("2025-08")
    try await expectSame([.run("2025-08"), half, policy, half, .run("2025-08"), .run("2025-09")])
  }

  @Test("is forgotten when debtors are to be judged by another matrix")
  func matrixBetween() async throws {
    let matrix = Step { village, _ in
      try await village.asOwner(
        """
        UPDATE borrowers SET kind = 'enterprise';
        INSERT INTO small_enterprise_matrix VALUES
          ('unsecured', '2025-01-01', NULL, 1, 2, 3, 'test', '');
        """)
    }
    let half = Step.half("2025-08")
    try await expectSame([.run("2025-08"), half, matrix, half, .run("2025-08"), .run("2025-09")])
  }

  @Test("of two banks at once does not touch either of them alone")
  func twoBanks() async throws {
    let both: [Step] = [.half("2025-08", withNeighbour: true)]
    let neighbour = Step { village, _ in try await village.neighbour.accrue("2025-08", jobs: 2) }
    try await expectSame(both + [neighbour, .run("2025-08")])
    try await expectSame(both + [.run("2025-08"), neighbour, .run("2025-09")])
  }

  private func expectSame(
    _ steps: [Step], sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let (name, loans) = try await Village.waiting()
    var found: [[String: String]] = []
    for isClean in [true, false] {
      let village = Village.on(try await TestDatabase.copy(of: name))
      for step in steps where !(isClean && step.isFault) { try await step.happen(village, loans) }
      found.append(try await Book.fingerprint(village.connectionInfo).butForOutlooks)
      #expect(try await village.leafCount() == 0, sourceLocation: sourceLocation)
      // Outlooks may be of other days; what they tell is the same.
      try await village.work(on: "2025-11-03")
      try await village.accrue("2025-10", jobs: 2)
      found.append(try await Book.fingerprint(village.connectionInfo).butForOutlooks)
      try await Verification.expectNone(village, sourceLocation: sourceLocation)
      await village.close()
    }
    #expect(found[2].differing(from: found[0]) == [], sourceLocation: sourceLocation)
    #expect(found[3].differing(from: found[1]) == [], sourceLocation: sourceLocation)
  }
}
