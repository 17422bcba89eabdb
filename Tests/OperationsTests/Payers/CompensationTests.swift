import Fixtures
import LoanProducts
import Operations
import Origination
import Quantities
import Repositories
import Servicing
import Testing

/// Goal: a fund's share is claimed after the buffer, once, up to its share, and what is recovered
/// is given back in time.
///
/// Method: a loan of 36,000.00 at 3.00 yuan a day, in arrears from its first due of 1 August:
/// 93.00, and as much on 1 September; the fund bears 70 per cent after 30 days.
@Suite("losses that funds share")
struct CompensationTests {
  private static func late() async throws -> (Village, String) {
    let village = try await Village.opened()
    try await village.foundFund()
    let loan = try await village.lend(.simple())
    return (village, loan)
  }

  @Test("within the buffer nothing is due; a day after it the share is")
  func buffer() async throws {
    let (village, loan) = try await Self.late()
    try await village.work(on: "2025-08-31")
    #expect(try await village.dueCompensation().isEmpty)
    let refusal = await village.refusal { try await village.compensate(loan, .claimed) }
    #expect(refusal as? PayerError == .withinBuffer(loan: loan, overdueDays: 30, buffer: 30))
    #expect(refusal?.code == "payers.within_buffer")

    // 70 % of 186.00.
    try await village.work(on: "2025-09-01")
    let due = try await village.dueCompensation()
    #expect(due.map(\.loan.loanNumber) == [loan] && due.first?.overdueDays == 31)
    #expect(due.first?.interestDue == "186.00" && due.first?.principalDue == .zero)
    #expect(due.first?.ofOverdue == "130.20")
    await village.close()
  }

  @Test("it is claimed once, up to the share, and paid up to the claim")
  func claimed() async throws {
    let (village, loan) = try await Self.late()
    try await village.work(on: "2025-09-01")
    var refusal = await village.refusal { try await village.compensate(loan, .claimed, "130.21") }
    #expect(refusal as? PayerError == .aboveShare("130.21", allowed: "130.20", percent: 70))
    #expect(refusal?.code == "payers.above_share")
    let claim = try await village.compensate(loan, .claimed)
    #expect(claim.isNew && claim.amount == "130.20" && claim.fund == Village.fund)
    #expect(try await !village.compensate(loan, .claimed).isNew)
    refusal = await village.refusal { try await village.compensate(loan, .claimed, key: "2") }
    #expect(refusal as? PayerError == .claimedAlready(loan: loan, "130.20"))
    #expect(refusal?.code == "payers.claimed_already")
    #expect(try await village.dueCompensation().isEmpty)

    refusal = await village.refusal { try await village.compensate(loan, .paid, "130.21") }
    #expect(refusal as? PayerError == .moreThanClaimed("130.21", open: "130.20"))
    #expect(refusal?.code == "payers.more_than_claimed")
    try await village.compensate(loan, .paid, "100.00")
    try await village.compensate(loan, .rejected, "30.20")
    let file = try await village.file(loan)
    #expect(file.balance("122102").isZero && file.balance("1003") == "100.00")
    #expect(file.balance("224103") == "-100.00")
    #expect(file.claim?.interestDue == "186.00")
    try await Verification.expectNone(village)
    await village.close()
  }

  @Test("what was refused in whole can be claimed again, of all that was called due")
  func accelerated() async throws {
    let (village, loan) = try await Self.late()
    try await village.work(on: "2025-09-01")
    try await village.compensate(loan, .claimed)
    try await village.compensate(loan, .rejected)
    // 70 % of 36,000.00 and 186.00 and 3.00 of the running day.
    let all = try await village.compensate(loan, .claimed, key: "all", accelerated: true)
    #expect(all.amount == "25332.30")
    await village.close()
  }

  // The fund paid 130.20. On Friday 5 September the borrower brings 186.00: 70 per cent of it is
  // the fund's, by Friday 12 September.
  @Test("the fund's share of what is recovered is given back within five working days")
  func recovered() async throws {
    let (village, loan) = try await Self.late()
    try await village.work(on: "2025-09-01")
    try await village.compensate(loan, .claimed)
    try await village.compensate(loan, .paid)
    try await village.work(on: "2025-09-05")
    try await village.repay(loan, "186.00")
    var balance = try await village.balance()
    #expect(balance?.paid == "130.20" && balance?.toReturn == "130.20")
    #expect(balance?.next?.returnBy == "2025-09-12" && balance?.next?.workdaysLeft == 5)
    try await village.work(on: "2025-09-12")
    #expect(try await village.balance()?.next?.workdaysLeft == 0)
    try await village.work(on: "2025-09-16")
    #expect(try await village.balance()?.next?.workdaysLeft == -2)

    let refusal = await village.refusal { try await village.compensate(loan, .returned, "130.21") }
    #expect(refusal as? PayerError == .moreThanOwedBack("130.21", owed: "130.20"))
    #expect(refusal?.code == "payers.more_than_owed_back")
    try await village.compensate(loan, .returned, "100.00", key: "part")
    #expect(try await village.balance()?.toReturn == "30.20")
    try await village.compensate(loan, .returned)
    balance = try await village.balance()
    #expect(balance?.toReturn == .zero && balance?.returned == "130.20" && balance?.next == nil)
    let file = try await village.file(loan)
    #expect(file.balance("1003").isZero && file.balance("224104").isZero)
    try await Verification.expectNone(village)
    await village.close()
  }

  @Test("a loan without a fund has no share, and each step its role")
  func uncovered() async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(.simple())
    try await village.work(on: "2025-09-01")
    let refusal = await village.refusal { try await village.compensate(loan, .claimed) }
    #expect(refusal?.code == "payers.not_covered")
    let wrong = await village.refusal {
      _ = try await TakeCompensation.run(
        CompensationRequest(loan, .paid, nil, key: "x"), bank: village.bank,
        caller: Village.officer, on: village.pool)
    }
    #expect(wrong?.code == "operation.role_missing")
    #expect(try await village.balance() == nil)
    await village.close()
  }
}
