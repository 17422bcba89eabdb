import Banks
package import LoanProducts
package import Postgres
package import Quantities
import Repositories
import Servicing

/// Whose loans a decree meets: one, or all active ones that nothing rules out.
package struct DecreedLoans: Hashable, Sendable {
  /// One loan; nil for all.
  package var number: String?
  /// What the division code of the borrower begins with.
  package var divisionPrefix: String?
  package var line: ProductLine?

  package init() {}
}

/// One event for many loans, such as a pause after a disaster.
package struct Decree: Hashable, Sendable {
  package var event: ServicingEvent
  package var loans: DecreedLoans
  /// The day it is effective; nil for the bank's business date.
  package var on: Day?
  package var isRestructuring = false
  package var reason: String
  /// The key of a loan's fact is this one, a stroke, and its number.
  package var key: String

  package init(
    event: ServicingEvent, loans: DecreedLoans, on day: Day?, reason: String, key: String
  ) {
    self.event = event
    self.loans = loans
    self.on = day
    self.reason = reason
    self.key = key
  }

  /// What the decree asks for one loan.
  package func request(for number: String, key: String) -> ServicingRequest {
    var request = ServicingRequest(number, event, on: on, key: key)
    request.isRestructuring = isRestructuring
    request.reason = reason
    return request
  }
}

/// What a decree did to one loan.
package struct DecreedLoan: Sendable {
  package let loanNumber: String
  /// Nil where it was refused.
  package let outcome: ServicingOutcome?
  package let refusal: (any Explained)?

  /// Whether the loan was meant: a student's at school has no interest to be waived, and a waived
  /// year is not waived again.
  package var isMeant: Bool {
    switch refusal as? ChangeRuleError {
    case .stillAtSchool, .yearWaivedBefore: return false
    default: return true
    }
  }
}

/// Carries a decree out for all loans of a bank that it meets.
///
/// Shape: one transaction; a loan that refuses is left as it was, and the others go in.
/// Role:  an approver alone, by authority of the decree; what takes two officers takes two here.
package enum CarryOutDecree {
  /// - Returns: what became of each loan, by number. The same key again changes only loans that it
  ///   has not changed yet.
  /// - Throws: `OperationError.roleMissing` for who is no approver; `PostgresError`, and then
  ///   nothing is kept.
  package static func run(
    _ decree: Decree, mode: ServicingMode, bank: String, caller: Caller, on pool: ConnectionPool
  ) async throws -> [DecreedLoan] {
    do {
      return try await BankWork.perform(pool, bank: bank, caller: caller) { work in
        try work.require(.approver)
        let numbers = try ChangeRepository(work.connection).decreedLoans(
          bankID: work.bank.id, divisionPrefix: decree.loans.divisionPrefix,
          line: decree.loans.line)
        let loans = try numbers.map { try change($0, decree, work) }
        if mode == .preview { throw Preview(loans: loans) }
        return loans
      }
    } catch let preview as Preview {
      return preview.loans
    }
  }

  /// Rolls back what a preview has done, and carries its outcomes out.
  private struct Preview: Error {
    let loans: [DecreedLoan]

    init(loans: [DecreedLoan]) { self.loans = loans }
  }

  private static func change(
    _ number: String, _ decree: Decree, _ work: BankWork
  ) throws -> DecreedLoan {
    let head = work.head
    do {
      let request = decree.request(for: number, key: "\(decree.key)/\(number)")
      if let fact = try work.earlier(key: request.key, request: request.canonical) {
        let outcome = try RecordEvent.repeated(fact, number, work)
        return DecreedLoan(loanNumber: number, outcome: outcome, refusal: nil)
      }
      if request.event.kind.needsFourEyes {
        throw OperationError.needsConfirmation(request.event.kind)
      }
      let outcome = try work.connection.savepoint {
        try RecordEvent.record(
          RecordEvent.Recording(
            draft: request.draft, number: number, on: decree.on, key: request.key,
            canonical: request.canonical), in: work)
      }
      return DecreedLoan(loanNumber: number, outcome: outcome, refusal: nil)
    } catch let error as PostgresError {
      throw error
    } catch let error as any Explained {
      work.head = head
      return DecreedLoan(loanNumber: number, outcome: nil, refusal: error)
    }
  }
}
