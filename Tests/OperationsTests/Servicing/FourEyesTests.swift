import Fixtures
import Operations
import Quantities
import Repositories
import Servicing
import Testing

/// Goal: what needs two officers is done by two, once, and exactly as it was shown.
@Suite("changes that a second officer confirms")
struct FourEyesTests {
  @Test("one proposes, the same can't confirm, another does, and what was shown is booked")
  func proposal() async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(.simple())
    try await village.work(on: "2025-07-15")
    let event = ServicingEvent.extended(to: "2026-10-01")
    await #expect(throws: OperationError.needsConfirmation(.extended)) {
      try await village.change(loan, event)
    }
    let (proposal, shown, isNew) = try await village.propose(loan, event, key: "form-1")
    #expect(isNew)
    #expect(try await village.file(loan).state.maturesOn == "2026-07-01")
    let waiting = try await village.openProposals()
    #expect(waiting.map(\.number) == [proposal] && waiting.map(\.kind) == [.extended])
    #expect(waiting.first?.officer == "anna" && waiting.first?.loanNumber == loan)
    await #expect(throws: OperationError.sameOfficer(officer: "anna", step: .proposed)) {
      try await village.confirm(loan, proposal, by: Village.anna)
    }
    let done = try await village.confirm(loan, proposal, key: "confirm-1")
    #expect(done.isNew && done.kind == .extended)
    #expect(done.after?.claim == shown?.after?.claim)
    #expect(done.after?.installments == shown?.after?.installments)
    #expect(done.transfers == shown?.transfers)
    #expect(try await village.file(loan).state.maturesOn == "2026-10-01")
    #expect(try await village.openProposals() == [])
    let again = try await village.confirm(loan, proposal, key: "confirm-1")
    #expect(!again.isNew && again.factNumber == done.factNumber)
    #expect(try await Verification.brokenChecks(village) == [])
    await village.close()
  }

  @Test("the same key is the same proposal; a second one of a kind waits for the first")
  func keys() async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(.simple())
    let first = try await village.propose(loan, .extended(to: "2026-10-01"), key: "form-1")
    let same = try await village.propose(loan, .extended(to: "2026-10-01"), key: "form-1")
    #expect(same.proposal == first.proposal && !same.isNew)
    await #expect(
      throws: OperationError.keyUsedForAnotherRequest(key: "form-1", fact: first.proposal)
    ) { try await village.propose(loan, .extended(to: "2026-11-01"), key: "form-1") }
    await #expect(throws: OperationError.proposedAlready(.extended, proposal: first.proposal)) {
      try await village.propose(loan, .extended(to: "2026-11-01"), key: "form-2")
    }
    try await village.propose(loan, .rateChanged("2.50"), key: "form-3")
    #expect(try await village.openProposals(loan).count == 2)
    await village.close()
  }

  @Test("a proposal that was decided on, or that nobody made, is not confirmed")
  func decided() async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(.simple())
    let proposal = try await village.propose(loan, .rateChanged("2.50")).proposal
    #expect(try await village.decline(loan, proposal))
    #expect(try await !village.decline(loan, proposal))
    #expect(try await village.openProposals() == [])
    do {
      try await village.confirm(loan, proposal)
      Issue.record("confirmed what was declined")
    } catch OperationError.proposalDecided(let found, _) {
      #expect(found == proposal)
    }
    await #expect(throws: OperationError.proposalUnknown(1, loan: loan)) {
      try await village.confirm(loan, 1)
    }
    await #expect(throws: OperationError.loanUnknown("x", bank: "wujiaqu")) {
      try await village.openProposals("x")
    }
    await village.close()
  }

  @Test("of two officers who confirm at once one does, and the other is told")
  func race() async throws {
    let village = try await Village.opened(connections: 4)
    let loan = try await village.lend(.simple())
    let proposal = try await village.propose(loan, .writtenOff("1000.00")).proposal
    let results = await withTaskGroup(of: Bool?.self) { group in
      for caller in [Village.boris, Village.clara] {
        group.addTask {
          do {
            return try await village.confirm(loan, proposal, by: caller).isNew
          } catch OperationError.proposalDecided {
            return nil
          } catch {
            Issue.record(error)
            return false
          }
        }
      }
      return await group.reduce(into: [Bool?]()) { $0.append($1) }
    }
    #expect(results.count { $0 == true } == 1 && results.count { $0 == nil } == 1)
    let written = try await village.file(loan).facts.filter { $0.kind == .writtenOff }
    #expect(written.count == 1 && written.first?.detail.proposal == proposal)
    #expect(try await Verification.brokenChecks(village) == [])
    await village.close()
  }

  @Test("an account officer proposes, an approver confirms, a cashier gives money back")
  func roles() async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(.simple())
    for caller in [Village.approver, Village.cashier] {
      await #expect(throws: OperationError.self) {
        try await village.propose(loan, .extended(to: "2026-10-01"), by: caller)
      }
    }
    let proposal = try await village.propose(
      loan, .extended(to: "2026-10-01"), by: Village.officer
    ).proposal
    await #expect(throws: OperationError.self) {
      try await village.confirm(loan, proposal, by: Village.cashier)
    }
    try await village.confirm(loan, proposal, by: Village.approver)
    await #expect(throws: OperationError.self) {
      try await village.change(loan, .refunded("1.00"), by: Village.officer)
    }
    await village.close()
  }
}
