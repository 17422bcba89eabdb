import Classification
import LoanProducts
import Quantities
import Risk

/// The words inside a risk report.
enum RiskWords {
  static func riskTitle(_ name: Phrase, month: Month, currency: String) -> Phrase {
    Phrase(
      zh: "贷款组合风险报告：\(name.zh)，\(month.lastDay)，金额单位：\(currency)",
      en: "Portfolio risk report: \(name.en), \(month.lastDay), amounts in \(currency)")
  }

  // Parts and columns.
  static let summary = Phrase(zh: "概况", en: "Summary")
  static let ageingSection = Phrase(zh: "账龄", en: "Ageing")
  static let classSection = Phrase(zh: "五级分类", en: "Classes")
  static let item = Phrase(zh: "项目", en: "Figure")
  static let amount = Phrase(zh: "金额", en: "Amount")
  static let share = Phrase(zh: "占比", en: "Share")
  static let total = Phrase(zh: "合计", en: "Total")
  static let daysOverdue = Phrase(zh: "逾期天数", en: "Days overdue")
  static let riskClassTitle = Phrase(zh: "分类", en: "Class")
  static let specialProvisionRate = Phrase(zh: "专项准备率", en: "Special provision")
  static let outstandingShort = Phrase(zh: "余额", en: "Outstanding")
  static let npl = Phrase(zh: "不良贷款", en: "NPL")
  static let nplRatio = Phrase(zh: "不良率", en: "NPL ratio")
  static func par(_ days: Int) -> Phrase { Phrase(zh: "PAR\(days)", en: "PAR\(days)") }

  // Measures.
  static let outstanding = Phrase(zh: "贷款余额", en: "Loans outstanding")
  static let borrowers = Phrase(zh: "借款人", en: "Borrowers")
  static func portfolioAtRisk(_ days: Int) -> Phrase {
    Phrase(
      zh: "PAR\(days)（逾期超过 \(days) 天）",
      en: "PAR\(days), more than \(days) \(days == 1 ? "day" : "days") late")
  }
  static let restructured = Phrase(zh: "其中：重组贷款", en: "Restructured loans")
  static let principalDue = Phrase(zh: "到期未还本金", en: "Principal due, unpaid")
  static let interestDue = Phrase(zh: "到期未付利息", en: "Interest due, unpaid")
  static let interestRunning = Phrase(zh: "已计提未到期利息", en: "Interest accrued, not due yet")
  static let penaltyDue = Phrase(zh: "未付罚息", en: "Penalty interest, unpaid")
  static let nonPerforming = Phrase(zh: "不良贷款", en: "Non-performing loans (NPL)")
  static let generalProvision = Phrase(zh: "应提一般准备", en: "General provision required")
  static let specialProvision = Phrase(zh: "应提专项准备", en: "Special provision required")
  static let requiredProvision = Phrase(zh: "应提准备", en: "Provision required")
  static let provisionCoverage = Phrase(zh: "应提准备 ÷ 不良贷款", en: "Provision required ÷ NPL")

  static func ageing(_ bucket: AgeingBucket) -> Phrase {
    switch bucket {
    case .notOverdue: Phrase(zh: "未逾期", en: "not overdue")
    case .daysOver360: Phrase(zh: "361 天以上", en: "361 and more")
    case .days1To30, .days31To60, .days61To90, .days91To180, .days181To270, .days271To360:
      Phrase(zh: "\(bucket.rawValue) 天", en: bucket.rawValue)
    }
  }

  /// The name of a line; the code itself for one that a newer program has written.
  static func lineName(_ code: String) -> Phrase {
    switch ProductLine(rawValue: code) {
    case .industry: Phrase(zh: "产业帮扶贷款", en: "industry")
    case .microcredit: Phrase(zh: "农户小额信用贷款", en: "microcredit")
    case .education: Phrase(zh: "职业教育贷款", en: "education")
    case .tourism: Phrase(zh: "民俗文化旅游贷款", en: "tourism")
    case .studentAid: Phrase(zh: "生源地信用助学贷款", en: "student aid")
    case .other: Phrase(zh: "其他", en: "other")
    case nil: Phrase(zh: code, en: code)
    }
  }

