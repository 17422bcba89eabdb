package import Banks
import LoanProducts
package import Origination
package import Postgres
package import Quantities
package import Repositories

/// All that the decision on one application looks at, as it stands.
package struct ApplicationFile: Sendable {
  package let bank: Bank
  package let loan: LoanRecord
  package let state: LoanState
  /// The facts in force, in the order they became known.
  package let facts: [FactRecord]
  /// Who decides; nil where nothing is laid down: then one approver, and nothing is asked for.
  package let tier: ApprovalTier?
  /// Who decides where the score is too low; nil where there is no committee.
  package let committee: ApprovalTier?
  /// The papers asked for.
  package let documents: [DocumentRequirement]
  /// The points table of the line; nil if it has none.
  package let scorecard: Scorecard?

  init(
    _ connection: Connection, bank: Bank, loan: LoanRecord, state: LoanState, facts: [FactRecord]
  ) throws {
    self.bank = bank
    self.loan = loan
    self.state = state
    self.facts = facts.inForce
    let catalog = CatalogRepository(connection)
    let day = loan.terms.agreedOn
    let policy = ApprovalPolicy(try catalog.tiers().map(\.tier))
    tier = policy.tier(
      bank: bank.code, line: loan.line, principal: loan.terms.principal, on: day)
    committee = policy.committee(bank: bank.code, line: loan.line, on: day)
    documents = try catalog.documents().map(\.document).filter { $0.isAsked(loan.line, on: day) }
    scorecard = try catalog.scorecards().map(\.card)
      .first { $0.line == loan.line && $0.holds(on: day) }
  }

  /// The day on which a paper came in; nil if it is missing.
  package func received(_ code: String) -> Day? {
    facts.first { $0.kind == .documentReceived && $0.detail.origination?.code == code }?
      .effectiveOn
  }

  package var missingDocuments: [String] {
    documents.map(\.code).filter { received($0) == nil }
  }

  /// The last survey there is.
  package var surveyFact: FactRecord? { facts.last { $0.kind == .surveyed } }

  /// The points of the last survey; nil if it was not scored.
  package var points: OriginationDetail.Points? {
    guard let survey = surveyFact,
      let scored = facts.last(where: { $0.kind == .scored }), scored.number > survey.number
    else { return nil }
    return scored.detail.origination?.points
  }

  /// Whether the committee decides: its amount, or a score below the pass mark.
  package var committeeInCharge: ApprovalTier? {
    guard let tier else { return nil }
    if tier.authority == .committee { return tier }
    guard tier.requiresScore, let points, !points.isPassed else { return nil }
    return committee
  }

  /// Papers, survey and score, as far as they are asked for.
  ///
  /// - Throws: the first `ApprovalError` that applies.
  func requireComplete() throws(ApprovalError) {
    guard let tier else { return }
    if tier.requiresDocuments, !missingDocuments.isEmpty {
      throw .documentsMissing(missingDocuments)
    }
    if tier.requiresSurvey, surveyFact == nil { throw .surveyMissing }
    if tier.requiresScore, points == nil {
      guard scorecard != nil else {
        throw .scorecardMissing(loan.line, on: loan.terms.agreedOn)
      }
      throw .scoreMissing
    }
  }

  /// Conditions of the next disbursement that are not met, in the order they were laid down.
  package var openConditions: [String] { facts.openConditions }
}

extension [FactRecord] {
  /// Conditions of the next disbursement that are not met, in the order they were laid down.
  var openConditions: [String] {
    var open: [String] = []
    for fact in self {
      guard let code = fact.detail.origination?.code else { continue }
      switch fact.kind {
      case .conditionAdded: open.append(code)
      case .conditionMet: open.removeAll { $0 == code }
      default: continue
      }
    }
    return open
  }
}

extension BankWork {
  /// An application of this bank, in one of the allowed states.
  func application(_ number: String, allowed: [LoanStatus]) throws -> ApplicationFile {
    let (loan, state) = try open(number, allowed: allowed)
    return try ApplicationFile(
      connection, bank: bank, loan: loan, state: state, facts: try facts(of: loan))
  }

  /// Four eyes: refuses the officer who recorded a fact of one of these kinds.
  func requireOtherOfficer(than steps: [FactKind], of facts: [FactRecord]) throws {
    for step in steps
    where facts.contains(where: { $0.kind == step && $0.officerID == officer.id }) {
      throw OperationError.sameOfficer(officer: officer.name, step: step)
    }
  }

  /// Records a fact of the application, which then has that status.
  @discardableResult
  func record(
    _ kind: FactKind, of file: ApplicationFile, status: LoanStatus? = nil,
    under step: (key: String, request: String),
    _ complete: (inout FactRecord) -> Void = { _ in }
  ) throws -> FactRecord {
    let fact = try record(
      kind, effectiveOn: head.businessDate, key: step.key, request: step.request
    ) { fact in
      fact.loanID = file.loan.loanID
      complete(&fact)
    }
    var state = file.state
    state.status = status ?? state.status
    state.lastFactNumber = fact.number
    try states.update(state, bankID: bank.id, loanID: file.loan.loanID)
    return fact
  }
}

/// One application with all that its decision looks at.
package enum ReadApplication {
  /// - Throws: `OperationError.bankUnknown`, `.loanUnknown`, `PostgresError`.
  package static func run(
    _ number: String, bank code: String, on pool: ConnectionPool
  ) async throws -> ApplicationFile {
    try await pool.transaction(.readOnlySnapshot) { connection in
      let bank = try BankRepository(connection).loadBank(code: code)
      guard
        let loan = try LoanRepository(connection).find(bankID: bank.id, number: number),
        let state = try StateRepository(connection).load(bankID: bank.id, loanID: loan.loanID)
      else { throw OperationError.loanUnknown(number, bank: code) }
      return try ApplicationFile(
        connection, bank: bank, loan: loan, state: state,
        facts: try FactRepository(connection).list(bankID: bank.id, loanID: loan.loanID))
    }
  }
}
