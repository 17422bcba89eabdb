import Classification
import Risk
import Testing

@Suite("A loan's stage")
struct CreditStageTests {
  private static let cases: [(StageSigns, CreditStage, StageReason)] = [
    (StageSigns(), .one, .noIncrease),
    (StageSigns(overdueDays: 7), .one, .noIncrease),
    (StageSigns(overdueDays: 30), .one, .noIncrease),
    (StageSigns(overdueDays: 31), .two, .overdueOver30),
    (StageSigns(overdueDays: 90, riskClass: .specialMention), .two, .overdueOver30),
    (StageSigns(overdueDays: 91), .three, .overdueOver90),
    (StageSigns(overdueDays: 91, riskClass: .loss, isOnProbation: true), .three, .overdueOver90),
    (StageSigns(overdueDays: 5, riskClass: .specialMention), .two, .specialMention),
    (StageSigns(riskClass: .specialMention, isRestructured: true), .two, .restructured),
    (StageSigns(overdueDays: 31, isRestructured: true), .two, .overdueOver30),
    (StageSigns(isOnWatch: true), .two, .watchMark),
    (StageSigns(riskClass: .specialMention, isOnWatch: true), .two, .specialMention),
    (StageSigns(riskClass: .substandard), .three, .nonPerforming),
    (StageSigns(riskClass: .doubtful, isRestructured: true), .three, .nonPerforming),
    (StageSigns(overdueDays: 60, riskClass: .loss, isOnWatch: true), .three, .nonPerforming),
    (StageSigns(riskClass: .substandard, isOnProbation: true), .three, .probation),
    (
      StageSigns(riskClass: .substandard, isOnProbation: true, isRestructured: true), .three,
      .probation
    ),
  ]

  @Test("follows from days, class, restructuring and marks", arguments: cases)
  func stages(_ signs: StageSigns, _ stage: CreditStage, _ reason: StageReason) {
    #expect(StageReason(signs) == reason)
    #expect(reason.stage == stage)
  }

  @Test("has a reason with an article of each document")
  func articles() {
    for reason in StageReason.allCases {
      #expect(reason.articles.count == reason.documents.count, "\(reason)")
      #expect(reason.documents.first == "企业会计准则第22号（财会〔2017〕7号）")
    }
    #expect(StageReason.overdueOver30.articles == ["53", "5.5.11"])
    #expect(StageReason.overdueOver90.articles == ["40", "B5.5.37"])
    #expect(StageReason.probation.documents.last == ClassificationRule.document)
  }

  /// By the rule of law a loan late at all is special mention, and in stage 2 from the first day.
  @Test("never gets better with more days, a worse class or another mark")
  func monotone() {
    for days in [0, 30, 31, 90, 91] {
      for (better, worse) in zip(RiskClass.allCases, RiskClass.allCases.dropFirst()) {
        let low = StageSigns(overdueDays: days, riskClass: better)
        let high = StageSigns(overdueDays: days, riskClass: worse)
        #expect(StageReason(low).stage <= StageReason(high).stage)
        for change in 0..<3 {
          var marked = low
          if change == 0 { marked.isOnProbation = true }
          if change == 1 { marked.isRestructured = true }
          if change == 2 { marked.isOnWatch = true }
          #expect(StageReason(low).stage <= StageReason(marked).stage)
        }
      }
    }
  }
}
