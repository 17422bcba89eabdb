import Classification
import Fixtures
import LoanProducts
import Quantities
import Scheduling
import Servicing
import Testing

@Suite("The five classes")
struct RiskClassTests {
  private static func riskClass(_ days: Int, isRestructured: Bool = false) -> RiskClass {
    ClassificationRule.riskClass(
      ClassGrounds(overdueDays: days, isRestructured: isRestructured, .retail))
  }

  @Test(
    "follow overdue days: more than 0, 90, 270 and 360, as the rule of 2023 says",
    arguments: [
      (-1, .normal), (0, .normal), (1, .specialMention), (90, .specialMention), (91, .substandard),
      (270, .substandard), (271, .doubtful), (360, .doubtful), (361, .loss), (36_500, .loss),
    ] as [(Int, RiskClass)])
  func boundaries(days: Int, expected: RiskClass) {
    #expect(Self.riskClass(days) == expected)
  }

  @Test(
    "a restructured loan is at least special mention, and no better than its days",
    arguments: [(0, .specialMention), (90, .specialMention), (91, .substandard), (361, .loss)]
      as [(Int, RiskClass)])
  func restructured(days: Int, expected: RiskClass) {
    #expect(Self.riskClass(days, isRestructured: true) == expected)
  }

  @Test("never get better with more days")
  func monotonic() {
    let classes = (0...400).map { Self.riskClass($0) }
    #expect(classes == classes.sorted())
  }

  @Test("stand best first; the last three are non-performing")
  func order() {
    #expect(RiskClass.allCases == RiskClass.allCases.sorted())
    #expect(RiskClass.allCases.filter(\.isNonPerforming) == [.substandard, .doubtful, .loss])
  }
}

@Suite("Ratings by hand")
struct RatingRuleTests {
  private func assessment(_ life: GoldenClassLife, _ day: Day) throws -> ClassAssessment {
    ClassAssessment(try life.claim(on: day), on: day, isRestructured: false, .retail)
  }

  @Test("are refused where they are no worse than what the rules give, which is named")
  func notWorse() throws {
    let late = try assessment(.late, "2025-07-10")
    #expect(
      throws: RatingError.notWorse(.specialMention, floor: .substandard, rule: .overdue)
    ) { try RatingRule.check(.specialMention, until: "2026-01-01", late) }
    #expect(throws: RatingError.notWorse(.substandard, floor: .substandard, rule: .overdue)) {
      try RatingRule.check(.substandard, until: "2026-01-01", late)
    }
    try RatingRule.check(.doubtful, until: "2026-01-01", late)
    let observed = try assessment(.observed, "2025-07-01")
    #expect(
      throws: RatingError.notWorse(.specialMention, floor: .specialMention, rule: .restructured)
    ) { try RatingRule.check(.specialMention, until: "2026-01-01", observed) }
    let normal = try assessment(.observed, "2025-06-30")
    try RatingRule.check(.specialMention, until: "2025-07-01", normal)
    #expect(throws: RatingError.endsBefore("2025-06-30", until: "2025-06-30")) {
      try RatingRule.check(.specialMention, until: "2025-06-30", normal)
    }
  }

  @Test("may be milder than the one before, for the rules alone are the floor")
  func milder() throws {
    try RatingRule.check(
      .specialMention, until: "2025-07-01", try assessment(.rated, "2025-06-01"))
  }

  @Test("a lateness is excused from its first day to its seventh")
  func excuse() throws {
    #expect(throws: RatingError.nothingLate(on: "2025-04-10")) {
      try RatingRule.checkExcuse(try assessment(.late, "2025-04-10"))
    }
    for day in ["2025-04-11", "2025-04-17"] as [Day] {
      try RatingRule.checkExcuse(try assessment(.late, day))
    }
    #expect(throws: RatingError.lateTooLong(days: 8, most: 7)) {
      try RatingRule.checkExcuse(try assessment(.late, "2025-04-18"))
    }
  }
}

/// Goal: what is kept of a loan for a month's end gives the class that its claim does.
@Suite("One place decides the class")
struct OneClassTests {
  @Test("of a claim, of its outlook and of its findings, in random lives")
  func same() throws {
    var random = SplitMix64(seed: 20_261_122)
    var counts: [RiskClass: Int] = [:]
    for seed in 1...600 as ClosedRange<UInt64> {
      let life = try RandomLife(seed: seed)
      var facts = life.facts
      for number in 900...902 as ClosedRange<Int64> {
        let day =
          life.terms.startsOn + Int.random(in: 0...(life.end - life.terms.startsOn), using: &random)
        let rated = RatedClass.allCases[Int.random(in: 0...3, using: &random)]
        let until = day + Int.random(in: 1...90, using: &random)
        facts.append(
          LoanFact(
            number: number, effectiveOn: day,
            kind: random.onceIn(2) ? .rated(rated, until: until) : .overdueExcused,
            amount: .zero, isRestructuring: random.onceIn(6)))
      }
      for end in [life.end, life.end + 120, life.end + 400] {
        guard let claim = try? Claim(life.contract, facts: facts, through: end) else { continue }
        let grounds = ClassGrounds(claim, on: end, isRestructured: false, .retail)
        let told = ClassGrounds(
          ClaimOutlook(claim, on: end, .lpr), on: end, isRestructured: false, .retail)
        let assessment = ClassAssessment(claim, on: end, isRestructured: false, .retail)
        let found = ClassificationRule.riskClass(grounds)
        counts[found, default: 0] += 1
        #expect(assessment.riskClass == found, "seed \(seed)")
        #expect(assessment.findings.map(\.atLeast).max() ?? .normal == found, "seed \(seed)")
        #expect(assessment.findings.allSatisfy { $0.since ?? end <= end }, "seed \(seed)")
        #expect(assessment.findings.allSatisfy { $0.liftsOn ?? end + 1 > end }, "seed \(seed)")
        guard !claim.isSettled else { continue }
        #expect(ClassificationRule.riskClass(told) == found, "seed \(seed)")
      }
    }
    #expect(RiskClass.allCases.allSatisfy { (counts[$0] ?? 0) > 10 }, "\(counts)")
  }
}

