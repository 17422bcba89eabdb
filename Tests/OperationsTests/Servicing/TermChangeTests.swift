import Banks
import Fixtures
import LoanProducts
import Operations
import Origination
import Quantities
import Repositories
import Scheduling
import Servicing
import Testing

/// Goal: a loan's terms change as far as law and product let them, and by hand's figures.
///
/// Method: 36,000 yuan at 3.00 % by actual/360 earn 3.00 yuan a day; interest falls due each month,
/// the principal on 1 July 2026.
@Suite("changes of terms on PostgreSQL")
struct TermChangeTests {
  @Test("an extension goes to the bound of the law and no further, once")
  func extensionBound() async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(.simple())
    await #expect(
      throws: ChangeRuleError.extendedTooFar(
        to: "2027-07-02", latest: "2027-07-01", .originalTerm, .personalLoans)
    ) { try await village.previewChange(loan, .extended(to: "2027-07-02")) }
    let done = try await village.agree(loan, .extended(to: "2027-07-01"))
    // 24 instalments of interest from 1 August 2025 on; 730 days at 3.00.
    #expect(done.before?.installments.count == 12 && done.after?.installments.count == 24)
    #expect(done.before?.interestToCome == "1095.00" && done.after?.interestToCome == "2190.00")
    #expect(done.transfers == [])
    await #expect(throws: ChangeRuleError.extendedBefore(on: "2025-07-01", .microcredit)) {
      try await village.previewChange(loan, .extended(to: "2027-07-02"))
    }
    // A microcredit is extended or renewed once in all.
    await #expect(throws: ChangeRuleError.extendedBefore(on: "2025-07-01", .microcredit)) {
      try await village.previewChange(loan, .renewed(to: "2027-10-01", rate: nil))
    }
    #expect(try await Verification.brokenChecks(village) == [])
    await village.close()
  }

  @Test("an extension that was reversed leaves the loan as it was, and free to be extended")
  func reversedExtension() async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(.simple())
    let done = try await village.agree(loan, .extended(to: "2026-10-01"))
    let undone = try await village.agree(loan, .reversed(fact: done.factNumber))
    #expect(undone.after?.claim == done.before?.claim)
    #expect(try await village.file(loan).state.maturesOn == "2026-07-01")
    #expect(try await village.agree(loan, .extended(to: "2026-12-01")).isNew)
    await village.close()
  }

  @Test("a loan is renewed on the day it matures, once all interest is paid")
  func renewal() async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(.simple(until: "2025-09-01"))
    try await village.work(on: "2025-09-01")
    await #expect(
      throws: ServicingError.renewedWithUnpaid(effectiveOn: "2025-09-01", unpaid: "36186.00")
    ) { try await village.previewChange(loan, .renewed(to: "2026-09-01", rate: nil)) }
    try await village.repay(loan, "186.00")
    let done = try await village.agree(loan, .renewed(to: "2026-09-01", rate: "2.50"))
    #expect(done.after?.maturesOn == "2026-09-01")
    // 365 days at 2.50 a day: 36,000 at 2.50 %.
    #expect(done.after?.interestToCome == "912.50")
    #expect(done.after?.claim.principalDue == .zero)
    await #expect(
      throws: ChangeRuleError.extendedBefore(on: "2025-09-01", .microcredit)
    ) { try await village.previewChange(loan, .extended(to: "2026-10-01")) }
    #expect(try await Verification.brokenChecks(village) == [])
    await village.close()
  }

  @Test("a rate that the product caps may only fall")
  func rate() async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(.simple())
    await #expect(throws: ChangeRuleError.rateNotLower("3.01", largest: "3.00")) {
      try await village.previewChange(loan, .rateChanged("3.01"))
    }
    try await village.work(on: "2025-07-11")
    let done = try await village.agree(loan, .rateChanged("2.00"))
    // 10 days at 3.00 and 355 at 2.00.
    #expect(done.after?.interestToCome == "740.00")
    await village.close()
  }

  @Test("a reschedule keeps to the bounds of an extension, unless it is a concession")
  func reschedule() async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(.simple())
    let later = ServicingEvent.rescheduled(Rescheduling(maturesOn: "2027-12-01"))
    await #expect(
      throws: ChangeRuleError.extendedTooFar(
        to: "2027-12-01", latest: "2027-07-01", .originalTerm, .personalLoans)
    ) { try await village.previewChange(loan, later) }
    let free = try await village.previewChange(loan, later, isRestructuring: true)
    #expect(free.after?.maturesOn == "2027-12-01")
    let equal = RepaymentTerms(method: .equalPrincipal, interestEveryMonths: 3)
    let done = try await village.agree(loan, .rescheduled(Rescheduling(repayment: equal)))
    // Four parts of 9,000: 92 days on 36,000, 92 on 27,000, 90 on 18,000, 91 on 9,000.
    let part: Money = "9000.00"
    #expect(done.after?.installments.map(\.principal) == [part, part, part, part])
    #expect(done.after?.interestToCome == "686.25")
    #expect(done.after?.installments.map(\.interest) == ["276.00", "207.00", "135.00", "68.25"])
    #expect(try await village.file(loan).state.status == .active)
    await village.close()
  }

  @Test("an enterprise's loan of three years is extended by at most half of it")
  func enterprise() async throws {
    let village = try await Village.opened()
    let request = ApplicationRequest.simple("E1", until: "2028-07-01").with {
      $0.application.line = .industry
      $0.application.principal = "200000.00"
      $0.application.repayment = RepaymentTerms(
        method: .interestThenPrincipal, interestEveryMonths: 3, settlementDay: 20)
    }
    let loan = try await village.lend(request)
    await #expect(
      throws: ChangeRuleError.extendedTooFar(
        to: "2030-01-02", latest: "2030-01-01", .halfTerm, .generalRules)
    ) { try await village.previewChange(loan, .extended(to: "2030-01-02")) }
    let shown = try await village.previewChange(loan, .extended(to: "2030-01-01"))
    #expect(shown.after?.maturesOn == "2030-01-01")
    await village.close()
  }

  @Test("a renewed loan that is no microcredit is extended by its new term")
  func renewedThenExtended() async throws {
    let village = try await Village.opened()
    let request = ApplicationRequest.simple("B1", until: "2026-07-01").with {
      $0.application.line = .tourism
    }
    let loan = try await village.lend(request)
    try await village.agree(loan, .extended(to: "2026-10-01"))
    try await village.work(on: "2025-07-10")
    try await village.agree(loan, .renewed(to: "2027-01-10", rate: nil))
    // From 10 July 2025 to 10 January 2027 are 18 months: up to the product's 60.
    await #expect(
      throws: ChangeRuleError.extendedTooFar(
        to: "2030-07-11", latest: "2030-07-10", .productTerm(months: 60), .personalLoans)
    ) { try await village.previewChange(loan, .extended(to: "2030-07-11")) }
    try await village.agree(loan, .extended(to: "2027-03-10"))
    await #expect(throws: ChangeRuleError.extendedBefore(on: "2025-07-10", .personalLoans)) {
      try await village.previewChange(loan, .extended(to: "2027-04-10"))
    }
    await village.close()
  }

  @Test("a pause puts instalments off to the first due day after it, and nothing is late")
  func pause() async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(.simple())
    try await village.work(on: "2025-07-15")
    let done = try await village.change(loan, .paused(until: "2025-10-15"))
    #expect(done.after?.nextPayment == "2025-11-01")
    try await village.work(on: "2025-10-20")
    let claim = try await village.file(loan).claim
    #expect(claim?.dues.isEmpty == true && claim?.penaltyDue == .zero)
    await #expect(
      throws: ServicingError.pauseEndsBefore(effectiveOn: "2025-10-20", until: "2025-10-20")
    ) { try await village.change(loan, .paused(until: "2025-10-20")) }
    await village.close()
  }
}
