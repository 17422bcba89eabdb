import Quantities
import Risk

/// The words of the money to come.
enum CashWords {
  static func title(_ name: Phrase, day: Day, currency: String) -> Phrase {
    Phrase(
      zh: "预期现金流：\(name.zh)，\(day) 以后，金额单位：\(currency)",
      en: "Money to come: \(name.en), after \(day), amounts in \(currency)")
  }

  static let months = Phrase(zh: "今后 24 个月", en: "The next 24 months")
  static let outcomes = Phrase(zh: "以往的预测与实收", en: "Forecasts and what came")
  static let month = Phrase(zh: "月份", en: "Month")
  static let arrears = Phrase(zh: "到期未收", en: "Due and unpaid")
  static let later = Phrase(zh: "以后", en: "Later")
  static let principal = Phrase(zh: "本金", en: "Principal")
  static let interest = Phrase(zh: "借款人利息", en: "Borrowers' interest")
  static let contractual = Phrase(zh: "合同合计", en: "Contractual")
  static let expected = Phrase(zh: "预期", en: "Expected")
  static let expectedShare = Phrase(zh: "预期占合同 %", en: "% of contractual")
  static let early = Phrase(zh: "其中提前还款", en: "Of which early")
  static let subsidy = Phrase(zh: "财政与项目付息", en: "From finance and programmes")
  static let arrearsBefore = Phrase(zh: "月初到期未收", en: "Unpaid at the start")
  static let due = Phrase(zh: "当月到期", en: "Due in the month")
  static let collected = Phrase(zh: "实收", en: "Came in")
  static let collectedShare = Phrase(zh: "实收占预期 %", en: "% of expected")

  static let expectedNote = Phrase(
    zh: """
      预期：到期额扣除暂收款后 × 不因违约而漏缴的概率（违约前三个月起漏缴）× 此前未提前结清的概率，\
      加上提前还款：该月后剩余本金乘以正常贷款一个月内提前结清的概率；到期未收的乘以十二个月不违约的概率；违约后的回收不计；各月本金与到期未收之和即贷款余额
      """,
    en: """
      Expected: what falls due and no credit covers × the probability that it is not among the \
      payments missed before a default, of what is due and unpaid × that of twelve months; × that \
      the loan was not repaid early before; and early payments: the principal left after the \
      month × the probability that a loan on time is repaid early in a month. Recoveries are left \
      out; principal adds up to the loans outstanding
      """)
  static let outcomesNote = Phrase(
    zh: """
      预测：依上月末最后一次运行所知的计划和迁徙，月初到期未收的乘以一个月内恢复正常的概率；实收：借款人当月交来的本息、罚息，含提前还款和新贷款的还款，\
      故可超过 100%，不含核销后的回收
      """,
    en: """
      Forecast from what the last run of the month before knew, what was unpaid at the start × the \
      probability that the loan is on time a month later; came in: principal, interest and penalty \
      that borrowers brought, early payments and those of new loans among them, so it may pass \
      100 %; not what was recovered after a write-off
      """)
}
