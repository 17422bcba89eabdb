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

/// Goal: a loan is paid out in parts, to a named account, and not against a condition.
@Suite("disbursements")
struct DisbursementTests {
  private func signed(_ village: Village) async throws -> String {
    let loan = try await village.apply(.simple())
    try await village.approve(loan)
    try await village.sign(loan)
    return loan
  }

  /// 12,000 from 1 July bear 1.00 yuan a day, 36,000 from 11 July 3.00: 10 + 63 = 73.00 by the end
  /// of July.
  @Test("in two parts each bears interest from its own day")
  func parts() async throws {
    let village = try await Village.opened()
    let loan = try await signed(village)
    #expect(try await village.pay(loan, "12000.00", key: "first"))
    #expect(try await village.pay(loan, "12000.00", key: "first") == false)
    var file = try await village.file(loan)
    #expect(file.state.status == .active && file.state.outstanding == "12000.00")
    #expect(file.facts.last?.detail.account == "示例 6222")
    try await village.work(on: "2025-07-11")
    await #expect(throws: ApprovalError.partOutsideRange("24000.01", left: "24000.00")) {
      try await village.pay(loan, "24000.01", key: "second")
    }
    await #expect(throws: ApprovalError.partOutsideRange(.zero, left: "24000.00")) {
      try await village.pay(loan, .zero, key: "second")
    }
    try await village.pay(loan, nil, key: "second")
    file = try await village.file(loan)
    #expect(file.posted(.disbursement) == "36000.00")
    #expect(file.facts.last?.effectiveOn == "2025-07-11")
    await #expect(
      throws: OperationError.statusNotAllowed(loan: loan, found: .active, allowed: [.signed])
    ) { try await village.pay(loan, "1.00", key: "third") }
    try await village.work(on: "2025-07-31")
    #expect(try await village.accrue("2025-07")?.interest == "73.00")
    try await Verification.expectNone(village)
    await village.close()
  }

  @Test("waits for the signature")
  func unsigned() async throws {
    let village = try await Village.opened()
    let loan = try await village.apply(.simple())
    try await village.approve(loan)
    await #expect(
      throws: OperationError.statusNotAllowed(loan: loan, found: .approved, allowed: [.signed])
    ) { try await village.pay(loan, nil) }
    await village.close()
  }

  @Test("waits for open conditions, which another officer than laid them down finds met")
  func conditions() async throws {
    let village = try await Village.opened()
    let loan = try await signed(village)
    #expect(
      try await village.condition(loan, "purpose-proof", isMet: false, by: Village.boris)
        == ["purpose-proof"])
    await #expect(throws: ApprovalError.conditionsNotMet(["purpose-proof"])) {
      try await village.pay(loan, nil)
    }
    await #expect(
      throws: OperationError.sameOfficer(officer: "boris", step: .conditionAdded)
    ) { try await village.condition(loan, "purpose-proof", isMet: true, by: Village.boris) }
    await #expect(
      throws: ApprovalError.conditionUnknown("other", open: ["purpose-proof"])
    ) { try await village.condition(loan, "other", isMet: true, by: Village.anna) }
    #expect(
      try await village.condition(loan, "purpose-proof", isMet: true, by: Village.anna) == [])
    try await village.pay(loan, "10000.00", key: "first")
    try await village.condition(loan, "second-invoice", isMet: false, by: Village.boris)
    await #expect(throws: ApprovalError.conditionsNotMet(["second-invoice"])) {
      try await village.pay(loan, nil, key: "second")
    }
    try await Verification.expectNone(village)
    await village.close()
  }

  @Test("a condition has a short name, once, and a rank to lay it down")
  func conditionRefusals() async throws {
    let village = try await Village.opened()
    let loan = try await signed(village)
    for code in ["", "Proof", "a b", String(repeating: "a", count: 41)] {
      await #expect(throws: ApprovalError.conditionCodeWrong(code)) {
        try await village.condition(loan, code, isMet: false, by: Village.boris)
      }
    }
    try await village.condition(loan, "proof", isMet: false, by: Village.boris)
    let twice = ConditionRequest(
      loanNumber: loan, code: "proof", isMet: false, note: "", key: "twice")
    await #expect(throws: ApprovalError.conditionThere("proof")) {
      _ = try await ChangeCondition.run(
        twice, bank: village.bank, caller: Village.boris, on: village.pool)
    }
    await #expect(throws: OperationError.roleMissing(officer: "李示例", needed: .approver)) {
      try await village.condition(loan, "more", isMet: false, by: Village.officer)
    }
    await village.close()
  }

  @Test("is undone before anything follows, and the loan is signed again and can be paid out anew")
  func undone() async throws {
    let village = try await Village.opened()
    let loan = try await signed(village)
    try await village.pay(loan, nil)
    let fact = try #require(try await village.file(loan).facts.last)
    let request = ServicingRequest(loan, .reversed(fact: fact.number), key: "undo")
    let (proposal, _, _) = try await ProposeChange.run(
      request, bank: village.bank, caller: Village.anna, on: village.pool)
    _ = try await ConfirmChange.run(
      ProposalDecision(loan: loan, proposal: proposal, key: "undo-confirmed"), bank: village.bank,
      caller: Village.boris, on: village.pool)
    var file = try await village.file(loan)
    #expect(file.state.status == .signed && file.state.outstanding == .zero)
    #expect(file.posted(.disbursement) == .zero)
    #expect(try await village.pay(loan, nil))
    #expect(try await village.pay(loan, nil) == false)
    file = try await village.file(loan)
    #expect(file.state.status == .active && file.posted(.disbursement) == "36000.00")
    try await Verification.expectNone(village)
    await village.close()
  }
}

