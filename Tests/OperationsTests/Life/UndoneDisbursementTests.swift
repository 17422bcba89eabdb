import Fixtures
import LoanProducts
import Operations
import Origination
import Posting
import Quantities
import Repositories
import Testing

@Suite("a disbursement that was undone")
struct UndoneDisbursementTests {
  @Test("and made again in a later month keeps no run of the month before from its end")
  func again() async throws {
    let village = try await Village.opened()
    let other = try await village.lend(.simple("B2"))
    let loan = try await village.lend(
      ApplicationRequest.simple("B1").with { $0.application.repayment.interestEveryMonths = 3 })
    let fact = try #require(try await village.file(loan).facts.last)
    try await village.agree(loan, .reversed(fact: fact.number))
    try await village.work(on: "2025-08-05")
    _ = try await DisburseLoan.run(
      DisbursementRequest(loanNumber: loan, on: "2025-08-05", key: "again"), bank: village.bank,
      caller: Village.clara, on: village.pool)
    try await village.accrue("2025-07")
    #expect(try await village.file(other).posted(.interest) == "93.00")
    #expect(try await village.file(loan).posted(.interest) == .zero)
    try await village.work(on: "2025-08-31")
    try await village.accrue("2025-08")
    // 27 nights from 5 August, 3.00 each.
    #expect(try await village.file(loan).posted(.interest) == "81.00")
    try await Verification.expectNone(village)
    await village.close()
  }
}
