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
      Reads one JSON document from standard input, writes one to standard output. A case that
      can't be computed answers with an error among the others; unreadable input exits with 2.
      For example:
        shanhai calculate schedule < contracts.json
      """)
  static let calculateSchedule = Phrase(zh: "还款计划。", en: "Repayment schedules.")
  static let scheduleDocument = Phrase(zh: "", en: "")
  static let calculateLife = Phrase(
    zh: "一笔贷款的一生：条款加事实，得出余额、计提、分录、分类。",
    en: "A loan's life: terms and facts give balances, accruals, transfers and class.")
  static let lifeDocument = Phrase(zh: "", en: "")
  static let calculateExplain = Phrase(
    zh: "一个利息数从哪几行加起来。", en: "The lines that a figure of interest is the sum of.")
  static let explainDocument = Phrase(zh: "", en: "")
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
      {terms, to, dataObserved}; writes id to [{eventDate, eventType, payoff, currency,
      notionalPrincipal, nominalInterestRate, accruedInterest}], the state after the event.
      Contract types: PAM, LAM, NAM, ANN, LAX. Amounts are counted with 10 decimals (8 or 6 for a
      very large principal). For example:
        {"A-1": {"terms": {"contractType": "PAM", "contractRole": "RPA",
          "statusDate": "2025-12-31", "currency": "CNY", "notionalPrincipal": "3000",
          "initialExchangeDate": "2026-01-01", "maturityDate": "2027-01-01",
          "nominalInterestRate": "0.06", "dayCountConvention": "A360",
          "cycleAnchorDateOfInterestPayment": "2026-04-01",
          "cycleOfInterestPayment": "P3ML1"}}}
      """)
  static let calculateAPR = Phrase(zh: "年化利率。", en: "Annual percentage rates.")
  static let aprDocument = Phrase(zh: "", en: "")
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
