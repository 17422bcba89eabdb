import Accrual
import Fixtures
import LoanProducts
import Operations
import Origination
import Postgres
import Posting
import Quantities
import Repositories
import Servicing
import Testing

/// Goal: whatever comes late, in whatever order runs are made, the books meet the target.
///
/// Method: one loan that earns 3.00 yuan a day (penalty 4.50); lines of the run found by hand.
@Suite("accrual runs")
struct AccrualRunTests {
  @Test("a second run of a month posts nothing and writes no version and no fact")
  func again() async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(.simple())
    try await village.work(on: "2025-07-31")
    #expect(try await village.accrue("2025-07")?.version == 1)
    #expect(try await village.accrue("2025-07") == nil)
    // Nothing was recorded: the next fact takes the next number.
    let facts = try await village.file(loan).facts
    #expect(facts.map(\.number) == [1, 2, 3, 4])
    try await village.repay(loan, "1.00")
    #expect(try await village.file(loan).facts.last?.number == 7)
    try await Verification.expectNone(village)
    await village.close()
  }

  @Test("a month that was missed is caught up by the next")
  func missed() async throws {
    let village = try await Village.opened()
    _ = try await village.lend(.simple())
    try await village.work(on: "2025-09-30")
    // 31 + 31 + 30 days.
    let run = try await village.accrue("2025-09")
    #expect(run?.interest == "276.00")
    #expect(run?.transferCount == 1)
    try await Verification.expectNone(village)
    await village.close()
  }

  @Test("months go forward, and only those that are over are run")
  func order() async throws {
    let village = try await Village.opened()
    _ = try await village.lend(.simple())
    try await village.work(on: "2025-08-30")
    await #expect(
      throws: OperationError.monthNotOver("2025-08", businessDate: "2025-08-30")
    ) { try await village.accrue("2025-08") }
    try await village.accrue("2025-07")
    try await village.work(on: "2025-08-31")
    try await village.accrue("2025-08")
    await #expect(throws: OperationError.monthBeforeLastRun("2025-07", last: "2025-08")) {
      try await village.accrue("2025-07")
    }
    await village.close()
  }

  /// Principal was due on 1 September and is paid, as is learnt in October, on 11 September:
  /// 10 days of penalty are 45.00, where 30 days had been posted as 135.00.
  @Test("a repayment that is learnt late corrects the month by a transfer of the other sign")
  func backDated() async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(.simple(until: "2025-09-01").atMaturity)
    try await village.work(on: "2025-10-05")
    try await village.accrue("2025-09")
    try await village.repay(loan, "36231.00", on: "2025-09-11")
    #expect(try await village.file(loan).state.status == .settled)
    let second = try await village.accrue("2025-09")
    #expect(second?.version == 2)
    #expect(second?.penalty == "-90.00")
    #expect(
      try await village.file(loan).lines(ofRun: second?.number) == [
        "2025-09-30 penalty 601102→113204 90.00"
      ])
    #expect(try await village.accrue("2025-09") == nil)
    try await Verification.expectNone(village)
    try await village.work(on: "2025-10-31")
    #expect(try await village.accrue("2025-10")?.transferCount == 0)
    #expect(try await village.accrue("2025-10") == nil)
    try await Verification.expectNone(village)
    await village.close()
  }

  /// 200.00 come on 20 July; 93.00 of them pay what falls due on 1 August and 93.00 what falls due
  /// on 1 September, so 14.00 are left.
  @Test("a credit pays what falls due on its day, and the run books that")
  func credit() async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(.simple())
    try await village.work(on: "2025-07-20")
    #expect(try await village.repay(loan, "200.00").used.credit == "200.00")
    try await village.work(on: "2025-09-30")
    let august = try await village.accrue("2025-08")
    #expect(
      try await village.file(loan).lines(ofRun: august?.number) == [
        "2025-08-31 credit 224101→2011 93.00",
        "2025-08-31 interest 113201→601101 186.00",
        "2025-08-31 interest-repaid 2011→113201 93.00",
      ])
    try await village.accrue("2025-09")
    let file = try await village.file(loan)
    #expect(file.posted(.credit) == "14.00")
    #expect(file.state.oldestUnpaidDueOn == "2025-10-01")
    try await Verification.expectNone(village)
    await village.close()
  }

  /// The month of August is run on 5 September, after a payment effective on 20 August was recorded
  /// that day: it went to the dues of 1 August and, as a credit, of 1 September.
  @Test("a run leaves alone the use of money that was booked after its month")
  func recordedAfterTheMonth() async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(.simple())
    try await village.work(on: "2025-09-05")
    try await village.repay(loan, "300.00", on: "2025-08-20")
    let before = try await village.file(loan)
    #expect(before.posted(.interestRepaid) == "186.00")
    #expect(before.posted(.credit) == "114.00")
    let august = try await village.accrue("2025-08")
    let after = try await village.file(loan)
    #expect(
      after.lines(ofRun: august?.number) == ["2025-08-31 interest 113201→601101 186.00"])
    #expect(after.state == before.state)
    try await Verification.expectNone(village)
    await village.close()
  }

  @Test("a settled loan leaves the positions; its accruals stay what was posted")
  func settled() async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(.simple())
    let other = try await village.lend(.simple("B2"))
    try await village.work(on: "2025-07-31")
    #expect(try await village.accrue("2025-07")?.loanCount == 2)
    try await village.work(on: "2025-08-31")
    try await village.repay(loan, "36183.00", inAdvance: true)
    #expect(try await village.file(loan).state.status == .settled)
    // 30 days of August for the settled loan, which ends on the 31st, and 31 for the other.
    let august = try await village.accrue("2025-08")
    #expect(august?.interest == "183.00")
    #expect(try await village.file(loan).state.posted.interest.borrower == "183.00")
    #expect(try await village.accrue("2025-08") == nil)
    try await Verification.expectNone(village)

    // The month of the settlement is run again because of the other loan.
    try await village.repay(other, "50.00")
    let again = try await village.accrue("2025-08")
    #expect(again?.version == 2)
    #expect(again?.transferCount == 0)
    try await Verification.expectNone(village)
    try await village.work(on: "2025-09-30")
    let september = try await village.accrue("2025-09")
    #expect(september?.loanCount == 1)
    #expect(september?.interest == "90.00")
    try await Verification.expectNone(village)
    await village.close()
  }

  /// The loan lives from 2 to 10 September, 8 days; the run of August is made on 12 September.
  @Test("a loan that lived and ended before an earlier month is run is accrued by its own")
  func lateRunOfAnEarlierMonth() async throws {
    let village = try await Village.opened()
    _ = try await village.lend(.simple("B2"))
    try await village.work(on: "2025-09-02")
    let loan = try await village.lend(.simple(from: "2025-09-02", until: "2026-09-02"))
    try await village.work(on: "2025-09-10")
    #expect(try await village.repay(loan, "36024.00", inAdvance: true).isSettled)
    try await village.work(on: "2025-09-12")
    try await village.accrue("2025-08")
    #expect(try await village.file(loan).posted(.interest) == .zero)
    try await village.work(on: "2025-09-30")
    try await village.accrue("2025-09")
    #expect(try await village.file(loan).posted(.interest) == "24.00")
    try await Verification.expectNone(village)
    await village.close()
  }

  @Test("applications and approvals are not accrued, nor loans of the next month")
  func notDisbursed() async throws {
    let village = try await Village.opened()
    _ = try await village.apply(.simple("B1"))
    try await village.approve(try await village.apply(.simple("B2")))
    try await village.work(on: "2025-08-01")
    let later = try await village.lend(.simple("B3", from: "2025-08-01", until: "2026-08-01"))
    #expect(try await village.accrue("2025-07")?.loanCount == 0)
    #expect(try await village.accrue("2025-07") == nil)
    #expect(try await village.file(later).transfers.count == 1)
    try await Verification.expectNone(village)
    await village.close()
  }

  @Test("a bank without loans has runs too, and a rerun of nothing is nothing")
  func empty() async throws {
    let village = try await Village.opened()
    try await village.work(on: "2025-07-31")
    #expect(try await village.accrue("2025-07")?.loanCount == 0)
    #expect(try await village.accrue("2025-07") == nil)
    await village.close()
  }
}
