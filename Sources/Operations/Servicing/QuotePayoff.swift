import Banks
package import Postgres
package import Quantities
import Repositories
import Scheduling
import Servicing

/// What pays a loan off on a day, part by part.
package struct PayoffQuote: Hashable, Sendable {
  package let on: Day
  package let costs: Money
  package let interest: Money
  package let compound: Money
  package let penalty: Money
  package let principal: Money
  /// Held already, and used first.
  package let credit: Money

  /// What is to be brought.
  package var total: Money { costs + interest + compound + penalty + principal - credit }
}

/// The payoff of a loan on a day: what a repayment in advance of everything would go to.
package enum QuotePayoff {
  /// - Parameters:
  ///   - number: the loan's number.
  ///   - day: nil for the bank's business date; later days suppose that nothing else happens.
  ///   - bank: the bank's code.
  ///   - pool: where.
  /// - Returns: what pays it off, part by part.
  /// - Throws: `OperationError.bankUnknown`, `.loanUnknown`, `.statusNotAllowed`,
  ///   `ServicingError`, `PostgresError`.
  package static func run(
    _ number: String, on day: Day?, bank: String, on pool: ConnectionPool
  ) async throws -> PayoffQuote {
    let file = try await ShowLoan.run(number, asOf: nil, bank: bank, on: pool)
    guard LoanStatus.running.contains(file.state.status) else {
      throw OperationError.statusNotAllowed(
        loan: number, found: file.state.status, allowed: LoanStatus.running)
    }
    let on = day ?? file.businessDate
    let (used, credit) = try file.contract.settlement(
      of: file.loanFacts, on: on, inAdvance: .lowersInstallments)
    return PayoffQuote(
      on: on, costs: used.costs, interest: used.interest, compound: used.compound,
      penalty: used.penalty, principal: used.principal, credit: credit)
  }
}
