import Fixtures
import LoanProducts
import Operations
import Origination
import Posting
import Quantities
import Repositories
import Servicing
import Testing

/// Goal: each payer's share is posted to the payer's own account, to the fen.
///
/// Method: shares of whole fen a day, found by hand.
@Suite("accruals that others pay a part of")
struct SubsidyRunTests {
  // Finance pays half of the interest on the first 50,000 of the principal: 1.50 of 3.00 a day.
  // The due of 1 August stays unpaid, so from the 1st on nothing is subsidised.
  @Test("finance pays half of microcredit's interest until an instalment is overdue")
  func microcredit() async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(.simple().with { $0.application.isSubsidised = true })
    try await village.work(on: "2025-08-31")
    let july = try await village.accrue("2025-07")
    #expect(
      try await village.file(loan).lines(ofRun: july?.number) == [
        "2025-07-31 interest 113201→601101 46.50", "2025-07-31 interest 113202→601101 46.50",
      ])
    #expect(july?.interest == "93.00")
    let august = try await village.accrue("2025-08")
    #expect(
      try await village.file(loan).lines(ofRun: august?.number) == [
        "2025-08-31 interest 113201→601101 93.00"
      ])
    // The due is paid, as is learnt late, on its day: finance pays half of August as well.
    try await village.work(on: "2025-09-05")
    try await village.repay(loan, "46.50", on: "2025-08-01")
    let again = try await village.accrue("2025-08")
    #expect(
      try await village.file(loan).lines(ofRun: again?.number) == [
        "2025-08-31 interest 601101→113201 46.50", "2025-08-31 interest 113202→601101 46.50",
      ])
    #expect(again?.interest == .zero)
    try await Verification.expectNone(village)
    await village.close()
  }

  // 18,000.00 at LPR 5Y 3.50 % − 0.70 % = 2.80 %: 1.40 a day by actual/360. Finance pays until
  // 1 September 2026, the student from then on; interest is billed on 20 December.
  @Test("a student's interest is finance's until the graduation and the student's from then on")
  func student() async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(.student())
    try await village.work(on: "2026-12-31")

    // 2025-07-01 to 2026-08-31 is 427 days: 597.80, all of it finance's.
    try await village.accrue("2026-08")
    var file = try await village.file(loan)
    #expect(file.posted(.interest, .finance) == "597.80")
    #expect(file.posted(.interest, .borrower) == .zero)
    #expect(file.state.oldestUnpaidDueOn == "2026-12-20")

    // September is 30 days: 42.00, all of it the student's.
    try await village.accrue("2026-09")
    file = try await village.file(loan)
    #expect(file.posted(.interest, .finance) == "597.80")
    #expect(file.posted(.interest, .borrower) == "42.00")

    // 1 September to 19 December is 110 days: 154.00 fall due on 20 December.
    let receipt = try await village.repay(loan, "154.00", on: "2026-12-20")
    #expect(receipt.used.interest == "154.00")
    #expect(receipt.used.credit == .zero)
    try await village.accrue("2026-12")
    try await Verification.expectNone(village)
    await village.close()
  }

  // 360,000.00 at LPR 1Y 3.00 % + 0.50 % = 3.50 %: 35.00 a day, of which the programme pays a
  // fifth, 7.00. Interest falls due on 20 September: 81 days.
  @Test("a programme pays its fifth of an industry loan")
  func programme() async throws {
    let village = try await Village.opened()
    var application = LoanApplication(
      line: .industry, principal: "360000.00", agreedOn: "2025-07-01", maturesOn: "2028-07-01")
    application.repayment = RepaymentTerms(
      method: .interestThenPrincipal, interestEveryMonths: 3, settlementDay: 20)
    application.purpose = "大棚"
    application.isSubsidised = true
    let loan = try await village.lend(
      ApplicationRequest(branch: "head", borrower: "E1", application: application, key: "e"))
    try await village.work(on: "2025-09-20")
    let receipt = try await village.repay(loan, "2268.00")
    #expect(receipt.used.interest == "2268.00")
    try await village.accrue("2025-08")
    var file = try await village.file(loan)
    #expect(file.posted(.interest, .borrower) == "1736.00")
    #expect(file.posted(.interest, .programme) == "434.00")
    try await village.work(on: "2025-09-30")
    try await village.accrue("2025-09")
    file = try await village.file(loan)
    #expect(file.posted(.interest, .borrower) == "2576.00")
    #expect(file.posted(.interest, .programme) == "644.00")
    try await Verification.expectNone(village)
    await village.close()
  }
}
