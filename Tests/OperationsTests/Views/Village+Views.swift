import Operations
import Quantities

<<<<<<< HEAD
/// What a clerk asks of a loan, in short words.
extension Village {
=======
extension Village {
  /// What needs one officer.
  @discardableResult
  func record(
    _ loan: String, _ event: ServicingEvent, on day: Day? = nil, key: String
  ) async throws -> ServicingOutcome {
    try await ServiceLoan.run(
      ServicingRequest(loan, event, on: day, key: key), bank: bank, caller: Self.anna, on: pool)
  }

  /// What one officer proposes and another confirms.
  @discardableResult
  func confirm(
    _ loan: String, _ event: ServicingEvent, on day: Day? = nil, key: String
  ) async throws -> ServicingOutcome {
    let proposed = try await ProposeChange.run(
      ServicingRequest(loan, event, on: day, key: key), bank: bank, caller: Self.anna, on: pool)
    return try await ConfirmChange.run(
      loan: loan, proposal: proposed.proposal, key: "\(key)-confirmed", bank: bank,
      caller: Self.boris, on: pool)
  }

>>>>>>> 7c758b1ba8836ea859c42ee1ad21668798aac191
  func statement(
    _ loan: String, from first: Day? = nil, until last: Day? = nil
  ) async throws -> LoanStatement {
    try await DrawStatement.run(loan, from: first, until: last, bank: bank, on: pool)
  }

  func explain(
    _ loan: String, on day: Day? = nil, asOf: Day? = nil
  ) async throws -> LoanExplanation {
    try await ExplainLoan.run(loan, on: day, asOf: asOf, bank: bank, on: pool)
  }
}
