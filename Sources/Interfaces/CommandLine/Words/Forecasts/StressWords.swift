import Quantities
import Risk

/// The words of a stress test.
enum StressWords {
  static func title(_ name: Phrase, day: Day, currency: String) -> Phrase {
    Phrase(
      zh: "压力测试：\(name.zh)，\(day)，金额单位：\(currency)",
      en: "Stress test: \(name.en), \(day), amounts in \(currency)")
  }

  static let comparison = Phrase(zh: "与月末实际对照", en: "Side by side with what is")
  static let byBank = Phrase(zh: "按银行", en: "By bank")
  static let funds = Phrase(zh: "风险补偿基金", en: "Risk-compensation funds")
  static let shocks = Phrase(zh: "情景", en: "Scenarios")
  static let today = Phrase(zh: "月末实际", en: "As it stands")
  static let scenario = Phrase(zh: "情景", en: "Scenario")

  static func atRisk(_ days: Int) -> Phrase { Phrase(zh: "PAR\(days)", en: "PAR\(days)") }
  static func atRiskShare(_ days: Int) -> Phrase {
    Phrase(zh: "PAR\(days) %", en: "PAR\(days) %")
  }
  static let nonPerformingShare = Phrase(zh: "不良率 %", en: "NPL %")
  static let provisionChange = Phrase(zh: "应提准备变动", en: "Provision required, change")
  static let income = Phrase(zh: "今后十二个月利息收入", en: "Interest income of 12 months")
  static let incomeChange = Phrase(zh: "利息收入变动", en: "Interest income, change")
  static let profit = Phrase(zh: "对利润的影响（税前）", en: "Effect on profit before tax")
  static let profitOfCapital = Phrase(zh: "占资本净额 %", en: "% of net capital")

  static let reversed = Phrase(zh: "冲回应计利息", en: "Interest taken back")

  static let fund = Phrase(zh: "基金", en: "Fund")
  static let ofPlace = Phrase(zh: "当地该产品本金", en: "Principal of line and place")
  static let stopLine = Phrase(zh: "停贷线 %", en: "Stop line %")
  static let headroom = Phrase(zh: "距停贷余量", en: "Headroom to the stop line")
  static let claimable = Phrase(zh: "加速到期后可申请代偿", en: "Can be claimed if called due")
  static let stops = Phrase(zh: "停贷", en: "Lending stops")

  static let name = Phrase(zh: "内容", en: "What happens")
  static let latePercent = Phrase(zh: "逾期比例 %", en: "Falls late %")
  static let lateDays = Phrase(zh: "再逾期天数", en: "Days later")
  static let basisPoints = Phrase(zh: "利率加点", en: "Basis points")
  static let subsidyStops = Phrase(zh: "停止贴息", en: "Subsidy stops")
  static let marks = Phrase(zh: "理由", en: "Why this size")

  static let methodNote = Phrase(
    zh: """
      每笔贷款按比例分为再逾期的一份和不变的一份，各自分类、计提；逾期超过 90 天的一份不再计息，\
      已计未收的利息冲回；浮动利率在下一重定价日起变动，不超过约定的上下限；利润影响 = 利息收入变动 − \
      应提准备变动 − 冲回变动；幅度均为判断，不是预测
      """,
    en: """
      A share of each loan falls late and the rest stays as it is, each with its own class and \
      provision; what is more than 90 days late earns nothing and gives back the interest booked; \
      a floating rate moves from its next reset on, within its bounds; effect on profit = change \
      of income less change of the provision required and of interest taken back; sizes are \
      judgements and no forecast
      """)

  static let guidelineNote = Phrase(
    zh: "按预期信用损失计提的银行，本表应提准备（含现状）按 2002 年指引的比例",
    en: """
      Of banks that book expected losses, provisions here, those of today among them, are by the \
      guideline of 2002
      """)
}
