import Banks
package import Postgres
package import Quantities
import Repositories

/// A note on the work on a loan's arrears.
package struct NoteRequest: Hashable, Sendable {
  package var loanNumber: String
  package var text: String
  /// The day it is about; nil for the bank's business date.
  package var on: Day?
  package var key: String

  package init(loanNumber: String, text: String, on day: Day?, key: String) {
    self.loanNumber = loanNumber
    self.text = text
    self.on = day
    self.key = key
  }

  var canonical: String {
    """
    note
    loan=\(loanNumber)
    on=\(on.map { "\($0)" } ?? "")
    text=\(text)
    """
  }
}

package struct NoteReceipt: Hashable, Sendable {
  package let isNew: Bool
  package let factNumber: Int64
  package let effectiveOn: Day
}

/// What was seen, said or agreed with a borrower is noted.
package enum RecordNote {
  /// - Returns: the note's fact; the same key again adds nothing.
  /// - Throws: `OperationError`, `CollectionError.textLengthOutsideRange`, `PostgresError`.
  package static func run(
    _ request: NoteRequest, bank: String, caller: Caller, on pool: ConnectionPool
  ) async throws -> NoteReceipt {
    try await BankWork.perform(pool, bank: bank, caller: caller) { work in
      try work.require(.accountOfficer)
      if let fact = try work.earlier(key: request.key, request: request.canonical) {
        return NoteReceipt(
          isNew: false, factNumber: fact.number, effectiveOn: fact.effectiveOn)
      }
      try NoteText.check(request.text, isOptional: false)
      let (loan, _) = try work.open(
        request.loanNumber, allowed: [.active, .settled, .writtenOff])
      let day = try work.effectiveDay(request.on)
      let fact = try work.record(
        .noted, effectiveOn: day, key: request.key, request: request.canonical
      ) { fact in
        fact.loanID = loan.loanID
        fact.detail.text = request.text
      }
      return NoteReceipt(isNew: true, factNumber: fact.number, effectiveOn: day)
    }
  }
}