  // What the figures mean.
  /// What a part is of, as it was asked for.
  static func part(_ part: PortfolioPart) -> Phrase {
    Phrase(
      zh: "只含 \(part.text) 的贷款；准备为全行所提，不分到部分",
      en: """
        Only the loans of \(part.text); provisions are held for the whole, and not told of a part
        """)
  }
  static func positionsNote(_ day: Day, versions: String) -> Phrase {
    guard !versions.isEmpty else {
      return Phrase(zh: "没有任何贷款，也就没有 \(day) 的头寸", en: "No loans, so no positions of \(day)")
    }
    return Phrase(
      zh: "依据 \(day) 的月末头寸，版本：\(versions)",
      en: "From the positions of \(day), version: \(versions)")
  }
  static let atRiskNote = Phrase(
    zh: """
      PAR n：本金或利息逾期超过 n 天的贷款的全部未还本金（不论是否到期），加上重组贷款的全部未还本金\
      （IRIS FP2635）
      """,
    en: """
      PAR n: the whole unpaid principal, due or not, of loans more than n days late with principal \
      or interest, and of all restructured loans (IRIS FP2635)
      """)
  static var classesNote: Phrase {
    let limits = RiskClass.allCases.dropFirst().compactMap { riskClass in
      ClassificationRule.steps.first(atLeast: riskClass).map { (Phrase.listed(riskClass), $0 - 1) }
    }
    let zh = limits.map { "\($0.zh) > \($1)" }.joined(separator: "，")
    let en = limits.map { "\($0.en) > \($1)" }.joined(separator: ", ")
    let document = ClassificationRule.document
    return Phrase(
      zh: """
        分类按逾期天数：\(zh)；重组贷款至少为关注，原为不良或再次重组的至少为次级；不良上调观察期内\
        至少为次级；企业和合作社还看同一债务人的其他贷款（\(document)）和小企业矩阵\
        （\(SmallEnterpriseMatrix.document)）；可人工认定得更差。不良：次级、可疑、损失
        """,
      en: """
        Classes by days overdue: \(en); restructured at least special mention, substandard if it \
        was non-performing or again; substandard on probation after a default; firms also by the \
        debtor's other loans (\(document)) and by the matrix of small enterprises \
        (\(SmallEnterpriseMatrix.document)); worse if rated so by hand. NPL: substandard, \
        doubtful, loss
        """)
  }
  static func provisionNote(_ rule: ProvisionRule) -> Phrase {
    let special = RiskClass.allCases.dropFirst().map { "\(rule.specialPercent($0))" }
      .joined(separator: "/")
    let document = rule.regime.document
    switch rule.regime {
    case .expectedLoss:
      return Phrase(
        zh: "应提准备：每笔预期信用损失，第一阶段列一般，第二、三阶段列专项（\(document)）",
        en: """
          Provision required: what is expected to be lost of each loan, stage 1 under general, \
          stages 2 and 3 under special (\(document))
          """)
    case .coefficients2012:
      let normal = FixedPoint.text(Int128(rule.generalPerMille(.normal)), decimals: 1)
      return Phrase(
        zh: "应提准备：正常 \(normal)%，关注至损失 \(special)%，每笔四舍五入（\(document)）",
        en: """
          Provision required: \(normal) % of normal loans, \(special) % of special mention to \
          loss, each loan's rounded half up (\(document))
          """)
    case .guideline2002:
      let general = rule.generalPerMille(.normal) / 10
      return Phrase(
        zh: "应提准备：一般 \(general)%，专项 \(special)%（关注至损失），每笔四舍五入（\(document)）",
        en: """
          Provision required: general \(general) %, special \(special) % (special mention to \
          loss), each loan's rounded half up (\(document))
          """)
    }
  }
  static let borrowersNote = Phrase(
    zh: "借款人在每一栏内只计一次，故合计可少于各行之和；占比为占贷款余额，余额为零时空白",
    en: """
      A borrower counts once in each cut, so a total may be less than its lines; shares are of \
      loans outstanding, and blank where that is zero
      """)
}
