/// The words of `shanhai calculate`.
extension Phrase {
  static let calculateAbstract = Phrase(
    zh: "只用计算引擎：JSON 进，JSON 出，不用数据库。",
    en: "The engine alone: JSON in, JSON out, no database.")
  static let calculateDiscussion = Phrase(
    zh: """
      从标准输入读一份 JSON，向标准输出写一份 JSON。算不出的一例在答案中带 error，
      其余照算；输入读不懂则退出码为 2。例：
        shanhai calculate schedule < 合同.json
      """,
    en: """
      Reads one JSON document from standard input and writes one to standard
      output. A case that can't be computed answers with an error among the others;
      unreadable input exits with 2. For example:
        shanhai calculate schedule < contracts.json
      """)
  static let calculateSchedule = Phrase(zh: "还款计划。", en: "Repayment schedules.")
  static let scheduleDocument = Phrase(
    zh: """
      每例 {"id", "terms"}；答 {"id", "installments": [{"number", "dueOn", "days", "principal",
      "interest", "total", "balance"}], "totals"}，金额为十进制字符串。成员的全部说明：--schema。例：
        echo '[{"id": 1, "terms": {
          "disbursements": [{"on": "2026-03-20", "amount": "50000"}],
          "annualRatePercent": "3.50", "method": "equal-installments",
          "count": 36, "every": "P1M", "basis": "months/12"}}]' |
          shanhai calculate schedule
      """,
    en: """
      A case is {"id", "terms"}; its answer is {"id", "installments": [{"number", "dueOn",
      "days", "principal", "interest", "total", "balance"}], "totals"}, amounts as decimal
      strings. All members: --schema. For example:
        echo '[{"id": 1, "terms": {
          "disbursements": [{"on": "2026-03-20", "amount": "50000"}],
          "annualRatePercent": "3.50", "method": "equal-installments",
          "count": 36, "every": "P1M", "basis": "months/12"}}]' |
          shanhai calculate schedule
      """)
  static let calculateLife = Phrase(
    zh: "一笔贷款的一生：条款加事实，得出余额、计提、分录、分类。",
    en: "A loan's life: terms and facts give balances, accruals, transfers and class.")
  static let schemaHelp = Phrase(
    zh: "只打印输入和输出的 JSON Schema。", en: "Print the JSON Schema of input and output, and no more.")
  static let lifeDocument = Phrase(
    zh: """
      每例给出 terms（条款）、facts（事实，按知晓的先后）、asOf（截至日），浮动利率另给 market。
      事实：disbursed、imported、repaid、rate-changed、graduated、interest-waived、misused，各有 effectiveOn。
      答案：installments、accruals（每月、每付息方）、transfers、balances、overdueDays、class。
      成员的全部说明：--schema。例：
        [{"id": "a", "asOf": "2025-07-24",
          "terms": {"disbursements": [{"on": "2025-01-10", "amount": "20000.00"}],
                    "maturesOn": "2025-06-10", "method": "at-maturity",
                    "basis": "actual/360", "annualRatePercent": "6"},
          "facts": [{"kind": "disbursed", "effectiveOn": "2025-01-10"}]}]
      """,
    en: """
      Each case gives terms, facts (in the order they became known), asOf, and market for a
      floating rate. Facts: disbursed, imported, repaid, rate-changed, graduated,
      interest-waived, misused, each with effectiveOn. The answer holds installments, accruals
      by month and payer, transfers, balances, overdueDays and class. All members: --schema.
      For example:
        [{"id": "a", "asOf": "2025-07-24",
          "terms": {"disbursements": [{"on": "2025-01-10", "amount": "20000.00"}],
                    "maturesOn": "2025-06-10", "method": "at-maturity",
                    "basis": "actual/360", "annualRatePercent": "6"},
          "facts": [{"kind": "disbursed", "effectiveOn": "2025-01-10"}]}]
      """)
  static let calculateExplain = Phrase(
    zh: "一个利息数从哪几行加起来。", en: "The lines that a figure of interest is the sum of.")
  static let explainDocument = Phrase(
    zh: """
      每例如 calculate life，另给 figure（interest、penalty、compound）和 dueOn 或 month。
      interest 的 dueOn 是结息日；penalty、compound 的 dueOn 是“到这一天之前”。
      答案的 lines 逐行列出起止、天数、余额、利率、付息方、精确值、规则和依据；
      各行精确值之和加 rounding 等于 amount。成员的全部说明：--schema。
      """,
    en: """
      Each case is one of calculate life with a figure (interest, penalty, compound) and dueOn or
      month. dueOn is the day on which interest was billed; for penalty and compound, what
      accrued before that day. The answer's lines give from, until, days, balance, rate, payer,
      exact value, rule and source; their exact values and rounding sum to amount. All
      members: --schema.
      """)
  static let calculateActus = Phrase(
    zh: "ACTUS 合同的事件。", en: "The events of contracts in the ACTUS file format.")
  static let actusDocument = Phrase(
    zh: """
      读 ACTUS 公开测试文件的格式：一个对象，编号对应 {terms, to, dataObserved}；
      写 编号对应 [{eventDate, eventType, payoff, currency, notionalPrincipal,
      nominalInterestRate, accruedInterest}]，状态为事件之后的。合同类型：PAM、LAM、NAM、
      ANN、LAX。金额按 10 位小数算（很大的本金 8 位或 6 位）。例：
        {"A-1": {"terms": {"contractType": "PAM", "contractRole": "RPA",
          "statusDate": "2025-12-31", "currency": "CNY", "notionalPrincipal": "3000",
          "initialExchangeDate": "2026-01-01", "maturityDate": "2027-01-01",
          "nominalInterestRate": "0.06", "dayCountConvention": "A360",
          "cycleAnchorDateOfInterestPayment": "2026-04-01",
          "cycleOfInterestPayment": "P3ML1"}}}
      """,
    en: """
      Reads the format of the public ACTUS test files: an object of id to
      {terms, to, dataObserved}. Writes id to [{eventDate, eventType, payoff,
      currency, notionalPrincipal, nominalInterestRate, accruedInterest}], the
      state after the event. Contract types: PAM, LAM, NAM, ANN, LAX. Amounts
      are counted with 10 decimals (8 or 6 for a very large principal). For
      example:
        {"A-1": {"terms": {"contractType": "PAM", "contractRole": "RPA",
          "statusDate": "2025-12-31", "currency": "CNY", "notionalPrincipal": "3000",
          "initialExchangeDate": "2026-01-01", "maturityDate": "2027-01-01",
          "nominalInterestRate": "0.06", "dayCountConvention": "A360",
          "cycleAnchorDateOfInterestPayment": "2026-04-01",
          "cycleOfInterestPayment": "P3ML1"}}}
      """)
  static let calculateAPR = Phrase(zh: "年化利率。", en: "Annual percentage rates.")
  static let aprDocument = Phrase(
    zh: """
      输入：[{"id", "method", "advances": [{"on", "amount"}], "payments": […]}]，答案：[{"id",
      "aprPercent"}]，六位小数。method：
        eu            2008/48/EC、2014/17/EU 附件一的等式；可用 "day"（天数，一年 365.25 天）代替 "on"
        us-actuarial  12 CFR 1026 附录 J；可给 "unitPeriod": {"kind": "month", "multiple": 1} 和
                      "unitPeriodsPerYear": "12"，不给则按附录 J (b)(4) 确定
        nominal       月内部收益率 × 12（单利年化）；eu 即为复利年化
      提前于放款的还款可能使等式有几个根：取还款合计所指一侧最接近 0 的，其余列为 otherRatesPercent。例：
        echo '[{"id": 1, "method": "eu", "advances": [{"on": "2026-01-10", "amount": "10000"}],
          "payments": [{"on": "2027-01-10", "amount": "10435"}]}]' | shanhai calculate apr
      """,
    en: """
      In: [{"id", "method", "advances": [{"on", "amount"}], "payments": […]}]; out: [{"id",
      "aprPercent"}] with six decimals. The methods:
        eu            the equation of Annex I of 2008/48/EC and 2014/17/EU; "day" (days, a year
                      has 365.25) may stand for "on"
        us-actuarial  12 CFR 1026 Appendix J, with "unitPeriod": {"kind": "month", "multiple": 1}
                      and "unitPeriodsPerYear": "12", else found by Appendix J (b)(4)
        nominal       the internal rate of return a month × 12; eu is the effective rate
      Payments before advances may leave several rates: the one nearest to 0 on the side of the
      totals is taken, the others stand in otherRatesPercent. For example:
        echo '[{"id": 1, "method": "eu", "advances": [{"on": "2026-01-10", "amount": "10000"}],
          "payments": [{"on": "2027-01-10", "amount": "10435"}]}]' | shanhai calculate apr
      """)
  static let calculateDayCount = Phrase(
    zh: "计息天数与年分数。", en: "Days and year fractions by convention.")
  static let dayCountDocument = Phrase(
    zh: """
      每例 {"id", "convention", "from", "until"}，止日不计；
      答 {"id", "days", "yearFraction"}。convention 可为：
        act/360 act/364 act/365f act/365.25 act/365-actual nl/365
        act/act-isda act/act-afb act/act-31-december
        30e/360 30e+/360 30e/365 30/360-isda 30/360-psa 30/360-us
        28/336 bus/252
      bus/252 可加 holidays 与 makeUpWorkdays（日期数组）。例：
        echo '[{"id": 1, "convention": "act/360",
          "from": "2026-03-20", "until": "2026-06-20"}]' |
          shanhai calculate day-count
      """,
    en: """
      A case is {"id", "convention", "from", "until"}, until not counted;
      its answer is {"id", "days", "yearFraction"}. Conventions:
        act/360 act/364 act/365f act/365.25 act/365-actual nl/365
        act/act-isda act/act-afb act/act-31-december
        30e/360 30e+/360 30e/365 30/360-isda 30/360-psa 30/360-us
        28/336 bus/252
      With bus/252, holidays and makeUpWorkdays may be given (arrays of days).
      For example:
        echo '[{"id": 1, "convention": "act/360",
          "from": "2026-03-20", "until": "2026-06-20"}]' |
          shanhai calculate day-count
      """)
}
