import Banks
package import Postgres
package import Quantities
import Repositories
package import Scheduling
package import Servicing

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
    try await pool.transaction(.readOnlySnapshot) { connection in
      let banks = BankRepository(connection)
      let bank = try banks.loadBank(code: bank)
      let head = try banks.loadHead(of: bank)
      guard let loan = try LoanRepository(connection).find(bankID: bank.id, number: number),
        let state = try StateRepository(connection).load(bankID: bank.id, loanID: loan.loanID)
      else { throw OperationError.loanUnknown(number, bank: bank.code) }
      guard LoanStatus.running.contains(state.status) else {
        throw OperationError.statusNotAllowed(
          loan: number, found: state.status, allowed: LoanStatus.running)
      }
      let facts = try FactRepository(connection).list(bankID: bank.id, loanID: loan.loanID)
        .loanFacts
      let contract = try LoanContract(
        loan.terms, market: try ProductRepository(connection).market(),
        reaching: facts.latestMaturity)
      return try quote(contract, facts, on: day ?? head.businessDate)
    }
  }

  /// The payoff of a loan with these facts.
  package static func quote(
    _ contract: LoanContract, _ facts: [LoanFact], on day: Day
  ) throws(ServicingError) -> PayoffQuote {
    let last = facts.map(\.number).max() ?? 0
    let everything = LoanFact(
      number: last + 1, effectiveOn: day, kind: .repaid(inAdvance: .lowersInstallments),
      amount: .largestAmount)
    var used = Repaid()
    let after = try Claim(contract, facts: facts + [everything], through: day) { fact, change, _ in
      if fact.number == everything.number { used = change }
    }
    return PayoffQuote(
      on: day, costs: used.costs, interest: used.interest, compound: used.compound,
      penalty: used.penalty, principal: used.principal,
      credit: after.repaid.credit - used.credit)
  }
}
