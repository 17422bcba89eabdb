import Quantities

/// The words of `loan show`, `loan explain` and `loan statement`.
extension Phrase {
  static let showAbstract = Phrase(
    zh: "显示一笔贷款：条款、余额、还款计划、事实、分录。",
    en: "Show a loan: terms, balances, schedule, facts, postings.")
  static let showDiscussion = Phrase(
    zh: """
      余额按 --as-of 当日日终，默认为该行的营业日期。还款计划：已到期的按实际，今后的按现行条款；
      --schedule signed 显示签约时的，--schedule 事实编号 显示该事实变更后的版本。例：
        shanhai loan show 102202500000017 --bank wujiaqu
        shanhai loan show 102202500000017 --bank wujiaqu --schedule signed
      """,
    en: """
      Balances are at the end of --as-of, by default the bank's business date. The schedule shows
      what fell due as it did, and what is to come as it stands; --schedule signed shows it as
      signed, --schedule FACT as the fact of that number left it. For example:
        shanhai loan show 102202500000017 --bank wujiaqu
        shanhai loan show 102202500000017 --bank wujiaqu --schedule signed
      """)
  static let scheduleHelp = Phrase(
    zh: "signed 或改变了计划的事实编号；默认为现行计划。",
    en: "signed, or the number of a fact that changed it; by default as it stands.")
  static let explainAbstract = Phrase(
    zh: "说明利息、罚息、复利是怎样算出来的，欠款由哪几项组成。",
    en: "Tell how interest, penalty and compound interest came about, and what is owed.")
  static let explainDiscussion = Phrase(
    zh: """
      每行是一段：余额 × 年利率 × 天数占一年的份额 × 付息方的份额，写出精确值；合计只在结息时舍入一次。
      --on 是结过息的一天，默认最近一次；还没有结过息时说明到 --as-of 日终为止的应计利息。例：
        shanhai loan explain 102202500000017 --bank wujiaqu
        shanhai loan explain 102202500000017 --bank wujiaqu --on 2025-08-15
      """,
    en: """
      Each line is a stretch: balance × yearly rate × the days' fraction of a year × the payer's
      share, exactly; the sum is rounded once, when it is billed. --on is a day on which interest
      was billed, by default the last one; before the first it is the interest that runs, until the
      end of --as-of. For example:
        shanhai loan explain 102202500000017 --bank wujiaqu
        shanhai loan explain 102202500000017 --bank wujiaqu --on 2025-08-15
      """)
  static let explainOnHelp = Phrase(
    zh: "结过息的一天；默认最近一次。",
    en: "A day on which interest was billed; by default the last.")
  static let statementAbstract = Phrase(
    zh: "贷款对账单：期初、每一笔变动、期末、接下来应还的。",
    en: "A statement of account: opening, each movement, closing, what falls due next.")
  static let statementDiscussion = Phrase(
    zh: """
      余额是欠款减去预收；正在计的利息到结息日才计入，另行列出。--format html 给出可以直接打印的 A4 页，
      默认中文（--language en 为英文）；姓名和证件号码隐去一部分，--reveal 显示完整。例：
        shanhai loan statement 102202500000017 --bank wujiaqu --from 2026-01-01 --until 2026-03-31
        shanhai loan statement 102202500000017 --bank wujiaqu --format html --output duizhang.html
      """,
    en: """
      The balance is what is owed, less what is held; interest that still runs is owed when it is
      billed and is told apart. --format html makes an A4 page for printing, in Chinese unless
      --language en is given; names and numbers are masked unless --reveal is. For example:
        shanhai loan statement 102202500000017 --bank wujiaqu --from 2026-01-01 --until 2026-03-31
        shanhai loan statement 102202500000017 --bank wujiaqu --format html --output page.html
      """)
  static let statementFromHelp = Phrase(
    zh: "第一天；默认为放款日。", en: "The first day; by default that of the disbursement.")
  static let statementUntilHelp = Phrase(
    zh: "最后一天；默认为营业日期。", en: "The last day; by default the business date.")
  static let statementFormatHelp = Phrase(
    zh: "输出的样式；html 供打印。", en: "The shape of the output; html is for printing.")
  static let outputFileHelp = Phrase(
    zh: "写到这个文件；默认写到标准输出。", en: "Write to this file; by default to standard output.")

