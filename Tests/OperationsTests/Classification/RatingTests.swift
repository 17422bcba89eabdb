import Classification
import Fixtures
import Operations
import Postgres
import Quantities
import Repositories
import Risk
import Servicing
import Testing

/// Goal: an officer's judgement of a class takes two officers, holds for its days alone, and stands
/// in the month-end positions whichever way they are found.
@Suite("a class judged by officers")
struct RatingTests {
  private static let rating = ServicingEvent.rated(.substandard, until: "2025-09-15")

  @Test("is proposed by one, confirmed by another, shown before and after, and explained")
  func fourEyes() async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(.simple())
    try await village.work(on: "2025-07-20")
    await #expect(throws: OperationError.needsConfirmation(.rated)) {
      try await village.change(loan, Self.rating)
    }
    let shown = try await village.previewChange(loan, Self.rating)
    #expect(shown.before?.riskClass == .normal && shown.after?.riskClass == .substandard)
    #expect(shown.transfers == [])
    let (proposal, _, _) = try await village.propose(loan, Self.rating)
    #expect(try await village.explain(loan).assessment.riskClass == .normal)
    await #expect(throws: OperationError.sameOfficer(officer: "anna", step: .proposed)) {
      try await village.confirm(loan, proposal, by: Village.anna)
    }
    let done = try await village.confirm(loan, proposal)
    let explanation = try await village.explain(loan)
    #expect(explanation.assessment.riskClass == .substandard)
    let finding = try #require(explanation.assessment.findings.first)
    #expect(finding.rule == .rated && explanation.ratedBy == done.factNumber)
    #expect(finding.since == "2025-07-20" && finding.liftsOn == "2025-09-15")
    #expect(try await village.explain(loan, asOf: "2025-07-19").assessment.riskClass == .normal)
    for day in ["2025-09-14", "2025-09-15"] as [Day] {
      #expect(try await village.listedOtherwise(on: day) == [])
    }
    // By then it is late, too: the first instalment is not paid.
    let last = try await village.explain(loan, asOf: "2025-09-14").assessment
    #expect(last.riskClass == .substandard && last.findings.map(\.rule) == [.overdue, .rated])
    let after = try await village.explain(loan, asOf: "2025-09-15").assessment
    #expect(after.riskClass == .specialMention && after.findings.map(\.rule) == [.overdue])
    try await Verification.expectNone(village)
    // A loan that is not marked would be listed by its days; one that is for nothing is right.
    try await village.asOwner("UPDATE loan_states SET class_by_facts = true")
    #expect(try await village.verified(nil).difference == nil)
    try await village.asOwner("UPDATE loan_states SET class_by_facts = false")
    let difference = try await village.verified(nil).difference
    #expect(difference?.loan == loan && difference?.what == "class by facts")
    await village.close()
  }

  /// July and August while it holds, September after its end, told by outlooks; then all outlooks
  /// are emptied, and the same run replays every loan: had it found another position, it would
  /// write.
  @Test("stands in positions until its end, by outlooks and by facts alike; a reversal undoes it")
  func monthEnds() async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(.simple())
    _ = try await village.lend(.simple("B2"))
    try await village.work(on: "2025-07-20")
    try await village.repay(loan, "1000.00")
    let done = try await village.agree(loan, Self.rating)
    for (day, month, expected) in [
      ("2025-07-31", "2025-07", "substandard"), ("2025-08-31", "2025-08", "substandard"),
      ("2025-09-30", "2025-09", "normal"),
    ] as [(Day, Month, String)] {
      try await village.work(on: day)
      try await village.accrue(month)
      #expect(try await village.classes(month)[0] == expected, "\(month)")
      try await village.forgetOutlooks()
      #expect(try await village.accrue(month) == nil, "\(month)")
    }
    #expect(try await village.verified(nil).difference == nil)
    try await village.agree(loan, .reversed(fact: done.factNumber))
    #expect(try await village.explain(loan, asOf: "2025-08-31").assessment.riskClass == .normal)
    // The closed months keep what was known then.
    #expect(try await village.verified(nil).difference == nil)
    try await village.work(on: "2025-10-31")
    try await village.accrue("2025-10")
    try await Verification.expectNone(village)
    await village.close()
  }

  @Test("a month's end that a rating ends in, and one it begins in, are told by the outlook")
  func withinMonths() async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(.simple())
    try await village.repay(loan, "1000.00")
    try await village.agree(loan, .rated(.doubtful, until: "2025-07-31"))
    let other = try await village.lend(.simple("B2"))
    try await village.repay(other, "1000.00")
    try await village.agree(other, .rated(.doubtful, until: "2025-08-01"))
    try await village.work(on: "2025-07-31")
    try await village.accrue("2025-07")
    #expect(try await village.classes("2025-07") == ["normal", "doubtful"])
    try await village.forgetOutlooks()
    #expect(try await village.accrue("2025-07") == nil)
    // Back-dated: it was rated from the last day of July on, as is learnt in August.
    try await village.work(on: "2025-08-05")
    try await village.agree(loan, .rated(.loss, until: "2026-01-01"), on: "2025-07-31")
    let second = try await village.accrue("2025-07")
    #expect(second?.version == 2 && second?.transferCount == 0)
    #expect(try await village.classes("2025-07") == ["loss", "doubtful"])
    #expect(try await village.verified(nil).difference == nil)
    await village.close()
  }

  @Test("is refused where it is not worse, or ends before it begins; the floor is named")
  func refused() async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(.simple())
    try await village.work(on: "2025-11-15")
    // Nothing is paid: 106 days since 1 August.
    await #expect(
      throws: RatingError.notWorse(.substandard, floor: .substandard, rule: .overdue)
    ) { try await village.propose(loan, .rated(.substandard, until: "2026-01-01")) }
    await #expect(
      throws: RatingError.notWorse(.specialMention, floor: .specialMention, rule: .overdue)
    ) {
      try await village.propose(
        loan, .rated(.specialMention, until: "2026-01-01"), on: "2025-10-30")
    }
    await #expect(throws: RatingError.endsBefore("2025-11-15", until: "2025-11-15")) {
      try await village.propose(loan, .rated(.loss, until: "2025-11-15"))
    }
    let applied = try await village.apply(.simple("B2", from: "2025-11-15", until: "2026-11-15"))
    await #expect(throws: OperationError.self) {
      try await village.propose(applied, .rated(.loss, until: "2026-01-01"))
    }
    await village.close()
  }

  /// Interest falls due on 24 August and is not paid.
  @Test("a technical delay keeps the class for seven days, and the days overdue as they are")
  func technical() async throws {
    let village = try await Village.opened()
    try await village.work(on: "2025-07-24")
    let loan = try await village.lend(.simple("B1", from: "2025-07-24", until: "2026-07-24"))
    try await village.work(on: "2025-08-24")
    await #expect(throws: RatingError.nothingLate(on: "2025-08-24")) {
      try await village.propose(loan, .overdueExcused)
    }
    try await village.work(on: "2025-08-31")
    let done = try await village.agree(loan, .overdueExcused)
    #expect(done.before?.riskClass == .specialMention && done.after?.riskClass == .normal)
    try await village.accrue("2025-08")
    let position = try await village.positions("2025-08")[0]
    #expect(position.overdueDays == 7 && position.riskClass == .normal)
    #expect(try await village.listedOtherwise() == [])
    #expect(try await village.listedOtherwise(on: "2025-09-01") == [])
    try await village.forgetOutlooks()
    #expect(try await village.accrue("2025-08") == nil)
    try await village.work(on: "2025-09-01")
    let assessment = try await village.explain(loan).assessment
    #expect(assessment.riskClass == .specialMention && assessment.grounds.overdueDays == 8)
    await #expect(throws: RatingError.lateTooLong(days: 8, most: 7)) {
      try await village.propose(loan, .overdueExcused)
    }
    try await village.agree(loan, .reversed(fact: done.factNumber))
    let asOf = try await village.explain(loan, asOf: "2025-08-31").assessment
    #expect(asOf.riskClass == .specialMention)
    #expect(try await village.verified(nil).difference == nil)
    await village.close()
  }
}

extension Village {
  func positions(_ month: Month) async throws -> [LoanPosition] {
    let bankID = bankID
    return try await pool.run { connection in
      let last = try PositionRepository(connection).version(bankID: bankID, month: month)
      let version = CountedVersion(month: month, version: last ?? 0, factNumber: .max)
      var all: [LoanPosition] = []
      try TraitRepository(connection, bankID: bankID).eachEntry(of: version) {
        all.append($0.position)
      }
      return all.sorted { $0.loanID < $1.loanID }
    }
  }

  /// The classes of a month's last positions, by loan.
  func classes(_ month: Month) async throws -> [String] {
    try await positions(month).map(\.riskClass.rawValue)
  }

  /// Empties all outlooks: the next run replays every loan.
  func forgetOutlooks() async throws {
    try await asOwner("UPDATE outlooks SET figures = '', done_on = NULL")
  }
}
