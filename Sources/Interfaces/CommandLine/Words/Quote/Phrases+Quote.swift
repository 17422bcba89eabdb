import LoanProducts
package import Operations

/// The words of `shanhai loan quote`.
extension Phrase {
  static let quoteAbstract = Phrase(
    zh: "报价：每期还多少，利息、费用共多少，年化利率多少。",
    en: "Quote a loan: its instalments, what it costs, and its annualised rates.")
  static let quoteDiscussion = Phrase(
    zh: """
      不用数据库，也不看时钟；还款计划与入账的出自同一算法，不核对借款人资格。
      带 --catalog 时按该文件夹中 products/*.json 的产品版本和 lpr.csv 报价：没有写出的
      条款取产品所列的第一项，写出的须是产品允许的；没有 lpr.csv 则须写 --rate-percent。
      不带时须写 --rate-percent 和 --method。浮动利率按最近公布的 LPR 暂算到期末。
      年化利率按借款人付的全部利息和费用、实际占用的本金计算：复利（内部收益率，同欧盟等式）
      和单利（月内部收益率 × 12），另附美国附录 J。例：
        shanhai loan quote --catalog seeds --line microcredit --amount 30000 \\
          --starts-on 2026-03-10 --months 24 --fee 100
        shanhai loan quote --amount 50000 --rate-percent 3.5 --starts-on 2025-03-05 \\
          --months 36 --method equal-installments --basis months/12
      """,
    en: """
      Needs no database and no clock. Its schedule comes from the same code as a
      booked one; who may borrow is not checked. With --catalog it quotes by the
      products/*.json and the lpr.csv of that folder: what you don't give is the
      first that the product offers, what you give has to be among them; without an
      lpr.csv give --rate-percent. Without --catalog give --rate-percent and
      --method. A floating rate repeats the last published LPR to the end. The
      annualised rates count all interest and fees that the borrower pays on the
      principal really used: compound (the internal rate of return, as in the EU
      equation) and simple (the monthly rate × 12), and by Appendix J of the United
      States. For example:
        shanhai loan quote --catalog seeds --line microcredit --amount 30000 \\
          --starts-on 2026-03-10 --months 24 --fee 100
        shanhai loan quote --amount 50000 --rate-percent 3.5 --starts-on 2025-03-05 \\
          --months 36 --method equal-installments --basis months/12
      """)
  static let quoteLineHelp = Phrase(
    zh: "产品：industry、microcredit、education、tourism、student-aid、other。",
    en: "The product: industry, microcredit, education, tourism, student-aid, other.")
  static let quoteCatalogHelp = Phrase(
    zh: "含 products/*.json 和 lpr.csv 的文件夹，如 seeds。",
    en: "A folder with products/*.json and lpr.csv, such as seeds.")
  static let quoteRateHelp = Phrase(
    zh: "年利率（百分数）；默认由产品和 LPR 得出。",
    en: "Yearly rate in per cent; by default from product and LPR.")
  static let quoteStartsOnHelp = Phrase(
    zh: "放款日；也作签约日，决定产品版本和 LPR。",
    en: "The day of disbursement, and of the agreement: it picks product version and LPR.")
  static let quoteMonthsHelp = Phrase(
    zh: "期限（月），代替 --matures-on。", en: "The term in months, instead of --matures-on.")
  static let quoteSettlementDayHelp = Phrase(
    zh: "结息日，如 20；start 为对日。默认为产品的结息日；没有的和等额本息的为对日。",
    en: """
      Day of the month interest falls due, such as 20, or start for that of the start; by default \
      the product's, but for equal instalments that of the start.
      """)
  static let quoteSubsidyPercentHelp = Phrase(
    zh: "贴息占利息的百分数（不带 --catalog 时）。",
    en: "The share of the interest that a subsidy pays (without --catalog).")
  static let quoteSubsidyLimitHelp = Phrase(
    zh: "只贴这部分本金的利息（不带 --catalog 时）。",
    en: "Only interest on this part of the principal is subsidised (without --catalog).")
  static let quoteFeeHelp = Phrase(
    zh: "放款日由借款人付的费用。", en: "A fee the borrower pays on the day of disbursement.")
  static let quoteMethodHelp = Phrase(
    zh: "\(RepaymentMethod.allCases.map(\.rawValue).joined(separator: "、"))。",
    en: "\(RepaymentMethod.allCases.map(\.rawValue).joined(separator: ", ")).")
  static let quoteStepsHelp = Phrase(
    zh: "阶梯（stepped）：从第几期起为基数的百分之几，如 13:120;25:150。",
    en: "Steps of stepped instalments, NUMBER:PERCENT of the first: 13:120;25:150.")
  static func stepsUnreadable(_ step: String) -> Phrase {
    Phrase(
      zh: "阶梯“\(step)”读不懂；写成 期数:百分比，如 13:120;25:150",
      en: "the step '\(step)' is not readable; write NUMBER:PERCENT, as in 13:120;25:150")
  }
  static let stepsWithoutStepped = Phrase(
    zh: "--steps 只用于 --method stepped；请改还款方式或去掉 --steps",
    en: "--steps is for --method stepped; change the method or leave --steps out")
  static let subsidyLimitAlone = Phrase(
    zh: "--subsidy-limit 须与 --subsidy-percent 一起写",
    en: "--subsidy-limit needs --subsidy-percent; give both, or neither")
  static let oneTerm = Phrase(
    zh: "请写 --matures-on 或 --months（1 至 3600），二者取一",
    en: "give --matures-on or --months (1 to 3600), one of the two")
  static let oneKindOfSubsidy = Phrase(
    zh: "带 --catalog 时贴息用 --subsidised，不带时用 --subsidy-percent、--subsidy-limit",
    en: """
      give --subsidised with --catalog, which takes the product's subsidy; --subsidy-percent and \
      --subsidy-limit without it
      """)
  static let sectionTerms = Phrase(zh: "条款", en: "Terms")
  static let sectionCost = Phrase(zh: "费用", en: "Cost")
  static let sectionQuoteSchedule = Phrase(zh: "还款计划", en: "Schedule")
  static let productVersion = Phrase(zh: "产品版本", en: "Product version")
  static let interestEveryMonths = Phrase(zh: "结息间隔（月）", en: "Interest every (months)")
  static let settlementDay = Phrase(zh: "结息日", en: "Settlement day")
  static let provisional = Phrase(zh: "暂算（浮动利率）", en: "Provisional (floating rate)")
  static let dueDays = Phrase(zh: "期数", en: "Due days")
  static let payments = Phrase(zh: "借款人还款次数", en: "Payments by the borrower")
  static let firstPayment = Phrase(zh: "首次还款", en: "First payment")
  static let usualPayment = Phrase(zh: "通常每次还款", en: "Usual payment")
  static let lastPayment = Phrase(zh: "末次还款", en: "Last payment")
  static let totalInterest = Phrase(zh: "利息合计", en: "Interest in all")
  static let subsidyPays = Phrase(zh: "其中贴息", en: "Of it the subsidy pays")
  static let fee = Phrase(zh: "费用", en: "Fee")
  static let borrowerCost = Phrase(zh: "借款人成本（利息和费用）", en: "Cost to the borrower")
  static let borrowerPaysInAll = Phrase(zh: "借款人还款合计", en: "Borrower pays in all")
  static let effectivePercent = Phrase(
    zh: "年化利率 %（复利，内部收益率）", en: "Annualised rate % (compound, effective)")
  static let nominalPercent = Phrase(
    zh: "年化利率 %（单利，月内部收益率 × 12）", en: "Annualised rate % (simple, monthly × 12)")
  static let aprEuropean = Phrase(zh: "欧盟 APR %（附件一）", en: "APR % (EU, Annex I)")
  static let aprAmerican = Phrase(zh: "美国 APR %（附录 J）", en: "APR % (US, Appendix J)")
  static let unitPeriod = Phrase(zh: "附录 J 的单位期间", en: "Unit-period of Appendix J")
}

extension ErrorMessages {
  package static func phrase(_ error: QuoteError) -> Phrase {
    switch error {
    case .rateMissing:
      Phrase(
        zh: "没有利率；请写 --rate-percent，或用含 lpr.csv 的 --catalog",
        en: "there is no rate; give --rate-percent, or a --catalog with an lpr.csv")
    }
  }
}
