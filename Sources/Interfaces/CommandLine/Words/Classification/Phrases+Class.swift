import Classification
import Quantities

/// The words of a loan's class: the rules, their findings, and `loan classify`.
extension Phrase {
  static let classifyAbstract = Phrase(
    zh: "人工认定分类（只能比规则更差），或登记技术性逾期。",
    en: "Rate a loan's class by hand, worse than the rules give, or excuse a technical delay.")
  static let classifyDiscussion = Phrase(
    zh: """
      由另一位员工确认（`loan confirm`）后生效；到 --until 自行失效，可以冲正。--technical：操作性或
      技术性原因的逾期，7天以内仍为正常，逾期天数和PAR不变。`loan explain` 说明分类的由来。例：
        shanhai loan classify 102202500000016 --bank wujiaqu --class substandard \\
            --until 2026-12-31 --reason 主业停产 --key 认定-1
        shanhai loan classify 102202500000016 --bank wujiaqu --technical \\
            --reason 系统故障 --key 技术-1
      """,
    en: """
      Another officer confirms it (`loan confirm`); it ends by itself on --until, and can be
      reversed. --technical: late for operational or technical reasons, which keeps the class
      normal for up to 7 days; days overdue and PAR stay. `loan explain` tells how a class came
      about. For example:
        shanhai loan classify 102202500000016 --bank wujiaqu --class substandard \\
            --until 2026-12-31 --reason "stopped producing" --key rating-1
        shanhai loan classify 102202500000016 --bank wujiaqu --technical \\
            --reason "system down" --key technical-1
      """)
  static let classifyClassHelp = Phrase(
    zh: "至少为这一类：special-mention、substandard、doubtful、loss。",
    en: "At least this class: special-mention, substandard, doubtful or loss.")
  static let classifyUntilHelp = Phrase(
    zh: "从这一天起不再适用。", en: "The first day on which it holds no more.")
  static let classifyTechnicalHelp = Phrase(
    zh: "操作性或技术性原因的逾期。", en: "What is late is so for operational or technical reasons.")
  static let classifyWhat = Phrase(
    zh: "请写 --class 和 --until，或只写 --technical",
    en: "give --class and --until, or --technical alone")
  static let classifyReason = Phrase(zh: "请写 --reason", en: "give --reason")

  static func sectionClass(_ day: Day) -> Phrase {
    Phrase(zh: "\(day) 日终分类", en: "Class at the end of \(day)")
  }
  static let sectionFindings = Phrase(zh: "分类依据（取最差）", en: "What keeps it there, the worst decides")
  static let atLeast = Phrase(zh: "至少", en: "At least")
  static let since = Phrase(zh: "自", en: "Since")
  static let countedFrom = Phrase(zh: "起算日", en: "Counted from")
  static let liftsOn = Phrase(zh: "最早解除", en: "Lifts on")
  static let liftedBy = Phrase(zh: "如何解除", en: "Lifted by")
  static let article = Phrase(zh: "条", en: "Articles")
  static let isSeen = Phrase(zh: "条号已核", en: "Number seen")
  static let ownRating = Phrase(zh: "本行认定", en: "the bank's own")

  /// What a rule found.
  init(_ finding: ClassFinding) {
    if finding.isExcuse {
      self.init(zh: "技术性逾期（7天以内）", en: "late for technical reasons, up to 7 days")
    } else {
      self.init(finding.rule)
    }
  }

  init(_ rule: ClassRule) {
    switch rule {
    case .overdue: self.init(zh: "逾期天数", en: "days overdue")
    case .smallEnterprise: self.init(zh: "小企业矩阵", en: "small enterprises' matrix")
    case .restructured: self.init(zh: "重组观察期", en: "restructured, observed")
    case .restructuredNonPerforming:
      self.init(zh: "不良重组或再次重组", en: "restructured as non-performing, or again")
    case .probation: self.init(zh: "不良上调观察", en: "on probation after default")
    case .crossDefault: self.init(zh: "同一债务人不良", en: "the debtor's other loans")
    case .rated: self.init(zh: "人工认定", en: "rated by hand")
    }
  }

  /// What would lift it.
  static func lift(of finding: ClassFinding) -> Phrase {
    if finding.isExcuse {
      return Phrase(zh: "还清；逾7天即按天数", en: "payment; after 7 days the days count")
    }
    switch finding.rule {
    case .overdue, .smallEnterprise:
      return Phrase(zh: "还清全部逾期", en: "paying all that is late")
    case .crossDefault:
      return Phrase(
        zh: "该债务人的其他贷款不再不良", en: "the debtor's other loans no longer non-performing")
    case .restructured where finding.since == nil:
      return Phrase(zh: "结清", en: "paying it off")
    case .restructured, .restructuredNonPerforming:
      guard finding.liftsOn != nil else { return Phrase(zh: "结清", en: "paying it off") }
      return Phrase(
        zh: "按时还款满一年且两个还款期", en: "a year and two due days without a late day")
    case .probation:
      if finding.countedFrom != nil, finding.liftsOn == nil {
        return Phrase(zh: "结清", en: "paying it off")
      }
      return Phrase(
        zh: "还清后按时还款满6个月且两个还款期",
        en: "all paid, then six months and two due days without a late day")
    case .rated: return Phrase(zh: "到期失效或冲正", en: "its end, or its reversal")
    }
  }
}
