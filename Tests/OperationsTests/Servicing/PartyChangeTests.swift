import Fixtures
import LoanProducts
import Operations
import Origination
import Quantities
import Repositories
import Scheduling
import Servicing
import Testing

/// Goal: who owes, who looks after a loan, when a student leaves school: each on record, no fen
/// moved that shouldn't be.
@Suite("parties, students and decrees on PostgreSQL")
struct PartyChangeTests {
  @Test("a death is recorded, an heir takes over, another branch looks after the loan")
  func parties() async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(.simple("B1"))
    try await village.work(on: "2025-08-10")
    let before = try await village.file(loan)
    #expect(try await village.change(loan, .died, on: "2025-08-03").lines == [])
    await #expect(throws: ChangeRuleError.diedBefore(on: "2025-08-03")) {
      try await village.change(loan, .died)
    }
    await #expect(throws: ChangeRuleError.owedAlready(by: "B1")) {
      try await village.change(loan, .takenOver(by: "B1"))
    }
    await #expect(throws: OperationError.borrowerUnknown("B99", bank: "wujiaqu")) {
      try await village.change(loan, .takenOver(by: "B99"))
    }
    let taken = try await village.change(loan, .takenOver(by: "B2"))
    #expect(taken.lines == [] && taken.after?.claim == before.claim)
    await #expect(throws: ChangeRuleError.branchAlready("first")) {
      try await village.change(loan, .transferred(to: "first"))
    }
    await #expect(throws: OperationError.branchUnknown("third", known: ["head", "first"])) {
      try await village.change(loan, .transferred(to: "third"))
    }
    try await village.change(loan, .transferred(to: "head"))
    let state = try await village.file(loan).state
    #expect(state.borrowerID == 2 && state.branchID != before.state.branchID)
    // The heir may die, too.
    #expect(try await village.change(loan, .died).isNew)
    #expect(try await Verification.brokenChecks(village) == [])
    await village.close()
  }

  @Test("a misused loan bears the misuse rate until it is mended")
  func misuse() async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(.simple())
    try await village.work(on: "2025-07-31")
    let done = try await village.change(loan, .misused(until: "2025-07-21"), on: "2025-07-11")
    // Ten days at twice the rate of 3.00 a day: what is above the contract's interest is penalty.
    #expect(done.after?.claim.penaltyDue == "30.00")
    await village.close()
  }

  @Test("a student's graduation moves, and the State pays the year's interest")
  func student() async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(.graduatingIn2029())
    let allowed: ClosedRange<Day> = "2025-07-01"..."2041-12-31"
    await #expect(
      throws: ChangeRuleError.graduatedOutside("2025-06-30", allowed: allowed, .studentAid)
    ) { try await village.change(loan, .graduated(on: "2025-06-30")) }
    await #expect(
      throws: ChangeRuleError.stillAtSchool(until: "2029-09-01", year: 2025)
    ) { try await village.change(loan, .interestWaived(year: 2025, defersPrincipal: false)) }
    // The student drops out: the borrower pays from 1 September of the year.
    let left = try await village.change(loan, .graduated(on: "2025-07-01"))
    #expect(left.after?.claim.terms.subsidy?.until == "2025-09-01")
    let waived = try await village.change(
      loan, .interestWaived(year: 2025, defersPrincipal: false))
    #expect((waived.after?.interestToCome ?? .zero) < (waived.before?.interestToCome ?? .zero))
    await #expect(throws: ChangeRuleError.yearWaivedBefore(2025)) {
      try await village.change(loan, .interestWaived(year: 2025, defersPrincipal: false))
    }
    let other = try await village.lend(.simple())
    await #expect(throws: ChangeRuleError.notAStudents) {
      try await village.change(other, .graduated(on: "2027-06-30"))
    }
    await village.close()
  }

  @Test("a decree changes all loans of a place, leaves out who refuses, and comes in once")
  func decree() async throws {
    let village = try await Village.opened()
    let first = try await village.lend(.simple("B1"))
    let second = try await village.lend(.simple("B2"))
    try await village.work(on: "2025-07-20")
    let late = try await village.lend(.simple("B3", from: "2025-07-20"))
    var loans = DecreedLoans()
    loans.divisionPrefix = "659004"
    let decree = Decree(
      event: .paused(until: "2025-10-15"), loans: loans, on: "2025-07-10", reason: "hail",
      key: "hail-2025")
    await #expect(throws: OperationError.self) {
      try await village.carryOut(decree, by: Village.officer)
    }
    let shown = try await village.carryOut(decree, .preview)
    #expect(shown.map(\.loanNumber) == [first, second, late])
    #expect(try await village.file(first).facts.last?.kind == .disbursed)
    let done = try await village.carryOut(decree)
    #expect(done.map { $0.outcome?.isNew } == [true, true, nil])
    #expect(done[2].refusal?.code == "servicing.fact_before_start")
    #expect(done[0].outcome?.after?.installments == shown[0].outcome?.after?.installments)
    #expect(done[0].outcome?.after?.nextPayment == "2025-11-01")
    #expect(try await village.file(late).facts.last?.kind == .disbursed)
    let again = try await village.carryOut(decree)
    #expect(again.map { $0.outcome?.isNew } == [false, false, nil])
    #expect(try await village.file(first).facts.last?.detail.text == "hail")
    loans.divisionPrefix = "51"
    var elsewhere = decree
    elsewhere.loans = loans
    #expect(try await village.carryOut(elsewhere).isEmpty)
    #expect(try await Verification.brokenChecks(village) == [])
    await village.close()
  }
}

extension Village {
  @discardableResult
  fileprivate func carryOut(
    _ decree: Decree, _ mode: ServicingMode = .record, by caller: Caller = anna
  ) async throws -> [DecreedLoan] {
    try await CarryOutDecree.run(decree, mode: mode, bank: bank, caller: caller, on: pool)
  }
}

extension ApplicationRequest {
  /// 16,000 yuan for a student who graduates in 2029.
  fileprivate static func graduatingIn2029() -> ApplicationRequest {
    simple("S1", until: "2044-09-20").with {
      $0.application.line = .studentAid
      $0.application.principal = "16000.00"
      $0.application.category = "undergraduate"
      $0.application.isSubsidised = true
      $0.application.subsidyUntil = "2029-09-01"
      $0.application.repayment = RepaymentTerms(
        method: .equalPrincipal, interestEveryMonths: 12, settlementDay: 20)
      $0.application.repayment.principalFrom = "2034-09-01"
    }
  }
}
