import Fixtures
import Foundation
import Operations
import Posting
import Quantities
import Repositories
import Scheduling
import Servicing

/// What officers do with a loan after its disbursement, in short words.
extension Village {
  /// What an event would do, with nothing kept.
  func previewChange(
    _ loan: String, _ event: ServicingEvent, on day: Day? = nil, isRestructuring: Bool = false,
    by caller: Caller = anna
  ) async throws -> ServicingOutcome {
    var request = ServicingRequest(loan, event, on: day, key: "preview")
    request.isRestructuring = isRestructuring
    return try await RecordEvent.run(
      request, mode: .preview, bank: bank, caller: caller, on: pool)
  }

  /// An event of one officer.
  @discardableResult
  func change(
    _ loan: String, _ event: ServicingEvent, on day: Day? = nil, key: String? = nil,
    by caller: Caller = anna
  ) async throws -> ServicingOutcome {
    try await RecordEvent.run(
      ServicingRequest(loan, event, on: day, key: key ?? UUID().uuidString), bank: bank,
      caller: caller, on: pool)
  }

  /// What one officer asks for, for a second one to decide on.
  @discardableResult
  func propose(
    _ loan: String, _ event: ServicingEvent, on day: Day? = nil, key: String? = nil,
    by caller: Caller = anna
  ) async throws -> (proposal: Int64, outcome: ServicingOutcome?, isNew: Bool) {
    try await ProposeChange.run(
      ServicingRequest(loan, event, on: day, key: key ?? UUID().uuidString), bank: bank,
      caller: caller, on: pool)
  }

  @discardableResult
  func confirm(
    _ loan: String, _ proposal: Int64, key: String? = nil, by caller: Caller = boris
  ) async throws -> ServicingOutcome {
    try await ConfirmChange.run(
      ProposalDecision(loan: loan, proposal: proposal, key: key ?? UUID().uuidString), bank: bank,
      caller: caller, on: pool)
  }

  @discardableResult
  func decline(
    _ loan: String, _ proposal: Int64, by caller: Caller = boris
  ) async throws -> Bool {
    try await DeclineChange.run(
      ProposalDecision(loan: loan, proposal: proposal, key: "decline-\(proposal)", reason: "no"),
      bank: bank, caller: caller, on: pool)
  }

  /// Proposed by one officer and confirmed by another.
  @discardableResult
  func agree(
    _ loan: String, _ event: ServicingEvent, on day: Day? = nil
  ) async throws -> ServicingOutcome {
    try await confirm(loan, propose(loan, event, on: day).proposal)
  }

  func openProposals(_ loan: String? = nil) async throws -> [OpenProposal] {
    try await ListProposals.run(loan, bank: bank, on: pool)
  }
}

extension LoanView {
  /// The day of the first instalment to come that something is to be paid on.
  var nextPayment: Day? { installments.first { $0.borrowerTotal.isPositive }?.dueOn }
}

extension ServicingOutcome {
  /// What was booked, as `credit 2011→224101 7.00`.
  var lines: [String] {
    transfers.map {
      "\($0.kind.rawValue) \($0.debit.rawValue)→\($0.credit.rawValue) \($0.amount)"
    }
  }
}
