import Operations
import Quantities

/// What a clerk asks of a loan, in short words.
extension Village {
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
