import Classification
import Fixtures
import LoanProducts
import Quantities
import Servicing
import Testing

/// Goal: who owes a loan has the say in its class that the documents give.
@Suite("What a class has from who owes the loan")
struct DebtorClassTests {
  /// What the annex of 2007 gives of unsecured loans, from memory.
  private static let policy = ClassPolicy(smallEnterprise: OverdueSteps([1, 31, 91, 361]))

  private static func assessment(
    _ life: GoldenClassLife, on day: Day, floor: RiskClass = .normal
  ) throws -> ClassAssessment {
    let debtor = DebtorGrounds(by: policy, floor: floor)
    return ClassAssessment(try life.claim(on: day), on: day, isRestructured: false, debtor)
  }

  @Test(
    "by the matrix of small enterprises beside the days of 2023, late since 10 April 2025",
    arguments: [
      ("2025-04-10", .normal, []),
      (
        "2025-04-11", .specialMention,
        [
          "overdue special-mention 10 2025-04-11/-",
          "small-enterprise special-mention - 2025-04-11/-",
        ]
      ),
      (
        "2025-05-10", .specialMention,
        [
          "overdue special-mention 10 2025-04-11/-",
          "small-enterprise special-mention - 2025-04-11/-",
        ]
      ),
      (
        "2025-05-11", .substandard,
        ["overdue special-mention 10 2025-04-11/-", "small-enterprise substandard - 2025-05-11/-"]
      ),
      (
        "2025-07-09", .substandard,
        ["overdue special-mention 10 2025-04-11/-", "small-enterprise substandard - 2025-05-11/-"]
      ),
      (
        "2025-07-10", .doubtful,
        [
          "overdue substandard 11 2025-07-10/-", "small-enterprise doubtful - 2025-07-10/-",
          "probation substandard 15 2025-07-10/-",
        ]
      ),
      (
        "2026-04-06", .loss,
        [
          "overdue loss 13 2026-04-06/-", "small-enterprise loss - 2026-04-06/-",
          "probation substandard 15 2025-07-10/-",
        ]
      ),
    ] as [(Day, RiskClass, [String])])
  func matrix(_ day: Day, _ riskClass: RiskClass, _ findings: [String]) throws {
    let assessment = try Self.assessment(.late, on: day)
    #expect(assessment.riskClass == riskClass)
    #expect(assessment.findings.map(\.text) == findings)
    let documents = assessment.findings.filter { $0.rule == .smallEnterprise }.map(\.document)
    #expect(documents.allSatisfy { $0 == SmallEnterpriseMatrix.document })
  }

  @Test("nothing where the lateness is excused, or within the days of grace")
  func excused() throws {
    #expect(try Self.assessment(.technical, on: "2025-04-17").riskClass == .normal)
    #expect(try Self.assessment(.technical, on: "2025-04-18").riskClass == .specialMention)
    let inGrace = try Self.assessment(.lateWithGrace, on: "2025-04-15")
    #expect(inGrace.riskClass == .normal && inGrace.findings == [])
    let after = try Self.assessment(.lateWithGrace, on: "2025-04-16")
    #expect(after.findings.map(\.since) == ["2025-04-16", "2025-04-16"])
  }

  @Test("by its other loans: the class is told with its article, and no day that lifts it")
  func crossDefault() throws {
    for (floor, article) in [(RiskClass.specialMention, "10"), (.substandard, "8")] {
      let assessment = try Self.assessment(.late, on: "2025-04-10", floor: floor)
      #expect(assessment.riskClass == floor)
      #expect(
        assessment.findings.map(\.text) == ["cross-default \(floor.rawValue) \(article) -/-"])
      #expect(assessment.deciding.map(\.document) == [ClassificationRule.document])
    }
  }

  @Test(
    "more than 10 % of what is owed non-performing: all of it; any of it: special mention",
    arguments: [
      ([(.normal, 90_00), (.specialMention, 10_00)], .normal),
      ([(.normal, 90_00), (.substandard, 10_00)], .specialMention),
      ([(.normal, 89_99), (.substandard, 10_00)], .substandard),
      ([(.normal, 90_00), (.doubtful, 10_01)], .substandard),
      ([(.normal, 95_00), (.substandard, 3_00), (.loss, 3_00)], .specialMention),
      ([(.normal, 85_00), (.substandard, 5_00), (.loss, 5_00)], .substandard),
      ([(.substandard, 1)], .substandard), ([(.normal, 1)], .normal), ([], .normal),
      // What is lost without anything owed weighs nothing.
      ([(.normal, 1_00), (.loss, 0)], .normal),
    ] as [([(RiskClass, Int64)], RiskClass)])
  func floor(_ loans: [(RiskClass, Int64)], _ floor: RiskClass) {
    let loans = loans.map { DebtorLoan($0.0, principal: Money(minorUnits: $0.1)) }
    #expect(CrossDefault.floor(of: loans) == floor)
  }

  @Test("steps are days that grow, and are read back from their text")
  func steps() throws {
    for days in [[1, 31, 91, 361], [31, 181, 361, nil], [nil, 1, nil, 2]] as [[Int?]] {
      let steps = try #require(OverdueSteps(days))
      #expect(OverdueSteps(text: steps.text) == steps && steps.days == days)
      let policy = ClassPolicy(smallEnterprise: steps)
      #expect(ClassPolicy(text: policy.text) == policy)
      for (riskClass, first) in zip(RiskClass.allCases.dropFirst(), days) {
        guard let first else { continue }
        #expect(steps.first(atLeast: riskClass) == first)
        #expect(steps.riskClass(first) == riskClass && steps.riskClass(first - 1) < riskClass)
      }
    }
    for days in [
      [], [1, 2, 3], [0, 1, 2, 3], [1, 1, 2, 3], [nil, nil, nil, nil], [9, nil, 8, nil],
    ]
      as [[Int?]]
    {
      #expect(OverdueSteps(days) == nil, "\(days)")
    }
    for text in ["", "1/2/3", "1/2/3/x", "1//2/3", "-/-/-/-", "1/2/3/4/5"] {
      #expect(ClassPolicy(text: text) == nil, "\(text)")
    }
    let gaps = try #require(OverdueSteps([nil, 1, nil, 2]))
    #expect(gaps.first(atLeast: .normal) == nil && gaps.first(atLeast: .specialMention) == 1)
    #expect(gaps.first(atLeast: .doubtful) == 2)
    #expect(OverdueSteps([31, 181, 361, nil])?.first(atLeast: .loss) == nil)
    #expect(ClassPolicy(text: "none") == ClassPolicy(smallEnterprise: nil))
  }

  @Test("a month is judged by the row of unsecured loans that began last by its end")
  func policies() throws {
    func row(_ security: LoanSecurity, _ from: Day, _ days: [Int?]) throws
      -> SmallEnterpriseMatrix.Row
    {
      SmallEnterpriseMatrix.Row(
        security, validFrom: from, steps: try #require(OverdueSteps(days)))
    }
    let matrix = SmallEnterpriseMatrix([
      try row(.unsecured, "2007-07-20", [1, 31, 91, 361]),
      try row(.pledged, "2026-01-01", [91, 181, 361, nil]),
      try row(.unsecured, "2026-03-31", [1, 61, 91, 361]),
    ])
    #expect(matrix.policy(on: "2007-07-19").smallEnterprise == nil)
    #expect(matrix.policy(on: "2026-03-30").text == "1/31/91/361")
    #expect(matrix.policy(on: "2026-03-31").text == "1/61/91/361")
  }
}
