import Fixtures
import Operations
import Origination
import Quantities
import Repositories
import Testing

/// Goal: of a batch either every line goes in or none, or all good ones, as was asked.
///
/// Method: three good lines and one bad; the report tells of each, and the next serial tells what
/// was kept.
@Suite("many applications at once")
struct BatchTests {
  static let requests: [ApplicationRequest] = [
    .simple("B1", key: "1"),
    .simple("B2", key: "2").with { $0.application.principal = "100000.01" },
    .simple("B3", key: "3"),
    .simple("nobody", key: "4"),
    .simple("B1", key: "1"),
  ]

  func run(_ village: Village, keepsGood: Bool) async throws -> [String] {
    try await ApplyForLoan.run(
      Self.requests, keepsGood ? .goodRows : .allOrNone, bank: village.bank, caller: Village.anna,
      on: village.pool
    )
    .map { outcome in
      switch outcome {
      case .accepted(let number, let isNew): "\(number.dropLast()) \(isNew ? "new" : "known")"
      case .refused(let error): error.code
      }
    }
  }

  @Test("with one refused none goes in, and every line is reported all the same")
  func allOrNone() async throws {
    let village = try await Village.opened()
    #expect(
      try await run(village, keepsGood: false) == [
        "10220250000001 new", "origination.principal_outside_range", "10220250000002 new",
        "operation.borrower_unknown", "10220250000001 known",
      ])
    // Nothing was kept: the first serial is still to be had, and the keys stand for nothing.
    #expect(try await village.apply(.simple("B9", key: "1")).dropLast() == "10220250000001")
    try await Verification.expectNone(village)
    await village.close()
  }

  @Test("the good ones go in if that is asked for, and the same batch again adds nothing")
  func keepsGood() async throws {
    let village = try await Village.opened()
    let first = try await run(village, keepsGood: true)
    #expect(
      first == [
        "10220250000001 new", "origination.principal_outside_range", "10220250000002 new",
        "operation.borrower_unknown", "10220250000001 known",
      ])
    let again = try await run(village, keepsGood: true)
    #expect(again == first.map { $0.replacing("new", with: "known") })
    #expect(try await village.apply(.simple("B9")).dropLast() == "10220250000003")
    try await Verification.expectNone(village)
    await village.close()
  }

  @Test("lines of one batch count against one another's limits")
  func limits() async throws {
    let village = try await Village.opened()
    let outcomes = try await ApplyForLoan.run(
      [
        .simple("B1").with { $0.application.principal = "60000.00" },
        .simple("B1").with { $0.application.principal = "40000.01" },
        .simple("B1").with { $0.application.principal = "40000.00" },
      ], .goodRows, bank: village.bank, caller: Village.anna, on: village.pool)
    #expect(outcomes.map(\.isRefused) == [false, true, false])
    await village.close()
  }

  @Test("a household's second subsidised loan is refused until the first is repaid")
  func household() async throws {
    let village = try await Village.opened()
    let subsidised = ApplicationRequest.simple("B1", until: "2025-08-01")
      .with { $0.application.isSubsidised = true }
    let loan = try await village.lend(subsidised)
    await #expect(throws: OriginationError.householdAlreadySubsidised(loans: 1)) {
      try await village.apply(subsidised.with { $0.key = "second" })
    }
    try await village.work(on: "2025-08-01")
    try await village.repay(loan, "36093.00")
    _ = try await village.apply(subsidised.with { $0.key = "third" })
    await village.close()
  }
}
