import Quantities
import Risk

/// The words of expected credit losses.
enum ExpectedLossWords {
  static func title(_ name: Phrase, day: Day, currency: String) -> Phrase {
    Phrase(
      zh: "预期信用损失：\(name.zh)，\(day)，金额单位：\(currency)",
      en: "Expected credit losses: \(name.en), \(day), amounts in \(currency)")
  }
  static func loanTitle(_ number: String, day: Day, currency: String) -> Phrase {
    Phrase(
      zh: "贷款 \(number) 的预期信用损失，\(day)，金额单位：\(currency)",
      en: "The expected credit loss of loan \(number), \(day), amounts in \(currency)")
  }

  // Sections.
  static let stages = Phrase(zh: "三个阶段", en: "Stages")
  static let reasons = Phrase(zh: "划分阶段的依据", en: "Why loans are in their stage")
  static let byLine = Phrase(zh: "按产品", en: "By line")
  static let byBank = Phrase(zh: "按银行", en: "By bank")
  static let provisions = Phrase(zh: "与准备对照", en: "Beside the provisions")
  static let scenarios = Phrase(zh: "情景", en: "Scenarios")
  static let probabilities = Phrase(zh: "参数", en: "What it was worked out from")
  static let inputs = Phrase(zh: "该笔的参数", en: "What it was worked out from")
  static let terms = Phrase(zh: "逐月逐情景", en: "Month by month")

  // Columns.
  static let stage = Phrase(zh: "阶段", en: "Stage")
  static let exposure = Phrase(zh: "敞口", en: "Exposure")
  static let loss = Phrase(zh: "预期信用损失", en: "ECL")
  static let lossRate = Phrase(zh: "占敞口 %", en: "% of exposure")
  static let reason = Phrase(zh: "依据", en: "Reason")
  static let documents = Phrase(zh: "文件与条款", en: "Document and article")
  static let item = Phrase(zh: "项目", en: "Item")
  static let value = Phrase(zh: "值", en: "Value")
  static let scenarioName = Phrase(zh: "情景", en: "Scenario")
  static let weight = Phrase(zh: "权重 %", en: "Weight %")
  static let factor = Phrase(zh: "违约倍数", en: "Default factor")
  static let scaling = Phrase(zh: "倍数作用于", en: "Applied to")
  static let yearProbability = Phrase(zh: "十二个月 PD %", en: "PD in 12 months %")
  static let lossGivenDefault = Phrase(zh: "LGD %", en: "LGD %")
  static let source = Phrase(zh: "迁徙取自", en: "Moves of")
  static let seen = Phrase(zh: "观察笔次", en: "Loans seen")
  static let month = Phrase(zh: "月", en: "Month")
  static let probability = Phrase(zh: "当月 PD %", en: "PD of the month %")
  static let exposureThen = Phrase(zh: "违约敞口", en: "Exposure at default")
  static let discount = Phrase(zh: "折现因子", en: "Discount factor")
  static let product = Phrase(zh: "乘积", en: "Product")

  static func stageName(_ stage: CreditStage) -> Phrase {
    switch stage {
    case .one: Phrase(zh: "第一阶段", en: "1, twelve months")
    case .two: Phrase(zh: "第二阶段", en: "2, lifetime")
    case .three: Phrase(zh: "第三阶段", en: "3, in default")
    }
  }

  static func name(of reason: StageReason) -> Phrase {
    switch reason {
    case .overdueOver90: Phrase(zh: "逾期超过 90 天", en: "more than 90 days overdue")
    case .probation: Phrase(zh: "违约后观察期", en: "on probation after a default")
    case .nonPerforming: Phrase(zh: "不良", en: "non-performing")
    case .overdueOver30: Phrase(zh: "逾期超过 30 天", en: "more than 30 days overdue")
    case .restructured: Phrase(zh: "重组", en: "restructured")
    case .specialMention: Phrase(zh: "关注", en: "special mention")
    case .watchMark: Phrase(zh: "预警", en: "marked to be watched")
    case .noIncrease: Phrase(zh: "信用风险未显著增加", en: "no significant increase")
    }
  }

