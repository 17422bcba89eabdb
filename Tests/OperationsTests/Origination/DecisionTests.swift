import Banks
import Fixtures
import LoanProducts
import Operations
import Origination
import Quantities
import Repositories
import Testing

/// Goal: nobody approves without the papers, the survey, the points and the rank asked for.
///
/// Method: the seeds' tiers: up to 100,000 an approver and nothing else; above it a branch manager,
/// above 500,000 the committee, both with papers, survey and score.
@Suite("the decision on an application")
struct DecisionTests {
  @Test("a small loan needs one approver; a large one each step, in any order the refusals tell")
  func steps() async throws {
    let village = try await Village.strict()
    let small = try await village.apply(.simple())
    try await village.approve(small)
    let loan = try await village.apply(.industry("200000.00"))
    await #expect(throws: ApprovalError.decidedByBranchManager(above: "100000.00")) {
      try await village.approve(loan)
    }
    func expectRefused(_ error: ApprovalError) async {
      await #expect(throws: error) { try await village.approve(loan, by: Village.manager) }
    }
    let papers = [
      "accounts", "application-form", "business-licence", "credit-consent", "linked-households",
      "resolution",
    ]
    await expectRefused(.documentsMissing(papers))
    #expect(try await village.receive("accounts", of: loan) == Array(papers.dropFirst()))
    try await village.receiveAll(of: loan)
    await expectRefused(.surveyMissing)
    await #expect(throws: ApprovalError.surveyMissing) { try await village.score(loan) }
    try await village.survey(loan)
    await expectRefused(.scoreMissing)
    try await village.score(loan)
    try await village.approve(loan, by: Village.manager)
    #expect(try await village.status(loan) == .approved)
    let fact = try #require(try await village.file(loan).facts.last)
    #expect(fact.detail.until == "2025-07-31")
    #expect(fact.detail.origination?.authority == "branch-manager")
    await village.close()
  }

  @Test("a paper comes in once, and only one that the line asks for")
  func documents() async throws {
    let village = try await Village.opened()
    let loan = try await village.apply(.simple())
    await #expect(
      throws: ApprovalError.documentUnknown(
        "diploma",
        known: [
          "application-form", "credit-consent", "household-register", "identity",
          "monitoring-status", "purpose-plan",
        ])
    ) { try await village.receive("diploma", of: loan) }
    let missing = try await village.receive("identity", of: loan)
    #expect(missing.count == 5 && !missing.contains("identity"))
    #expect(try await village.receive("identity", of: loan) == missing)
    await #expect(throws: ApprovalError.documentThere("identity", on: "2025-07-01")) {
      try await village.receive("identity", of: loan, key: "other")
    }
    await #expect(throws: OperationError.roleMissing(officer: "周示例", needed: .accountOfficer)) {
      try await village.receive("purpose-plan", of: loan, by: Village.approver)
    }
    await village.close()
  }

  /// 200,000 over 24 months at 3.50 %, half of it repaid on 20 June 2026.
  ///
  /// Interest for 354 days on 200,000 and 365 on 100,000: with the principal some 210,400 in all,
  /// 105,200 a year, which is 13 % of the 800,000 left. All debt is 6 % of the income.
  @Test("points follow from survey and schedule, and a new survey is scored anew")
  func score() async throws {
    let village = try await Village.strict()
    let loan = try await village.apply(.industry("200000.00"))
    try await village.survey(loan)
    let first = try await village.score(loan)
    #expect(first.isNew && first.score.isPassed)
    #expect(first.score.lines.map(\.value) == [13, 6, 7, 0, 6])
    #expect(first.score.lines.map(\.points) == [35, 25, 20, 5, 10])
    let again = try await village.score(loan)
    #expect(!again.isNew && again.score == first.score)
    try await village.survey(loan, .poor, key: "second")
    let second = try await village.score(loan)
    #expect(second.isNew && second.score.points == 0 + 0 + 0 + 5 + 0)
    #expect(second.score.lines.first?.value == nil)
    await #expect(throws: ApprovalError.surveyWrong(.yearsOutsideRange(99, most: 80))) {
      let survey = Survey(income: .zero, expenses: .zero, otherDebt: .zero, years: 99)
      try await village.survey(loan, survey, key: "third")
    }
    await village.close()
  }

  @Test("below the pass mark only the committee may approve")
  func belowPassMark() async throws {
    let village = try await Village.strict()
    let loan = try await village.apply(.industry("200000.00"))
    try await village.prepare(loan, .poor)
    await #expect(throws: ApprovalError.scoreTooLow(points: 5, passMark: 60)) {
      try await village.approve(loan, by: Village.manager)
    }
    for member in Village.members { try await village.vote(loan, inFavour: true, by: member) }
    #expect(try await village.status(loan) == .approved)
    let authority = try await village.file(loan).facts.last?.detail.origination?.authority
    #expect(authority == "committee")
    await village.close()
  }

  @Test("a line without a points table can't be scored")
  func noScorecard() async throws {
    let village = try await Village.opened()
    let loan = try await village.apply(.simple())
    try await village.asOwner("DELETE FROM scorecards WHERE line = 'microcredit'")
    try await village.survey(loan)
    await #expect(
      throws: ApprovalError.scorecardMissing(.microcredit, on: "2025-07-01")
    ) { try await village.score(loan) }
    await village.close()
  }

  @Test("who took the application or surveyed the borrower does not approve it")
  func fourEyes() async throws {
    let village = try await Village.opened()
    let loan = try await village.apply(.simple())
    try await village.survey(loan, by: Village.boris)
    await #expect(throws: OperationError.sameOfficer(officer: "boris", step: .surveyed)) {
      try await village.approve(loan)
    }
    try await village.approve(loan, by: Village.clara)
    await village.close()
  }

  @Test("an application is refused with a reason, or withdrawn until it is paid out")
  func ends() async throws {
    let village = try await Village.opened()
    let refused = try await village.apply(.simple("B1"))
    await #expect(throws: ApprovalError.reasonMissing) {
      try await village.end(refused, .refused, reason: " ")
    }
    await #expect(throws: OperationError.roleMissing(officer: "李示例", needed: .approver)) {
      try await village.end(refused, .refused, by: Village.officer)
    }
    #expect(try await village.end(refused, .refused))
    #expect(try await village.end(refused, .refused) == false)
    #expect(try await village.status(refused) == .refused)
    let file = try await village.file(refused)
    #expect(file.facts.last?.kind == .refused && file.facts.last?.detail.text == "理由")
    await #expect(
      throws: OperationError.statusNotAllowed(
        loan: refused, found: .refused, allowed: [.applied])
    ) { try await village.approve(refused) }

    let withdrawn = try await village.apply(.simple("B2"))
    try await village.approve(withdrawn)
    try await village.sign(withdrawn)
    #expect(try await village.end(withdrawn, .withdrawn, by: Village.anna))
    #expect(try await village.status(withdrawn) == .withdrawn)
    let lent = try await village.lend(.simple("B3"))
    await #expect(
      throws: OperationError.statusNotAllowed(
        loan: lent, found: .active, allowed: [.applied, .approved, .signed])
    ) { try await village.end(lent, .withdrawn, by: Village.anna) }
    try await Verification.expectNone(village)
    await village.close()
  }

  /// 100,000 is the most that a household may have; 36,000 and 90,000 are more together.
  @Test("what ended counts no more against a borrower's limit")
  func exposure() async throws {
    let village = try await Village.opened()
    let first = try await village.apply(.simple("B1"))
    let large = ApplicationRequest.simple("B1").with { $0.application.principal = "90000.00" }
    await #expect(throws: OriginationError.self) { try await village.apply(large) }
    try await village.end(first, .withdrawn, by: Village.anna)
    _ = try await village.apply(large)
    await village.close()
  }
}
