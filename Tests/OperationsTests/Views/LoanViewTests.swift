import Accrual
import Fixtures
import LoanProducts
import Operations
import Origination
import Quantities
import Repositories
import Scheduling
import Servicing
import Testing

/// Goal: what is shown and explained of a loan is what its claim is made of.
@Suite("The views of a loan")
struct LoanViewTests {
  @Test("a changed schedule stands beside the signed one and each one before it")
  func schedules() async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(.simple(from: "2025-07-01", until: "2025-12-01"))
    try await village.work(on: "2025-08-10")
    try await village.repay(loan, "93.00", on: "2025-08-01")
    let extended = try await village.agree(loan, .extended(to: "2026-02-01"))
    let number = extended.factNumber
    let file = try await village.file(loan)
    #expect(file.versions.map(\.factNumber) == [number])
    let signed = try file.schedule(.signed)
    #expect(signed.map(\.dueOn).last == "2025-12-01" && signed.count == 5)
    let kept = try file.schedule(.fact(number))
    #expect(kept.map(\.dueOn).first == "2025-09-01" && kept.map(\.dueOn).last == "2026-02-01")
    #expect(kept.last?.principal == "36000.00" && kept.last?.balance == .zero)
    let standing = try file.schedule(.standing)
    #expect(standing.map(\.number) == Array(1...7))
    #expect(standing.map(\.interest).first == "93.00")
    #expect(standing.dropFirst().map(\.dueOn) == kept.map(\.dueOn))
    #expect(standing.dropFirst().map(\.interest) == kept.map(\.interest))
    let error = #expect(throws: ViewError.self) { try file.schedule(.fact(1)) }
    #expect(error?.code == "view.schedule_unknown")
    #expect(error == .scheduleUnknown("1", known: [number]))
    await village.close()
  }

  @Test("a bill is the sum of its stretches, half of it finance's, worked out by hand")
  func bill() async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(.simple().with { $0.application.isSubsidised = true })
    try await village.work(on: "2025-08-10")
    let explanation = try await village.explain(loan)
    #expect(explanation.billedOn == "2025-08-01")
    let interest = explanation.interest
    #expect(interest.figure == InterestByPayer(borrower: "46.50", finance: "46.50"))
    #expect(interest.lines.count == 2)
    for line in interest.lines {
      #expect(line.from == "2025-07-01" && line.until == "2025-08-01")
      #expect(line.balance == "36000.00" && line.rate == "3.00")
      #expect(line.weight == 31 && line.denominator == 360 && line.shareBasisPoints == 5_000)
      #expect(line.exact == ExactAmount(4_650, 1))
    }
    #expect(interest.rounding == .zero && explanation.penalty == nil)
    let same = try await village.explain(loan, on: "2025-08-01")
    #expect(same.interest == interest)
    await village.close()
  }

  @Test("before the first bill the running interest is explained; no other day is")
  func running() async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(.simple())
    try await village.work(on: "2025-07-10")
    let explanation = try await village.explain(loan)
    #expect(explanation.billedOn == nil && explanation.interest.figure.borrower == "30.00")
    let error = await #expect(throws: ViewError.self) {
      try await village.explain(loan, on: "2025-07-05")
    }
    #expect(error == .nothingBilled(on: "2025-07-05", last: []))
    #expect(error?.code == "view.nothing_billed")
    let early = await #expect(throws: ViewError.self) {
      try await village.explain(try await village.apply(.simple("B2")))
    }
    #expect(early?.code == "view.not_disbursed")
    await village.close()
  }

  @Test("what is owed is the payoff, but for the night of the day itself")
  func owed() async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(.simple(from: "2025-07-01", until: "2025-09-01"))
    try await village.work(on: "2025-09-20")
    try await village.repay(loan, "100.00", on: "2025-09-10")
    let explanation = try await village.explain(loan, asOf: "2025-09-19")
    let payoff = try await QuotePayoff.run(
      loan, on: "2025-09-20", bank: village.bank, on: village.pool)
    #expect(explanation.claim.totalOwed == payoff.total)
    let penalty = try #require(explanation.penalty)
    #expect(penalty.figure.borrower == explanation.claim.accrualTarget.penalty)
    #expect(penalty.lines.allSatisfy { $0.rule == .penalty && $0.rate == "4.50" })
    await village.close()
  }

  @Test("facts that are undone are named with what undoes them; so is a reversal undone")
  func reversals() async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(.simple())
    try await village.repay(loan, "1.00")
    let paid = try #require(try await village.file(loan).facts.last?.number)
    let first = try await village.agree(loan, .reversed(fact: paid)).factNumber
    #expect(try await village.file(loan).facts.reversals == [paid: first])
    let second = try await village.agree(loan, .reversed(fact: first)).factNumber
    #expect(try await village.file(loan).facts.reversals == [first: second])
    await village.close()
  }
}