  static func name(of scenario: MacroScenario) -> Phrase { Phrase(scenario.title) }

  static func name(of scaling: MacroScenario.Scaling) -> Phrase {
    switch scaling {
    case .probability: Phrase(zh: "违约概率", en: "probability")
    case .odds: Phrase(zh: "违约比率 PD ÷ (1 − PD)", en: "odds, PD ÷ (1 − PD)")
    }
  }

  static func name(of source: CurveSource) -> Phrase {
    switch source {
    case .line: Phrase(zh: "本产品", en: "the line")
    case .portfolio: Phrase(zh: "全行组合", en: "all the bank's loans")
    }
  }

  // Items.
  /// By more than one document where banks' rules differ.
  static func required(_ documents: [String]) -> Phrase {
    Phrase(
      zh: "应提准备（\(documents.joined(separator: "；"))）",
      en: "Provision required (\(documents.joined(separator: "; ")))")
  }
  static let held = Phrase(zh: "已提准备", en: "Provision held")
  static let beyond = Phrase(zh: "预期信用损失 − 应提准备", en: "ECL less provision required")
  static let line = Phrase(zh: "产品", en: "Line")
  static let rate = Phrase(zh: "实际利率 %", en: "Effective rate %")
  static let fundShare = Phrase(zh: "基金分担 %", en: "A fund's share %")
  static let dueUnpaid = Phrase(zh: "到期未收", en: "Due and unpaid")
  static let interestRunning = Phrase(zh: "已计提未到期利息", en: "Interest accrued, not due yet")
  static let principalToCome = Phrase(zh: "未到期本金", en: "Principal not due yet")
  static let weighted = Phrase(zh: "按权重平均", en: "Mean by weights")

  // Notes.
  static let memoNote = Phrase(zh: "只作参考，不入账", en: "A memo, of which nothing is posted")
  static let postedNote = Phrase(zh: "即当月已入账数", en: "What the month's run posted")
  static let partlyPostedNote = Phrase(
    zh: "当月按预期信用损失计提的银行，即已入账数；其余只作参考，不入账",
    en: """
      Of banks whose run of the month went by expected losses what it posted, of the others a memo \
      of which nothing is posted
      """)
  static let scenariosNote = Phrase(
    zh: "各行计提所用情景不同，请分行查看",
    en: "The banks' runs went by different scenarios: ask for each bank to see them")
  static let methodNote = Phrase(
    zh: """
      敞口 = 到期未收本息、罚息 + 已计提利息 + 未到期本金，非应计贷款只计本金；\
      实际利率取合同利率，全部按信用贷款计 LGD；情景权重、倍数和 LGD 是目录里月末有效的假设，已入账的以当月计提时为准
      """,
    en: """
      Exposure: principal, interest and penalty due, interest \
      accrued, principal to come, of loans that do not accrue principal alone; the effective rate \
      is the contract's, every loan counts as unsecured; weights, factors and LGD are the \
      assumptions that the catalog has at the month's end, of what was posted those of the run
      """)
  static func smoothingNote(_ assumptions: ExpectedLossAssumptions) -> Phrase {
    let count = FixedPoint.trimmed(Int128(assumptions.pseudoCount), decimals: 3, least: 0)
    let (least, missed) = (assumptions.leastLoans, assumptions.missedMonths)
    return Phrase(
      zh: """
        PD：本行近十二个月（已入账的为此前十二个月）逐月迁徙，\
        每种可能的迁徙加 \(count) 笔（拉普拉斯平滑），笔数少时主要由它决定；\
        观察不足 \(least) 笔次的产品用全行组合；违约于首次漏缴后 \(missed) 个月，此间利息一并计入敞口
        """,
      en: """
        PD: from the moves of the bank's own loans from month to month of the last twelve (of the \
        twelve before the month, where expected losses are booked), with \(count) loan added to \
        each that can be (Laplace), which outweighs what is seen where few are; a line with fewer \
        than \(least) takes all the bank's; a default comes \(missed) months after the first \
        payment missed, whose interest is owed, too
        """)
  }
}
