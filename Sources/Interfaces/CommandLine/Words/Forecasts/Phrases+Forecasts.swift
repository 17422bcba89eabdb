/// The words of the commands that look ahead.
extension Phrase {
  static let readingJobsHelp = Phrase(
    zh: "并行读取的贷款批数。", en: "How many ranges of loans are read at the same time.")

  static let expectedLossAbstract = Phrase(
    zh: "预期信用损失（ECL）：三个阶段、情景，按产品、按银行；或逐项解释一笔贷款。",
    en: "Expected credit losses (ECL) by stage, scenario, line and bank, or of one loan in full.")
  static let expectedLossDiscussion = Phrase(
    zh: """
      每笔：Σ 情景权重 × 违约概率 × 违约敞口 × 违约损失率 × 折现因子，金额只在最后四舍五入一次。
      第一阶段计十二个月，第二阶段计整个存续期，第三阶段视同已违约。
      准备政策（provision_policies.csv）为 expected-loss 的银行，月结即按此入账；其余只作参考。例：
        shanhai report ecl --sponsor --month 2026-03
        shanhai report ecl --bank wujiaqu --month 2026-03 --loan 101-2025-000001
      """,
    en: """
      Of each loan: Σ scenario's weight × PD × exposure × LGD × discount factor, rounded once at the
      end. Stage 1 counts twelve months, stage 2 the whole life, in stage 3 the default is there. A
      month's end books it where the bank's policy (provision_policies.csv) is expected-loss;
      elsewhere it is a memo. For example:
        shanhai report ecl --sponsor --month 2026-03
        shanhai report ecl --bank wujiaqu --month 2026-03 --loan 101-2025-000001
      """)
  static let explainedLoanHelp = Phrase(
    zh: "只要这一笔贷款，逐月逐情景列出。",
    en: "This loan alone, with each month under each scenario.")
  static let loanOfOneBank = Phrase(
    zh: "--loan 是一家银行的贷款号：请写 --bank",
    en: "--loan is a number of one bank: give --bank")

  static let stressAbstract = Phrase(
    zh: "压力测试：目录中的情景对逾期、分类、准备、利润、基金余量的影响，与今天并列。",
    en: """
      Stress: what the catalog's scenarios do to arrears, classes, provision, profit and funds, \
      beside today.
      """)
  static let stressDiscussion = Phrase(
    zh: """
      情景在 seeds/stress.csv，用 `shanhai catalog stress` 查看。每个情景使所涉贷款的一部分再逾期若干天，其余
      不变；不计借款人和银行此后的应对。例：
        shanhai report stress --sponsor --month 2026-03
        shanhai report stress --bank wujiaqu --month 2026-03 --scenario drought
      """,
    en: """
      The scenarios are those of seeds/stress.csv; `shanhai catalog stress` lists them. Each makes a
      part of the loans it hits late by some days and leaves the rest as it is; what borrowers and
      the bank do then is not foreseen. For example:
        shanhai report stress --sponsor --month 2026-03
        shanhai report stress --bank wujiaqu --month 2026-03 --scenario drought
      """)
  static let scenarioHelp = Phrase(
    zh: "只要这个情景（可重复）。", en: "Only this scenario; may be given again.")

  static let cashAbstract = Phrase(
    zh: "今后 24 个月的合同现金流和预期现金流，以及以往预测与实收的对照。",
    en: "Contractual and expected money of 24 months, and what came of earlier forecasts.")
  static let cashDiscussion = Phrase(
    zh: """
      合同：按各笔贷款当时的计划逐月到期的本息；预期：乘以不因违约而漏缴的概率。提前还款和违约后的回收都不计。
      对照：上月末对本月的预测，与本月实收。例：
        shanhai report cash --sponsor --month 2026-03
        shanhai report cash --bank wujiaqu --month 2026-03 --section months --format csv
      """,
    en: """
      Contractual: what falls due by the loans' schedules as they stood. Expected: times the
      probability that it is not missed before a default; what is repaid early, or recovered after
      one, is left out. Outcomes: what the end of each month forecast for the next, and what came.
      For example:
        shanhai report cash --sponsor --month 2026-03
        shanhai report cash --bank wujiaqu --month 2026-03 --section months --format csv
      """)
}