/// Goal: two who decide at once: one wins, the other is told.
///
/// Method: both on connections of their own, many times over; the bank's head gives the order.
@Suite("decisions at once")
struct DecisionRaceTests {
  @Test("approval against withdrawal: one wins, the other is told", arguments: 1...8)
  func approvalAgainstWithdrawal(_ round: Int) async throws {
    let village = try await Village.opened()
    let other = Village.newPool(village.connectionInfo)
    let loan = try await village.apply(.simple())
    let approval = Task { try await village.approve(loan) }
    let withdrawal = Task {
      try await EndApplication.run(
        EndRequest(loanNumber: loan, end: .withdrawn, reason: "不借了", key: "w"),
        bank: village.bank, caller: Village.anna, on: other)
    }
    let (approved, withdrawn) = (await approval.result, await withdrawal.result)
    #expect(try withdrawn.get(), "a withdrawal may come after the approval, too")
    let kinds = try await village.file(loan).facts.map(\.kind)
    switch approved {
    case .success: #expect(kinds == [.applied, .approved, .withdrawn])
    case .failure(let error):
      #expect(
        error as? OperationError
          == .statusNotAllowed(loan: loan, found: .withdrawn, allowed: [.applied]))
      #expect(kinds == [.applied, .withdrawn])
    }
    #expect(try await village.status(loan) == .withdrawn)
    await other.close()
    await village.close()
  }

  @Test("approval against refusal: one wins, the other is told", arguments: 1...8)
  func approvalAgainstRefusal(_ round: Int) async throws {
    let village = try await Village.opened()
    let other = Village.newPool(village.connectionInfo)
    let loan = try await village.apply(.simple())
    let approval = Task { try await village.approve(loan) }
    let refusal = Task {
      try await EndApplication.run(
        EndRequest(loanNumber: loan, end: .refused, reason: "收入不足", key: "r"),
        bank: village.bank, caller: Village.clara, on: other)
    }
    let outcomes = [await approval.result, await refusal.result]
    let refused = outcomes.compactMap { outcome in
      if case .failure(let error) = outcome { return error as? OperationError }
      return nil
    }
    #expect(refused.map(\.code) == ["operation.status_not_allowed"])
    let status = try await village.status(loan)
    #expect(status == .approved || status == .refused)
    #expect(try await village.file(loan).facts.count == 2)
    await other.close()
    await village.close()
  }

  @Test("three members at once: three votes, one approval")
  func votes() async throws {
    let village = try await Village.strict(connections: 4)
    let loan = try await village.apply(.industry("600000.00"))
    try await village.prepare(loan)
    let receipts = try await withThrowingTaskGroup(of: VoteReceipt.self) { group in
      for member in Village.members {
        group.addTask { try await village.vote(loan, inFavour: true, by: member) }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(receipts.count { $0.outcome == .approved } == 1)
    let kinds = try await village.file(loan).facts.map(\.kind)
    #expect(kinds.count { $0 == .voted } == 3 && kinds.count { $0 == .approved } == 1)
    await village.close()
  }
}
