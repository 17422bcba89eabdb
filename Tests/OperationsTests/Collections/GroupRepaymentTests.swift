import Fixtures
import LoanProducts
import Operations
import Origination
import Quantities
import Repositories
import Servicing
import Testing

/// Goal: a group's payment is divided as the law says, sums to the fen, and is booked whole or not.
///
/// Method: five members; loans that owe 93.00 each month and one of half the amount that owes
/// 46.50.
@Suite("a payment for a group")
struct GroupRepaymentTests {
  private func lent(_ village: Village) async throws -> [String] {
    try await village.makeGroup(of: 5)
    let first = try await village.lend(.simple("B1"))
    let second = try await village.lend(
      .simple("B2").with { $0.application.principal = "18000.00" })
    let later = try await village.lend(.simple("B3", from: "2025-07-01"))
    try await village.work(on: "2025-08-15")
    return [first, second, later]
  }

  @Test("pays what is due, of one day in proportion, and sums to the amount")
  func split() async throws {
    let village = try await Village.opened()
    let loans = try await lent(village)
    // Due on 1 August: 93.00, 46.50, 93.00; 100.00 × 93 ÷ 232.5 = 40.00, and 20.00.
    let receipt = try await village.repayGroup("100.00")
    #expect(receipt.parts.map(\.loanNumber) == loans)
    #expect(receipt.parts.map(\.amount) == ["40.00", "20.00", "40.00"])
    #expect(receipt.parts.map(\.used.interest) == ["40.00", "20.00", "40.00"])
    #expect(receipt.parts.map(\.due.total) == ["93.00", "46.50", "93.00"])
    let again = try await village.repayGroup("100.00")
    #expect(!again.isNew && again.parts == receipt.parts)
    #expect(try await village.received(loans[0]) == "40.00")
    let fact = try #require(try await village.file(loans[0]).facts.last)
    #expect(fact.detail.from == "group" && fact.idempotencyKey == "group/\(loans[0])")
    try await Verification.expectNone(village)
    await village.close()
  }

  @Test("goes to named loans first; what is more than is due is refused, or held where it is said")
  func named() async throws {
    let village = try await Village.opened()
    let loans = try await lent(village)
    let named = try await village.repayGroup("60.00", key: "1") { $0.named = [loans[1]] }
    // 46.50 to the named one; 13.50 in halves.
    #expect(named.parts.map(\.amount) == ["6.75", "46.50", "6.75"])
    await #expect(
      throws: CollectionError.moreThanDue("200.00", due: "172.50", group: "G1")
    ) { try await village.repayGroup("200.00", key: "2") }
    for loan in loans {
      #expect(try await village.file(loan).facts.filter { $0.kind == .repaid }.count == 1)
    }
    let rest = try await village.repayGroup("200.00", key: "2") { $0.restTo = loans[1] }
    #expect(rest.parts.map(\.amount) == ["86.25", "27.50", "86.25"])
    #expect(rest.parts.map(\.used.credit) == [.zero, "27.50", .zero])
    #expect(try await village.sheet().lines.isEmpty)
    try await Verification.expectNone(village)
    await village.close()
  }

  @Test("a preview shows the same and books nothing; a key stands for one payment")
  func preview() async throws {
    let village = try await Village.opened()
    let loans = try await lent(village)
    let shown = try await village.repayGroup("100.00", mode: .preview)
    for loan in loans { #expect(try await village.received(loan) == .zero) }
    let booked = try await village.repayGroup("100.00")
    #expect(shown.parts == booked.parts && booked.isNew)
    do {
      try await village.repayGroup("132.50")
      Issue.record("one key, two payments")
    } catch let error as OperationError {
      #expect(error.code == "operation.key_used_for_another_request")
    }
    // The same amounts on the same day under another key.
    do {
      try await village.repayGroup("100.00", key: "other")
      Issue.record("a payment was booked twice")
    } catch let error as OperationError {
      #expect(error.code == "operation.looks_like_duplicate")
    }
    try await village.repayGroup("100.00", key: "other") { $0.acceptsDuplicate = true }
    #expect(try await village.received(loans[0]) == "80.00")
    try await Verification.expectNone(village)
    await village.close()
  }

  @Test("is refused for a group that nobody knows and for a loan of another one")
  func refusals() async throws {
    let village = try await Village.opened()
    await #expect(throws: CollectionError.groupUnknown("G1", bank: "wujiaqu")) {
      try await village.repayGroup("1.00")
    }
    let loans = try await lent(village)
    let stranger = try await village.lend(.simple("B9", from: "2025-08-15"))
    await #expect(
      throws: CollectionError.loanNotOfGroup(stranger, group: "G1", loans: loans)
    ) { try await village.repayGroup("1.00") { $0.named = [stranger] } }
    await #expect(
      throws: OperationError.amountOutsideRange(.zero, largest: .largestAmount)
    ) { try await village.repayGroup(.zero) }
    await village.close()
  }

  @Test("two clerks who book one payment at once book it once")
  func race() async throws {
    let village = try await Village.opened(connections: 4)
    let loans = try await lent(village)
    let receipts = try await withThrowingTaskGroup(of: GroupRepaymentReceipt.self) { group in
      for _ in 0..<4 { group.addTask { try await village.repayGroup("100.00") } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(receipts.count { $0.isNew } == 1)
    #expect(Set(receipts.map(\.parts)).count == 1)
    #expect(try await village.received(loans[0]) == "40.00")
    try await Verification.expectNone(village)
    await village.close()
  }
}
