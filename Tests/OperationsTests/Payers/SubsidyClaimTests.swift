import Fixtures
import LoanProducts
import Operations
import Origination
import Postgres
import Quantities
import Repositories
import Servicing
import Testing

/// Goal: what programmes owe is claimed once, to the fen of the books, and settled loan by loan.
///
/// Method: a loan of 3.00 yuan of interest a day, half of it paid by public finance; sums by hand.
@Suite("claims on programmes")
struct SubsidyClaimTests {
  // 1 to 31 July: 31 days × 1.50.
  @Test("a month is claimed, confirmed and paid; again, nothing is")
  func claimed() async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(.subsidised())
    try await village.work(on: "2025-07-31")
    var refusal = await village.refusal { try await village.claimSubsidy("2025-07") }
    #expect(refusal?.code == "operation.month_not_accrued")
    try await village.accrue("2025-07")

    let claims = try await village.claimSubsidy("2025-07")
    #expect(claims.map(\.number) == [1] && claims.first?.programme == Village.programme)
    #expect(claims.first?.amount == "46.50" && claims.first?.batch == 1)
    #expect(try await village.lines(ofClaim: 1) == ["36000.00 of 36000.00, 31 days: 46.50"])
    #expect(try await village.claimSubsidy("2025-07").isEmpty)

    refusal = await village.refusal { try await village.paySubsidy(1) }
    #expect(refusal?.code == "payers.claim_not_confirmed")
    #expect(try await village.confirmSubsidy(1))
    #expect(try await !village.confirmSubsidy(1))
    refusal = await village.refusal { try await village.paySubsidy(1, "46.51") }
    #expect(refusal as? PayerError == .moreThanOpen("46.51", open: "46.50"))
    #expect(refusal?.code == "payers.more_than_open")
    let paid = try await village.paySubsidy(1)
    #expect(paid.isNew && paid.loans.map(\.amount) == ["46.50"])
    #expect(try await !village.paySubsidy(1).isNew)
    refusal = await village.refusal { try await village.paySubsidy(1, "1.00") }
    #expect(refusal?.code == "operation.key_used_for_another_request")
    refusal = await village.refusal { try await village.paySubsidy(1, key: "again") }
    #expect(refusal?.code == "payers.nothing_open")