  // loan show
  static let terms = Phrase(zh: "条款", en: "Terms")
  static let signedMaturesOn = Phrase(zh: "签约到期日", en: "Matures on, as signed")
  static let isRestructuredLoan = Phrase(zh: "重组", en: "Restructured")
  static let observedFrom = Phrase(zh: "观察期起", en: "Observed from")
  static let isObserved = Phrase(zh: "观察期内", en: "Still observed")
  static let isOnProbation = Phrase(zh: "不良上调观察中", en: "On probation after default")
  static let costsDue = Phrase(zh: "代垫费用", en: "Costs due")
  static let compoundDue = Phrase(zh: "未还复利", en: "Compound interest due")
  static let totalOwed = Phrase(zh: "欠款合计（含未到期应计利息，减预收）", en: "Total owed, running interest too")
  static let bookPrincipal = Phrase(zh: "账面本金", en: "Principal on the books")
  static let suspended = Phrase(zh: "表外应收未收利息", en: "Suspended, off balance")
  static let writtenOffMemo = Phrase(zh: "已核销未收回", en: "Written off, not recovered")
  static let nonAccrualSince = Phrase(zh: "停止计息入账起", en: "Not accruing since")
  static let detail = Phrase(zh: "内容", en: "Detail")
  static let reversedBy = Phrase(zh: "被冲正", en: "Undone by")
  static let sectionSignedSchedule = Phrase(zh: "签约时的还款计划", en: "Schedule as signed")

  static func sectionScheduleOfFact(_ number: Int64) -> Phrase {
    Phrase(zh: "事实 \(number) 变更后的还款计划", en: "Schedule as fact \(number) left it")
  }

  static func scheduleNotNamed(_ found: String) -> Phrase {
    Phrase(
      zh: "--schedule \(quoted(found)) 不行；请写 signed 或事实编号",
      en: "--schedule \(quoted(found)) is neither signed nor the number of a fact")
  }

  // loan explain
  static let figure = Phrase(zh: "项目", en: "Figure")
  static let from = Phrase(zh: "自", en: "From")
  static let until = Phrase(zh: "至（不含）", en: "Until")
  static let days = Phrase(zh: "天数", en: "Days")
  static let yearFraction = Phrase(zh: "占一年", en: "Of a year")
  static let sharePercent = Phrase(zh: "份额 %", en: "Share %")
  static let exactDecimal = Phrase(zh: "精确值", en: "Exactly")
  static let exactFraction = Phrase(zh: "分数", en: "Fraction")
  static let basedOn = Phrase(zh: "规则", en: "Rule")
  static let runningUntilNow = Phrase(zh: "未到期应计利息", en: "interest that runs")
  static let rounding = Phrase(zh: "舍入", en: "Rounding")
  static let figureAmount = Phrase(zh: "金额", en: "Amount")
  static let sectionFigures = Phrase(zh: "各项金额", en: "Figures")
  static let sectionStretches = Phrase(zh: "逐段计算", en: "Stretch by stretch")
  static let part = Phrase(zh: "组成", en: "Part")
  static let principalNotDue = Phrase(zh: "未到期本金", en: "principal not due")

  static func billedOn(_ day: Day) -> Phrase {
    Phrase(zh: "\(day) 结息", en: "interest billed on \(day)")
  }

  static func sectionOwed(_ day: Day) -> Phrase {
    Phrase(zh: "\(day) 日终欠款", en: "Owed at the end of \(day)")
  }

  // loan statement
  static let sectionMovements = Phrase(zh: "明细", en: "Movements")
  static let sectionNext = Phrase(zh: "接下来应还", en: "Due next")
  static let sectionClosing = Phrase(zh: "期末", en: "Closing")
  static let sectionOverdue = Phrase(zh: "到期未还", en: "Due and unpaid")
  static let about = Phrase(zh: "摘要", en: "About")
  static let charged = Phrase(zh: "应还增加", en: "Charged")
  static let settled = Phrase(zh: "已还或减免", en: "Paid or waived")
  static let owedBalance = Phrase(zh: "欠款余额", en: "Balance owed")
  static let openingBalance = Phrase(zh: "期初余额", en: "Opening balance")
  static let closingBalance = Phrase(zh: "期末余额", en: "Closing balance")
  static let principalOwed = Phrase(zh: "本金", en: "principal")
  static let toCosts = Phrase(zh: "还费用", en: "To costs")
  static let toCompound = Phrase(zh: "还复利", en: "To compound interest")
  static let totals = Phrase(zh: "本期合计", en: "Totals")
  static let through = Phrase(zh: "至", en: "Through")
  static let accountPeriod = Phrase(zh: "对账期间", en: "Period")
}
