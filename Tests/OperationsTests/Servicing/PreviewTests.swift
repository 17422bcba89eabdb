import Fixtures
import LoanProducts
import Operations
import Origination
import Posting
import Quantities
import Repositories
import Scheduling
import Servicing
import Testing

/// Goal: what a preview shows is what is then booked, to the fen, and a preview keeps nothing.
///
/// Method: each event is tried, then carried out, on a loan of its own that is late and accrued.
@Suite("previews on PostgreSQL")
struct PreviewTests {
  private static let events: [ServicingEvent] = [
    .repaid("40.00", inAdvance: nil, from: "guarantor", party: "B60"),
    .repaid("6500.00", inAdvance: .lowersInstallments, from: nil, party: nil),
    .costsCharged("150.00"), .rateChanged("2.50"), .extended(to: "2027-01-01"),
    .rescheduled(
      Rescheduling(
        maturesOn: "2026-12-20",
        repayment: RepaymentTerms(
          method: .equalPrincipal, interestEveryMonths: 3, settlementDay: 20))),
    .paused(until: "2026-01-15"), .misused(until: "2025-12-01"), .waived(.interest, "50.00"),
    .rated(.doubtful, until: "2025-12-01"),
    .writtenOff("5000.00"), .writtenOff(nil), .died, .takenOver(by: "B60"),
    .transferred(to: "head"),
  ]

  @Test("each event books what its preview showed")
  func previews() async throws {
    let village = try await Village.opened()
    var loans: [String] = []
    for number in Self.events.indices {
      loans.append(try await village.lend(.simple("B\(number + 1)")))
    }
    try await village.work(on: "2025-09-30")
    try await village.accrue("2025-09")
    try await village.work(on: "2025-10-10")
    for (loan, event) in zip(loans, Self.events) {
      let before = try await village.file(loan)
      let isCash = [.repaid, .refunded].contains(event.kind)
      let caller = isCash ? Village.cashier : Village.officer
      let shown = try await village.previewChange(loan, event, by: caller)
      let between = try await village.file(loan)
      #expect(between.state == before.state && between.facts == before.facts)
      #expect(between.transfers == before.transfers)
      let done: ServicingOutcome
      if event.kind.needsFourEyes {
        let proposed = try await village.propose(loan, event, by: caller)
        #expect(proposed.outcome?.transfers == shown.transfers)
        done = try await village.confirm(loan, proposed.proposal, by: Village.approver)
      } else {
        done = try await village.change(loan, event, by: caller)
      }
      #expect(done.transfers == shown.transfers, "\(event.kind)")
      #expect(done.after?.claim == shown.after?.claim, "\(event.kind)")
      #expect(done.after?.installments == shown.after?.installments, "\(event.kind)")
      #expect(done.used == shown.used)
      let after = try await village.file(loan)
      let booked = after.transfers.filter { $0.factNumber == done.factNumber }
      #expect(booked.count == shown.transfers.count, "\(event.kind)")
    }
    #expect(try await Verification.brokenChecks(village) == [])
    await village.close()
  }

  @Test("each event that was booked can be reversed, and the loan is as if it had never been")
  func reversals() async throws {
    let village = try await Village.opened()
    var loans: [String] = []
    for number in Self.events.indices {
      loans.append(try await village.lend(.simple("B\(number + 1)")))
    }
    try await village.work(on: "2025-10-10")
    for (loan, event) in zip(loans, Self.events) {
      let before = try await village.file(loan)
      let isCash = [.repaid, .refunded].contains(event.kind)
      let done =
        event.kind.needsFourEyes
        ? try await village.agree(loan, event)
        : try await village.change(loan, event, by: isCash ? Village.cashier : Village.officer)
      let undone = try await village.agree(loan, .reversed(fact: done.factNumber))
      let after = try await village.file(loan)
      #expect(after.claim == before.claim, "\(event.kind)")
      #expect(after.state.moved == before.state.moved, "\(event.kind)")
      #expect(after.state.maturesOn == before.state.maturesOn, "\(event.kind)")
      #expect(after.state.borrowerID == before.state.borrowerID, "\(event.kind)")
      #expect(undone.transfers.count == done.transfers.count, "\(event.kind)")
    }
    #expect(try await Verification.brokenChecks(village) == [])
    await village.close()
  }
}
