import Banks
import Origination
package import Postgres
package import Quantities
import Repositories

/// A paper that came in for an application.
package struct DocumentRequest: Hashable, Sendable {
  package var loanNumber: String
  /// The paper's code in the list of its line.
  package var code: String
  /// The day it came in; nil for the bank's business date.
  package var on: Day?
  package var note = ""
  package var key: String

  package init(loanNumber: String, code: String, on day: Day? = nil, key: String) {
    self.loanNumber = loanNumber
    self.code = code
    self.on = day
    self.key = key
  }

  var canonical: String {
    """
    document
    loan=\(loanNumber)
    code=\(code)
    on=\(on.map { "\($0)" } ?? "")
    note=\(note)
    """
  }
}

/// A paper of the list of its line is handed in.
package enum ReceiveDocument {
  /// - Returns: the papers that are still missing; whether the request is new.
  /// - Throws: `OperationError`, `ApprovalError.documentUnknown`, `.documentThere`,
  ///   `PostgresError`.
  package static func run(
    _ request: DocumentRequest, bank: String, caller: Caller, on pool: ConnectionPool
  ) async throws -> (missing: [String], isNew: Bool) {
    try await BankWork.perform(pool, bank: bank, caller: caller) { work in
      try work.require(.accountOfficer)
      let isKnown = try work.earlier(key: request.key, request: request.canonical) != nil
      let allowed: [LoanStatus] = isKnown ? LoanStatus.allCases : [.applied, .approved, .signed]
      let file = try work.application(request.loanNumber, allowed: allowed)
      if isKnown { return (file.missingDocuments, false) }
      guard file.documents.contains(where: { $0.code == request.code }) else {
        throw ApprovalError.documentUnknown(request.code, known: file.documents.map(\.code))
      }
      if let day = file.received(request.code) {
        throw ApprovalError.documentThere(request.code, on: day)
      }
      if let day = request.on { try work.requireNotAfterBusinessDate(day) }
      try work.record(
        .documentReceived, of: file, under: (request.key, request.canonical)
      ) { fact in
        fact.effectiveOn = request.on ?? fact.effectiveOn
        fact.detail.origination = OriginationDetail(code: request.code)
        if !request.note.isEmpty { fact.detail.text = request.note }
      }
      return (file.missingDocuments.filter { $0 != request.code }, true)
    }
  }
}
