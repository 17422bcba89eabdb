import Classification
import Quantities
import Testing

@Suite("The five classes")
struct RiskClassTests {
  @Test(
    "follow overdue days: more than 0, 90, 270 and 360, as the rule of 2023 says",
    arguments: [
      (-1, .normal), (0, .normal), (1, .specialMention), (90, .specialMention), (91, .substandard),
      (270, .substandard), (271, .doubtful), (360, .doubtful), (361, .loss), (36_500, .loss),
    ] as [(Int, RiskClass)])
  func boundaries(days: Int, expected: RiskClass) {
    #expect(ClassificationRule.riskClass(overdueDays: days, isRestructured: false) == expected)
  }

  @Test(
    "a restructured loan is at least special mention, and no better than its days",
    arguments: [(0, .specialMention), (90, .specialMention), (91, .substandard), (361, .loss)]
      as [(Int, RiskClass)])
  func restructured(days: Int, expected: RiskClass) {
    #expect(ClassificationRule.riskClass(overdueDays: days, isRestructured: true) == expected)
  }

  @Test("never get better with more days")
  func monotonic() {
    let classes = (0...400).map {
      ClassificationRule.riskClass(overdueDays: $0, isRestructured: false)
    }
    #expect(classes == classes.sorted())
  }

  @Test("stand best first; the last three are non-performing")
  func order() {
    #expect(RiskClass.allCases == RiskClass.allCases.sorted())
    #expect(RiskClass.allCases.filter(\.isNonPerforming) == [.substandard, .doubtful, .loss])
  }
}

@Suite("Provisions")
struct ProvisionTests {
  @Test("are 1 % of each loan, and 0, 2, 25, 50, 100 % of it by class")
  func percents() {
    let principal = Money(minorUnits: 1_000_000)
    #expect(ProvisionRule.general(principal: principal) == Money(minorUnits: 10_000))
    #expect(
      RiskClass.allCases.map { ProvisionRule.special(principal: principal, $0).minorUnits }
        == [0, 20_000, 250_000, 500_000, 1_000_000])
  }

  @Test(
    "are rounded half up to the fen, loan by loan",
    arguments: [
      // principal in fen, general 1 %, special 2 %, 25 %
      (0, 0, 0, 0), (1, 0, 0, 0), (2, 0, 0, 1), (24, 0, 0, 6), (25, 0, 1, 6), (49, 0, 1, 12),
      (50, 1, 1, 13), (149, 1, 3, 37), (150, 2, 3, 38),
    ] as [(Int64, Int64, Int64, Int64)])
  func roundings(fen: Int64, general: Int64, mention: Int64, substandard: Int64) {
    let principal = Money(minorUnits: fen)
    #expect(ProvisionRule.general(principal: principal).minorUnits == general)
    #expect(ProvisionRule.special(principal: principal, .specialMention).minorUnits == mention)
    #expect(ProvisionRule.special(principal: principal, .substandard).minorUnits == substandard)
  }

  @Test("of the largest amount do not overflow")
  func largest() {
    #expect(ProvisionRule.special(principal: .largestAmount, .loss) == .largestAmount)
  }
}
