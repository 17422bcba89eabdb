import Banks
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

/// Goal: a loan goes from the application to the last fen, with figures found by hand.
///
/// Method: 36,000 yuan at 3.00 % by actual/360 earn 3.00 yuan a day, from the day of the
/// disbursement on; penalty runs at 4.50 yuan a day.
@Suite("the life of a loan on PostgreSQL")
struct LendingTests {
  @Test("apply, approve, disburse, repay, accrue: each books what was found by hand")
  func life() async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(.simple(from: "2025-07-01", until: "2025-10-01"))
    var file = try await village.file(loan)
    #expect(file.state.status == .active)
    #expect(file.posted(.disbursement) == "36000.00")
    #expect(file.facts.map(\.kind) == [.applied, .approved, .signed, .disbursed])

    // 1 to 31 July: 31 days.
    try await village.work(on: "2025-07-31")
    let july = try await village.accrue("2025-07")
    #expect(july?.interest == "93.00")
    #expect(july?.transferCount == 1)

    // The first instalment, due 1 August: 31 days, paid on its day.
    try await village.work(on: "2025-08-01")
    let receipt = try await village.repay(loan, "93.00")
    #expect(receipt.used.interest == "93.00")
    #expect(receipt.outstanding == "36000.00")
    #expect(!receipt.isSettled)

    // The second, due 1 September, stays unpaid; interest on interest is not taken.
    try await village.work(on: "2025-09-30")
    #expect(try await village.accrue("2025-08")?.interest == "93.00")
    #expect(try await village.accrue("2025-09")?.interest == "90.00")

    // All ends on 1 October: 31 days of August, 30 of September, and the principal.
    try await village.work(on: "2025-10-01")
    let last = try await village.repay(loan, "36183.00")
    #expect(last.used.interest == "183.00")
    #expect(last.used.principal == "36000.00")
    #expect(last.isSettled)