    let file = try await village.file(loan)
    #expect(file.balance("113202").isZero && file.balance("1003") == "46.50")
    try await Verification.expectNone(village)
    await village.close()
  }

  @Test("one key is one claim, and claims go forward")
  func keys() async throws {
    let village = try await Village.opened()
    _ = try await village.lend(.subsidised())
    try await village.work(on: "2025-08-31")
    try await village.accrue("2025-07")
    try await village.accrue("2025-08")
    let first = try await village.claimSubsidy("2025-08", Village.programme, key: "list-1")
    let again = try await village.claimSubsidy("2025-08", Village.programme, key: "list-1")
    #expect(first == again && first.map(\.amount) == ["46.50"])
    var refusal = await village.refusal { try await village.claimSubsidy("2025-07") }
    #expect(
      refusal as? PayerError
        == .monthBeforeLastClaim("2025-07", last: "2025-08", programme: Village.programme))
    #expect(refusal?.code == "payers.month_before_last_claim")
    refusal = await village.refusal { try await village.claimSubsidy("2025-08", "nobody") }
    #expect(refusal?.code == "payers.programme_unknown")
    refusal = await village.refusal { try await village.confirmSubsidy(7) }
    #expect(refusal?.code == "payers.claim_unknown")
    refusal = await village.refusal {
      try await village.claimSubsidy("2025-08", key: "x", by: Village.cashier)
    }
    #expect(refusal?.code == "operation.role_missing")
    refusal = await village.refusal {
      try await village.claimSubsidy("2025-08", key: "subsidy-claim/1")
    }
    #expect(refusal?.code == "operation.key_reserved")
    await village.close()
  }

  // Both loans' due of 1 August: B1 pays it, B2 pays it as is learnt late, B1's payment bounces.
  // July 46.50 each; August 46.50 for B1 at first, then for B2 instead.
  @Test("what a later run changed is the next batch, and what it took back is netted")
  func corrections() async throws {
    let village = try await Village.opened()
    let first = try await village.lend(.subsidised("B1"))
    let second = try await village.lend(.subsidised("B2"))
    try await village.work(on: "2025-08-31")
    try await village.repay(first, "46.50", on: "2025-08-01", key: "bounces")
    try await village.accrue("2025-07")
    try await village.accrue("2025-08")
    #expect(try await village.claimSubsidy("2025-08").map(\.amount) == ["139.50"])
    #expect(
      try await village.lines(ofClaim: 1) == [
        "36000.00 of 36000.00, 62 days: 93.00", "36000.00 of 36000.00, 31 days: 46.50",
      ])
    try await village.confirmSubsidy(1)
    try await village.paySubsidy(1, key: "first")

    let bounced = try await village.file(first).facts.first { $0.idempotencyKey == "bounces" }
    try await village.reverse(first, fact: try #require(bounced?.number))
    try await village.repay(second, "46.50", on: "2025-08-01")
    #expect(try await village.claimSubsidy("2025-08").isEmpty)
    try await village.accrue("2025-08")
    let net = try await village.claimSubsidy("2025-08")
    #expect(net.map(\.batch) == [2] && net.first?.amount == .zero && net.first?.loanCount == 2)
    #expect(
      try await village.lines(ofClaim: 2).map { $0.split(separator: " ").last ?? "" }
        == ["-46.50", "46.50"])
    try await village.confirmSubsidy(2)
    let paid = try await village.paySubsidy(2, key: "second")
    #expect(paid.loans.map(\.amount) == ["-46.50", "46.50"])
    for loan in [first, second] {
      let file = try await village.file(loan)
      #expect(file.balance("113202").isZero, "\(loan)")
    }
    #expect(try await village.file(first).balance("1003") == "46.50")
    #expect(try await village.file(second).balance("1003") == "93.00")
    try await Verification.expectNone(village)
    await village.close()
  }

  // What is overdue is not subsidised: of July to September, in which no due was paid, only July.
  @Test("interest after overdue is never claimed")
  func overdue() async throws {
    let village = try await Village.opened()
    _ = try await village.lend(.subsidised())
    try await village.work(on: "2025-09-30")
    for month in 7...9 { try await village.accrue(Month(year: 2025, month: month)) }
    #expect(try await village.claimSubsidy("2025-09").map(\.amount) == ["46.50"])
    #expect(try await village.lines(ofClaim: 1) == ["36000.00 of 36000.00, 31 days: 46.50"])
    await village.close()
  }

  @Test("a loan older than the programmes gets its own at the first claim")
  func older() async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(.subsidised())
    try await village.asOwner("DELETE FROM loan_payers")
    try await village.work(on: "2025-07-31")
    try await village.accrue("2025-07")
    #expect(try await village.claimSubsidy("2025-07").map(\.programme) == [Village.programme])
    let id = try await village.file(loan).loan.loanID
    let payers = try await village.pool.run { connection in
      try PayerRepository(connection).find(bankID: 102, loanID: id)
    }
    #expect(payers == LoanPayers(programme: Village.programme))
    await village.close()
  }

  // Of 46.50 and 46.50 open 60.00 are paid: all of the first, 13.50 of the second.
  @Test("a part goes to the loans in their order, or to those that are named")
  func parts() async throws {
    let village = try await Village.opened()
    let first = try await village.lend(.subsidised("B1"))
    let second = try await village.lend(.subsidised("B2"))
    let third = try await village.lend(.subsidised("B3"))
    try await village.work(on: "2025-07-31")
    try await village.accrue("2025-07")
    try await village.claimSubsidy("2025-07")
    try await village.confirmSubsidy(1)
    var paid = try await village.paySubsidy(1, loans: [third], key: "third")
    #expect(paid.loans.map(\.number) == [third])
    paid = try await village.paySubsidy(1, "60.00", key: "part")
    #expect(paid.loans.map(\.number) == [first, second])
    #expect(paid.loans.map(\.amount) == ["46.50", "13.50"])
    let refusal = await village.refusal { try await village.paySubsidy(1, loans: ["1"], key: "x") }
    #expect(refusal?.code == "payers.loan_not_in_claim")
    let claim = try await ListSubsidies.run(
      programme: nil, bank: village.bank, on: village.pool
    ).first
    #expect(claim?.paid == "106.50" && claim?.open == "33.00")
    await village.close()
  }
}
