import Classification
import Fixtures
import LoanProducts
import Quantities
import Servicing
import Testing

/// Goal: the class of a loan on a day is what the articles say, and is told by them.
///
/// Method: each case is worked out by hand from a calendar: the facts of a loan of 36,000 yuan, a
/// day, and every finding with its article, since when, and when it is lifted.
@Suite("A loan's class, by its articles")
struct GoldenClassTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let life: GoldenClassLife
    let day: Day
    let riskClass: RiskClass
    /// Each as `rule at-least articles since/lifts on`.
    let findings: [String]

    init(
      _ name: String, _ life: GoldenClassLife, _ day: Day, _ riskClass: RiskClass,
      _ findings: String...
    ) {
      self.name = name
      self.life = life
      self.day = day
      self.riskClass = riskClass
      self.findings = findings
    }

    var testDescription: String { "\(name), \(day)" }
  }

  @Test(
    "days overdue since 10 April 2025: arts. 10 to 13",
    arguments: [
      Case("day 0", .late, "2025-04-10", .normal),
      Case(
        "day 1", .late, "2025-04-11", .specialMention, "overdue special-mention 10 2025-04-11/-"),
      Case(
        "day 90", .late, "2025-07-09", .specialMention, "overdue special-mention 10 2025-04-11/-"),
      Case(
        "day 91", .late, "2025-07-10", .substandard, "overdue substandard 11 2025-07-10/-",
        "probation substandard 15 2025-07-10/-"),
      Case(
        "day 270", .late, "2026-01-05", .substandard, "overdue substandard 11 2025-07-10/-",
        "probation substandard 15 2025-07-10/-"),
      Case(
        "day 271", .late, "2026-01-06", .doubtful, "overdue doubtful 12 2026-01-06/-",
        "probation substandard 15 2025-07-10/-"),
      Case(
        "day 360", .late, "2026-04-05", .doubtful, "overdue doubtful 12 2026-01-06/-",
        "probation substandard 15 2025-07-10/-"),
      Case(
        "day 361", .late, "2026-04-06", .loss, "overdue loss 13 2026-04-06/-",
        "probation substandard 15 2025-07-10/-"),
      Case("within five days of grace", .lateWithGrace, "2025-04-15", .normal),
      Case(
        "after five days of grace", .lateWithGrace, "2025-04-16", .specialMention,
        "overdue special-mention 10 2025-04-16/-"),
    ])
  func overdue(_ golden: Case) throws { try expect(golden) }

  @Test(
    "restructured on 1 July 2025, observed from the due day of 10 July: arts. 17 to 21",
    arguments: [
      Case("the day before", .observed, "2025-06-30", .normal),
      Case(
        "its day", .observed, "2025-07-01", .specialMention,
        "restructured special-mention 17–21 2025-07-01/2026-07-10"),
      Case(
        "the last day of a year", .observed, "2026-07-09", .specialMention,
        "restructured special-mention 17–21 2025-07-01/2026-07-10"),
      Case("a year and four due days", .observed, "2026-07-10", .normal),
      Case(
        "the payment of 10 October was missed: the year begins then", .missed, "2026-07-10",
        .specialMention, "restructured special-mention 17–21 2025-07-01/2026-10-10"),
      Case(
        "a year less a day since the missed one", .missed, "2026-10-09", .specialMention,
        "restructured special-mention 17–21 2025-07-01/2026-10-10"),
      Case("a year since the missed one", .missed, "2026-10-10", .normal),
      Case(
        "again while it is observed", .twice, "2026-01-20", .substandard,
        "restructured special-mention 17–21 2026-01-20/2027-04-10",
        "restructured-non-performing substandard 17–21 2026-01-20/2027-04-10"),
      Case(
        "the last day after the second", .twice, "2027-04-09", .substandard,
        "restructured special-mention 17–21 2026-01-20/2027-04-10",
        "restructured-non-performing substandard 17–21 2026-01-20/2027-04-10"),
      Case("a year after the second", .twice, "2027-04-10", .normal),
      Case(
        "again after the observation: the first one over, it is no second", .twiceApart,
        "2026-08-01", .specialMention,
        "restructured special-mention 17–21 2026-08-01/2027-10-10"),
      Case(
        "when it was 112 days late: substandard by both rules", .defaulted, "2025-12-31",
        .substandard, "restructured special-mention 17–21 2025-07-31/2026-10-10",
        "restructured-non-performing substandard 17–21 2025-07-31/2026-10-10",
        "probation substandard 15 2025-07-10/2026-01-31"),
      Case(
        "off probation, and observed still", .defaulted, "2026-01-31", .substandard,
        "restructured special-mention 17–21 2025-07-31/2026-10-10",
        "restructured-non-performing substandard 17–21 2025-07-31/2026-10-10"),
      Case(
        "the last day of it", .defaulted, "2026-10-09", .substandard,
        "restructured special-mention 17–21 2025-07-31/2026-10-10",
        "restructured-non-performing substandard 17–21 2025-07-31/2026-10-10"),
      Case("through with it", .defaulted, "2026-10-10", .normal),
    ])
  func restructured(_ golden: Case) throws { try expect(golden) }

  @Test(
    "cured of a default: two due days or six months, the longer: art. 15",
    arguments: [
      Case(
        "the day it pays, 111 days late", .curedMonthly, "2025-06-01", .substandard,
        "probation substandard 15 2025-05-12/2025-12-01"),
      Case(
        "two due days, but not six months", .curedMonthly, "2025-11-30", .substandard,
        "probation substandard 15 2025-05-12/2025-12-01"),
      Case("six months", .curedMonthly, "2025-12-01", .normal),
      Case(
        "late for two days in June: it begins anew", .relapsed, "2025-12-01", .substandard,
        "probation substandard 15 2025-05-12/2025-12-12"),
      Case("six months since then", .relapsed, "2025-12-12", .normal),
      Case(
        "six months, but no due day", .curedYearly, "2026-10-31", .substandard,
        "probation substandard 15 2026-04-11/2028-01-11"),
      Case(
        "one due day", .curedYearly, "2027-06-30", .substandard,
        "probation substandard 15 2026-04-11/2028-01-11"),
      Case(
        "one due day left in all: until it is paid off", .curedLate, "2026-12-31", .substandard,
        "probation substandard 15 2026-04-11/-"),
    ])
  func probation(_ golden: Case) throws { try expect(golden) }

  @Test(
    "rated by hand from 1 May until 1 August 2025",
    arguments: [
      Case("the day before", .rated, "2025-04-30", .normal),
      Case(
        "its first day", .rated, "2025-05-01", .substandard,
        "rated substandard - 2025-05-01/2025-08-01"),
      Case(
        "its last day", .rated, "2025-07-31", .substandard,
        "rated substandard - 2025-05-01/2025-08-01"),
      Case("over", .rated, "2025-08-01", .normal),
      Case(
        "rated anew: the last one holds", .ratedAnew, "2025-06-01", .doubtful,
        "rated doubtful - 2025-06-01/2025-07-01"),
      Case("and leaves nothing of the one before", .ratedAnew, "2025-07-01", .normal),
      Case(
        "never better: 91 days late", .ratedLate, "2025-07-10", .substandard,
        "overdue substandard 11 2025-07-10/-", "probation substandard 15 2025-07-10/-",
        "rated special-mention - 2025-04-10/2026-04-10"),
      Case("reversed", .ratingReversed, "2025-06-01", .normal),
    ])
  func rated(_ golden: Case) throws { try expect(golden) }

  @Test(
    "late for technical reasons: within 7 days, art. 10",
    arguments: [
      Case(
        "7 days", .technical, "2025-04-17", .normal, "overdue normal 10 2025-04-11/2025-04-18"),
      Case(
        "8 days", .technical, "2025-04-18", .specialMention,
        "overdue special-mention 10 2025-04-11/-"),
      Case(
        "paid, and the next instalment late", .technicalPaid, "2025-07-11", .specialMention,
        "overdue special-mention 10 2025-07-11/-"),
    ])
  func technical(_ golden: Case) throws { try expect(golden) }

  @Test(
    "the State pays a student's interest of 2024: the class is not lowered (财教〔2024〕2号)",
    arguments: [
      Case("waived", .relieved, "2025-03-21", .normal),
      Case("waived, after its second year, too", .relievedTwice, "2026-03-31", .normal),
      Case(
        "not waived, day 90", .unrelieved, "2025-03-20", .specialMention,
        "overdue special-mention 10 2024-12-21/-"),
      Case(
        "not waived, day 91", .unrelieved, "2025-03-21", .substandard,
        "overdue substandard 11 2025-03-21/-", "probation substandard 15 2025-03-21/-"),
    ])
  func student(_ golden: Case) throws { try expect(golden) }

  @Test("an excused lateness keeps its days")
  func technicalDays() throws {
    let claim = try GoldenClassLife.technical.claim(on: "2025-04-17")
    #expect(claim.overdueDays(on: "2025-04-17") == 7)
    #expect(claim.excusedDue(on: "2025-04-17") == "2025-04-10")
  }

  @Test("signed as restructured: special mention until it is paid off")
  func signedAsRestructured() throws {
    let claim = try GoldenClassLife.observed.claim(on: "2025-05-01")
    let assessment = ClassAssessment(claim, on: "2025-05-01", isRestructured: true, .retail)
    #expect(assessment.riskClass == .specialMention)
    #expect(assessment.findings.map(\.text) == ["restructured special-mention 17–21 -/-"])
    #expect(assessment.deciding == assessment.findings)
  }

  private func expect(_ golden: Case) throws {
    let claim = try golden.life.claim(on: golden.day)
    let assessment = ClassAssessment(claim, on: golden.day, isRestructured: false, .retail)
    #expect(assessment.riskClass == golden.riskClass)
    #expect(assessment.findings.map(\.text) == golden.findings)
  }
}

extension ClassFinding {
  var text: String {
    func day(_ day: Day?) -> String { day.map { "\($0)" } ?? "-" }
    let numbers = article?.numbers ?? "-"
    return "\(rule.rawValue) \(atLeast.rawValue) \(numbers) \(day(since))/\(day(liftsOn))"
  }
}