@Suite("Provisions")
struct ProvisionTests {
  @Test("are 1 % of each loan, and 0, 2, 25, 50, 100 % of it by class")
  func percents() {
    let principal = Money(minorUnits: 1_000_000)
    let rule = ProvisionRule.standard
    for riskClass in RiskClass.allCases {
      #expect(rule.general(principal: principal, riskClass) == Money(minorUnits: 10_000))
    }
    #expect(
      RiskClass.allCases.map { rule.special(principal: principal, $0).minorUnits }
        == [0, 20_000, 250_000, 500_000, 1_000_000])
  }

  @Test("by the standard coefficients are 1.5, 3, 30, 60, 100 % in all")
  func coefficients() {
    let principal = Money(minorUnits: 1_000_000)
    let rule = ProvisionRule.coefficients
    #expect(
      RiskClass.allCases.map {
        rule.general(principal: principal, $0) + rule.special(principal: principal, $0)
      }.map(\.minorUnits) == [15_000, 30_000, 300_000, 600_000, 1_000_000])
    #expect(rule.general(principal: principal, .specialMention) == .zero)
    // 1.5 % of 33 fen is 0.495, of 34 fen 0.51.
    #expect(rule.general(principal: Money(minorUnits: 33), .normal).minorUnits == 0)
    #expect(rule.general(principal: Money(minorUnits: 34), .normal).minorUnits == 1)
  }

  @Test("leave the bank a fifth of 25 and 50 per cent, and of coefficients nothing")
  func band() {
    func rule(_ regime: ProvisionRule.Regime, _ substandard: Int, _ doubtful: Int) -> Bool {
      ProvisionRule(regime, substandardPercent: substandard, doubtfulPercent: doubtful) != nil
    }
    for (substandard, doubtful) in [(20, 40), (25, 50), (30, 60), (20, 60)] {
      #expect(rule(.guideline2002, substandard, doubtful))
    }
    for (substandard, doubtful) in [(19, 50), (31, 50), (25, 39), (25, 61)] {
      #expect(!rule(.guideline2002, substandard, doubtful))
    }
    #expect(rule(.coefficients2012, 30, 60))
    #expect(!rule(.coefficients2012, 25, 60) && !rule(.coefficients2012, 30, 50))
  }

  @Test("rules are read as they are written, and nothing else is")
  func text() {
    let own = ProvisionRule(.guideline2002, substandardPercent: 30, doubtfulPercent: 45)
    #expect(own?.text == "guideline-2002/30/45")
    for rule in [own, .standard, .coefficients] {
      #expect(rule.flatMap { ProvisionRule(text: $0.text) } == rule)
    }
    for text in ["", "guideline-2002", "guideline-2002/25/50/", "x/25/50", "guideline-2002/5/50"] {
      #expect(ProvisionRule(text: text) == nil, "\(text)")
    }
  }

  @Test("follow the bank's own last policy before that of all banks, the standard before both")
  func policies() throws {
    let own = try #require(
      ProvisionRule(.guideline2002, substandardPercent: 20, doubtfulPercent: 40))
    func day(_ text: String) throws -> Day { try #require(Day(text)) }
    let policies = ProvisionPolicies([
      ProvisionPolicy(bank: nil, validFrom: try day("2025-01-01"), rule: .coefficients),
      ProvisionPolicy(bank: "a", validFrom: try day("2025-03-01"), rule: own),
      ProvisionPolicy(bank: nil, validFrom: try day("2025-05-01"), rule: .standard),
    ])
    let expected: [(String, String, ProvisionRule)] = [
      ("a", "2024-12-31", .standard), ("a", "2025-01-01", .coefficients),
      ("a", "2025-02-28", .coefficients), ("a", "2025-03-01", own), ("a", "2026-01-01", own),
      ("b", "2025-03-01", .coefficients), ("b", "2025-05-01", .standard),
    ]
    for (bank, on, rule) in expected {
      #expect(policies.rule(bank: bank, on: try day(on)) == rule, "\(bank) \(on)")
    }
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
    let rule = ProvisionRule.standard
    #expect(rule.general(principal: principal, .normal).minorUnits == general)
    #expect(rule.special(principal: principal, .specialMention).minorUnits == mention)
    #expect(rule.special(principal: principal, .substandard).minorUnits == substandard)
  }

  @Test("of the largest amount do not overflow")
  func largest() {
    #expect(ProvisionRule.standard.special(principal: .largestAmount, .loss) == .largestAmount)
  }
}
