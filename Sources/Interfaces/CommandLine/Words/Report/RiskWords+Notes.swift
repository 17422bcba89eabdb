import Risk

/// What the figures of the risk report mean.
extension RiskWords {
  static let supervisoryNote = Phrase(
    zh: "账面本金，万元，每格各自四舍五入，故各格之和可与合计差一个末位",
    en: """
      Principal on the books in 10,000, each cell rounded half up by itself, so cells may differ \
      from their total in the last digit
      """)
  static let provisionLimitNote = Phrase(
    zh: """
      监管要求针对已提准备：拨备覆盖率 150%（经批准 120–150%），贷款拨备率 2.5%（1.5–2.5%）\
      （银监会令2011年第4号第6、7条；银监发〔2018〕7号）
      """,
    en: """
      Asked for of the provision held: coverage of NPL 150 % (120 to 150 % if allowed), of loans \
      2.5 % (1.5 to 2.5 %) (银监会令2011年第4号 arts. 6–7; 银监发〔2018〕7号)
      """)
  static let leagueNote = Phrase(
    zh: "名次按 PAR30 占比由低到高；异常：高于上四分位数加 1.5 倍四分位距",
    en: """
      Ranked by PAR30 %, the lowest first; an outlier is above the upper quartile by more than one \
      and a half times the quartiles' distance
      """)
  static let outcomesNote = Phrase(
    zh: "违约：逾期超过 90 天或核销；按笔数；月度指标取近十二个月的逐月迁徙之和",
    en: """
      Default: more than 90 days overdue, or written off; by loans; what is within a month is of \
      the last twelve months together
      """)
  static let yieldNote = Phrase(
    zh: "利息收入含罚息、复利。收益率、核销率：近十二个月之和 ÷ 各月末余额平均数；不足十二个月的折算成年",
    en: """
      Interest earned has penalty and compound interest in it. Yield and write-off ratio: of the \
      last twelve months ÷ the average outstanding at their ends; of fewer months, brought to a year
      """)
  static let vintageNote = Phrase(
    zh: """
      Vintage：按发放季度和账龄月数；分母为该季全部发放本金（含已结清）；只列该季各月均已达到的账龄；\
      少于 \(VintageCurve.smallest) 笔的标为过小
      """,
    en: """
      Vintages: by quarter of disbursement and months on book, of all that was granted in the \
      quarter, settled loans too; an age is shown once all the quarter's loans have reached it; \
      fewer than \(VintageCurve.smallest) loans are marked small
      """)
  static let transitionNote = Phrase(
    zh: "迁徙：以期初本金为权重；提前结清：在合同到期月之前的月份结清，十二个月迁徙中计入结清",
    en: """
      Moves are weighed by the principal before; prepaid: settled in a month before that of the \
      signed end, which moves over twelve months do not tell apart
      """)
  static let herfindahlNote = Phrase(
    zh: "赫芬达尔指数：各部分占比（%）的平方和，0–10,000",
    en: "Herfindahl: the sum of the squares of the parts' shares in per cent, 0 to 10,000")
  static let limitsNote = Phrase(
    zh: """
      限额：单户 10%（商业银行法第39条），最大十户 50%（未见正式文号），户均 35 万元、农户和小微企业贷款 90%\
      （银保监办发〔2019〕233号，未核实原文）；农户和小微企业贷款：产业、农户小额、民俗旅游三类
      """,
    en: """
      Limits: one borrower 10 % of net capital (商业银行法 art. 39), the ten largest 50 % (no legal \
      text seen), 350,000 a borrower and 90 % to farmers and small firms (银保监办发〔2019〕233号, not \
      confirmed). Farmers and small firms: the lines industry, microcredit and tourism
      """)
}
