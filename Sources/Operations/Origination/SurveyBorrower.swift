import Banks
package import Origination
package import Postgres
package import Quantities
import Repositories

/// What an officer found out about the borrower of an application.
package struct SurveyRequest: Hashable, Sendable {
  package var loanNumber: String
  package var survey: Survey
  /// The day the officer was there; nil for the bank's business date.
  package var on: Day?
  package var note = ""
  package var key: String

  package init(loanNumber: String, survey: Survey, on day: Day? = nil, key: String) {
    self.loanNumber = loanNumber
    self.survey = survey
    self.on = day
    self.key = key
  }

  var canonical: String {
    """
    survey
    loan=\(loanNumber)
    income=\(survey.income.minorUnits)
    expenses=\(survey.expenses.minorUnits)
    other_debt=\(survey.otherDebt.minorUnits)
    years=\(survey.years)
    on=\(on.map { "\($0)" } ?? "")
    note=\(note)
    """
  }
}

/// The officer's survey; a later one takes the place of an earlier, and has to be scored anew.
package enum SurveyBorrower {
  /// - Returns: whether the survey is new.
  /// - Throws: `ApprovalError.surveyWrong`, `OperationError`, `PostgresError`.
  package static func run(
    _ request: SurveyRequest, bank: String, caller: Caller, on pool: ConnectionPool
  ) async throws -> Bool {
    do {
      try request.survey.check()
    } catch {
      throw ApprovalError.surveyWrong(error)
    }
    return try await BankWork.perform(pool, bank: bank, caller: caller) { work in
      try work.require(.accountOfficer)
      if try work.earlier(key: request.key, request: request.canonical) != nil { return false }
      let file = try work.application(request.loanNumber, allowed: [.applied])
      if let day = request.on { try work.requireNotAfterBusinessDate(day) }
      try work.record(.surveyed, of: file, under: (request.key, request.canonical)) { fact in
        fact.effectiveOn = request.on ?? fact.effectiveOn
        fact.detail.origination = OriginationDetail(request.survey)
        if !request.note.isEmpty { fact.detail.text = request.note }
      }
      return true
    }
  }
}
