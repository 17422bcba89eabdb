import Banks
package import Postgres
package import Quantities
import Repositories
import Servicing

/// One reminder.
package struct ReminderRequest: Hashable, Sendable {
  package var loanNumber: String
  package var how: ReminderChannel
  /// The due days it is about; none for all that is due, or else the next to come.
  package var dues: [Day]
  /// The day it was given; nil for the bank's business date.
  package var on: Day?
  package var text: String
  package var key: String

  package init(loanNumber: String, how: ReminderChannel, dues: [Day], on day: Day?, key: String) {
    self.loanNumber = loanNumber
    self.how = how
    self.dues = dues
    self.on = day
    self.text = ""
    self.key = key
  }

  var canonical: String {
    """
    remind
    loan=\(loanNumber)
    how=\(how.rawValue)
    dues=\(dues.sorted().map { "\($0)" }.joined(separator: ";"))
    on=\(on.map { "\($0)" } ?? "")
    text=\(text)
    """
  }
}

/// What was recorded of a reminder.
package struct ReminderReceipt: Hashable, Sendable {
  package let isNew: Bool
  package let factNumber: Int64
  package let effectiveOn: Day
  package let dues: [Day]
  /// The instalments it is about, as they were unpaid.
  package let amount: Money
}

/// A borrower is reminded of what is due, or of what will be.
package enum RemindBorrower {
  /// - Returns: what was recorded; the same key again returns the same and adds nothing.
  /// - Throws: `OperationError`, `CollectionError.textLengthOutsideRange`, `.nothingToRemind`,
  ///   `.notADueDay`, `ServicingError`, `SchedulingError`, `PostgresError`.
  package static func run(
    _ request: ReminderRequest, bank: String, caller: Caller, on pool: ConnectionPool
  ) async throws -> ReminderReceipt {
    try await BankWork.perform(pool, bank: bank, caller: caller) { work in
      try work.require(.accountOfficer)
      if let fact = try work.earlier(key: request.key, request: request.canonical) {
        return receipt(fact, isNew: false)
      }
      try NoteText.check(request.text, isOptional: true)
      let loan = try work.inArrears(request.loanNumber)
      let day = try work.effectiveDay(request.on)
      let dues = try dues(request, loan, on: day)
      let fact = try work.record(
        .reminded, effectiveOn: day, key: request.key, request: request.canonical
      ) { fact in
        fact.loanID = loan.loan.loanID
        fact.amount = dues.reduce(Money.zero) { $0 + $1.principal + $1.interest }
        fact.detail.how = request.how.rawValue
        fact.detail.dues = dues.map { "\($0.dueOn)" }
        if !request.text.isEmpty { fact.detail.text = request.text }
      }
      return receipt(fact, isNew: true)
    }
  }

  /// The instalments a reminder is about, oldest first.
  private static func dues(
    _ request: ReminderRequest, _ loan: LoanInArrears, on day: Day
  ) throws -> [UnpaidDue] {
    let due = try loan.due(on: day).dues
    if request.dues.isEmpty, !due.isEmpty { return due }
    let coming = try loan.coming(after: day, through: day + BankWork.daysAhead)
    guard !request.dues.isEmpty else {
      guard let next = coming.first else {
        throw CollectionError.nothingToRemind(loan: request.loanNumber, on: day)
      }
      return [next]
    }
    let known = due + coming
    for asked in request.dues where !known.contains(where: { $0.dueOn == asked }) {
      throw CollectionError.notADueDay(
        asked, loan: request.loanNumber, dueDays: known.map(\.dueOn))
    }
    return known.filter { request.dues.contains($0.dueOn) }
  }

  private static func receipt(_ fact: FactRecord, isNew: Bool) -> ReminderReceipt {
    ReminderReceipt(
      isNew: isNew, factNumber: fact.number, effectiveOn: fact.effectiveOn,
      dues: (fact.detail.dues ?? []).compactMap { Day($0) }, amount: fact.amount ?? .zero)
  }
}