    try await village.work(on: "2025-10-31")
    let october = try await village.accrue("2025-10")
    #expect(october?.transferCount == 0)
    file = try await village.file(loan)
    #expect(file.state.status == .settled)
    #expect(file.posted(.interest) == "276.00")
    #expect(file.posted(.interestRepaid) == "276.00")
    #expect(file.posted(.principalRepaid) == "36000.00")
    #expect(file.posted(.credit) == .zero)
    try await Verification.expectNone(village)
    await village.close()
  }

  @Test("an overdue principal bears penalty interest and no contract interest")
  func penalty() async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(
      .simple(from: "2025-07-01", until: "2025-09-01").atMaturity)
    try await village.work(on: "2025-10-05")
    // 31 days of July, 31 of August at 3.00.
    #expect(try await village.accrue("2025-08")?.interest == "186.00")
    // 30 days of September at 4.50.
    let september = try await village.accrue("2025-09")
    #expect(september?.interest == .zero)
    #expect(september?.penalty == "135.00")

    // 4 days of October more: interest first, then penalty, then principal.
    let receipt = try await village.repay(loan, "1000.00")
    #expect(receipt.used.interest == "186.00")
    #expect(receipt.used.penalty == "153.00")
    #expect(receipt.used.principal == "661.00")
    #expect(receipt.outstanding == "35339.00")
    try await Verification.expectNone(village)
    await village.close()
  }

  @Test("what is paid too much is held as a credit and given to nobody")
  func overpayment() async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(.simple(until: "2025-08-01"))
    try await village.work(on: "2025-08-01")
    let receipt = try await village.repay(loan, "36100.00")
    #expect(receipt.isSettled)
    #expect(receipt.used.credit == "7.00")
    #expect(try await village.file(loan).posted(.credit) == "7.00")
    try await Verification.expectNone(village)
    await village.close()
  }

  /// 10 days of interest are 30.00, and the rest of 6,030.00 repays principal; 30,000 then earn
  /// 2.50 a day: 30.00 + 21 × 2.50 = 82.50 by the month's end.
  @Test("principal repaid in advance stops earning on its day")
  func inAdvance() async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(.simple())
    try await village.work(on: "2025-07-11")
    let receipt = try await village.repay(loan, "6030.00", inAdvance: true)
    #expect(receipt.used.interest == "30.00")
    #expect(receipt.used.principal == "6000.00")
    #expect(receipt.used.credit == .zero)
    #expect(receipt.outstanding == "30000.00")
    try await village.work(on: "2025-07-31")
    #expect(try await village.accrue("2025-07")?.interest == "82.50")
    try await Verification.expectNone(village)
    await village.close()
  }

  @Test("a disbursement after the agreed day starts interest on its own day")
  func laterDisbursement() async throws {
    let village = try await Village.opened()
    let loan = try await village.apply(.simple())
    try await village.approve(loan)
    try await village.work(on: "2025-07-31")
    try await village.disburse(loan, on: "2025-07-11")
    #expect(try await village.accrue("2025-07")?.interest == "63.00")
    #expect(try await village.file(loan).state.startsOn == "2025-07-11")
    try await Verification.expectNone(village)
    await village.close()
  }

  // Check digits by ISO 7064 MOD 11,10, found apart from the program.
  @Test("loan numbers count by bank and year and close with a check digit")
  func numbers() async throws {
    let village = try await Village.opened()
    let first = try await village.apply(.simple("B1"))
    let second = try await village.apply(.simple("B2"))
    #expect(first == "102202500000016")
    #expect(second == "102202500000024")
    for (text, serial) in [(first, 1), (second, 2)] {
      #expect(try LoanNumber(text).serial == serial)
      #expect(try LoanNumber(text).year == 2025)
    }
    try await village.work(on: "2026-03-01")
    let next = try await village.apply(
      .simple("B3", from: "2026-03-01", until: "2027-03-01"))
    #expect(next == "102202600000013")
    let other = try await village.neighbour.apply(.simple("B1"))
    #expect(other == "107202500000017")
    await village.close()
  }

  @Test("no officer does two steps that follow one another")
  func fourEyes() async throws {
    let village = try await Village.opened()
    let loan = try await village.apply(.simple(), by: Village.anna)
    await #expect(throws: OperationError.sameOfficer(officer: "anna", step: .applied)) {
      try await village.approve(loan, by: Village.anna)
    }
    try await village.approve(loan, by: Village.boris)
    await #expect(throws: OperationError.sameOfficer(officer: "boris", step: .approved)) {
      try await village.disburse(loan, by: Village.boris)
    }
    #expect(try await village.file(loan).state.status == .signed)
    try await village.disburse(loan, by: Village.clara)
    #expect(try await village.file(loan).state.status == .active)
    await village.close()
  }

  @Test("each step asks for its own role")
  func roles() async throws {
    let village = try await Village.opened()
    func expect(
      _ role: OfficerRole, _ step: () async throws -> Void,
      _ location: SourceLocation = #_sourceLocation
    ) async {
      do {
        try await step()
        Issue.record("done without the role \(role)", sourceLocation: location)
      } catch OperationError.roleMissing(_, let needed) {
        #expect(needed == role, sourceLocation: location)
      } catch {
        Issue.record(error, sourceLocation: location)
      }
    }
    await expect(.accountOfficer) {
      _ = try await village.apply(.simple(), by: Village.cashier)
    }
    let loan = try await village.apply(.simple(), by: Village.officer)
    await expect(.approver) { try await village.approve(loan, by: Village.officer) }
    try await village.approve(loan, by: Village.approver)
    await expect(.cashier) { try await village.disburse(loan, by: Village.approver) }
    try await village.disburse(loan, by: Village.cashier)
    let request = RepaymentRequest(
      loanNumber: loan, amount: "1.00", on: nil, inAdvance: nil, key: "r")
    await expect(.cashier) {
      _ = try await RecordRepayment.run(
        request, bank: village.bank, caller: Village.officer, on: village.pool)
    }
    await village.close()
  }
}

extension ApplicationRequest {
  /// The same with principal and interest in one sum at the end.
  var atMaturity: ApplicationRequest {
    with {
      $0.application.repayment = RepaymentTerms(method: .atMaturity, interestEveryMonths: 0)
    }
  }
}
