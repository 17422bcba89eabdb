import Fixtures
import LoanProducts
import Operations
import Origination
import Quantities
import Repositories
import Servicing
import Testing

/// Goal: what a programme refuses is owed by the borrower or borne by the bank, and never claimed
/// again.
///
/// Method: 3.00 yuan of interest a day, half of it subsidised; sums by hand.
@Suite("subsidies that are refused")
struct SubsidyRefusalTests {
  // The due of 1 August is paid. What is refused on the 5th is due at once, so from then on nothing
  // is subsidised: August has 4 days × 1.50.
  @Test("refused to the borrower, it is due on the day")
  func toBorrower() async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(.subsidised())
    try await village.work(on: "2025-08-05")
    try await village.repay(loan, "46.50", on: "2025-08-01")
    try await village.accrue("2025-07")
    try await village.claimSubsidy("2025-07")
    let refusal = await village.refusal { try await village.refuseSubsidy(1, loan, "46.51") }
    #expect(refusal as? PayerError == .moreThanOpen("46.51", open: "46.50"))
    let refused = try await village.refuseSubsidy(1, loan, "46.50")
    #expect(refused.isNew && refused.loans.map(\.amount) == ["46.50"])
    #expect(try await !village.refuseSubsidy(1, loan, "46.50").isNew)

    let file = try await village.file(loan)
    #expect(file.claim?.interestDue == "46.50")
    #expect(file.state.oldestUnpaidDueOn == "2025-08-05")
    #expect(try await village.claimSubsidy("2025-07").isEmpty)

    try await village.work(on: "2025-08-31")
    try await village.accrue("2025-08")
    #expect(try await village.claimSubsidy("2025-08").map(\.amount) == ["6.00"])
    #expect(try await village.lines(ofClaim: 2) == ["36000.00 of 36000.00, 4 days: 6.00"])
    #expect(try await village.file(loan).balance("113202") == "6.00")
    try await Verification.expectNone(village)
    await village.close()
  }

  // The student owes nothing in school: by the programme's row the bank bears it. 18,000.00 at
  // 2.80 % by actual/360: 1.40 a day, 43.40 in July.
  @Test("refused to the bank, it is no income any more")
  func toBank() async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(.student())
    try await village.work(on: "2025-08-31")
    try await village.accrue("2025-07")
    #expect(
      try await village.claimSubsidy("2025-07").map { "\($0.programme) \($0.amount)" }
        == ["finance-student-aid 43.40"])
    try await village.refuseSubsidy(1, loan, "43.40")
    try await village.accrue("2025-08")
    let file = try await village.file(loan)
    #expect(file.claim?.interestDue.isZero == true)
    #expect(file.balance("601101") == "-43.40" && file.balance("113202") == "43.40")
    #expect(try await village.claimSubsidy("2025-08").map(\.amount) == ["43.40"])
    try await Verification.expectNone(village)
    await village.close()
  }

  @Test("a refusal that is undone can be paid")
  func undone() async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(.subsidised())
    try await village.work(on: "2025-08-02")
    try await village.accrue("2025-07")
    try await village.claimSubsidy("2025-07")
    try await village.confirmSubsidy(1)
    try await village.refuseSubsidy(1, loan, "46.50", owedByBorrower: false)
    let fact = try await village.file(loan).facts.first { $0.kind == .subsidyRejected }
    try await village.reverse(loan, fact: try #require(fact?.number))
    #expect(try await village.paySubsidy(1).loans.map(\.amount) == ["46.50"])
    try await village.accrue("2025-07")
    #expect(try await village.claimSubsidy("2025-07").isEmpty)
    #expect(try await village.file(loan).balance("113202").isZero)
    await village.close()
  }
}
