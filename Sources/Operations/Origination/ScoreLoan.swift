import Banks
import LoanProducts
package import Origination
package import Postgres
import Quantities
package import Repositories
import Scheduling

/// What an application was scored with.
package struct ScoreOutcome: Sendable {
  package let card: Scorecard
  package let score: Score
  package let isNew: Bool
}

/// The points of an application, from its last survey.
package enum ScoreLoan {
  /// - Parameters:
  ///   - number: the loan's number.
  ///   - key: nil for the step's own: a survey is scored once.
  ///   - bank: the bank's code.
  ///   - caller: who asks.
  ///   - pool: where.
  /// - Returns: the points and the table they come from; as before if the survey was scored.
  /// - Throws: `ApprovalError.scorecardMissing`, `.surveyMissing`, `OperationError`,
  ///   `PostgresError`.
  package static func run(
    _ number: String, key: String?, bank: String, caller: Caller, on pool: ConnectionPool
  ) async throws -> ScoreOutcome {
    try await BankWork.perform(pool, bank: bank, caller: caller) { work in
      try work.require(.accountOfficer)
      let file = try work.application(number, allowed: LoanStatus.allCases)
      guard let card = file.scorecard else {
        throw ApprovalError.scorecardMissing(file.loan.line, on: file.loan.terms.agreedOn)
      }
      guard let fact = file.surveyFact, let survey = fact.detail.origination?.survey else {
        throw ApprovalError.surveyMissing
      }
      let request = "score\nloan=\(number)\nsurvey=\(fact.number)"
      let (key, earlier) = try work.earlier(
        key: key, own: "score/\(number)/\(fact.number)", request: request)
      if let stored = earlier?.detail.origination?.points {
        return ScoreOutcome(card: card, score: Score(stored), isNew: false)
      }
      guard file.state.status == .applied else {
        throw OperationError.statusNotAllowed(
          loan: number, found: file.state.status, allowed: [.applied])
      }
      let score = card.score(try basis(survey, file, work))
      try work.record(.scored, of: file, under: (key, request)) { fact in
        fact.detail.origination = OriginationDetail(score, version: card.version)
      }
      return ScoreOutcome(card: card, score: score, isNew: true)
    }
  }

  private static func basis(
    _ survey: Survey, _ file: ApplicationFile, _ work: BankWork
  ) throws -> ScoreBasis {
    let loan = file.loan
    let terms = loan.terms
    let schedule = try work.loans.schedule(of: loan, from: terms.startsOn)
    let paid = schedule?.installments.reduce(Money.zero) { $0 + $1.borrowerTotal } ?? .zero
    var months = terms.maturesOn.month - terms.startsOn.month
    if terms.startsOn.adding(months: months) < terms.maturesOn { months += 1 }
    let yearly = Rounding.halfUp.divide(
      Int128(paid.minorUnits) * 12, by: Int128(max(12, months)))
    var basis = ScoreBasis(
      survey: survey, principal: terms.principal, yearlyService: Money(minorUnits: Int64(yearly)))
    let borrowers = BorrowerRepository(work.connection)
    if let record = try borrowers.load(bankID: work.bank.id, id: loan.borrowerID) {
      let exposure = try borrowers.exposure(
        of: record.borrower, line: loan.line, from: .first, until: .last)
      basis.owedHere = exposure.all - terms.principal
      if record.borrower.kind.isNatural { basis.age = record.borrower.age(on: terms.agreedOn) }
    }
    basis.loansSettled = try ContractRepository(work.connection)
      .settledLoans(bankID: work.bank.id, borrowerID: loan.borrowerID)
    return basis
  }
}

extension Score {
  /// The score that a fact keeps.
  package init(_ stored: OriginationDetail.Points) {
    self.init(
      passMark: stored.passMark,
      lines: stored.lines.compactMap { line in
        ScoreMeasure(rawValue: line.measure).map {
          Line(measure: $0, value: line.value, points: line.points, mostPoints: line.most)
        }
      })
  }
}
