import Banks
package import Postgres
package import Quantities
import Repositories
package import Servicing

/// A promise to pay.
package struct PromiseRequest: Hashable, Sendable {
  package var loanNumber: String
  package var amount: Money
  package var by: Day
  /// The day it was given; nil for the bank's business date.
  package var on: Day?
  package var text: String
  package var key: String

  package init(loanNumber: String, amount: Money, by day: Day, on given: Day?, key: String) {
    self.loanNumber = loanNumber
    self.amount = amount
    self.by = day
    self.on = given
    self.text = ""
    self.key = key
  }

  var canonical: String {
    """
    promise
    loan=\(loanNumber)
    amount=\(amount.minorUnits)
    by=\(by)
    on=\(on.map { "\($0)" } ?? "")
    text=\(text)
    """
  }
}

/// A promise as recorded, and what became of all of the loan's.
package struct PromiseReceipt: Hashable, Sendable {
  package let isNew: Bool
  package let factNumber: Int64
  package let effectiveOn: Day
  /// By the end of the bank's business date, in the order of the promised days.
  package let promises: [PromiseOutcome]
}

/// A borrower gives his word to pay; later repayments tell whether he kept it.
package enum RecordPromise {
  /// - Returns: the promise; the same key again adds nothing.
  /// - Throws: `OperationError`, `CollectionError.textLengthOutsideRange`,
  ///   `.promisedDayOutsideRange`, `SchedulingError`, `PostgresError`.
  package static func run(
    _ request: PromiseRequest, bank: String, caller: Caller, on pool: ConnectionPool
  ) async throws -> PromiseReceipt {
    try await BankWork.perform(pool, bank: bank, caller: caller) { work in
      try work.require(.accountOfficer)
      if let fact = try work.earlier(key: request.key, request: request.canonical) {
        return try receipt(fact, isNew: false, request, work)
      }
      guard request.amount.isPositive, request.amount <= .largestAmount else {
        throw OperationError.amountOutsideRange(request.amount, largest: .largestAmount)
      }
      try NoteText.check(request.text, isOptional: true)
      let loan = try work.inArrears(request.loanNumber)
      let day = try work.effectiveDay(request.on)
      let allowed = day...(day + BankWork.daysAhead)
      guard allowed.contains(request.by) else {
        throw CollectionError.promisedDayOutsideRange(request.by, allowed: allowed)
      }
      let fact = try work.record(
        .promised, effectiveOn: day, key: request.key, request: request.canonical
      ) { fact in
        fact.loanID = loan.loan.loanID
        fact.amount = request.amount
        fact.detail.on = "\(request.by)"
        if !request.text.isEmpty { fact.detail.text = request.text }
      }
      return try receipt(fact, isNew: true, request, work)
    }
  }

  private static func receipt(
    _ fact: FactRecord, isNew: Bool, _ request: PromiseRequest, _ work: BankWork
  ) throws -> PromiseReceipt {
    let (loan, _) = try work.open(
      request.loanNumber, allowed: [.active, .settled, .writtenOff])
    let history = CollectionHistory(try work.facts(of: loan))
    return PromiseReceipt(
      isNew: isNew, factNumber: fact.number, effectiveOn: fact.effectiveOn,
      promises: history.promises(on: work.head.businessDate))
  }
}
