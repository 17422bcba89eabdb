import Fixtures
import Operations
import Postgres
import Posting
import Quantities
import Repositories
import Servicing
import Testing

/// Goal: of two who do what only one can do, one does it and the other is told; money is neither
/// made nor lost.
///
/// Method: pools of their own, as of two programs; what both did is verified from the facts.
@Suite("two clerks at once")
struct TwoClerksTests {
  /// Runs both at once; what each came to, or the code of its refusal.
  private func both<Value: Sendable>(
    _ first: @escaping @Sendable () async throws -> Value,
    _ second: @escaping @Sendable () async throws -> Value
  ) async throws -> (done: [Value], told: [String]) {
    func outcome(
      _ work: @escaping @Sendable () async throws -> Value
    ) async throws -> (Value?, String?) {
      do {
        return (try await work(), nil)
      } catch let error as PostgresError {
        throw error
      } catch let error as any Explained {
        return (nil, error.code)
      }
    }
    async let one = outcome(first)
    async let other = outcome(second)
    let all = try await [one, other]
    return (all.compactMap(\.0), all.compactMap(\.1))
  }

  @Test("the same payoff taken in twice is booked once, and the second clerk is told")
  func payoffs() async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(.simple())
    try await village.work(on: "2025-07-11")
    let other = Village.newPool(village.connectionInfo)
    let request = RepaymentRequest(
      loanNumber: loan, amount: "36030.00", on: nil, inAdvance: .lowersInstallments, key: "one")
    var again = request
    again.key = "two"
    let second = again
    let (done, told) = try await both(
      {
        try await RecordRepayment.run(
          request, bank: village.bank, caller: Village.clara, on: village.pool)
      },
      {
        try await RecordRepayment.run(
          second, bank: village.bank, caller: Village.boris, on: other)
      })
    #expect(done.map(\.isSettled) == [true])
    #expect(
      told == ["operation.status_not_allowed"] || told == ["operation.looks_like_duplicate"])
    try await Verification.expectNone(village)
    await other.close()
    await village.close()
  }

  @Test("a payoff against the month's accrual leaves the books of the facts")
  func payoffAgainstAccrual() async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(.simple())
    try await village.work(on: "2025-07-31")
    let other = Village.newPool(village.connectionInfo)
    async let run = village.accrue("2025-07", on: other)
    async let receipt = village.repay(loan, "36090.00", inAdvance: true)
    let (_, paid) = try await (run, receipt)
    #expect(paid.isSettled)
    try await village.accrue("2025-07")
    #expect(try await village.file(loan).posted(.interest) == "90.00")
    try await Verification.expectNone(village)
    await other.close()
    await village.close()
  }

  @Test("of two officers who confirm one proposal one carries it out")
  func confirmations() async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(.simple())
    try await village.work(on: "2025-08-01")
    try await village.repay(loan, "93.00", key: "bounced")
    let fact = try #require(try await village.file(loan).facts.last)
    let proposed = try await ProposeChange.run(
      ServicingRequest(loan, .reversed(fact: fact.number), key: "undo"), bank: village.bank,
      caller: Village.anna, on: village.pool)
    let other = Village.newPool(village.connectionInfo)
    let confirm: @Sendable (String, Caller, ConnectionPool) async throws -> ServicingOutcome = {
      try await ConfirmChange.run(
        ProposalDecision(loan: loan, proposal: proposed.proposal, key: $0), bank: village.bank,
        caller: $1, on: $2)
    }
    let (done, told) = try await both(
      { try await confirm("yes-1", Village.boris, village.pool) },
      { try await confirm("yes-2", Village.clara, other) })
    #expect(done.count == 1)
    #expect(told == ["operation.proposal_decided"])
    #expect(try await village.file(loan).state.moved[.interestRepaid] == .zero)
    try await Verification.expectNone(village)
    await other.close()
    await village.close()
  }

  @Test("refunds of one credit by two clerks give it back once")
  func refunds() async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(.simple())
    try await village.work(on: "2025-07-11")
    try await village.repay(loan, "100.00")
    let other = Village.newPool(village.connectionInfo)
    let refund: @Sendable (String, ConnectionPool) async throws -> ServicingOutcome = {
      try await RecordEvent.run(
        ServicingRequest(loan, .refunded("100.00"), key: $0), bank: village.bank,
        caller: Village.clara, on: $1)
    }
    let (done, told) = try await both(
      { try await refund("back-1", village.pool) }, { try await refund("back-2", other) })
    #expect(done.count == 1)
    #expect(told == ["servicing.refunded_too_much"])
    try await Verification.expectNone(village)
    await other.close()
    await village.close()
  }
}
